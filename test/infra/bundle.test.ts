import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleSize, bundleFunctions } from '../../infra/bundle.ts';
import { type FunctionName, functions, routes } from '../../infra/service-map.ts';
import { councilFiles } from '../../services/runtime/council-index.ts';

let folder = '';
const names = Object.keys(functions) as FunctionName[];
const files = (of: string): string[] =>
  readdirSync(path.join(folder, of), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mjs'));
const code = (of: string): string =>
  files(of)
    .map((file) => readFileSync(path.join(folder, of, file), 'utf8'))
    .join('\n');

/** What one bundling of everything may take: some twenty seconds, and several times that on a machine that does other work as well. */
const bundling = 180_000;

let sizes: Record<FunctionName, BundleSize>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'careway-bundles-'));
  sizes = await bundleFunctions(folder);
}, bundling);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bundleFunctions', () => {
  it('gives every function a handler that Node loads where there are no dependencies', () => {
    const script = `
      const loaded = {};
      for (const name of ${JSON.stringify(names)}) loaded[name] = typeof (await import('./' + name + '/' + name + '.mjs')).handler;
      console.log(JSON.stringify(loaded));`;

    const loaded = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });

    expect(JSON.parse(String(loaded))).toEqual(Object.fromEntries(names.map((name) => [name, 'function'])));
  });

  it('prints a page from the public site’s bundle, with templates and stylesheet in it', () => {
    const script = `
      const { handler } = await import('./public-site/public-site.mjs');
      const get = (path) => handler(
        { httpMethod: 'GET', path, headers: { accept: 'text/html' }, body: null }, { awsRequestId: 'id' });
      const page = await get('/leicestershire');
      const [, file] = /assets[/]([^"]+[.]css)/.exec(page.body);
      const css = await get('/assets/' + file);
      console.log(JSON.stringify([page.statusCode, /<h1/.test(page.body), css.statusCode, /govuk/.test(css.body)]));`;

    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      env: { COUNCILS: 'leicestershire', SITE_URL: 'https://care.example', AWS_REGION: 'eu-west-2' },
    });

    expect(JSON.parse(String(printed).split('\n').at(-2) ?? '')).toEqual([200, true, 200, true]);
  });

  it('makes a PDF from the public site’s bundle, with its fonts in it', () => {
    const chunk = files('public-site').find((file) => /^chunks\/pdf-\w+\.mjs$/.test(file));
    const script = `
      const { copyPdf } = await import('./public-site/${chunk}');
      const copy = { id: 'x', title: 'Our decision', councilName: 'A council', reference: 'K7M-29QX-T4F', facts: [], blocks: [] };
      const pdf = await copyPdf(copy, new Date(0));
      console.log(JSON.stringify([pdf.subarray(0, 8).toString(), /NotoSans/.test(pdf.toString('latin1'))]));`;

    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });

    expect(JSON.parse(String(printed))).toEqual(['%PDF-1.7', true]);
  });

  // 705 kB until mails followed the language and the Easy Read of a form (10 kB) and carried links with which a change is undone and
  // somebody is invited to a plan: the functions that send mail need both, and are the only ones above it. What councils decide comes on top, some 5 kB each.
  it('has less than 725 kB to read at the start of every function, beside what councils decide', () => {
    const decided = Object.values(councilFiles).reduce<number>((sum, file) => sum + JSON.stringify(file).length, 0);

    expect(Object.entries(sizes).filter(([, { atStart }]) => atStart - decided >= 725_000)).toEqual([]);
  });

  it('sets up a way to require Node’s own modules in the few files alone that do', () => {
    const setUp = names.map(
      (name) =>
        files(name).filter((file) =>
          /^import[^\n]*createRequireOfBundle/.test(readFileSync(path.join(folder, name, file), 'utf8')),
        ).length,
    );

    expect(Math.min(...setUp)).toBeGreaterThan(0);
    expect(Math.max(...setUp)).toBeLessThan(40);
  });

  it('holds of zod what is used, and none of the languages in which it could complain', () => {
    expect(names.filter((name) => code(name).includes('Ungültige Eingabe'))).toEqual([]);
  });

  it.each([
    ['public-site', 'public'],
    ['staff-site', 'staff'],
  ] as const)('keeps every call of %s in a file of its own, read when first asked for', (name, site) => {
    const calls = routes.filter((route) => route.site === site).map(({ call }) => call);

    expect(files(name)).toEqual(
      expect.arrayContaining(calls.map((call) => expect.stringMatching(new RegExp(`^chunks/${call}-\\w+\\.mjs$`)))),
    );
  });

  /** A file of the public site with all that is read before it runs: static imports only. */
  const readWith = (file: string, found = new Set<string>()): Set<string> => {
    if (found.has(file)) return found;
    found.add(file);
    const text = readFileSync(path.join(folder, 'public-site', file), 'utf8');
    for (const [, to = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.mjs)"/g)) {
      readWith(path.join(path.dirname(file), to), found);
    }
    return found;
  };

  it.each(['take-draft-document', 'show-case-documents', 'show-draft-page', 'save-draft-page', 'show-start'])(
    'reads the S3 client, what signs forms and what knows files only once they are used, and not with %s',
    (call) => {
      const heavy = files('public-site').filter((file) =>
        /x-amz-copy-source|application\/x-7z-compressed/i.test(
          readFileSync(path.join(folder, 'public-site', file), 'utf8'),
        ),
      );
      const own = files('public-site').find((file) => file.startsWith(`chunks/${call}-`)) ?? '';
      const read = [...readWith('public-site.mjs'), ...readWith(own)];

      expect(heavy.length).toBeGreaterThan(1);
      expect(read.length).toBeGreaterThan(3);
      expect(read.filter((file) => heavy.includes(file))).toEqual([]);
    },
  );

  it('reads a council’s support catalogue once it is asked for, from a file of its own', () => {
    const holding = names.flatMap((name) =>
      files(name)
        .filter((file) => readFileSync(path.join(folder, name, file), 'utf8').includes('brain-in-hand'))
        .map((file) => `${name}/${file}`),
    );

    // The person who agrees a plan finishes work too, whose rule looks its entries up.
    expect(holding).toEqual(
      ['public', 'staff'].map((site) =>
        expect.stringMatching(new RegExp(`^${site}-site/chunks/support-catalogue-\\w+\\.mjs$`)),
      ),
    );
  });

  it('holds nothing of the local platform', () => {
    expect(names.filter((name) => /\/_local|oidc-provider|dynalite/.test(code(name)))).toEqual([]);
  });

  it(
    'gives the same bytes twice, so that nothing is deployed that has not changed',
    async () => {
      const again = path.join(folder, 'again');
      await bundleFunctions(again);

      // Compared by truth: a difference of bundles printed in full helps nobody.
      expect(names.filter((name) => code(name) !== code(path.join('again', name)))).toEqual([]);
    },
    bundling,
  );

  it('writes source maps beside the code, which does not name them', () => {
    expect(existsSync(path.join(folder, 'take-up-case', 'take-up-case.mjs.map'))).toBe(true);
    expect(code('take-up-case')).not.toContain('sourceMappingURL=take-up-case');
  });
});
