import type { AdultMeaningCode, AdultOutcomeCode } from '../../schemas/eligibility.ts';
import type { Answers, Row } from '../../schemas/form-conditions.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { wellbeingQuestions } from '../../schemas/forms/fragments/wellbeing.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Urgency } from '../../schemas/targets.ts';
import type { AdultNeeds, Fluctuation } from '../eligibility/needs.ts';

/** Someone to write to or call about an application. */
type Contact = { firstName: string; lastName: string; email?: string; phone?: string };

/** What a sent needs assessment form says, in the terms of a case. */
export type NeedsApplication = {
  person: Contact & {
    preferredName?: string;
    dateOfBirth: IsoDate;
    nhsNumber?: string;
    safeToLeaveMessage?: boolean;
    /** Both empty for someone without a home, of whom it is known where to find them. */
    postcode: string;
    address: string;
    whereToFind?: string;
  };
  /** Who filled it in, where that is not the person. */
  helper?: Contact & {
    relationship: string;
    organisation?: string;
    personAgrees: boolean;
    authority?: string;
    sentProof?: boolean;
  };
  /** Who gets updates. The person themselves, unless a helper said otherwise. */
  updatesTo: ('person' | 'helper')[];
  /** The formats that the person needs, such as `large-print`. */
  formats: string[];
  /** The language that the person wants, in words, where that is not English. */
  language?: string;
  interpreter?: boolean;
  /** When and how it is safe to reach a person who disclosed harm. */
  safeContact?: string;
  /** How soon they should be seen, going by what they ticked; staff decide. Care Act 2014 s.19(3). */
  urgency: Urgency;
  urgentBecause: string[];
  /** True where an answer suggests abuse or neglect: staff are alerted at once. Care Act 2014 s.42. */
  disclosesHarm: boolean;
  /** What the eligibility rules read. */
  adultNeeds: AdultNeeds;
  /** The person would like to be assessed together with their carer; the carer must agree too. Care Act 2014 s.12(5). */
  wantsJoint: boolean;
};

/**
 * Reads an application from answers to the needs assessment form that `answersSchema(needsAssessment, today)` has passed.
 *
 * @throws ZodError when the date of birth is not a date, which passed answers never have
 */
export const needsApplication = (answers: Answers): NeedsApplication => {
  const urgentBecause = list(answers, 'urgent').filter((reason) => reason !== 'none');
  return {
    ...applicant(answers),
    urgency: urgencyOf(urgentBecause),
    urgentBecause,
    disclosesHarm: disclosesHarm(answers),
    adultNeeds: adultNeedsFrom(answers),
    wantsJoint: text(answers, 'jointOrSeparate') === 'joint',
  };
};

/** Who an application is for, who filled it in, and whom to write to. */
export type Applicant = Pick<
  NeedsApplication,
  'person' | 'helper' | 'updatesTo' | 'formats' | 'language' | 'interpreter' | 'safeContact'
>;

/**
 * The same of any application form.
 *
 * @param named what a question of the needs assessment is called there: a joint form has the carer's under names of their own
 * @throws ZodError when the date of birth is not a date, which passed answers never have
 */
export const applicant = (answers: Answers, named: (id: string) => string = (id) => id): Applicant => {
  const filledInBy = text(answers, 'filledInBy');
  const helper = filledInBy === undefined || filledInBy === 'me' ? undefined : readHelper(answers);
  const language = languageOf(answers, named);
  const interpreter = yesOrNo(answers, named('interpreterNeeded'));
  const safeContact = text(answers, named('safeContact'));
  return {
    person: readPerson(answers, named),
    ...(helper && { helper }),
    updatesTo:
      helper === undefined
        ? ['person']
        : (['person', 'helper'] as const).filter((who) => list(answers, 'updatesTo').includes(who)),
    formats: list(answers, named('formats')),
    ...(language && { language }),
    ...(interpreter !== undefined && { interpreter }),
    ...(safeContact && { safeContact }),
  };
};

const languageOf = (answers: Answers, named: (id: string) => string): string | undefined => {
  const language = text(answers, named('language'));
  if (language === 'bsl') return 'British Sign Language';
  if (language === 'other') return text(answers, named('otherLanguage'));
  return language === 'english' ? undefined : language;
};

/** The questions, and their answers, by which somebody may disclose or hint at abuse or neglect. Care Act 2014 s.42. */
export const harmDisclosedBy: Readonly<Record<string, readonly string[]>> = {
  reportAbuse: ['yes'],
  treatedBadly: ['yes', 'prefer-to-talk'],
};

/** Whether answers to any form that asks about safety disclose, or hint at, abuse or neglect. Care Act 2014 s.42. */
export const disclosesHarm = (answers: Answers): boolean =>
  Object.entries(harmDisclosedBy).some(([id, telling]) => telling.includes(text(answers, id) ?? ''));

/**
 * The answers as the eligibility rules for adults read them. May be given answers of a form that is not finished yet: what was
 * not answered is left out.
 *
 * Someone who says that they cannot do an activity is unable to do it without assistance (reg 2(3)(a)), whatever else they
 * ticked. Help that they have now is not read at all.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 2
 */
