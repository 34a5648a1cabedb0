import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

/**
 * Fails when a rule of `domain/` is reached by no function, or when one that is listed as such has found its caller. What only tests or the
 * local platform use is not reached: knip's production mode follows the entries with `!` in `knip.json` alone. The list may only shrink.
 */
const list = 'test/unreached-rules.txt';
const root = fileURLToPath(new URL('..', import.meta.url));

const named = z.array(z.object({ name: z.string() }));
const report = z.object({ issues: z.array(z.object({ file: z.string(), files: named, exports: named })) });

const { stdout } = await promisify(execFile)(
  process.execPath,
  ['node_modules/knip/bin/knip.js', '--production', '--include=files,exports', '--reporter=json', '--no-exit-code'],
  { cwd: root, maxBuffer: 2 ** 24 },
);
const found = report
  .parse(JSON.parse(stdout))
  .issues.filter(({ file }) => file.startsWith('domain/'))
  .flatMap(({ file, files, exports }) => [...files.map(() => file), ...exports.map(({ name }) => `${file} ${name}`)]);
const listed = (await readFile(root + list, 'utf8')).split('\n').filter(Boolean);

const faults = [
  ...found
    .filter((rule) => !listed.includes(rule))
    .map((rule) => `${rule}: no function reaches it. Give it a caller, or delete it.`),
  ...listed
    .filter((rule) => !found.includes(rule))
    .map((rule) => `${rule}: it is reached now, or gone. Take it off ${list}.`),
];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
