import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { awsEnvironment } from './aws.ts';
import { differences, type EmulatedTemplate } from './differences.ts';
import { folder } from './ministack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin', 'cdk');
const stacks = ['careway-emulator-data', 'careway-emulator'] as const;

/** The outputs of the deployed stacks that the suite uses. */
export type Outputs = {
  readonly SiteUrl: string;
  readonly CasesTable: string;
  readonly StaffUserPool: string;
  readonly StaffClient: string;
};

/**
 * Lets the CLI deploy as the account's root: under enforcement the emulator refuses the bootstrap's publishing role its own bucket.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html, IAM roles created during bootstrapping
 */
const withoutBootstrapRoles = async (assembly: string): Promise<void> => {
  const roles = new Set(['assumeRoleArn', 'cloudFormationExecutionRoleArn', 'lookupRole']);
  for (const name of ['manifest.json', ...stacks.map((stack) => `${stack}.assets.json`)]) {
    const file = path.join(assembly, name);
    const without = JSON.parse(await readFile(file, 'utf8'), (key, value) => (roles.has(key) ? undefined : value));
    await writeFile(file, JSON.stringify(without));
  }
};

const assembly = path.join(folder, 'assembly');

/** Runs the ordinary CDK CLI with the emulator in the place of AWS. @throws Error with the CLI's messages where it fails */
const createCdk =
  (endpoint: string) =>
  async (...words: string[]): Promise<void> => {
    await promisify(execFile)(process.execPath, [cli, ...words], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        ...awsEnvironment(endpoint),
        PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      },
    });
  };

/**
 * Deploys the stacks of `npm run synth` to the emulator as `npm run deploy` does, changed only as `differences` says.
 *
 * @throws Error with the CLI's messages where a step fails
 */
export const deploy = async (endpoint: string, council: string): Promise<Outputs> => {
  const outputs = path.join(folder, 'outputs.json');
  const cdk = createCdk(endpoint);
  await rm(assembly, { recursive: true, force: true });
  const context = [
    'stage=emulator',
    'removal=destroy',
    'scanDocuments=false',
    'mailIdentity=own',
    `councils=${council}`,
  ].flatMap((word) => ['--context', word]);
  await cdk('synth', '--quiet', '--output', assembly, ...context);

  for (const stack of stacks) {
    const file = path.join(assembly, `${stack}.template.json`);
    const template: EmulatedTemplate = JSON.parse(await readFile(file, 'utf8'));
    for (const { adapt } of differences) adapt(template);
    await writeFile(file, JSON.stringify(template));
  }
  await withoutBootstrapRoles(assembly);

  await cdk('bootstrap', '--app', assembly);
  await cdk('deploy', '--all', '--app', assembly, '--require-approval', 'never', '--outputs-file', outputs);
  const written: Record<string, Partial<Outputs>> = JSON.parse(await readFile(outputs, 'utf8'));
  const { SiteUrl, CasesTable, StaffUserPool, StaffClient } = Object.assign({}, ...stacks.map((name) => written[name]));
  return { SiteUrl, CasesTable, StaffUserPool, StaffClient };
};

/** Takes both stacks down again, as the end of a rehearsal does. @throws Error with the CLI's messages where it cannot */
export const destroy = (endpoint: string): Promise<void> =>
  createCdk(endpoint)('destroy', '--all', '--force', '--app', assembly);
