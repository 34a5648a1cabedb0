import { createRequire } from 'node:module';
import { fonts } from './documents/fonts.ts';
import { scriptFonts, scripts } from './documents/script-fonts.ts';
import { logos } from './logos.ts';
import { kindOf, resolveName, settings } from './renderer.ts';
import { script } from './script.ts';
import { staffScript } from './staff-script.ts';
import { staffStylesheet } from './staff-stylesheet.ts';
import { stylesheet } from './stylesheet.ts';
import { ownTemplates, templateSource } from './template-files.ts';

type Nunjucks = typeof import('nunjucks');

/** The templates that a compiled template gets at run time, as Nunjucks writes them down. */
const references = /env\.getTemplate\("([^"]+)"/g;

/** One template as the text of a JavaScript expression. */
const compiled = (nunjucks: Nunjucks, name: string): string => {
  const env = new nunjucks.Environment(null, settings[kindOf(name)]);
  // The type package has one template where Nunjucks passes a list of them; here the list has one.
  const wrapper = (templates: unknown) => `(function() {${(templates as [{ template: string }])[0].template}})()`;
  return nunjucks.precompileString(templateSource(name), { name, env, wrapper });
};

/** Our templates of one site, and those of others that ours lead to, each compiled. */
const compiledTemplates = (of: 'public' | 'staff'): ReadonlyMap<string, string> => {
  const nunjucks: Nunjucks = createRequire(import.meta.url)('nunjucks');
  const found = new Map<string, string>();
  const waiting = ownTemplates(of);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const code = compiled(nunjucks, name);
    found.set(name, code);
    for (const [, to = ''] of code.matchAll(references)) waiting.push(to.startsWith('.') ? resolveName(name, to) : to);
  }
  return found;
};

/**
 * The source of the module that stands in for `environment.ts` in a bundle (its imports are relative to this folder): the same
 * `render`, on Nunjucks' slim runtime, with the templates compiled. Nothing is read from disk and no compiler is carried, which is what a cold start pays for.
 */
export const precompiledEnvironment = async (): Promise<string> => environmentOf('public', 'render');

/** The same for `staff-environment.ts`. */
export const precompiledStaffEnvironment = async (): Promise<string> => environmentOf('staff', 'renderStaff');

const environmentOf = (of: 'public' | 'staff', name: string): string => {
  const templates = [...compiledTemplates(of)].map(([name, code]) => `${JSON.stringify(name)}: () => ${code}`);
  return `
import nunjucks from 'nunjucks/browser/nunjucks-slim.js';
import { renderer } from './renderer.ts';
const templates = {\n${templates.join(',\n')}\n};
const compiled = (name) => {
  if (!Object.hasOwn(templates, name)) throw new Error('There is no template ' + name);
  return { type: 'code', obj: templates[name]() };
};
export const ${name} = renderer(() => nunjucks, compiled);
`;
};

/** The source of the module that stands in for `stylesheet.ts` in a bundle, where govuk-frontend's files are not. */
export const precompiledStylesheet = async (): Promise<string> =>
  `const text = ${JSON.stringify(stylesheet())};\nexport const stylesheet = () => text;\n`;

/** The same for `staff-stylesheet.ts`. */
export const precompiledStaffStylesheet = async (): Promise<string> =>
  `const text = ${JSON.stringify(staffStylesheet())};\nexport const staffStylesheet = () => text;\n`;

/** The source of the module that stands in for `script.ts` in a bundle, where there is no esbuild. */
export const precompiledScript = async (): Promise<string> =>
  `const text = ${JSON.stringify(script())};\nexport const script = () => text;\n`;

/** The same for `staff-script.ts`. */
export const precompiledStaffScript = async (): Promise<string> =>
  `const text = ${JSON.stringify(staffScript())};\nexport const staffScript = () => text;\n`;

/** The source of the module that stands in for `logos.ts` in a bundle. @throws Error where a logo may not be shown, so that it is not deployed */
export const precompiledLogos = async (): Promise<string> =>
  `const all = new Map(${JSON.stringify([...logos()])});\nexport const logos = () => all;\n`;

/** The source of the module that stands in for `documents/fonts.ts` in a bundle: the fonts themselves, read with the first PDF. */
export const precompiledFonts = async (): Promise<string> => {
  const made = Object.entries(fonts()).map(
    ([name, font]) => `${name}: Buffer.from('${font.toString('base64')}', 'base64')`,
  );
  return `export const fonts = () => ({ ${made.join(', ')} });\n`;
};

/** The same for `documents/script-fonts.ts`: the fonts of other writing systems that are installed where the bundle is made. */
export const precompiledScriptFonts = async (): Promise<string> => {
  const made = scripts.flatMap((script) => {
    const found = scriptFonts(script);
    if (found === undefined) return [];
    const [regular, bold] = [found.regular, found.bold].map((font) => font.toString('base64'));
    return [`${script}: ['${regular}', '${bold}']`];
  });
  return [
    `const texts = { ${made.join(', ')} };`,
    'export const scriptFonts = (script) => {',
    "  const [regular, bold] = (texts[script] ?? []).map((text) => Buffer.from(text, 'base64'));",
    '  return regular && { regular, bold };',
    '};',
    '',
  ].join('\n');
};
