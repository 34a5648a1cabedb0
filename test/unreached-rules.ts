import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

/**
 * Fails when a rule of `domain/` is reached by no function. What only tests or the local platform use is not reached: knip's production mode
 * follows the entries with `!` in `knip.json` alone.
 */
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
const faults = found.map((rule) => `${rule}: no function reaches it. Give it a caller, or delete it.`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
