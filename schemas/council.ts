import * as z from 'zod';
import { councilAccess } from './access.ts';
import { brand, weakContrasts } from './brand.ts';
import { chargingOptions } from './charging-options.ts';
import { hexColour } from './contrast.ts';
import { councilLimits } from './limits.ts';
import { reviewRequests, reviewSignatures } from './review-rules.ts';
import { reviewWindow } from './review-window.ts';
import { say } from './say.ts';
import { councilSlug } from './scalars.ts';
import { staffRole } from './staff.ts';
import { assessmentTargets, urgency } from './targets.ts';
import { taskKind } from './task.ts';

const words = z.string().min(1).regex(/\S/, { error: 'Give text that says something' });
/** A page on the web that others may be sent to: nothing that a browser would run. */
const web = z.url({ protocol: /^https$/, error: 'Give a web address that begins with https://' });
const phoneNumber = z.string().regex(/^\+?\d[\d ]{2,19}$/, {
  error: 'Give a phone number of figures and spaces, such as 01572 722577',
});

/** The first half of a postcode, in capital letters. */
export const postcodeDistrict = z
  .string()
  .regex(/^[A-Z]{1,2}\d{1,2}[A-Z]?$/, { error: 'Give a postcode district in capital letters, such as LE15 or SW1A' });

/** Where a fact about a council comes from, and whether a person has confirmed it. */
export const provenance = z.strictObject({ status: z.enum(['confirmed', 'unconfirmed', 'example']), source: words });

/** The facts of a council whose sources are told apart; a review window carries its own. */
const provenanceGroup = z.enum([
  'postcodeDistricts',
  'contact',
  'complaints',
  'colour',
  'terms',
  'eligibilityNotice',
  'notices',
  'financialAssessment',
  'targets',
  'teams',
]);

/** How to reach the council; what its page does not give is absent, never invented. */
const contact = z.strictObject({
  /** Whom a person asks for, as said after "Contact": "Adult Social Care", "a customer service advisor". */
  name: words,
  phone: phoneNumber.optional(),
  textRelay: phoneNumber.optional(),
  email: z.email().optional(),
  hours: words.optional(),
  url: web.optional(),
  post: z.array(words).optional(),
});

const number = z.strictObject({ phone: phoneNumber, hours: words.optional() });

/**
 * Where somebody reports abuse or neglect of an adult by phone, by day and at night, at weekends and on bank holidays: as far as the council has
 * given it. Of a number that is not there the pages say so, and whom to call instead. Care Act 2014 s.42.
 */
const safeguarding = z.strictObject({
  byDay: number.optional(),
  outOfHours: number.optional(),
  /** The council's own page about it. */
  url: web.optional(),
  ...provenance.shape,
});

/** The parts of the way from first contact to review, in the order of the published journeys. */
export const stage = z.enum([
  'first-contact',
  'assessment',
  'eligibility',
  'estimated-budget',
  'plan',
  'financial-assessment',
  'support',
  'review',
]);
export type Stage = z.infer<typeof stage>;

/** A word that a council explains to people, and the words that it refers to. */
const glossaryEntry = z.strictObject({ term: words, meaning: words, see: z.array(words).min(1).optional() });

/**
 * Who checks a plan, and what a council does with one that does not pass. Left out: a manager checks it and agrees to it at once, the writer of a
 * plan does not check it, and less support starts 28 days after the person was told.
 */
const planRules = z.strictObject({
  /** Who checks that a plan is affordable, lawful and effective. Where that is not a manager, a manager agrees for the council afterwards. */
  checkedBy: staffRole.extract(['key-worker', 'manager']),
  authorMayCheck: z.boolean(),
  /** The most a week, in pence, that whoever has a role may agree alone, unless the staff directory says another for them; no limit where none is named. */
  limits: z.partialRecord(staffRole, z.int().nonnegative()).optional(),
  /** Who agrees together to what is above the limits: as many as the quorum, of a role; from an amount a week on in any case, where it is named. */
  panel: z
    .strictObject({
      role: staffRole,
      quorum: z.int().min(2).max(9),
      fromWeekly: z.int().nonnegative().optional(),
      status: z.enum(['confirmed', 'unconfirmed', 'example']),
      source: words,
    })
    .optional(),
  status: z.enum(['confirmed', 'unconfirmed', 'example']),
  source: words,
});

