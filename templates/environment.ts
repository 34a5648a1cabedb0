import { createRequire } from 'node:module';
import { type NunjucksRuntime, type Render, renderer } from './renderer.ts';
import { templateSource } from './template-files.ts';

const nunjucks = (): NunjucksRuntime => createRequire(import.meta.url)('nunjucks');

/**
 * The text that a template makes of the data. Templates are read from this folder and from govuk-frontend, and Nunjucks is loaded,
 * when they are first asked for. A bundle has `precompile.ts`'s module in place of this one.
 *
 * @param name such as `pages/start.njk`
 * @throws Error if there is no such template, or it prints something that the data does not have
 */
export const render: Render = renderer(nunjucks, templateSource);
