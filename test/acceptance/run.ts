/**
 * `npm run acceptance [-- COUNCIL…]`: plays what the councils promise, prints the table and writes `docs/promises.md`; exit code 1 where a test fails.
 * `--check` fails as well where that page was not up to date. `--without` takes the mechanism of promises away instead, twenty drawn by a seed (`--seed N`,
 * `--count N`, or `--only L12,W3`), each in a copy of the project, and fails where a test passes all the same. A draw among all councils writes
 * `docs/promises-switched-off.md`.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Switch } from './promised.ts';
import { everyCouncil } from './promises/every-council.ts';
import { document, printed, rowsOf, withoutPage } from './table.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/promises.md');
const switchedOff = join(root, 'docs/promises-switched-off.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    without: { type: 'boolean', default: false },
    seed: { type: 'string' },
    count: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});

type TestResult = { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] };

/** Runs the tests of a copy of the project, and answers what became of each that ran. @param args what vitest is told besides */
const vitest = async (cwd: string, out: string, args: readonly string[], quiet: boolean): Promise<TestResult[]> => {
  const own = ['run', '--config', 'test/acceptance/vitest.config.ts', '--reporter=json', `--outputFile.json=${out}`];
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), ...own, ...(quiet ? [] : ['--reporter=default']), ...args],
    { cwd, stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'] },
  );
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const { testResults }: { testResults: { message?: string; assertionResults: TestResult[] }[] } = JSON.parse(
    await readFile(out, 'utf8'),
  );
  return testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length > 0
      ? assertionResults
      : [{ title: 'the file', status: 'failed', failureMessages: [message ?? ''] }],
  );
};

const idOf = (title: string): string => /^([A-Z]+\d+): /.exec(title)?.[1] ?? title;

/** How the test files of a council begin: one council’s promises may fill two. */
const filesOf = (council: string): string => `test/acceptance/${council}`;

const playAll = async (councils: readonly string[], folder: string): Promise<boolean> => {
  const files = councils.map(filesOf);
  // Where everything is checked, the machine may be one that others use too: what fails is tried once more.
  const again = values.check ? ['--retry=1'] : [];
  const results = await vitest(root, join(folder, 'all.json'), [...again, ...files], false);
  const failed = results.filter(({ status }) => status !== 'passed');
  const ids = new Set(failed.map(({ title }) => idOf(title)));
  const shown = councils.length > 0 ? councils : Object.keys(everyCouncil);
  console.log(printed(Object.fromEntries(shown.map((council) => [council, rowsOf(council, ids)]))));
  for (const { title } of failed) console.log(`\nFailed: ${title}`);
  if (failed.length > 0) return false;
  const now = document(Object.fromEntries(Object.keys(everyCouncil).map((council) => [council, rowsOf(council)])));
  const before = await readFile(page, 'utf8').catch(() => '');
  if (now === before) return true;
  await writeFile(page, now);
  console.log(
    values.check
      ? '\ndocs/promises.md was out of date, and has been written anew: commit it.'
      : '\ndocs/promises.md has been written.',
  );
  return !values.check;
};

/** Numbers from 0 up to 1 that a seed gives, the same on every machine (mulberry32). */
const numbersOf = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Candidate = { readonly council: string; readonly id: string; readonly promise: string; readonly off: Switch };

const candidates = (councils: readonly string[]): Candidate[] =>
  Object.entries(everyCouncil)
    .filter(([council]) => councils.length === 0 || councils.includes(council))
    .flatMap(([council, { rows }]) =>
      Object.entries(rows).flatMap(([id, { promise, off }]) => (off ? [{ council, id, promise, off }] : [])),
    );

/** What of the project a test reads: not what is large and its own. */
const isCopied = (path: string): boolean =>
  !['node_modules', '.git', 'cdk.out', '.careway', join('docs', 'screenshots')].includes(
    relative(root, path).split(sep).slice(0, 2).join(sep),
  );

/** Switches one promise off in a copy; answers why its test failed, or undefined where it passed. */
const withoutIt = async ({ council, id, off }: Candidate, copy: string): Promise<string | undefined> => {
  const file = join(copy, off.file);
  const text = await readFile(file, 'utf8');
  if (text.split(off.find).length !== 2) throw new Error(`${id}: “${off.find}” does not stand once in ${off.file}`);
  await writeFile(
    file,
    text.replace(off.find, () => off.replace),
  );
  try {
    const args = [filesOf(council), '-t', `^${id}: `, '--maxWorkers=1'];
    const results = await vitest(copy, join(copy, 'result.json'), args, true);
    const own = results.find(({ title }) => idOf(title) === id);
    if (own === undefined) throw new Error(`${id}: its test did not run. ${results[0]?.failureMessages[0] ?? ''}`);
    return own.status === 'failed' ? (own.failureMessages[0]?.split('\n')[0] ?? 'failed') : undefined;
  } finally {
    await writeFile(file, text);
  }
};

const playWithout = async (councils: readonly string[], folder: string): Promise<boolean> => {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const random = numbersOf(seed);
  const only = values.only?.split(',');
  const drawn = candidates(councils)
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
    .filter(({ id }) => only?.includes(id) ?? true)
    .slice(0, only ? only.length : Number(values.count));
  console.log(`${drawn.length} promises without their mechanism, drawn by --seed ${seed}\n`);
  const left = [...drawn];
  const rows: { id: string; promise: string; file: string; why: string | undefined }[] = [];
  const inOneCopy = async (name: string) => {
    const copy = join(folder, name);
    await cp(root, copy, { recursive: true, filter: isCopied });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const why = await withoutIt(next, copy);
      rows.push({ id: next.id, promise: next.promise, file: next.off.file, why });
      console.log(
        `${next.id.padEnd(5)} ${why === undefined ? 'PASSED' : 'failed'}  ${next.promise}\n      ${next.off.file}: ${why ?? 'its test passes without it'}`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, (_, at) => inOneCopy(`copy-${at}`)));
  const passed = rows.filter(({ why }) => why === undefined);
  console.log(`\n${rows.length - passed.length} of ${drawn.length} tests failed, as they must.`);
  if (only === undefined && councils.length === 0) {
    const order = drawn.map(({ id }) => id);
    await writeFile(
      switchedOff,
      withoutPage(
        seed,
        rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
      ),
    );
  }
  return passed.length === 0 && drawn.length > 0;
};

const folder = await mkdtemp(join(tmpdir(), 'careway-promises-'));
try {
  const isWell = await (values.without ? playWithout : playAll)(positionals, folder);
  if (!isWell) process.exitCode = 1;
} finally {
  // A worker that was stopped may still be writing when its folder goes.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