export const adultNeedsFrom = (answers: Answers): AdultNeeds => {
  const conditions = list(answers, 'conditions');
  const impact = significantImpactOf(wellbeingQuestions.map(({ id }) => text(answers, id)));
  return {
    ...(conditions.length > 0 && { impairmentOrIllness: conditions.includes('none') ? 'no' : 'yes' }),
    outcomes: activities.flatMap(({ key, outcome }) => outcomeFrom(answers, key, outcome)),
    ...(impact && { significantImpact: impact }),
  };
};

const meaningOf: Readonly<Record<string, AdultMeaningCode>> = {
  'needs-help': 'a-assistance',
  'pain-or-distress': 'b-pain',
  danger: 'c-danger',
  'takes-longer': 'd-time',
};

const outcomeFrom = (answers: Answers, key: string, outcome: AdultOutcomeCode): AdultNeeds['outcomes'] => {
  const looksAfter = list(answers, 'looksAfter');
  if (outcome === 'child-care' && looksAfter.length > 0 && !looksAfter.includes('child')) {
    return [{ outcome, applies: false, meanings: [] }];
  }
  const manage = text(answers, `${key}Manage`);
  if (manage === undefined) return [];
  if (manage === 'does-not-apply') return [{ outcome, applies: false, meanings: [] }];
  const ticked = list(answers, `${key}Unable`).flatMap((value) => meaningOf[value] ?? []);
  const meanings = new Set<AdultMeaningCode>(manage === 'cannot' ? ['a-assistance', ...ticked] : ticked);
  const fluctuation = fluctuationFrom(answers, key);
  return [{ outcome, applies: true, meanings: [...meanings], ...(fluctuation && { fluctuation }) }];
};

const fluctuationFrom = (answers: Answers, key: string): Fluctuation | undefined => {
  if (text(answers, `${key}Varies`) !== 'yes') return undefined;
  const goodDay = text(answers, `${key}GoodDay`);
  const badDay = text(answers, `${key}BadDay`);
  const periodConsidered = text(answers, `${key}Period`);
  return { ...(goodDay && { goodDay }), ...(badDay && { badDay }), ...(periodConsidered && { periodConsidered }) };
};

/**
 * Whether there is a significant impact on well-being, going by the effect on each of the nine areas (`none`, `some`, `big`,
 * `likely-big`, or `undefined` where not answered). Some effect in several areas may add up to a significant one: that is for a
 * person to judge, so it is left open instead of answered "no". Regs 2(1)(c) and 3(1)(c).
 */
export const significantImpactOf = (effects: (string | undefined)[]): AdultNeeds['significantImpact'] => {
  if (effects.includes('big')) return 'yes';
  if (effects.includes('likely-big')) return 'likely';
  if (effects.includes(undefined)) return undefined;
  return effects.filter((effect) => effect === 'some').length > 1 ? undefined : 'no';
};

const urgencyOf = (because: string[]): Urgency => {
  if (because.some((reason) => reason !== 'carer-cannot-continue')) return 'urgent';
  return because.length > 0 ? 'carer-breakdown' : 'standard';
};

const readPerson = (answers: Answers, named: (id: string) => string): NeedsApplication['person'] => {
  const preferredName = text(answers, named('preferredName'));
  const nhsNumber = text(answers, named('nhsNumber'));
  const safeToLeaveMessage = yesOrNo(answers, named('safeToLeaveMessage'));
  const whereToFind = text(answers, named('whereToFind'));
  const lines = ['addressLine1', 'addressLine2', 'town'].flatMap((line) => text(answers, named(line)) ?? []);
  return {
    ...readContact(answers, named('firstName'), named('lastName'), named('email'), named('phone')),
    ...(preferredName && { preferredName }),
    dateOfBirth: isoDate.parse(answers[named('dateOfBirth')]),
    ...(nhsNumber && { nhsNumber }),
    ...(safeToLeaveMessage !== undefined && { safeToLeaveMessage }),
    postcode: text(answers, named('postcode')) ?? '',
    address: lines.join(', '),
    ...(whereToFind && { whereToFind }),
  };
};

const readHelper = (answers: Answers): NeedsApplication['helper'] => {
  const organisation = text(answers, 'helperOrganisation');
  const authority = text(answers, 'helperAuthority');
  return {
    ...readContact(answers, 'helperFirstName', 'helperLastName', 'helperEmail', 'helperPhone'),
    relationship: text(answers, 'helperRelationship') ?? '',
    ...(organisation && { organisation }),
    personAgrees: text(answers, 'personAgrees') === 'yes',
    ...(authority && { authority }),
    ...(list(answers, 'helperProof').length > 0 && { sentProof: true }),
  };
};

const readContact = (answers: Answers, first: string, last: string, mail: string, call: string): Contact => {
  const email = text(answers, mail);
  const phone = text(answers, call);
  return {
    firstName: text(answers, first) ?? '',
    lastName: text(answers, last) ?? '',
    ...(email && { email }),
    ...(phone && { phone }),
  };
};

const text = (answers: Answers, id: string): string | undefined => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : undefined;
};

const yesOrNo = (answers: Answers, id: string): boolean | undefined => {
  const answer = answers[id];
  return answer === 'yes' || answer === 'no' ? answer === 'yes' : undefined;
};

const list = (answers: Answers, id: string): string[] => {
  const answer = answers[id];
  return Array.isArray(answer) ? (answer as (string | Row)[]).filter((value) => typeof value === 'string') : [];
};
