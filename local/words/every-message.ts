import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesIn } from '../../templates/messages.ts';
import { templateWritten } from '../../templates/template-files.ts';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/** `` say`…` `` and `` msg`…` ``; a value may hold a string, but no template of its own. */
const written = /\b(?:say|msg)`((?:\$\{[^}]*\}|[^`$]|\$(?!\{))*)`/g;

/** Every message of the public pages and mails, in English, by the file in which it stands. */
export const everyMessage = (): ReadonlyMap<string, readonly string[]> => {
  const templates = ['pages', 'emails'].flatMap((folder) =>
    filesIn(`templates/${folder}`, '.njk').map((file) => {
      const name = file.slice('templates/'.length);
      return [file, messagesIn(templateWritten(name), name.endsWith('.txt.njk'))] as const;
    }),
  );
  const code = ['schemas', 'domain', 'templates', 'services', 'functions'].flatMap((folder) =>
    filesIn(folder, '.ts')
      .filter((file) => file !== 'schemas/say.ts')
      .map((file) => {
        const found = [...readFileSync(join(root, file), 'utf8').matchAll(written)].map(([, text = '']) => {
          let value = 0;
          return text.replace(/\$\{[^}]*\}/g, () => `{${++value}}`);
        });
        return [file, [...new Set(found)]] as const;
      }),
  );
  return new Map([...templates, ...code].filter(([, messages]) => messages.length > 0));
};
