import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { council } from '../schemas/council.ts';
import { councilFrom, mayBeBlank, newCouncilAnswers, questions } from '../schemas/new-council.ts';
import { councilSlug } from '../schemas/scalars.ts';
import { readCouncilFile } from '../services/runtime/council-file.ts';
import { councilFolders, councilIndex } from './new-council/council-index.ts';

const usage = `npm run new-council -- SLUG [--answers FILE.json]

Makes councils/SLUG/ from answers that you type, or from a file with them. SLUG is the council's
short name in addresses: small letters and hyphens, such as rutland. Nothing is written while an
answer is wrong. docs/add-a-council.md says what comes next.`;

const root = join(import.meta.dirname, '..');

const typed = async (): Promise<Record<string, string>> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Record<string, string> = {};
  for (const [name, question] of Object.entries(questions)) {
    let answer = (await terminal.question(`${question}\n> `)).trim();
    while (answer === '' && !mayBeBlank.has(name)) answer = (await terminal.question('This is needed.\n> ')).trim();
    if (answer !== '') answers[name] = answer;
  }
  terminal.close();
  return answers;
};

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
  const slug = councilSlug.safeParse(given);
  if (!slug.success) throw new Error(`${given}: give a short name of small letters and hyphens, such as rutland`);
  const before = await councilFolders(root);
  if (before.includes(given)) throw new Error(`councils/${given}: this council is there already. Edit its files`);
  const file = values.answers ?? 'The answers';
  const answers = readCouncilFile(
    file,
    newCouncilAnswers,
    values.answers === undefined ? await typed() : await fromFile(values.answers),
  );
  const data = councilFrom(given, answers);
  // What it is made of is right; that all of it together is, the file's own schema says.
  readCouncilFile(`councils/${given}/council.json`, council, data);
  const folder = join(root, 'councils', given);
  const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  await mkdir(folder);
  await writeFile(join(folder, 'council.json'), written(data));
  await writeFile(join(folder, 'support-catalogue.json'), written({ support: [] }));
  for (const [name, text] of Object.entries(councilIndex([...before, given].toSorted()))) {
    await writeFile(join(root, name), text);
  }
  console.log(`councils/${given}/ is there, and the indexes in services/runtime/ name it.

Next: npm start, and open http://localhost:3000/${given}
      npm run demo -- --council ${given}
      docs/add-a-council.md: what the council still has to say`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
