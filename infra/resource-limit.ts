import { CfnResource, type Stack } from 'aws-cdk-lib';

/** The most resources that one of our stacks may have: CloudFormation takes 500, and the room between is for a change that cannot wait. */
const limit = 450;

/** Has synthesis fail where the stack has more than 450 resources, with what to do about it. */
export const limitResources = (stack: Stack): void => {
  stack.node.addValidation({
    validate: () => {
      const count = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
      if (count <= limit) return [];
      return [
        `${stack.stackName} has ${count} resources; ${limit} may be, and CloudFormation takes 500. Give a part that stands alone a stack of its own in infra/stacks.ts, or have fewer doors in infra/service-map.ts.`,
      ];
    },
  });
};
