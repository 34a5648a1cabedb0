import * as z from 'zod';
import { hexColour } from './contrast.ts';
import { postcodeDistrict } from './council.ts';
import type { reviewWindow } from './review-window.ts';
import { asTyped } from './typed-text.ts';

const text = (what: string, most = 200) =>
  z
    .string({ error: `Give ${what}` })
    .overwrite(asTyped)
    .min(1, { error: `Give ${what}` })
    .max(most, { error: `Give ${what} in ${most} characters or fewer` })
    .regex(/^[^<>{}]*$/, { error: `Give ${what} without the signs < > { }` });
const whole = (what: string, least: number, most: number) => {
  const allowed = `Give ${what} as a whole number from ${least} to ${most}`;
  return (
    z
      // An empty answer is none, and not 0.
      .preprocess(
        (given) => (typeof given === 'string' && /^\s*\d+\s*$/.test(given) ? Number(given) : given),
        z.int({ error: allowed }).min(least, { error: allowed }).max(most, { error: allowed }),
      )
  );
};
const phone = (what: string) =>
  z
    .string({ error: `Give ${what} as text` })
    .trim()
    .regex(/^(?:\+44|0)(?: ?\d){9,10}$/, { error: `Give ${what} as it is dialled, such as 01572 722577` });

/** What is asked on the terminal for each answer. */
export const questions = {
  name: 'Name of the council, such as Rutland County Council',
  area: 'Name of the area, as people say it, such as Rutland',
  postcodeDistricts: 'Postcode districts in which its people live, such as LE15 LE16',
  contactName: 'Whom people ask for, such as Adult Social Care',
  phone: 'Phone number (leave it blank if there is none yet)',
  hours: 'When it is answered, such as Monday to Friday 9am to 5pm (leave it blank if nobody has said)',
  email: 'Email address (leave it blank if there is none yet)',
  safeguardingByDay: 'Phone number to report abuse by day (leave it blank if there is none yet)',
  safeguardingAtNight: 'Phone number to report abuse at night and at weekends (leave it blank if there is none yet)',
  complaintsRole: 'Who handles complaints, such as the Complaints Manager',
  colour: 'Colour of the header, such as #1d4f91 (leave it blank for ours)',
  worker: 'Its word for the worker who assesses, such as social worker',
  keyWorker: 'Its word for the key worker',
  assessment: 'Its word for the assessment, such as care and support assessment',
  firstBudget: 'Its word for the first figure of a budget, such as estimated personal budget',
  carersPay: 'Whether a carer may have to pay for support of their own: yes or no (leave it blank if nobody has said)',
  financialAssessment: 'When finances are assessed: before-plan, beside-plan or after-plan',
  firstReviewFromWeeks: 'Weeks after which the first review may be, such as 6',
  firstReviewToWeeks: 'Weeks by which it is held, such as 8',
  targetDays: 'Days within which it aims to be in touch, such as 28',
  teamsEmail: 'Mailbox of its teams',
} as const;

const shape = {
  name: text('the name of the council, such as Rutland County Council'),
  area: text('the name of the area, as people say it, such as Rutland'),
  postcodeDistricts: z.preprocess(
    (given) => {
      const all = typeof given === 'string' ? given.split(/[\s,;]+/).filter((one) => one !== '') : given;
      return Array.isArray(all)
        ? [...new Set(all.map((one) => (typeof one === 'string' ? one.trim().toUpperCase() : one)))]
        : all;
    },
    z.array(postcodeDistrict, { error: 'Give the postcode districts as a list, such as ["LE15", "LE16"]' }).min(1, {
      error: 'Give at least one postcode district, such as LE15',
    }),
  ),
  contactName: text('whom people ask for, as said after “Contact”, such as Adult Social Care'),
  phone: phone('the phone number').optional(),
  hours: text('when calls are answered, such as Monday to Friday 9am to 5pm').optional(),
  email: z.email({ error: 'Give an email address, or leave it out' }).optional(),
  safeguardingByDay: phone('the number to report abuse by day').optional(),
  safeguardingAtNight: phone('the number to report abuse at night').optional(),
  complaintsRole: text('who handles complaints, as said after “complain to”, such as the Complaints Manager'),
  colour: z
    .string({ error: 'Give the colour as text' })
    .trim()
    .toLowerCase()
    .regex(hexColour, {
      error: 'Give the colour as # and six letters or figures, such as #1d4f91, or leave it out',
    })
    .optional(),
  worker: text('what the council calls the worker who assesses, such as social worker', 60),
  keyWorker: text('what it calls the key worker', 60),
  assessment: text('what it calls the assessment, such as care and support assessment', 60),
  firstBudget: text('what it calls the first figure of a budget, such as estimated personal budget', 60),
  carersPay: z
    .enum(['yes', 'no'], { error: 'Say whether carers may have to pay: yes or no, or leave it out' })
    .optional(),
  financialAssessment: z.enum(['before-plan', 'beside-plan', 'after-plan'], {
    error: 'Say when finances are assessed: before-plan, beside-plan or after-plan',
  }),
  firstReviewFromWeeks: whole('after how many weeks the first review may be', 1, 52),
  firstReviewToWeeks: whole('by how many weeks it is held', 1, 52),
  targetDays: whole('within how many days the council aims to be in touch', 1, 365),
  teamsEmail: z.email({ error: 'Give the mailbox of the teams, which may be changed for each team later' }),
} satisfies Record<keyof typeof questions, z.ZodType>;

