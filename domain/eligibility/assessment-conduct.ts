/**
 * How an assessment may be carried out: supported self-assessment and joint assessment.
 *
 * Care and Support (Assessment) Regulations 2014 (SI 2014/2827), here "Assessment Regs"; s.12(5).
 */
import type { Ruling } from '../ruling.ts';

/** Where a supported self-assessment stands; an answer left out was not asked yet. */
export type SelfAssessment = {
  readonly wanted?: boolean | undefined;
  readonly hasCapacityToTakePart: boolean;
  /** The council handed over the relevant information that it holds about the person. */
  readonly heldInformationGiven: boolean;
  /** A member of staff went through it with the person and confirmed it. */
  readonly confirmedByStaff: boolean;
};

/** Whether a self-assessment may be used for the decision: it is made jointly, so a form alone never is. Regs 2(1) to (6). */
export const selfAssessment = (
  state: SelfAssessment,
): Ruling<'ask-first' | 'not-wanted' | 'lacks-capacity' | 'give-information' | 'confirm-together' | 'usable'> => {
  const no = <Code extends string>(code: Code, reason: string, next: string) =>
    ({ may: false, code, reason, next, source: 'Assessment Regs reg 2' }) as const;
  if (state.wanted === undefined) {
    return no(
      'ask-first',
      'Nobody asked whether the person wants one.',
      'Ask whether the person wants a supported self-assessment.',
    );
  }
  if (!state.wanted) {
    return no('not-wanted', 'The person does not want one.', 'Assess another way, and say why that way was chosen.');
  }
  if (!state.hasCapacityToTakePart) {
    return no(
      'lacks-capacity',
      'The person lacks capacity to take part in one.',
      'Assess another way, with an advocate where s.67 asks for one.',
    );
  }
  if (!state.heldInformationGiven) {
    return no(
      'give-information',
      'The person has not been given the relevant information that the council holds about them.',
      "Give that information; about the other person in a carer's case only with consent or in their best interests.",
    );
  }
  if (!state.confirmedByStaff) {
    return no(
      'confirm-together',
      'Nobody has confirmed it with the person yet.',
      'Go through the answers with the person and confirm them.',
    );
  }
  return {
    may: true,
    code: 'usable',
    reason: 'The person and the council made it together.',
    next: 'Decide on eligibility.',
    source: 'Assessment Regs reg 2',
  };
};

/** What both people say to a joint assessment; an answer left out was not asked yet. */
export type JointConsent = { readonly adult?: boolean | undefined; readonly carer?: boolean | undefined };

/** Whether the needs assessment and the carer's assessment may be combined: only if both agree. s.12(5). */
export const jointAssessment = ({ adult, carer }: JointConsent): Ruling<'both-agree' | 'ask-first' | 'separate'> => {
  const answers = [
    { who: 'the adult', agrees: adult },
    { who: 'the carer', agrees: carer },
  ];
  const named = (agrees: boolean | undefined) =>
    answers
      .filter((one) => one.agrees === agrees)
      .map(({ who }) => who)
      .join(' and ');
  if (adult === false || carer === false) {
    return {
      may: false,
      code: 'separate',
      reason: `Did not agree: ${named(false)}.`,
      next: 'Assess them separately, as two cases.',
      source: 's.12(5)',
    };
  }
  if (adult === undefined || carer === undefined) {
    return {
      may: false,
      code: 'ask-first',
      reason: `Not asked yet: ${named(undefined)}.`,
      next: 'Ask both, each alone where that is safer.',
      source: 's.12(5)',
    };
  }
  return {
    may: true,
    code: 'both-agree',
    reason: 'The adult and the carer both agree.',
    next: 'Assess them together, and link the two cases.',
    source: 's.12(5)',
  };
};
