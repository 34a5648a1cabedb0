import * as z from 'zod';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';

/** The emails that go to the person and to whoever helps them. */
export const mailTemplate = z.enum([
  'application-received',
  'short-term-arranged',
  'decision-made',
  'advice-given',
  'estimate-ready',
  'money-wanted',
  'charge-ready',
  'plan-to-write',
  'plan-to-agree',
  'plan-changes-wanted',
  'plan-agreed',
  'plan-revised',
  'plan-changed',
  'plan-news',
  'budget-fixed',
  'plan-not-agreed',
  'support-set-up',
  'review-coming',
  'visit-arranged',
  'visit-changed',
  'visit-cancelled',
  'visit-missed',
  'visit-coming',
  'review-to-sign',
  'reassessment-begun',
  'answer-ready',
  'delay-explained',
  'running-late',
  'complaint-received',
  'complaint-acknowledged',
  'complaint-answered',
  'key-worker-changed',
  'case-closed',
  'news-waiting',
  'support-ending',
  'advocate-arranged',
  'wait-looked-at',
  'pass-on-to-carer',
  'case-reopened',
  'case-duplicate',
]);
export type MailTemplate = z.infer<typeof mailTemplate>;

/** The emails that go to staff. */
export const staffMailTemplate = z.enum([
  'task-opened',
  'overdue-digest',
  'task-escalated',
  'work-taken-back',
  'task-reminder',
  'work-handed-on',
  'back-at-work',
  'record-opened',
  'visit-in-calendar',
]);
export type StaffMailTemplate = z.infer<typeof staffMailTemplate>;

/**
 * The emails that go to an address of which it is not known whose it is; they say nothing of a person or a case, not even a reference or a
 * name. The first after a form names the form, by which who has sent it knows that it is no fraud.
 */
export const linkMailTemplate = z.enum([
  'sign-in-link',
  'draft-lapsing',
  'fill-in-together',
  'confirm-address',
  'plan-invitation',
  'details-changed',
  'review-request-received',
]);
export type LinkMailTemplate = z.infer<typeof linkMailTemplate>;

/**
 * One line of the send ledger: a message that was sent, or that could not be. Its key is the step and the reader, so a
 * retried step finds it and sends nothing twice. Holds no address.
 */
export const mailEntry = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  /** `<thread>.<step>.<reader>`, such as `assessment-1.send-decision.person`. */
  key: z.string().max(150),
  version: z.int().positive(),
  template: z.union([mailTemplate, staffMailTemplate, linkMailTemplate.extract(['confirm-address'])]),
  /** `held`: due to an address that is not proved, so that it was not said there; it is said once the address is. */
  status: z.enum(['sent', 'undelivered', 'bounced', 'complained', 'held']),
  messageId: z.string().optional(),
  /** It came back for a while, or from an address that is not the reader's any more: from then it is due once more. */
  againFrom: isoInstant.optional(),
  /** Whether it has come back before. */
  cameBack: z.boolean().optional(),
  /** Of what is held because the person has died; `sent-anew` once that was undone and staff had it sent. */
  withheld: z.enum(['death', 'sent-anew']).optional(),
  at: isoInstant,
});
export type MailEntry = z.infer<typeof mailEntry>;

/** A finished email: one text, said twice. */
export const email = z.strictObject({ subject: z.string().max(200), text: z.string(), html: z.string() });
export type Email = z.infer<typeof email>;

/** A form as a mail names it: which list it is, what it is called in English, and the day on which it was sent. */
export type SentForm = { readonly list: string; readonly title: string; readonly sentOn: string };

/**
 * All that an email to a person may carry of a case: its reference, their first name and what to do next.
 * Dates are written out for reading, as in "Monday 16 February 2026".
 */
