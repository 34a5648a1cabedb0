/** What must be given after a determination, to whom, and what happens next. Care Act 2014 ss.12, 13, 18 to 20 and 24. */
import type { Ruling } from '../ruling.ts';
import type { EligibilityDecision } from './decision-record.ts';

/** Something that must be given in writing, to whom and by which clause. */
export type MustGive = {
  readonly document: 'determination-and-reasons' | 'assessment' | 'advice' | 'how-to-challenge';
  readonly to: string;
  readonly source: string;
};

/** Whom the person asked the council to give a copy of the assessment to. */
export type CopiesAskedFor = {
  /** An adult's carer; in a carer's case, the adult needing care. */
  readonly counterpart: boolean;
  readonly others: readonly string[];
};

/**
 * All that must be given in writing, whether the person has eligible needs or not.
 *
 * Who gets the record of the assessment is s.12(3) and (4), from memory of the Act; to be checked. That the letter says how to
 * challenge the decision is a design rule: there is no statutory appeal, so it says "ask us" and "complain".
 */
export const mustBeGiven = (
  { about, result, advice }: EligibilityDecision,
  asked: CopiesAskedFor,
): readonly MustGive[] => {
  const person = about === 'adult' ? 'the adult' : 'the carer';
  const counterpart = about === 'adult' ? 'the carer' : 'the adult needing care';
  const recordSource = about === 'adult' ? 's.12(3)' : 's.12(4)';
  const readers = [person, ...(asked.counterpart ? [counterpart] : []), ...asked.others];
  return [
    { document: 'determination-and-reasons', to: person, source: 's.13(2)' },
    ...readers.map((to) => ({ document: 'assessment' as const, to, source: recordSource })),
    ...(result === 'not-eligible' || advice
      ? [{ document: 'advice' as const, to: person, source: result === 'not-eligible' ? 's.13(5)' : 's.2 and s.4' }]
      : []),
    { document: 'how-to-challenge', to: person, source: 'design rule; ombudsman and complaints law' },
  ];
};

/**
 * What the council does after the determination: whether it goes on to a plan, and why not otherwise.
 *
 * The duties to meet needs are s.18 (adult) and s.20 (carer), s.18 from a secondary source, s.20 and s.24(1) to (2) from memory of
 * the Act; to be checked. The money side has its own rules and does not stop planning (s.14, s.17).
 */
export const afterDetermination = (
  decision: EligibilityDecision,
): Ruling<'plan' | 'not-eligible' | 'not-wanted' | 'establish-residence' | 'resident-elsewhere'> => {
  if (decision.result === 'not-eligible') {
    return {
      may: false,
      code: 'not-eligible',
      reason: 'No needs meet the eligibility criteria.',
      next: 'Give the written advice. The council has the power to meet needs that are not eligible (s.19).',
      source: 's.13(5); s.19',
    };
  }
  if (decision.about === 'adult' && decision.wantsCouncilToMeetNeeds === 'no') {
    return {
      may: false,
      code: 'not-wanted',
      reason: 'The person does not want the council to meet the eligible needs.',
      next: 'Write down why the council will not meet them, give advice, and say how to come back.',
      source: 's.13(3)(b); s.24(2)',
    };
  }
  const residenceSource = decision.about === 'adult' ? 's.13(3)(c); s.18' : 's.13(4); s.20';
  if (decision.ordinaryResidence === 'elsewhere') {
    return {
      may: false,
      code: 'resident-elsewhere',
      reason: "The adult needing care is ordinarily resident in another council's area.",
      next: 'Explain in writing, give advice, and pass the case to that council with consent. Urgent needs may still be met (s.19(3)).',
      source: residenceSource,
    };
  }
  if (decision.ordinaryResidence === undefined || decision.ordinaryResidence === 'not-established') {
    return {
      may: false,
      code: 'establish-residence',
      reason: 'Nobody has established where the adult needing care is ordinarily resident.',
      next: 'Establish ordinary residence. Urgent needs may be met meanwhile (s.19(3)).',
      source: residenceSource,
    };
  }
  return {
    may: true,
    code: 'plan',
    reason: 'There are eligible needs, and the council is the one to meet them.',
    next: 'Talk through how the needs could be met, prepare the plan, and say which needs a direct payment may meet.',
    source: decision.about === 'adult' ? 's.18; s.24(1)' : 's.20; s.24(1)',
  };
};
