import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { applicationForms } from '../schemas/forms/application-forms.ts';
import { type LanguageFile, languageFaults, languageFile } from '../schemas/language.ts';
import { councilSlug } from '../schemas/scalars.ts';
import { speaksOf, textsOf } from '../schemas/translated-form.ts';
import { readCouncilFile } from '../services/runtime/council-file.ts';
import { askedBy } from '../services/runtime/council-lists.ts';
import { createCouncils } from '../services/runtime/councils.ts';
import { everyMessage } from './words/every-message.ts';

/**
 * `npm run words -- leicestershire cy`: writes `cy.words.json` beside the council's language file, with every text that is still to be translated, by the
 * id under which its translation goes, and the English. It says how much is translated and what in the file is wrong, and changes nothing of the file.
 */
const [slug = '', tag = ''] = process.argv.slice(2);
const council = createCouncils([councilSlug.parse(slug)]).known(slug);
const forms = new Map([...applicationForms].map(([id, form]) => [id, askedBy(council, form)]));
const pages = new Set([...everyMessage().values()].flat());

const name = `councils/${slug}/languages/${tag}.json`;
const path = join(import.meta.dirname, '..', name);
const has = existsSync(path);
const empty = { forms: {}, pages: {}, council: {} } as unknown as LanguageFile;
const file = has ? readCouncilFile(name, languageFile, JSON.parse(readFileSync(path, 'utf8'))) : empty;

const missing = {
  forms: Object.fromEntries(
    [...forms].map(([id, form]) => [
      id,
      Object.fromEntries(
        textsOf(form)
          .filter((text) => file.forms[id]?.[text.id] === undefined)
          .map(({ id: key, english }) => [key, speaksOf.test(english) ? { self: english, other: english } : english]),
      ),
    ]),
  ),
  pages: Object.fromEntries([...pages].filter((english) => file.pages[english] === undefined).map((one) => [one, one])),
};

const all = [...forms.values()].reduce((sum, form) => sum + textsOf(form).length, pages.size);
const open = Object.values(missing.forms).reduce((sum, texts) => sum + Object.keys(texts).length, 0);
const left = open + Object.keys(missing.pages).length;
const faults = has ? languageFaults(file, { forms, pages }) : [];

const out = path.replace(/\.json$/, '.words.json');
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(missing, null, 2)}\n`);
console.info(
  `${all - left} of ${all} texts are translated. The others are in ${name.replace(/\.json$/, '.words.json')}.`,
);
for (const fault of faults) console.error(`${name}: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