export type PersonMail = {
  readonly firstName: string;
  readonly reference: string;
  /** The person the case is about, where a helper is written to: their first name. */
  readonly about?: string;
  readonly council: {
    readonly name: string;
    readonly worker: string;
    readonly keyWorker: string;
    /** The assessment that the case is about. */
    readonly assessment: string;
    readonly firstBudget: string;
    readonly contactName: string;
    readonly phone?: string;
    readonly hours?: string;
    readonly textRelay?: string;
    readonly email?: string;
    readonly url?: string;
    readonly complaintsRole: string;
    /** The council's own words, of which a mail explains those that stand in it. */
    readonly glossary?: readonly { readonly term: string; readonly meaning: string }[];
  };
  /** What was asked for, as it stands after “a”: of two who are assessed together, both. */
  readonly asked: string;
  readonly statusUrl: string;
  /** Where the reader signs in to follow the case. */
  readonly caseUrl: string;
  /** For `advice-given`: where it says what help there is. */
  readonly supportUrl: string;
  /** For `pass-on-to-carer`: where a carer asks for an assessment of their own. */
  readonly carerFormUrl?: string;
  /** For `review-coming`: where someone else asks for a review of the plan. */
  readonly reviewRequestUrl?: string;
  /** For `application-received` and `delay-explained`: by when the council aims to be in touch, while that day is to come. */
  readonly targetOn?: string;
  /** For `running-late`: by when they hear again. */
  readonly hearBy?: string;
  /** For `application-received`: the form that was sent. */
  readonly form?: SentForm | undefined;
  /** Whom the person knows by name, by the council's word, with the phone of their team where the council gives one. */
  readonly keyWorker?: {
    readonly name: string;
    readonly word: string;
    readonly since?: string;
    readonly phone?: string;
  };
  /** For `support-set-up`: the day on which support starts, or has started. */
  readonly support?: { readonly startsOn: string; readonly hasStarted: boolean };
  /** How copies of what the mail tells of come to the person, where they do not only read them on the website. */
  readonly copyComes?: 'by-post' | 'in-format';
  /** Whether a plan was in force before the one that the mail is about. */
  readonly hadPlan?: boolean;
  /** For `review-coming`. */
  readonly review?: { readonly kind: 'first' | 'later' | 'early'; readonly dueOn: string };
  /** For mails about visits: those to come, as in "Monday 16 February 2026" and "14:30". Where they are is told to whoever signs in. */
  readonly visits?: readonly { readonly on: string; readonly startsAt: string }[];
  /** For `case-duplicate`: the reference of the case with which the council goes on. */
  readonly goesOnWith?: string;
  /** For `news-waiting`: what was due before the address was proved, the first first. */
  readonly waiting?: readonly MailTemplate[];
  /** For `news-waiting`: whether it waited because the address was not confirmed. */
  readonly confirmed?: boolean;
};

/** One task in a mail to staff: what to do, on which case, by when. */
export type TaskLine = {
  readonly title: string;
  readonly reference: string;
  /** Whom it is about: their first name and no more; left out where their record is restricted. */
  readonly person?: string;
  readonly dueOn: string;
  /** How it stands: "3 working days late", "done", "with Rob Lee". */
  readonly note?: string;
  readonly url: string;
};

/** What an email to staff carries. `task-opened` and `work-taken-back` have one task, the others list them. */
export type StaffMail = {
  /** The member of staff, or the team, by name. */
  readonly to: string;
  readonly councilName: string;
  readonly tasks: readonly TaskLine[];
  /** How many more there are than are listed, and where they are. */
  readonly more?: number;
  readonly restUrl?: string;
  /** What the list is about: "Ann Ford is away until Friday 13 March 2026". */
  readonly about?: string;
  /** How many of the tasks are late, are due today and are open: those that are not listed too. */
  readonly counts?: { readonly late: number; readonly today: number; readonly open?: number };
  /** How many people said something of the pages and from which day on, and where it is read. */
  readonly feedback?: { readonly said: string; readonly since: string; readonly url: string };
};

/** What such an email carries: a link, and until when it is good or by when we act, as in "10:14" or "Monday 16 February 2026". */
export type LinkMail = {
  readonly council: Omit<
    PersonMail['council'],
    'worker' | 'keyWorker' | 'assessment' | 'firstBudget' | 'complaintsRole'
  >;
  readonly url: string;
  readonly until: string;
  /** For `draft-lapsing`: how many parts of the form are done, of how many. */
  readonly parts?: { readonly done: number; readonly total: number };
  /** For `confirm-address`: the form that was sent with the address. */
  readonly form?: SentForm | undefined;
};
