/**
 * When an independent advocate must be appointed. Care Act 2014 ss.67 and 68; Care and Support (Independent Advocacy Support)
 * (No. 2) Regulations 2014 (SI 2014/2889).
 */
import type { Ruling } from '../ruling.ts';

/** Substantial difficulty in one or more of four things; an answer left out was not asked. s.67(4). */
export type Difficulties = {
  readonly understanding?: boolean | undefined;
  readonly retaining?: boolean | undefined;
  readonly usingOrWeighing?: boolean | undefined;
  readonly communicating?: boolean | undefined;
};

/** Someone who might represent and support the person instead of an advocate. */
export type PossibleSupporter = {
  readonly paidOrProfessional: boolean;
  readonly personHasCapacityToAgree: boolean;
  readonly personAgrees: boolean;
  /** Asked when the person lacks capacity to agree. */
  readonly inBestInterests: boolean;
  readonly ableToSupport: boolean;
  readonly implicatedInAbuse: boolean;
};

/**
 * Whether someone is an appropriate person, so that no advocate is needed for want of one.
 *
 * Paid or professional help is excluded by s.67(5); agreement and best interests by s.67(6). Being able to support and not being
 * implicated in abuse are providers' guidance.
 */
export const appropriatePerson = (
  supporter: PossibleSupporter,
): Ruling<
  'appropriate' | 'paid-or-professional' | 'not-agreed' | 'not-in-best-interests' | 'unable' | 'implicated-in-abuse'
> => {
  const not = <Code extends string>(code: Code, reason: string, source: string) =>
    ({ may: false, code, reason, next: 'Look for someone else, or appoint an advocate.', source }) as const;
  if (supporter.paidOrProfessional) {
    return not(
      'paid-or-professional',
      'They are engaged in providing care or treatment, paid or as a professional.',
      's.67(5)',
    );
  }
  if (supporter.implicatedInAbuse) {
    return not('implicated-in-abuse', 'They are implicated in an enquiry into abuse or neglect.', 'advocacy guidance');
  }
  if (supporter.personHasCapacityToAgree && !supporter.personAgrees) {
    return not('not-agreed', 'The person does not agree to them.', 's.67(6)');
  }
  if (!supporter.personHasCapacityToAgree && !supporter.inBestInterests) {
    return not('not-in-best-interests', "Being supported by them is not in the person's best interests.", 's.67(6)');
  }
  if (!supporter.ableToSupport) {
    return not('unable', 'They are unlikely to be able to support the person in this.', 'advocacy guidance');
  }
  return {
    may: true,
    code: 'appropriate',
    reason: 'They can represent and support the person.',
    next: 'Record who they are and why they are appropriate.',
    source: 's.67(5)',
  };
};

/** All that decides about an advocate. */
export type AdvocacyQuestion = {
  readonly difficulties: Difficulties;
  readonly appropriatePerson: boolean;
  /** NHS-arranged hospital stay of 28 days or more, or care home stay of 8 weeks or more, is likely; and best interests. */
  readonly nhsLongStayAndBestInterests: boolean;
  /** The council and the appropriate person disagree on something material, and both agree that an advocate is best. */
  readonly materialDisagreementAndBothAgree: boolean;
};

type AdvocacyCode = 'nobody-suitable' | 'long-stay' | 'disagreement' | 'has-supporter' | 'no-difficulty' | 'ask-first';

/**
 * Whether an advocate must be appointed: substantial difficulty, and either nobody appropriate or one of two other limbs.
 *
 * The limbs are reg 4 of SI 2014/2889: its hospital and care home parts are confirmed by NICE NG227, its words were seen only in
 * the SI 2014/2824 that it replaced. That one also listed a possible deprivation of liberty, which is not applied here until
 * someone has checked the regulations in force; staff may appoint an advocate all the same.
 */
export const advocateRequired = (question: AdvocacyQuestion): Ruling<AdvocacyCode> => {
  const { understanding, retaining, usingOrWeighing, communicating } = question.difficulties;
  const answers = [understanding, retaining, usingOrWeighing, communicating];
  const appoint = (code: AdvocacyCode, reason: string, source: string): Ruling<AdvocacyCode> => ({
    may: true,
    code,
    reason,
    next: 'Appoint an independent advocate before going on.',
    source,
  });
  if (!answers.includes(true)) {
    return answers.includes(undefined)
      ? {
          may: false,
          code: 'ask-first',
          reason: 'Not all four difficulties were asked about.',
          next: 'Ask about understanding, retaining, using or weighing, and communicating.',
          source: 's.67(4)',
        }
      : {
          may: false,
          code: 'no-difficulty',
          reason: 'The person has no substantial difficulty in being involved.',
          next: 'Go on with the person, who may still bring someone.',
          source: 's.67(4)',
        };
  }
  if (!question.appropriatePerson) {
    return appoint(
      'nobody-suitable',
      'The person has substantial difficulty, and nobody appropriate.',
      's.67(2), (4) and (5)',
    );
  }
  if (question.nhsLongStayAndBestInterests) {
    return appoint(
      'long-stay',
      'A long stay arranged by the NHS is likely, and an advocate is in the best interests.',
      'SI 2014/2889 reg 4',
    );
  }
  if (question.materialDisagreementAndBothAgree) {
    return appoint(
      'disagreement',
      'The council and the appropriate person disagree on something material, and both agree on an advocate.',
      'SI 2014/2889 reg 4',
    );
  }
  return {
    may: false,
    code: 'has-supporter',
    reason: 'The person has substantial difficulty, and an appropriate person supports them.',
    next: 'Involve the appropriate person, and look again if anything changes.',
    source: 's.67(5)',
  };
};
