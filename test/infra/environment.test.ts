import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FunctionName, functions } from '../../infra/service-map.ts';
import { functionNames, resources, synthesized } from './synthesized.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const names = Object.keys(functions) as FunctionName[];

/** What each of the deps is made of (`services/compose.ts`). What is read of the environment elsewhere is found by its name. */
const readBy: Readonly<Record<string, readonly string[]>> = {
  store: ['CASES_TABLE'],
  councils: ['COUNCILS'],
  siteUrl: ['SITE_URL'],
  clientAddress: ['PROXY_ADDRESSES'],
  mailer: ['MAIL_FROM', 'MAIL_CONFIGURATION_SET'],
  documents: ['DOCUMENTS_BUCKET', 'DOCUMENTS_SCANNED'],
  staffSignIn: ['STAFF_ISSUER', 'STAFF_CLIENT_ID', 'STAFF_SIGN_IN_URL', 'STAFF_DIRECTORIES'],
};
const machineArns = ['ASSESSMENT_JOURNEY_ARN', 'REVIEW_CYCLE_ARN'];
const composition = ['services/compose.ts', 'services/deps.ts'];

/** The variables that a module's own text leads to. */
const variablesIn = (file: string): string[] => {
  const text = source(file);
  const picked = [...text.matchAll(/Pick<Deps,\s*([^>]+)>/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
  const used = [...text.matchAll(/\bdeps\.(\w+)/g)].map(([, name = '']) => name);
  // `({ store, clock }: Deps)`, and the same as a statement.
  const unpacked = [...text.matchAll(/\{([\w\s,]+)\}(?:: (?:Deps|Pick<Deps)| = deps;)/g)].flatMap(([, list = '']) =>
    list.split(',').map((name) => name.trim()),
  );
  const directly = [...text.matchAll(/\benv\('(\w+)'\)/g)].map(([, name = '']) => name);
  // A token names its machine; only who starts an execution has to know it.
  const starts = text.includes("kind: 'start-execution'") ? machineArns : [];
  // News that a change owes is sent by who made the change, and by the sweeper only where that failed.
  const tells = /kind: 'tell-(person|staff|named)'/.test(text) ? (readBy['mailer'] ?? []) : [];
  return [...directly, ...starts, ...tells, ...[...picked, ...used, ...unpacked].flatMap((name) => readBy[name] ?? [])];
};

/** Every module of ours that an entry leads to, now or when it is first needed, but what makes the deps. */
const reached = (inputs: Metafile['inputs'], file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file) || inputs[file] === undefined || composition.includes(file)) return found;
  found.add(file);
  for (const { path: next, external } of inputs[file].imports) if (!external) reached(inputs, next, found);
  return found;
};

let graph: Metafile['inputs'];
beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => functions[name].entry),
    outdir: 'unwritten',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    logLevel: 'error',
  });
  graph = metafile.inputs;
}, 30_000);

const template = synthesized();
const called = functionNames(template);
const given = new Map(
  resources(template, 'AWS::Lambda::Function').map(([id, { Properties }]) => [
    called.get(id) ?? '',
    Object.keys(Properties.Environment.Variables),
  ]),
);

describe('what a function reads of its environment', () => {
  it('is known here by name, every variable', () => {
    const [, schema = ''] = /z\.object\(\{(.*?)\n\}\)/s.exec(source('services/runtime/env.ts')) ?? [];
    const known = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
    const elsewhere = [
      ...new Set([...reachedOf(names).flatMap(variablesIn), ...Object.values(readBy).flat(), ...machineArns]),
    ];

    expect(known.length).toBeGreaterThan(10);
    expect(elsewhere.toSorted()).toEqual(known.toSorted());
  });

  it.each(names)('is given by the stack: %s', (name) => {
    const wanted = new Set(reachedOf([name]).flatMap(variablesIn));

    expect(wanted.size).toBeGreaterThan(0);
    expect([...wanted].filter((variable) => !given.get(name)?.includes(variable))).toEqual([]);
  });
});

const reachedOf = (of: readonly FunctionName[]): string[] => [
  ...of.reduce((found, name) => reached(graph, functions[name].entry, found), new Set<string>()),
];