/** A team: the mailbox in which it gets its tasks. */
const team = z.strictObject({
  name: words,
  email: z.email(),
  /** Where people reach whoever of the team holds their case, if the council gives such a number. */
  phone: phoneNumber.optional(),
});

/** How often staff get in touch by themselves. */
const contacts = z.strictObject({
  everyWeeks: z.int().min(1).max(52),
  status: z.enum(['confirmed', 'unconfirmed', 'example']),
  source: words,
});

/**
 * What one council decides, as data: `councils/<slug>/council.json`. A test parses every file, and so does the loader.
 *
 * The order of the financial assessment differs between councils' published journeys, therefore it is a setting.
 */
export const council = z
  .strictObject({
    slug: councilSlug,
    name: words,
    /** The people's name for the place, as in "You must live in Leicestershire". */
    area: words,
    /** Postcode districts in which a home may lie in the area; elsewhere the person is told whom to contact. */
    postcodeDistricts: z.array(postcodeDistrict).min(1),
    contact,
    safeguarding: safeguarding.optional(),
    /** The council's own page about a part of the journey, where it has one. */
    stagePages: z.partialRecord(stage, web).optional(),
    /** Who handles complaints, as said after "complain to": "the Customer Relations Manager", "Customer Services". */
    complaints: z.strictObject({ role: words }),
    /** The colour of the header, and the council's own privacy notice; without them the pages have Careway's colour and say whom to ask. */
    colour: z.string().regex(hexColour).optional(),
    /** How else the pages look like the council's own: its mark, colours, font, and where its name leads. */
    brand: brand.optional(),
    privacyUrl: web.optional(),
    /** The council's own terms, used on pages and in emails. */
    terms: z.strictObject({
      worker: words,
      keyWorker: words,
      assessment: words,
      firstBudget: words,
      /** The team that a person with a plan may call, and the independent person who may help to write one. */
      team: words.optional(),
      planner: words.optional(),
    }),
    /** The words that the council explains, in the order of the alphabet. */
    glossary: z
      .array(glossaryEntry)
      .superRefine((entries, { addIssue }) => {
        const terms = entries.map(({ term }) => term);
        for (const [at, { term, see = [] }] of entries.entries()) {
          if (terms.indexOf(term) < at)
            addIssue({ code: 'custom', path: [at, 'term'], message: 'Give each word once', input: term });
          for (const [of, one] of see.entries())
            if (!terms.includes(one) || one === term)
              addIssue({
                code: 'custom',
                path: [at, 'see', of],
                message: `Give another word that is explained here, as it is written there: ${terms.join(', ')}`,
                input: one,
              });
        }
      })
      .optional(),
    /** The three conditions as the council words them, in the order of the regulation. */
    eligibilityNotice: z.tuple([words, words, words]),
    notices: z.strictObject({ charging: words, advice: words, waiting: words, review: words }),
    /** What a carer may pay for support of their own; left out, what the law says of every council. Care Act 2014 s.14(1) and (3). */
    carerChargingNotice: words.optional(),
    /** What the council decides for itself about charging; left out, the regulations' own rules. */
    charging: chargingOptions
      .refine(({ nationalRates }) => nationalRates.length === 0, {
        error: 'National rates are not a council’s own: staff enter them, and others confirm them',
      })
      .optional(),
    financialAssessment: z.enum(['before-plan', 'beside-plan', 'after-plan']),
    plans: planRules.optional(),
    /**
     * Days after which whoever has said that they write their plan is reminded of it, and after which their worker takes it up; left out, 14 and 28, which
     * is our own choice.
     */
    planWriting: z
      .strictObject({
        remindDays: z.int().min(1).max(90).default(14),
        workerDays: z.int().min(2).max(92).default(28),
      })
      .refine(({ remindDays, workerDays }) => remindDays < workerDays, {
        path: ['workerDays'],
        error: 'Give more days than remindDays: the worker takes it up after the reminder',
      })
      .prefault({}),
    /** Who may read which part of a case, where that is other than in `domain/access/`, and for how long a reason opens one. */
    access: councilAccess.optional(),
    review: reviewWindow,
    /** Whose requests for a review the council's own page says it takes; absent where the page is silent. Care Act 2014 s.27(1)(b) stands beside it. */
    reviewRequests: reviewRequests.optional(),
    /** Who signs a review by the council's own page; absent where the page is silent, and the person need not sign then. */
    reviewSignatures: reviewSignatures.optional(),
    targets: assessmentTargets,
    /** Left out, a carer who cannot go on has the target of their own; `urgent` where the council sees them as a person in crisis. */
    carerCannotGoOn: z.literal('urgent').optional(),
    /** Minutes that a form is said to take, by its id, where the council has found that it takes other than is counted. */
    formMinutes: z
      .record(
        z.string().max(60),
        z
          .strictObject({ least: z.int().min(1).max(240), most: z.int().min(1).max(240), ...provenance.shape })
          .refine(({ least, most }) => least <= most, {
            path: ['least'],
            error: 'Give no more minutes than most',
          }),
      )
      .optional(),
    /** In how many working days each kind of work should be done, where that is other than the days in which it is due: managers see the share. */
    stepTargets: z.partialRecord(taskKind, z.int().min(0).max(130)).optional(),
    /** How many weeks lie between two calls to hear how support goes; left out, one call is made soon after support starts, and none between reviews. */
    checkIns: contacts.optional(),
    /** How many weeks lie between two contacts while short-term support is given; left out, it is looked at on its last day alone. */
    shortTermContacts: contacts.optional(),
    /** Days after which a wait for an assessment is looked at again, by urgency; left out, 7, 7 and 28, which is our own choice. */
    waitingLooks: z.record(urgency, z.int().min(1).max(90)).optional(),
    /**
     * Days between the notice that support ends, or that there will be less of it, and that day, unless the person agrees to less. No length stands in the law: 28 is a design
     * rule where a council has not said.
     */
    noticeDays: z.int().min(0).max(120).default(28),
    /** Who reads what people say of the pages, and for how many days it is kept; left out, managers, for a year. */
    feedback: z
      .strictObject({ readBy: staffRole.default('manager'), keepDays: z.int().min(7).max(1095).default(365) })
      .prefault({}),
    /** How often one network address, or one case, may have something done. */
    limits: councilLimits,
    /** Working days after which an overdue task is brought to the manager. */
    escalateAfterWorkingDays: z.int().min(1).max(60),
    /**
     * Minutes without a request after which staff are signed out, and hours after which they are in any case; left out, an hour and a long working
     * day, which is our own choice.
     */
    staffSessions: z
      .strictObject({
        idleMinutes: z.int().min(10).max(240).default(60),
        longestHours: z.int().min(1).max(16).default(10),
      })
      .prefault({}),
    /**
     * Who hears of late work above the managers, and after how many working days; how many working days lie between two mails about the same. Left
     * out, nobody does, and managers are told every 5.
     */
    escalation: z
      .strictObject({
        everyWorkingDays: z.int().min(1).max(20).optional(),
        above: z
          .array(
            z.strictObject({
              afterWorkingDays: z.int().min(1).max(120),
              to: z.union([z.strictObject({ role: staffRole }), z.strictObject({ name: words, email: z.email() })]),
            }),
          )
          .max(5)
          .refine(
            (levels) =>
              levels.every(({ afterWorkingDays: days }, at) => days > (levels[at - 1]?.afterWorkingDays ?? 0)),
            {
              error: 'Give each level more working days than the one above it in the list: it hears later',
            },
          ),
      })
      .optional(),
    /** Working days before the day on which a task is due, on which whoever has it is reminded; left out, 2. */
    remindWorkingDays: z.int().min(1).max(10).optional(),
    /** Days of absence of a key worker from which on people are told whom to ring meanwhile; left out, 28. */
    longAbsenceDays: z.int().min(7).max(365).optional(),
    /** What the council changes in question lists, by the list's id: `schemas/overlay.ts` says what it may, for those who ask the lists. */
    lists: z.record(z.string(), z.unknown()).optional(),
    teams: z.record(staffRole, team),
    provenance: z.record(provenanceGroup, provenance),
  })
  .superRefine(
    (one, { addIssue }) => {
      for (const { path, message, value } of weakContrasts(one))
        addIssue({ code: 'custom', path: [...path], message, input: value });
    },
    // Said with what else is wrong, and not after it.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );
export type Council = z.infer<typeof council>;

/**
 * What the first figure of a budget is called to the person. Some councils call it a personal budget; as long as it may still go up or down it is
 * an estimate, and says so. Care and support statutory guidance 11.24.
 */
export const estimateName = ({ firstBudget }: Pick<Council['terms'], 'firstBudget'>): string =>
  /estimate/i.test(firstBudget) ? firstBudget : say`estimated ${firstBudget}`;
