import * as z from 'zod';
import { askedTogether } from '../../domain/journey/joint-cases.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { half, otherHalf, type Together } from '../../schemas/together.ts';
import type { Deps } from '../deps.ts';
import { eventOf } from '../store/audit.ts';
import type { Change, Claim } from '../store/changes.ts';
import { besideAsked, type Filing } from './filing.ts';
import { togetherName, togetherUntil } from './together.ts';

type Own = Pick<Together, 'code' | 'half'>;

/** The part that was sent first. */
const sentFirst = z.strictObject({ half, reference: caseReference });

const authority = 'Care Act 2014 section 12(5)';

/** Whether somebody who fills in a part of their own wants to be assessed together: a part may say, and the other is not told, that they do not. */
export const wantsTogether = ({ jointOrSeparate }: Answers): boolean =>
  jointOrSeparate === undefined || jointOrSeparate === 'joint';

/**
 * Two parts of a joint assessment that two people send by themselves, in whichever order. Each opens a case at once, as a form of its own
 * would, so that nobody waits for the other. The second to come is put beside the first, once, in the transaction that takes it: whoever has
 * the code may be a stranger, so nothing follows from it until staff have asked both (`services/work/joint-cases.ts`).
 */
export const createHalves = (deps: Deps) => {
  const { store, clock } = deps;

  /** Whether the part that came first still wants it, as it was corrected last. */
  const stillWants = async ({ council, reference }: CareCase): Promise<boolean> => {
    const sent = await store.record(council, reference, 'application', 'application');
    return sent?.kind !== 'application' || wantsTogether(sent.answers);
  };

  return {
    /** The other's case where their part has come, it is open, and beside no other. */
    async before({ slug }: Council, own: Own): Promise<{ isFirst: boolean; other?: CareCase }> {
      const found = await store.claimed(slug, togetherName(own.code), clock.now());
      if (found === undefined) return { isFirst: true };
      const first = sentFirst.parse(JSON.parse(found));
      if (first.half !== otherHalf[own.half]) return { isFirst: false };
      const other = await store.case(slug, first.reference);
      const isFree = other && !other.closed && !other.jointWith && !other.jointAsked && !other.partedFrom;
      return isFree && (await stillWants(other)) ? { isFirst: false, other } : { isFirst: false };
    },

    /** What is claimed by the first part, and by the one that joins. Of two at one moment one meets the other's claim, and is tried again. */
    claim({ code, half: own }: Own, one: Filing, joins: boolean): Claim {
      const { reference } = one.careCase;
      const expiresAt = togetherUntil(deps);
      return joins
        ? { name: `${togetherName(code)}#joined`, answer: reference, expiresAt }
        : { name: togetherName(code), answer: JSON.stringify({ half: own, reference }), expiresAt };
    },

    /** This part with the other's case beside it, and the change of that case; undefined where this case is beside another already. */
    join(one: Filing, other: CareCase): { one: Filing; change: Change } | undefined {
      const { jointWith, jointAsked, reference } = one.careCase;
      if ((jointWith ?? jointAsked) !== undefined || reference === other.reference) return undefined;
      return {
        one: besideAsked(one, other.reference),
        change: {
          case: { ...askedTogether(other, reference), version: other.version + 1 },
          events: [
            eventOf(deps, other, { actor: { kind: 'public' }, action: 'together-asked', about: reference, authority }),
          ],
        },
      };
    },
  };
};
