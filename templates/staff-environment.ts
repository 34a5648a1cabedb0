import { createRequire } from 'node:module';
import { type NunjucksRuntime, type Render, renderer } from './renderer.ts';
import { templateSource } from './template-files.ts';

const nunjucks = (): NunjucksRuntime => createRequire(import.meta.url)('nunjucks');

/**
 * What `environment.ts` is for the public, for the pages of staff, with the macros of moj-frontend besides: apart, so that the public site's
 * bundle does not carry them. A bundle has `precompile.ts`'s module in place of this one.
 */
export const renderStaff: Render = renderer(nunjucks, templateSource);
