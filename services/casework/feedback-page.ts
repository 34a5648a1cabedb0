import { readableDate } from '../../domain/time/readable-date.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { feedbackOf } from '../web/page-feedback.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { staffPage } from './staff-frame.ts';

/** The most that one page shows, the newest first: a page of a day is read, not a year. */
const most = 200;

/** What people said of the council's pages: how many found each useful, and every word, the newest first. */
export const feedbackReadPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
): Promise<SiteResponse> => {
  const { council, staff } = request;
  if (!staff.roles.includes(council.feedback.readBy)) throw problems.notYours();
  const said = await feedbackOf(deps, council.slug, most);
  const pages = [...Map.groupBy(said, ({ about }) => about)]
    .map(([about, of]) => ({
      page: about || 'Not said which',
      yes: of.filter(({ useful }) => useful === 'yes').length,
      no: of.filter(({ useful }) => useful === 'no').length,
    }))
    .toSorted((a, b) => b.no - a.no || b.yes - a.yes);
  return staffPage(deps, request, 'staff/feedback.njk', {
    title: 'What people say of the pages',
    pages,
    words: said.flatMap(({ about, useful, words, on }) =>
      words === undefined ? [] : [{ page: about || 'Not said which', useful, words, on: readableDate(on) }],
    ),
    isFull: said.length === most,
    most,
    keepDays: council.feedback.keepDays,
  });
};
