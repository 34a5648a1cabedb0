import { rm } from 'node:fs/promises';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { bundleFunctions } from './bundle.ts';
import { deployment, settingsIn } from './deployment.ts';
import { carewayStacks } from './stacks.ts';

const app = new App();
const { data: settings, error } = deployment.safeParse(settingsIn(app.node.getAllContext()));

if (settings === undefined) {
  console.error(`The settings are not right, so nothing was written:\n${z.prettifyError(error)}`);
  process.exitCode = 1;
} else {
  const bundles = path.join(app.outdir, 'bundles');
  await rm(bundles, { recursive: true, force: true });
  await bundleFunctions(bundles);
  carewayStacks(app, {
    deployment: settings,
    code: (name) => Code.fromAsset(path.join(bundles, name), { exclude: ['**/*.map'] }),
    logRetention: settings.stage === 'production' ? RetentionDays.THIRTEEN_MONTHS : RetentionDays.ONE_MONTH,
  });
}
