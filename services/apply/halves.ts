import * as z from 'zod';
import { slotOf } from '../../domain/journey/persons.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { half, otherHalf, type Together } from '../../schemas/together.ts';
import type { Deps } from '../deps.ts';
import { eventOf } from '../store/audit.ts';
import type { Change, Claim } from '../store/changes.ts';
import { besideIn, type Filing } from './filing.ts';
import { togetherName, togetherUntil } from './together.ts';

type Own = Pick<Together, 'code' | 'half'>;

/** The part that was sent first. */
const sentFirst = z.strictObject({ half, reference: caseReference });

/** The other's part that came before, as it stands now. */
export type Before = { readonly careCase: CareCase } & Pick<Awaited<ReturnType<Deps['store']['personOf']>>, 'items'>;

const authority = 'Care Act 2014 section 12(5)';

/** Whether somebody who fills in a part of their own wants to be assessed together: a part may say, and the other is not told, that they do not. */
export const wantsTogether = ({ jointOrSeparate }: Answers): boolean =>
  jointOrSeparate === undefined || jointOrSeparate === 'joint';

/**
 * Two parts of a joint assessment that two people send by themselves, in whichever order. Each opens a case at once, as a form of its own
 * would, so that nobody waits for the other; the second to come joins the two cases, once, in the transaction that takes it.
 */
export const createHalves = (deps: Deps) => {
  const { store, clock } = deps;

  return {
    /** The other's part where it has come and its case is open and joined to no other. */
    async before({ slug }: Council, own: Own): Promise<{ isFirst: boolean; other?: Before }> {
      const found = await store.claimed(slug, togetherName(own.code), clock.now());
      if (found === undefined) return { isFirst: true };
      const first = sentFirst.parse(JSON.parse(found));
      if (first.half !== otherHalf[own.half]) return { isFirst: false };
      const careCase = await store.case(slug, first.reference);
      if (careCase === undefined || careCase.closed || careCase.jointWith) return { isFirst: false };
      return { isFirst: false, other: { careCase, items: (await store.personOf(careCase)).items } };
    },

    /** What is claimed by the first part, and by the one that joins. Of two at one moment one meets the other's claim, and is tried again. */
    claim({ code, half: own }: Own, one: Filing, joins: boolean): Claim {
      const { reference } = one.careCase;
      const expiresAt = togetherUntil(deps);
      return joins
        ? { name: `${togetherName(code)}#joined`, answer: reference, expiresAt }
        : { name: togetherName(code), answer: JSON.stringify({ half: own, reference }), expiresAt };
    },

    /** This part with the other's case beside it, and the change of that case; undefined where this case is joined to another already. */
    async join(one: Filing, { careCase, items }: Before): Promise<{ one: Filing; change: Change } | undefined> {
      const joined = one.careCase.jointWith;
      if (joined !== undefined || one.careCase.reference === careCase.reference) return undefined;
      const [caresFor] = one.personIds;
      const slot = caresFor && slotOf({ kind: 'carer', caresFor });
      const ids = items.map(({ id }) => id);
      const isFree =
        careCase.kind === 'carer' &&
        careCase.caresFor === undefined &&
        slot !== undefined &&
        (await store.persons.holding(careCase.council, ids, slot)) === undefined;
      const after: CareCase = {
        ...careCase,
        ...(isFree && caresFor && { caresFor }),
        jointWith: one.careCase.reference,
        version: careCase.version + 1,
      };
      return {
        one: besideIn(one, careCase.reference),
        change: {
          case: after,
          ...(isFree && { takes: after, besides: items }),
          events: [
            eventOf(deps, careCase, {
              actor: { kind: 'public' },
              action: 'assessed-together',
              about: one.careCase.reference,
              authority,
            }),
          ],
        },
      };
    },
  };
};
