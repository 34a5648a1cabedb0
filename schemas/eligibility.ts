/**
 * What crosses a boundary about eligibility for adult social care in England: the statutory terms as data, what the public is told
 * (an indication) and what only staff record (a determination).
 *
 * Source: Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), here "Eligibility Regs"; section numbers
 * without a name are the Care Act 2014. Longer than most files because forms and staff tasks read all of it from one place.
 */
import * as z from 'zod';
import { group, listOf, oneOf, writtenText } from './posted-fields.ts';
import { isoDate } from './scalars.ts';

export { writtenText };

/** A phrase of the law with its clause, for pages, letters and records. */
export type StatutoryTerm = { readonly clause: string; readonly term: string };

/** The ten outcomes for adults, in the order of Eligibility Regs reg 2(2); the order is not one of importance. */
export const adultOutcomeCode = oneOf(
  [
    'nutrition',
    'hygiene',
    'toilet',
    'clothed',
    'home-safely',
    'habitable-home',
    'relationships',
    'work-education',
    'community',
    'child-care',
  ],
  'Choose one of the ten outcomes for adults',
);
export type AdultOutcomeCode = z.infer<typeof adultOutcomeCode>;

/** The statutory term of each adult outcome. Eligibility Regs reg 2(2). */
export const adultOutcomeTerms: Readonly<Record<AdultOutcomeCode, StatutoryTerm>> = {
  nutrition: { clause: 'reg 2(2)(a)', term: 'managing and maintaining nutrition' },
  hygiene: { clause: 'reg 2(2)(b)', term: 'maintaining personal hygiene' },
  toilet: { clause: 'reg 2(2)(c)', term: 'managing toilet needs' },
  clothed: { clause: 'reg 2(2)(d)', term: 'being appropriately clothed' },
  'home-safely': { clause: 'reg 2(2)(e)', term: "being able to make use of the adult's home safely" },
  'habitable-home': { clause: 'reg 2(2)(f)', term: 'maintaining a habitable home environment' },
  relationships: {
    clause: 'reg 2(2)(g)',
    term: 'developing and maintaining family or other personal relationships',
  },
  'work-education': {
    clause: 'reg 2(2)(h)',
    term: 'accessing and engaging in work, training, education or volunteering',
  },
  community: {
    clause: 'reg 2(2)(i)',
    term: 'making use of necessary facilities or services in the local community including public transport, and recreational facilities or services',
  },
  'child-care': { clause: 'reg 2(2)(j)', term: 'carrying out any caring responsibilities the adult has for a child' },
};

/** How each outcome begins the ids of the questions about it, in every list that asks about it: `homeSafelyMeanings`. */
export const adultOutcomeKeys = {
  nutrition: 'nutrition',
  hygiene: 'hygiene',
  toilet: 'toilet',
  clothed: 'clothed',
  'home-safely': 'homeSafely',
  'habitable-home': 'habitableHome',
  relationships: 'relationships',
  'work-education': 'workEducation',
  community: 'community',
  'child-care': 'childCare',
} as const satisfies Record<AdultOutcomeCode, string>;

/** The four meanings of "unable to achieve" for adults; any one is enough for an outcome. Eligibility Regs reg 2(3). */
export const adultMeaningCode = oneOf(
  ['a-assistance', 'b-pain', 'c-danger', 'd-time'],
  'Choose why the person is unable to achieve the outcome',
);
export type AdultMeaningCode = z.infer<typeof adultMeaningCode>;

/** What each meaning of "unable to achieve" says. Eligibility Regs reg 2(3)(a) to (d). */
export const adultMeaningTerms: Readonly<Record<AdultMeaningCode, StatutoryTerm>> = {
  'a-assistance': { clause: 'reg 2(3)(a)', term: 'unable to achieve it without assistance' },
  'b-pain': {
    clause: 'reg 2(3)(b)',
    term: 'able without assistance, but it causes significant pain, distress or anxiety',
  },
  'c-danger': {
    clause: 'reg 2(3)(c)',
    term: 'able without assistance, but it endangers or is likely to endanger the health or safety of the adult or of others',
  },
  'd-time': {
    clause: 'reg 2(3)(d)',
    term: 'able without assistance, but it takes significantly longer than would normally be expected',
  },
};

/** The eight outcomes for carers, in the order of Eligibility Regs reg 3(2)(b)(i) to (viii). */
export const carerOutcomeCode = oneOf(
  ['child', 'others', 'habitable-home', 'nutrition', 'relationships', 'work-education', 'community', 'recreation'],
  'Choose one of the eight outcomes for carers',
);
export type CarerOutcomeCode = z.infer<typeof carerOutcomeCode>;

/** The statutory term of each carer outcome. Eligibility Regs reg 3(2)(b). */
export const carerOutcomeTerms: Readonly<Record<CarerOutcomeCode, StatutoryTerm>> = {
  child: { clause: 'reg 3(2)(b)(i)', term: 'carrying out any caring responsibilities the carer has for a child' },
  others: {
    clause: 'reg 3(2)(b)(ii)',
    term: 'providing care to other persons for whom the carer provides care',
  },
  'habitable-home': {
    clause: 'reg 3(2)(b)(iii)',
    term: "maintaining a habitable home environment in the carer's home, whether or not it is also the home of the adult needing care",
  },
  nutrition: { clause: 'reg 3(2)(b)(iv)', term: 'managing and maintaining nutrition' },
  relationships: {
    clause: 'reg 3(2)(b)(v)',
    term: 'developing and maintaining family or other personal relationships',
  },
  'work-education': {
    clause: 'reg 3(2)(b)(vi)',
    term: 'engaging in work, training, education or volunteering',
  },
  community: {
    clause: 'reg 3(2)(b)(vii)',
    term: 'making use of necessary facilities or services in the local community, including recreational facilities or services',
  },
  recreation: { clause: 'reg 3(2)(b)(viii)', term: 'engaging in recreational activities' },
};