/** The answers that may be left out. */
export const mayBeBlank: ReadonlySet<string> = new Set(
  Object.entries(shape).flatMap(([name, one]) => (one.safeParse(undefined).success ? [name] : [])),
);

/** Each answer that contradicts another: the later of the two, and what to do. */
const contradictions = (given: { readonly [Name in keyof typeof shape]?: unknown }) => {
  const { firstReviewFromWeeks: from, firstReviewToWeeks: to } = given;
  return [
    ...(typeof from === 'number' && typeof to === 'number' && from >= to
      ? [['firstReviewToWeeks', `Give more weeks than ${from}, after which the first review may be`] as const]
      : []),
    ...(given.hours !== undefined && given.phone === undefined
      ? [['hours', 'Leave out when calls are answered, or give the phone number too'] as const]
      : []),
  ];
};

/** The answers that make a new council: each is asked for, in this order; the optional ones may be left blank. */
export const newCouncilAnswers = z
  .strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no answer ${issue.keys.join(', ')}: the answers are ${Object.keys(questions).join(', ')}`
        : 'Give the answers as an object',
  })
  .superRefine(
    (given, { addIssue }) => {
      for (const [name, message] of contradictions(given))
        addIssue({ code: 'custom', path: [name], message, input: given[name] });
    },
    // Said with what else is wrong, and not after it.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );
export type NewCouncilAnswers = z.infer<typeof newCouncilAnswers>;

const answered = { status: 'unconfirmed', source: 'Answered when the council was added; the council must confirm it' };
const ours = { status: 'example', source: 'Careway’s suggestion; the council must set its own' };

/** What the council's file says, by these answers. What nobody answered is our own suggestion and marked so, or left out. */
export const councilFrom = (slug: string, given: NewCouncilAnswers) => {
  const team = (name: string) => ({ name, email: given.teamsEmail });
  const { firstReviewFromWeeks: fromWeeks, firstReviewToWeeks: toWeeks } = given;
  const { safeguardingByDay: byDay, safeguardingAtNight: outOfHours } = given;
  return {
    slug,
    name: given.name,
    area: given.area,
    postcodeDistricts: given.postcodeDistricts,
    contact: {
      name: given.contactName,
      ...(given.phone && { phone: given.phone }),
      ...(given.email && { email: given.email }),
      ...(given.hours && { hours: given.hours }),
    },
    ...((byDay || outOfHours) && {
      safeguarding: {
        ...(byDay && { byDay: { phone: byDay } }),
        ...(outOfHours && { outOfHours: { phone: outOfHours } }),
        ...answered,
      },
    }),
    complaints: { role: given.complaintsRole },
    ...(given.colour && { colour: given.colour }),
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
    ...(given.carersPay && { charging: { chargeCarers: given.carersPay === 'yes' } }),
    financialAssessment: given.financialAssessment,
    review: {
      first: { fromWeeks, toWeeks, targetWeeks: fromWeeks },
      later: { months: 12, opensWeeksBefore: 8 },
      reminderLeadDays: { first: Math.min(14, fromWeeks * 7 - 1), later: 28 },
      startsFrom: 'support-start',
      status: 'council-choice',
      source: answered.source,
    } satisfies z.input<typeof reviewWindow>,
    targets: { urgent: 1, 'carer-breakdown': Math.min(7, given.targetDays), standard: given.targetDays },
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
      colour: given.colour ? answered : { status: 'example', source: 'None was given: pages have Careway’s colour' },
      terms: answered,
      eligibilityNotice: { status: 'unconfirmed', source: 'The three conditions of the regulations, in our words' },
      notices: ours,
      financialAssessment: answered,
      targets: answered,
      teams: answered,
    },
  };
};
