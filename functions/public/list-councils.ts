import { type AnyCall, page } from '../../services/web/site.ts';
import { councilsPage } from '../../templates/pages/pages.ts';

/** The councils that this deployment serves. GET / */
export const call: AnyCall =
  ({ councils }) =>
  async () =>
    page(200, councilsPage({ councils: councils.slugs.map((slug) => councils.known(slug)) }));
