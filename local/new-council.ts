import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { council } from '../schemas/council.ts';
import { councilFrom, newCouncilAnswers } from '../schemas/new-council.ts';
import { readCouncilFile } from '../services/runtime/council-file.ts';
import { asked } from './new-council/asked.ts';
import { councilFolders, writeCouncilIndexes } from './new-council/council-index.ts';
import { fileText } from './new-council/file-text.ts';
import { slugFault } from './new-council/slug.ts';

const usage = `npm run new-council -- SLUG [--answers FILE.json]

Makes councils/SLUG/ from answers that you type, or from a file with them. SLUG is the council's
short name in addresses: small letters and hyphens, such as rutland. Nothing is written while an
answer is wrong. To take a council away, delete its folder. docs/add-a-council.md says what comes next.`;

const root = join(import.meta.dirname, '..');

const fromFile = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: this cannot be read as JSON. ${error instanceof Error ? error.message : ''}`);
  }
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { answers: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [given = '', ...more] = positionals;
  if (values.help || given === '' || more.length > 0) {
    console.log(usage);
    process.exit(values.help ? 0 : 2);
  }
  const fault = slugFault(given);
  if (fault) throw new Error(fault);
  const before = await councilFolders(root);
  if (before.some(({ slug }) => slug === given))
    throw new Error(`councils/${given}: this council is there already. Edit its files`);
  const answers =
    values.answers === undefined
      ? readCouncilFile('The answers', newCouncilAnswers, await asked(process.stdin, process.stdout))
      : readCouncilFile(values.answers, newCouncilAnswers, await fromFile(values.answers));
  const data = councilFrom(given, answers);
  // What it is made of is right; that all of it together is, the file's own schema says.
  readCouncilFile(`councils/${given}/council.json`, council, data);
  const making = join(root, `.careway/new-council-${process.pid}`);
  try {
    await mkdir(making, { recursive: true });
    await writeFile(join(making, 'council.json'), fileText(data));
    await writeFile(join(making, 'support-catalogue.json'), fileText({ support: [] }));
    // Whole or not at all, whenever this is stopped.
    await rename(making, join(root, 'councils', given));
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  await writeCouncilIndexes(root);
  console.log(`councils/${given}/ is there, and the indexes in services/runtime/ name it.

Next: npm start, and open http://localhost:3000/${given}
      npm run demo -- --council ${given}
      docs/add-a-council.md: what the council still has to say`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
