import * as z from 'zod';
import { council } from './council.ts';
import { reviewWindow } from './review-window.ts';

const text = (what: string) =>
  z
    .string({ error: `Give ${what} as text` })
    .trim()
    .min(1, { error: `Give ${what}` });
const weeks = (what: string) =>
  z.coerce.number({ error: `Give ${what} as a number` }).int({ error: `Give ${what} as a whole number` });

/** What is asked on the terminal for each answer. */
export const questions = {
  name: 'Name of the council, such as Rutland County Council',
  area: 'Name of the area, as people say it, such as Rutland',
  postcodeDistricts: 'Postcode districts in which its people live, such as LE15 LE16',
  contactName: 'Whom people ask for, such as Adult Social Care',
  phone: 'Phone number (leave it blank if there is none yet)',
  email: 'Email address (leave it blank if there is none yet)',
  complaintsRole: 'Who handles complaints, such as the Complaints Manager',
  worker: 'Its word for the worker who assesses, such as social worker',
  keyWorker: 'Its word for the key worker',
  assessment: 'Its word for the assessment, such as care and support assessment',
  firstBudget: 'Its word for the first figure of a budget, such as estimated personal budget',
  financialAssessment: 'When finances are assessed: before-plan, beside-plan or after-plan',
  firstReviewFromWeeks: 'Weeks after which the first review may be, such as 6',
  firstReviewToWeeks: 'Weeks by which it is held, such as 8',
  targetDays: 'Days within which it aims to be in touch, such as 28',
  teamsEmail: 'Mailbox of its teams',
} as const;

/** The answers that may be left out. */
export const mayBeBlank: ReadonlySet<string> = new Set<keyof typeof questions>(['phone', 'email']);

/** The answers that make a new council: each is asked for, in this order; the optional ones may be left blank. */
export const newCouncilAnswers = z.strictObject(
  {
    name: text('the name of the council, such as Rutland County Council'),
    area: text('the name of the area, as people say it, such as Rutland'),
    postcodeDistricts: z.preprocess(
      (given) => (typeof given === 'string' ? given.split(/[\s,]+/).filter((one) => one !== '') : given),
      council.shape.postcodeDistricts,
    ),
    contactName: text('whom people ask for, as said after “Contact”, such as Adult Social Care'),
    phone: text('the phone number').optional(),
    email: z.email({ error: 'Give an email address, or leave it out' }).optional(),
    complaintsRole: text('who handles complaints, as said after “complain to”, such as the Complaints Manager'),
    worker: text('what the council calls the worker who assesses, such as social worker'),
    keyWorker: text('what it calls the key worker'),
    assessment: text('what it calls the assessment, such as care and support assessment'),
    firstBudget: text('what it calls the first figure of a budget, such as estimated personal budget'),
    financialAssessment: z.enum(['before-plan', 'beside-plan', 'after-plan'], {
      error: 'Say when finances are assessed: before-plan, beside-plan or after-plan',
    }),
    firstReviewFromWeeks: weeks('after how many weeks the first review may be, such as 6'),
    firstReviewToWeeks: weeks('by how many weeks it is held, such as 8'),
    targetDays: weeks('within how many days the council aims to be in touch, such as 28'),
    teamsEmail: z.email({ error: 'Give the mailbox of the teams, which may be changed for each team later' }),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no answer ${issue.keys.join(', ')}: the answers are ${Object.keys(questions).join(', ')}`
        : 'Give the answers as an object',
  },
);
export type NewCouncilAnswers = z.infer<typeof newCouncilAnswers>;

const answered = { status: 'unconfirmed', source: 'Answered when the council was added; the council must confirm it' };
const ours = { status: 'example', source: 'Careway’s suggestion; the council must set its own' };

/** What the council's file says, by these answers. What nobody answered is our own suggestion and marked so, or left out. */
export const councilFrom = (slug: string, given: NewCouncilAnswers) => {
  const team = (name: string) => ({ name, email: given.teamsEmail });
  const { firstReviewFromWeeks: fromWeeks, firstReviewToWeeks: toWeeks } = given;
  return {
    slug,
    name: given.name,
    area: given.area,
    postcodeDistricts: given.postcodeDistricts,
    contact: {
      name: given.contactName,
      ...(given.phone && { phone: given.phone }),
      ...(given.email && { email: given.email }),
    },
    complaints: { role: given.complaintsRole },
    terms: {
      worker: given.worker,
      keyWorker: given.keyWorker,
      assessment: given.assessment,
      firstBudget: given.firstBudget,
    },
    eligibilityNotice: [
      'your needs come from a physical or mental impairment or an illness',
      'because of those needs you cannot do at least two daily activities',
      'not being able to do them has a significant impact on your wellbeing',
    ],
    notices: {
      charging: 'Adult social care is not free. Most people pay something towards it.',
      advice: 'If you cannot get care and support from us, we still give you advice and information.',
      waiting: 'We see the people who need help most first.',
      review: `We will review your plan ${fromWeeks} to ${toWeeks} weeks after your support starts, and at least every 12 months after that.`,
    },
    financialAssessment: given.financialAssessment,
    review: reviewWindow.parse({
      first: { fromWeeks, toWeeks, targetWeeks: fromWeeks },
      later: { months: 12, opensWeeksBefore: 8 },
      reminderLeadDays: { first: 14, later: 28 },
      startsFrom: 'support-start',
      status: 'council-choice',
      source: answered.source,
    }),
    targets: { urgent: 1, 'carer-breakdown': 7, standard: given.targetDays },
    escalateAfterWorkingDays: 5,
    teams: {
      'contact-officer': team('First contact team'),
      assessor: team('Assessment team'),
      'key-worker': team('Care and support planning team'),
      manager: team('Team managers'),
      'finance-officer': team('Financial assessment team'),
      'complaints-manager': team('Complaints team'),
      'safeguarding-lead': team('Safeguarding team'),
    },
    provenance: {
      postcodeDistricts: answered,
      contact: answered,
      complaints: answered,
      colour: { status: 'example', source: 'None was given: pages have Careway’s colour' },
      terms: answered,
      eligibilityNotice: { status: 'unconfirmed', source: 'The three conditions of the regulations, in our words' },
      notices: ours,
      financialAssessment: answered,
      targets: answered,
      teams: answered,
    },
  };
};
