import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTemplate, staffMailTemplate } from '../../schemas/mail.ts';
import * as assets from '../../templates/assets.ts';
import * as emails from '../../templates/emails/emails.ts';
import { render } from '../../templates/environment.ts';
import * as cases from '../../templates/pages/case-pages.ts';
import * as information from '../../templates/pages/information-pages.ts';
import * as pages from '../../templates/pages/pages.ts';
import {
  precompiledEnvironment,
  precompiledLogos,
  precompiledScript,
  precompiledStylesheet,
} from '../../templates/precompile.ts';
import { ownTemplates } from '../../templates/template-files.ts';
import { anIndication, council, everyKind, personMail, staffMail, startWords } from './fixtures.ts';

type Site = typeof pages & typeof cases & typeof information & typeof emails & typeof assets;

const templates = join(import.meta.dirname, '../../templates');
const entry = ['pages/pages.ts', 'pages/case-pages.ts', 'pages/information-pages.ts', 'emails/emails.ts', 'assets.ts']
  .map((file) => `export * from './${file}';`)
  .join('\n');

/** Everything that the templates can say, from every page and email, by a name for the failure message. */
const everything = (site: Site): Record<string, unknown> => ({
  start: site.startPage({ council, ...startWords }),
  form: site.caseFormPage({
    council,
    reference: 'K7M-29QX-T4F',
    csrf: '',
    part: 'ask/query',
    form: everyKind,
    values: { people: [{ name: 'Ann' }, { name: 'Bo' }] },
    problems: [{ field: 'people[1].since', message: 'Answer this' }],
    exits: everyKind.exits,
    submissionKey: 'k',
  }),
  confirmation: site.confirmationPage({
    council,
    reference: 'K7M-29QX-T4F',
    indication: anIndication('may-be-eligible'),
    outsideArea: true,
    targetOn: 'Monday 16 February 2026',
  }),
  councils: site.councilsPage({ councils: [council] }),
  help: site.helpPage({ council }),
  'help found': site.helpPage({ council, search: 'review' }),
  privacy: site.privacyPage({ council }),
  cookies: site.cookiesPage({ council }),
  accessibility: site.accessibilityPage({ council }),
  problem: site.problemPage({ council, title: 'Page not found', detail: 'Check the address.' }),
  ...Object.fromEntries(mailTemplate.options.map((name) => [name, site.personEmail(name, personMail)])),
  ...Object.fromEntries(staffMailTemplate.options.map((name) => [name, site.staffEmail(name, staffMail)])),
  assets: site.assets(),
});

describe('render', () => {
  it('escapes what is put into HTML, and not what is put into text', () => {
    const council = { ...personMail.council, name: '<b>Kent & Co</b>' };

    const email = emails.personEmail('case-closed', { ...personMail, council });

    expect(email.html).toContain('&lt;b&gt;Kent &amp; Co&lt;/b&gt;');
    expect(email.html).not.toContain('<b>Kent');
    expect(email.text).toContain('<b>Kent & Co</b>');
  });

  it('stops at a value that the data does not have, rather than leave a gap in a letter', () => {
    expect(() => render('emails/case-closed.txt.njk', {})).toThrow(/null or undefined/);
  });

  it.each(['pages/nothing.njk', '../package.json', '/etc/hosts', 'pages/../../package.json'])(
    'has no template %s',
    (name) => {
      expect(() => render(name, {})).toThrow();
    },
  );
});

describe('the bundle', () => {
  let folder = '';
  let site: Site;
  let bundled = '';

  beforeAll(async () => {
    const standIns = {
      environment: await precompiledEnvironment(),
      stylesheet: await precompiledStylesheet(),
      script: await precompiledScript(),
      logos: await precompiledLogos(),
    };
    const built = await build({
      stdin: { contents: entry, resolveDir: templates, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      write: false,
      plugins: [
        {
          name: 'stand-ins',
          setup: ({ onLoad }) => {
            onLoad({ filter: /templates[\\/]environment\.ts$/ }, () => ({
              contents: standIns.environment,
              resolveDir: templates,
            }));
            onLoad({ filter: /templates[\\/]stylesheet\.ts$/ }, () => ({ contents: standIns.stylesheet }));
            onLoad({ filter: /templates[\\/]script\.ts$/ }, () => ({ contents: standIns.script }));
            onLoad({ filter: /templates[\\/]logos\.ts$/ }, () => ({ contents: standIns.logos }));
          },
        },
      ],
    });
    bundled = built.outputFiles[0]?.text ?? '';
    folder = mkdtempSync(join(tmpdir(), 'careway-bundle-'));
    const file = join(folder, 'site.mjs');
    writeFileSync(file, bundled);
    site = await import(pathToFileURL(file).href);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says the same as the templates on disk, in all 10 pages, 9 emails, the stylesheet and the script', () => {
    expect(everything(site)).toEqual(everything({ ...pages, ...cases, ...information, ...emails, ...assets }));
  });

  it('holds every template of ours, and of govuk-frontend only the components that they use', () => {
    const unused = ['accordion', 'cookie-banner', 'pagination', 'tabs'];

    expect(ownTemplates('public').filter((name) => !bundled.includes(`"${name}"`))).toEqual([]);
    expect(bundled).toContain('"govuk/components/radios/template.njk"');
    expect(unused.filter((component) => bundled.includes(`govuk/components/${component}/`))).toEqual([]);
  });

  it('carries no compiler and reads no file', () => {
    const carried = ['parseSignature', 'node:fs', 'template-files.ts'].filter((mark) => bundled.includes(mark));

    expect(carried).toEqual([]);
  });
});