/** How each of them begins the ids of the questions about it. */
export const carerOutcomeKeys = {
  child: 'child',
  others: 'others',
  'habitable-home': 'habitableHome',
  nutrition: 'nutrition',
  relationships: 'relationships',
  'work-education': 'workEducation',
  community: 'community',
  recreation: 'recreation',
} as const satisfies Record<CarerOutcomeCode, string>;

/** The three meanings of "unable to achieve" for carers: taking longer is not one of them. Eligibility Regs reg 3(3). */
export const carerMeaningCode = oneOf(
  ['a-assistance', 'b-pain', 'c-danger'],
  'Choose why the carer is unable to achieve the outcome: taking longer does not count for carers',
);
export type CarerMeaningCode = z.infer<typeof carerMeaningCode>;

/** What each meaning says for carers. Eligibility Regs reg 3(3)(a) to (c). */
export const carerMeaningTerms: Readonly<Record<CarerMeaningCode, StatutoryTerm>> = {
  'a-assistance': { clause: 'reg 3(3)(a)', term: 'unable to achieve it without assistance' },
  'b-pain': {
    clause: 'reg 3(3)(b)',
    term: 'able without assistance, but it causes significant pain, distress or anxiety',
  },
  'c-danger': {
    clause: 'reg 3(3)(c)',
    term: 'able without assistance, but it endangers or is likely to endanger the health or safety of the carer or of others',
  },
};

/** The nine areas of well-being. s.1(2)(a) to (i). */
export const wellbeingArea = oneOf(
  [
    'dignity',
    'health',
    'protection',
    'control',
    'participation',
    'economic',
    'relationships',
    'accommodation',
    'contribution',
  ],
  'Choose one of the nine areas of well-being',
);
export type WellbeingArea = z.infer<typeof wellbeingArea>;

/** What each area of well-being covers. s.1(2). */
export const wellbeingTerms: Readonly<Record<WellbeingArea, StatutoryTerm>> = {
  dignity: { clause: 's.1(2)(a)', term: 'personal dignity, including being treated with respect' },
  health: { clause: 's.1(2)(b)', term: 'physical and mental health and emotional well-being' },
  protection: { clause: 's.1(2)(c)', term: 'protection from abuse and neglect' },
  control: { clause: 's.1(2)(d)', term: 'control over day-to-day life' },
  participation: { clause: 's.1(2)(e)', term: 'participation in work, education, training or recreation' },
  economic: { clause: 's.1(2)(f)', term: 'social and economic well-being' },
  relationships: { clause: 's.1(2)(g)', term: 'domestic, family and personal relationships' },
  accommodation: { clause: 's.1(2)(h)', term: 'suitability of living accommodation' },
  contribution: { clause: 's.1(2)(i)', term: 'contribution to society' },
};

/** The answer to one of the three conditions, for a page, an email or the record; `source` is its regulation. */
export const conditionAnswer = z.object({
  condition: z.literal([1, 2, 3]),
  answer: z.enum(['met', 'not-met', 'not-known']),
  source: z.string(),
  explanation: z.string(),
});
export type ConditionAnswer = z.infer<typeof conditionAnswer>;

/** What is still to be found out: `field` is the path in the answers, such as `outcomes.toilet`. */
export const missingAnswer = z.object({ field: z.string(), message: z.string() });
export type MissingAnswer = z.infer<typeof missingAnswer>;

/**
 * What the public is told after the online form: a possibility, never a decision and never stored as one.
 *
 * An online form alone decides nothing, since a supported self-assessment is made jointly with the council (SI 2014/2827 reg 2).
 */
export const eligibilityIndication = z.object({
  kind: z.literal('indication'),
  possibility: z.enum(['may-be-eligible', 'may-not-be-eligible', 'not-enough-information']),
  heading: z.string(),
  explanation: z.string(),
  conditions: z.array(conditionAnswer),
  missing: z.array(missingAnswer),
});
export type EligibilityIndication = z.infer<typeof eligibilityIndication>;

/** Written advice and information that goes with the decision. s.13(5); s.2 for preventing or delaying needs. */
export const writtenAdvice = group('the advice', {
  meetOrReduce: writtenText('advice on what can meet or reduce the needs'),
  preventOrDelay: writtenText('advice on what can prevent or delay needs'),
  links: listOf(
    'the links',
    group('the link', { title: writtenText('the title of the link', 200), url: z.url('Enter a full web address') }),
  ),
});

/**
 * What is kept of the s.13 determination beside the answers of whoever decided: how the three conditions were answered by them, who
 * decided and when. Made only from answers of staff that passed every check, never from a form.
 */
export const determination = z.strictObject({
  kind: z.literal('determination'),
  conditions: z.array(conditionAnswer.strict()),
  author: z.strictObject({ id: writtenText('who decided', 128), name: writtenText("the decider's name", 200) }),
  decidedOn: isoDate,
});
export type Determination = z.infer<typeof determination>;
