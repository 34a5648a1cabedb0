import type { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { limitResources } from './resource-limit.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** The stacks of one deployment, `careway-<stage>-data` and `careway-<stage>`; the first is deployed first and deleted last. */
export const carewayStacks = (
  app: App,
  { deployment, ...service }: { readonly deployment: Deployment } & Pick<ServiceStackProps, 'code' | 'logRetention'>,
) => {
  const name = `careway-${deployment.stage}`;
  const env = { region: deployment.region };
  const data = new DataStack(app, `${name}-data`, {
    env,
    description: 'Careway: what people and staff have entrusted to the service. Never delete it.',
    deployment,
  });
  const stacks = {
    data,
    service: new ServiceStack(app, name, {
      env,
      description: 'Careway: adult social care forms and workflow',
      deployment,
      data,
      ...service,
    }),
  };
  for (const stack of Object.values(stacks)) limitResources(stack);
  return stacks;
};
