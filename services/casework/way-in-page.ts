import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import type { TypedAgain } from '../web/typed-again.ts';

/** A page of the staff site for whoever is not signed in: what is the matter, and where to go on. */
export const wayInPage = async (
  { council, path }: Pick<CouncilRequest, 'council' | 'path'>,
  status: number,
  view: {
    title: string;
    detail: string;
    links: readonly { href: string; text: string }[];
    typed?: TypedAgain | undefined;
  },
  headers: Record<string, string> = {},
): Promise<SiteResponse> => {
  const { staffPageHtml } = await import('../../templates/staff/frame.ts');
  return page(
    status,
    staffPageHtml('staff/problem.njk', { council, path, navigation: [] }, { errors: [], ...view }),
    headers,
  );
};
