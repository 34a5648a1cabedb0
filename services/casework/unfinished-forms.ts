import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import { createDrafts } from '../apply/drafts.ts';
import { publicForm } from '../apply/public-forms.ts';
import type { Deps } from '../deps.ts';
import { toDraft } from '../store/person-items.ts';
import type { StaffRequest } from '../web/site.ts';

/** Where a member of staff's unfinished forms for others are found. */
export const shelf = ({ council, staff }: Pick<StaffRequest, 'council' | 'staff'>): string =>
  `STAFF-FORMS#${council.slug}#${staff.id}`;

/** The address of such a form. */
export const placeOf = ({ slug }: Pick<Council, 'slug'>, id: string): string => `/${slug}/staff/forms/${id}`;

/** The forms that this member of staff has begun for others and not sent, the latest first. */
export const unfinishedForms = async (deps: Deps, request: StaffRequest) => {
  const pointers = await deps.store.items.list(toDraft, shelf(request), 'DRAFT#');
  const drafts = await Promise.all(pointers.map(({ draft }) => createDrafts(deps).read(request.council.slug, draft)));
  return drafts
    .flatMap((draft) => (draft && draft.sent === undefined ? [draft] : []))
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map(({ id, form, savedAt, answers }) => ({
      href: placeOf(request.council, id),
      title: publicForm(deps, request.council, form)?.form.title ?? form,
      who: [answers['firstName'], answers['lastName']].filter((part) => typeof part === 'string').join(' '),
      saved: readableDate(londonDate(savedAt)),
    }));
};
