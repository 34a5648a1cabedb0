import { join } from 'node:path';
import nunjucks from 'nunjucks';

/** The templates of the pages that only the local platform shows: one layout and stylesheet, everything escaped. */
export const views = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([import.meta.dirname, join(import.meta.dirname, '../mail')]),
  { autoescape: true, throwOnUndefined: true },
);
