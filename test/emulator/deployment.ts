import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
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
const withoutBootstrapRoles = async (of: string): Promise<void> => {
  const roles = new Set(['assumeRoleArn', 'cloudFormationExecutionRoleArn', 'lookupRole']);
  for (const name of ['manifest.json', ...stacks.map((stack) => `${stack}.assets.json`)]) {
    const file = path.join(of, name);
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

const templateOf = (of: string, stack: string): string => path.join(of, `${stack}.template.json`);
const readTemplate = async (of: string, stack: string): Promise<EmulatedTemplate> =>
  JSON.parse(await readFile(templateOf(of, stack), 'utf8'));

/** Writes the stacks of `npm run synth`, changed only as `differences` says. @throws Error with the CLI's messages where it fails */
const synthesize = async (endpoint: string, council: string): Promise<void> => {
  await rm(assembly, { recursive: true, force: true });
  const context = [
    'stage=emulator',
    'removal=destroy',
    'scanDocuments=false',
    'mailIdentity=own',
    `councils=${council}`,
  ].flatMap((word) => ['--context', word]);
  await createCdk(endpoint)('synth', '--quiet', '--output', assembly, ...context);
  for (const stack of stacks) {
    const template = await readTemplate(assembly, stack);
    for (const { adapt } of differences) adapt(template);
    await writeFile(templateOf(assembly, stack), JSON.stringify(template));
  }
  await withoutBootstrapRoles(assembly);
};

/** The stacks as `npm run synth` wrote them, with the settings above, before clients had limits of their own: both templates in one JSON, without the functions' code and CDK's metadata. */
const released = new URL('../fixtures/deployed/before-limits.json.gz', import.meta.url);

/** By a function's name in the manifest, where its code lies. */
const codeOf = ({ Resources }: EmulatedTemplate): Map<string, unknown> =>
  new Map(
    Object.values(Resources).flatMap(({ Type, Properties }) => {
      if (Type !== 'AWS::Lambda::Function') return [];
      // CDK gives every function an environment.
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      return [[String(Variables.POWERTOOLS_SERVICE_NAME), Properties.Code] as const];
    }),
  );

/**
 * An assembly of the earlier stacks beside the present one, with the present code: a clone need not have the history from which the earlier could be built,
 * and an update exchanges a function's code and its settings one after the other anyway.
 */
const earlierAssembly = async (): Promise<string> => {
  const earlier = path.join(folder, 'earlier');
  await rm(earlier, { recursive: true, force: true });
  await cp(assembly, earlier, { recursive: true });
  const kept: Record<string, EmulatedTemplate> = JSON.parse(String(gunzipSync(await readFile(released))));
  for (const stack of stacks) {
    const template = kept[stack];
    if (template === undefined) throw new Error(`There is no earlier ${stack}`);
    const code = codeOf(await readTemplate(assembly, stack));
    for (const [name] of codeOf(template)) {
      const of = Object.values(template.Resources).find(
        ({ Type, Properties }) =>
          Type === 'AWS::Lambda::Function' && JSON.stringify(Properties.Environment).includes(`"${name}"`),
      );
      if (of) of.Properties.Code = code.get(name);
    }
    for (const { adapt } of differences) adapt(template);
    await writeFile(templateOf(earlier, stack), JSON.stringify(template));
    // Under the hash of the present template the CLI would take the earlier for it, and leave it out of the update.
    const assets = path.join(earlier, `${stack}.assets.json`);
    const { files }: { files: Record<string, { source: { path: string } }> } = JSON.parse(
      await readFile(assets, 'utf8'),
    );
    const [hash = ''] = Object.entries(files).find(([, { source }]) => source.path === `${stack}.template.json`) ?? [];
    for (const file of [assets, path.join(earlier, 'manifest.json')]) {
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(hash, `${hash.slice(0, -7)}earlier`));
    }
  }
  return earlier;
};

const deployAssembly = async (endpoint: string, from: string): Promise<Outputs> => {
  const outputs = path.join(folder, 'outputs.json');
  await createCdk(endpoint)('deploy', '--all', '--app', from, '--require-approval', 'never', '--outputs-file', outputs);
  const written: Record<string, Partial<Outputs>> = JSON.parse(await readFile(outputs, 'utf8'));
  const { SiteUrl, CasesTable, StaffUserPool, StaffClient } = Object.assign({}, ...stacks.map((name) => written[name]));
  return { SiteUrl, CasesTable, StaffUserPool, StaffClient };
};

/**
 * Deploys the stacks of an earlier state of the project to the emulator.
 *
 * @throws Error with the CLI's messages where a step fails
 */
export const deployEarlier = async (endpoint: string, council: string): Promise<Outputs> => {
  await synthesize(endpoint, council);
  await createCdk(endpoint)('bootstrap', '--app', assembly);
  return deployAssembly(endpoint, await earlierAssembly());
};

/**
 * Updates them to what `npm run synth` writes now, as `npm run deploy` does.
 *
 * @throws Error with the CLI's messages where it fails
 */
export const update = (endpoint: string): Promise<Outputs> => deployAssembly(endpoint, assembly);

/** Takes both stacks down again, as the end of a rehearsal does. @throws Error with the CLI's messages where it cannot */
export const destroy = (endpoint: string): Promise<void> =>
  createCdk(endpoint)('destroy', '--all', '--force', '--app', assembly);
