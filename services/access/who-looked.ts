import { isClosedTo } from '../../domain/access/restricted.ts';
import { addDays, londonInstant } from '../../domain/time/clock-time.ts';
import type { Look } from '../../schemas/access.ts';
import type { CaseReference, IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { parts } from '../store/parts.ts';
import type { StaffRequest } from '../web/site.ts';

/** A look with the name of whoever looked, as the directory has it. */
export type NamedLook = Look & { readonly name: string };

/** Most looks at one case that are shown. */
const mostLooks = 500;

const withoutWords = ({ reason, ...look }: Look): Look => ({
  ...look,
  ...(reason && { reason: { ...reason, says: '' } }),
});

/** Who may see who looked: managers and safeguarding leads, and of a restricted record the named too. */
const mayAsk = ['manager', 'safeguarding-lead'] as const;

const named = async (
  { store }: Pick<Deps, 'store'>,
  { council }: StaffRequest,
  looks: readonly Look[],
): Promise<NamedLook[]> => {
  const ids = [...new Set(looks.map(({ staff }) => staff.id))];
  const names = new Map(
    await Promise.all(ids.map(async (id) => [id, (await store.staff(council.slug, id))?.name] as const)),
  );
  return looks.map((look) => ({ ...look, name: names.get(look.staff.id) ?? 'a member of staff who left' }));
};

const newestFirst = (looks: readonly Look[]) =>
  looks.toSorted((a, b) => `${b.at} ${b.id}`.localeCompare(`${a.at} ${a.id}`));

/** Who looked at cases, for managers. What is read here is no look itself: it says nothing of the person. */
export const createWhoLooked = (deps: Pick<Deps, 'store'>) => {
  const expectManager = ({ staff }: StaffRequest) => {
    if (!mayAsk.some((role) => staff.roles.includes(role))) throw problems.notYours();
  };
  return {
    /** Who looked at one case, the newest first. @throws Problem 403 */
    async ofCase(request: StaffRequest, reference: CaseReference): Promise<NamedLook[]> {
      const { council, staff } = request;
      const careCase = await deps.store.case(council.slug, reference);
      const person = careCase && (await deps.store.personOf(careCase)).person;
      if (person?.restricted?.to.includes(staff.id) !== true) expectManager(request);
      if (person === undefined) throw problems.notYours();
      const looks = await deps.store.looks.of(council.slug, reference, mostLooks);
      // What was said of somebody whose record is closed to the reader may tell who they are.
      return named(deps, request, isClosedTo(person, staff.id) ? looks.map(withoutWords) : looks);
    },

    /** Who looked at the council's cases without a task on one day, by their role alone or by giving a reason, the newest first. @throws Problem 403 */
    async withoutTask(request: StaffRequest, day: IsoDate): Promise<NamedLook[]> {
      expectManager(request);
      const from: IsoInstant = londonInstant(day, '00:00');
      const before: IsoInstant = londonInstant(addDays(day, 1), '00:00');
      const looks: Look[] = [];
      for await (const some of parts((after) =>
        deps.store.looks.withoutTask(request.council.slug, from, before, after),
      ))
        looks.push(...some);
      return named(deps, request, newestFirst(looks).map(withoutWords));
    },
  };
};
