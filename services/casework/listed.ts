import { namesSupport } from '../../domain/plan/support.ts';
import type { Section } from '../../schemas/form-language.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Listed } from '../../templates/pages/field-view.ts';
import type { Deps } from '../deps.ts';
import { supportOf } from '../runtime/support-catalogues.ts';

/** Questions that are answered with the id of a member of staff who has a role. */
const staffIn: Readonly<Record<string, StaffRole>> = { assessorId: 'assessor', keyWorkerId: 'key-worker' };
/** Columns that are answered with the id of an entry of the support catalogue. */
const catalogued = 'support';

const byText = (one: { text: string }, other: { text: string }): number => one.text.localeCompare(other.text, 'en-GB');

/** What the questions of a section are chosen from, where they ask for an id: nobody has to know one by heart. */
export const listedFor = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  { pages }: Pick<Section, 'pages'>,
): Promise<ReadonlyMap<string, Listed>> => {
  const questions = pages.flatMap((page) => page.questions);
  const asks = questions.filter(({ id }) => staffIn[id] !== undefined);
  const inRows = questions.some(namesSupport);
  const everyone = asks.length > 0 ? await store.everyone(council) : [];
  const found = new Map<string, Listed>(
    asks.map(({ id }) => [
      id,
      everyone
        .filter(({ roles }) => roles.includes(staffIn[id] as StaffRole))
        .map((member) => ({ value: member.id, text: member.name }))
        .toSorted(byText),
    ]),
  );
  if (!inRows) return found;
  const entries = (await supportOf(council)).map(({ id, name }) => ({ value: id, text: name })).toSorted(byText);
  return found.set(catalogued, entries);
};
