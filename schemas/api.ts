import * as z from 'zod';
import { casePart } from './access.ts';
import { auditEvent, careCase, caseStage, caseWorker, personEvent } from './case.ts';
import { documentId, heldDocument } from './documents.ts';
import { eligibilityIndication } from './eligibility.ts';
import type { OpenableWork } from './forms/case-actions.ts';
import { mailEntry } from './mail.ts';
import { panelView } from './panel-view.ts';
import { addressProof, knownPerson, personId } from './person.ts';
import { amountOf, dateOf, listOf, oneOf, writtenName, writtenText } from './posted-fields.ts';
import { caseRecord } from './records.ts';
import { caseReference, isoDate, isoInstant } from './scalars.ts';
import { type StaffRole, staffMember, staffRole } from './staff.ts';
import { task, taskId, taskKind } from './task.ts';
import { asTyped, asTypedEmail } from './typed-text.ts';

/** `POST /{council}/applications`: which form, and its answers (checked by that form's own schema). */
export const submitApplicationBody = z.strictObject(
  {
    form: z.string({ error: 'Say which form this is, such as "needs-assessment"' }),
    answers: z.record(z.string(), z.unknown(), { error: 'Send the answers as an object, one field a question' }),
  },
  { error: 'Send an object with "form" and "answers"' },
);

/** What a person is told at once: the reference, a possibility (never a decision), and what happens next. */
export const submittedApplication = z
  .object({
    reference: caseReference,
    carerReference: caseReference.optional().describe('The carer’s own case, where two people are assessed together'),
    receivedAt: isoInstant,
    targetOn: isoDate.describe('The day by which the council aims to have been in touch: a target, not a right'),
    toOpenCase: z
      .literal(true)
      .optional()
      .describe(
        'Present where an open case of the person took it: the reference is that case’s, and no second one is opened',
      ),
    indication: eligibilityIndication
      .optional()
      .describe('Absent where the form asks too little to say, as a referral does'),
    outsideArea: z
      .object({ message: z.string(), findCouncilUrl: z.url() })
      .optional()
      .describe('Present where the home seems to lie outside the council’s area; the application counts all the same'),
    statusUrl: z.url(),
  })
  .meta({ id: 'SubmittedApplication' });
export type SubmittedApplication = z.infer<typeof submittedApplication>;

/** `GET /{council}/applications/{reference}`: where it is. Nothing about the person. */
export const applicationStatus = z
  .object({
    reference: caseReference,
    stage: caseStage,
    stageText: z.string(),
    nextText: z.string(),
    receivedAt: isoInstant,
    targetOn: isoDate.optional(),
    reviewDueOn: isoDate.optional(),
  })
  .meta({ id: 'ApplicationStatus' });
export type ApplicationStatus = z.infer<typeof applicationStatus>;

/** One of a person's cases, among the others. */
export const caseInShort = z
  .object(
    careCase.pick({ reference: true, kind: true, stage: true, openedAt: true, caresFor: true, closed: true }).shape,
  )
  .meta({ id: 'CaseInShort' });

/** A task as staff see it; its token stays inside. */
export const taskView = task
  .omit({ token: true })
  .extend({
    title: z.string(),
    /** What it is about, where no case holds that: a request for a review of a person's plan who is still to be found. */
    request: z.object({ list: z.string(), answers: z.record(z.string(), z.unknown()) }).optional(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskView>;
/** A page of work: at most 50 tasks, or fewer where a filter leaves most of them out, and where there may be more. */
export const taskList = z
  .object({
    tasks: z.array(taskView),
    next: z.string().optional().describe('The address of the next page, where there may be one'),
    previous: z.string().optional().describe('The address of the page before'),
  })
  .meta({ id: 'TaskList' });

const knownSource = z.object({
  list: z.string(),
  title: z.string(),
  record: z.string().optional(),
  at: isoInstant.optional(),
});
const givenAnswers = z.record(z.string(), z.unknown(), { error: 'Send the answers as an object' });
const shownLine = z.object({
  id: z.string(),
  page: z.string().describe('The page of the list on which it stands'),
  label: z.string(),
  lines: z.array(z.string()),
});

/** What bears on a piece of work, from the person and the case as they are now. */
const beforeLine = z.object({
  about: z.string().describe('What it is about, such as `reach` or `sharing`'),
  label: z.string(),
  lines: z.array(z.string()),
});

/** `GET …/tasks/{id}`: the task, the list that it asks, and what is known of each question before anybody types. */
export const openedTask = taskView
  .extend({
    otherOpenCases: z
      .array(caseInShort)
      .optional()
      .describe('What else of the same person is open: of two cases about needs one is to be closed as a duplicate'),
    list: z.object({ id: z.string(), version: z.int() }).optional(),
    beforeYouBegin: z
      .array(beforeLine)
      .optional()
      .describe(
        'What to know before one begins: safe ways to make contact, formats, language, who may act, with whom to share, discharge, alerts. Only what bears on this kind of work.',
      ),
    said: z.string().optional().describe('What was said by whoever opened it by hand'),
    copiesToPrint: z
      .array(z.object({ id: z.string(), title: z.string(), pdf: z.string(), largePrint: z.string() }))
      .optional()
      .describe('The copies that are to be sent, each with the address of its file'),
    known: z
      .array(
        z.object({
          question: z.string(),
          answer: z.unknown(),
          lines: z.array(z.string()).describe('The answer in words'),
          from: knownSource,
          isAccepted: z
            .boolean()
            .describe('Whether it may be sent as unchanged; otherwise it stands beside the question'),
        }),
      )
      .optional(),
    councilAnswers: z
      .array(z.object({ label: z.string(), lines: z.array(z.string()), from: knownSource }))
      .optional()
      .describe('Answers to the council’s own questions that are meant for this kind of work'),
  })
  .meta({ id: 'OpenedTask' });

/** What stands beside the questions where a list is not enough: the working of a decision or a charge, the money of a plan, what a checker reads. */
const taskPanel = z
  .object({
    id: z.string(),
    title: z.string(),
    sections: z.array(z.string()).optional().describe('The sections beside which it stands; all where none is named'),
    blocks: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
        z.object({ kind: z.literal('text'), text: z.string() }),
        z.object({ kind: z.literal('list'), items: z.array(z.string()), numbered: z.boolean() }),
        z.object({
          kind: z.literal('table'),
          caption: z.string(),
          head: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          amounts: z.array(z.int()).describe('The columns that are money, counted from 0'),
        }),
        z.object({
          kind: z.literal('shares'),
          caption: z.string(),
          head: z.tuple([z.string(), z.string()]),
          rows: z.array(
            z.object({
              label: z.string(),
              amount: z.string(),
              bar: z.object({ from: z.number(), width: z.number(), colour: z.string() }).optional(),
            }),
          ),
        }),
      ]),
    ),
  })
  .meta({ id: 'TaskPanel' });
export type ShownPanel = z.infer<typeof taskPanel>;

/** `POST …/tasks/{id}/lines`: what the answers so far add up to; they need not be complete. */
export const linesBody = z.strictObject({ answers: givenAnswers }, { error: 'Send an object with "answers"' });
export const shownLines = z
  .object({ lines: z.array(shownLine), panels: z.array(taskPanel) })
  .meta({ id: 'ShownLines' });

/** `GET …/staff/print`: the letters and copies that wait to be printed. */
export const printQueue = z
  .object({
    letters: z.array(
      z.object({
        task: z.string(),
        reference: z.string(),
        dueOn: isoDate,
        late: z.boolean(),
        reason: z.string().optional().describe('How they are wanted'),
        copies: z.array(z.object({ title: z.string(), pdf: z.string(), largePrint: z.string() })),
      }),
    ),
    next: z.string().optional(),
    previous: z.string().optional(),
  })
  .meta({ id: 'PrintQueue' });
export type PrintQueue = z.infer<typeof printQueue>;

/** `GET …/tasks/{id}/panel`: what a panel has said of a plan so far. */
export const panelState = z
  .object({
    quorum: z.int(),
    members: z.array(z.object({ id: z.string(), name: z.string() })).describe('Who can be on it today'),
    views: z.array(panelView.pick({ by: true, at: true, view: true, why: true, sentBack: true })),
    decided: z.boolean(),
  })
  .meta({ id: 'PanelState' });
/** `POST …/tasks/{id}/panel`. */
export const viewRecorded = z
  .object({ decided: z.boolean().describe('Whether the panel has decided with this view') })
  .meta({ id: 'ViewRecorded' });

/** `POST …/tasks/{id}/complete`: the answers to the list of this kind of work, and which known answers stay as they are. */
export const completeTaskBody = z.strictObject(
  {
    answers: givenAnswers,
    unchanged: z
      .array(z.string(), { error: 'Give the questions whose known answers stay as a list' })
      .optional()
      .describe('Questions whose known answer is taken over as it is'),
  },
  { error: 'Send an object with "answers"' },
);
export const completedTask = z
  .object({
    id: taskId,
    kind: taskKind,
    outcome: z.string(),
    completedAt: isoInstant,
    /** Absent for work that belongs to no case. */
    stage: caseStage.optional(),
    carerReference: caseReference.optional().describe('The case of a carer who has accepted an assessment'),
  })
  .meta({ id: 'CompletedTask' });

const versionOfAnswer = z.int().nonnegative();
/** `POST …/tasks/{id}/sections/{section}`: answers of unfinished work, right or wrong, each saved by itself. */
export const saveSectionBody = z.strictObject(
  {
    answers: givenAnswers.optional().describe('By question; null empties one'),
    unchanged: z.array(z.string()).optional().describe('Questions whose known answer is taken over as it is'),
    basis: z
      .record(z.string(), versionOfAnswer)
      .optional()
      .describe('The version of each answer as it was read; one that somebody else changed since is not written over'),
    choose: z
      .record(z.string(), z.strictObject({ keep: z.enum(['mine', 'theirs']), seen: versionOfAnswer }))
      .optional()
      .describe('Of two answers to a question, which is to stand, and the version of the other that was seen'),
    page: z.string().max(60).optional().describe('Names the open page, so that what it sends twice changes nothing'),
    nth: z.int().nonnegative().optional().describe('Counts what that page sends; what comes late changes nothing'),
  },
  { error: 'Send an object with "answers"' },
);
export type SaveSectionBody = z.infer<typeof saveSectionBody>;

const savedAnswer = z.object({
  answer: z.unknown().optional(),
  unchanged: z.boolean().optional(),
  version: z.int(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: isoInstant,
});
/** `GET …/tasks/{id}/sections/{section}`: what is saved of a section, and who else is writing on the task. */
const sectionShape = {
  section: z.string(),
  version: z.int().describe('The version of the whole draft; 0 where nothing is saved'),
  answers: z.record(z.string(), savedAnswer),
  writing: z.array(z.object({ name: z.string(), since: isoInstant })),
};
export const sectionOfTask = z
  .object({ ...sectionShape, csrf: z.string().optional(), you: z.string() })
  .meta({ id: 'SectionOfTask' });

/** `POST …/tasks/{id}/sections/{section}`: what is saved now, and what is not yet. */
export const savedSection = z
  .object({
    ...sectionShape,
    savedAt: isoInstant,
    conflicts: z
      .array(savedAnswer.extend({ question: z.string() }))
      .describe('Answers that somebody else changed meanwhile: theirs, which stand until one is chosen'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).describe('What could not be stored'),
    lines: z.array(shownLine),
    shown: z
      .object({
        said: z.string(),
        also: z.string(),
        was: z.record(z.string(), z.unknown()),
        html: z.record(z.string(), z.string()),
        panels: z.string().optional(),
        fill: z.array(z.tuple([z.string(), z.string()])),
      })
      .optional()
      .describe('The same for the script of the page'),
  })
  .meta({ id: 'SavedSection' });

/** `POST …/tasks/{id}/kept-text`: what was typed on a task that has ended. */
export const keepAsNoteBody = z.strictObject(
  {
    text: z
      .string({ error: 'Enter the text' })
      .overwrite(asTyped)
      .min(1, { error: 'Enter the text that you want to keep' }),
  },
  { error: 'Send an object with "text"' },
);
export const keptNote = z.object({ kept: z.literal(true) }).meta({ id: 'KeptNote' });

const toWhom = 'Say to whom, by their id in the staff directory';

/** `POST …/tasks/{id}/assign`: to whom, by their id in the staff directory. */
export const assignTaskBody = z.strictObject(
  {
    to: z.string({ error: toWhom }).min(1, { error: toWhom }).max(128, { error: toWhom }),
    givesAccess: z
      .boolean()
      .optional()
      .describe(
        'Of work on a restricted record: they may open the record from now on, for which the caller must be able to',
      ),
  },
  { error: 'Send an object with "to"' },
);

/** `POST …/cases/{reference}/held`: which messages that a death had held are sent anew. */
export const sendHeldBody = z.strictObject(
  { keys: listOf('the messages', z.string().max(150)).min(1, { error: 'Give the keys of the messages to send' }) },
  { error: 'Send an object with "keys"' },
);

export const keyWorkerView = z
  .object({ reference: caseReference, keyWorker: caseWorker, tasks: z.array(taskView) })
  .meta({ id: 'KeyWorkerOfCase' });

/** What is sent to take somebody out of the directory: that it is meant. */
export const leaveBody = z.strictObject(
  { left: z.literal(true, { error: 'Send true, where they have left' }) },
  { error: 'Send an object with "left": true' },
);
/** `POST …/people/{id}/leave`: who has left, and the work that went back to their teams. */
export const personLeft = z.object({ id: z.string(), tasks: z.array(taskId) }).meta({ id: 'StaffMemberLeft' });

export const reviewPlanned = z.object({ generation: z.int(), dueOn: isoDate }).meta({ id: 'ReviewPlanned' });

/** Who may open it: anybody on the staff raises a worry about safety, the rest is for those who work on cases as a whole. */
export const rolesToOpen = (kind: OpenableWork): readonly StaffRole[] =>
  kind === 'look-into-safety'
    ? staffRole.options
    : [
        'contact-officer',
        'assessor',
        'key-worker',
        'manager',
        // Whoever worked it out may be the one who sees that it is wrong.
        ...(kind === 'assess-finances' ? (['finance-officer'] as const) : []),
      ];

/** Whether it is opened on a closed case too: the duty to look into a worry does not end with the case. Care Act 2014 s.42. */
export const isOpenableOnClosed = (kind: OpenableWork): boolean => kind === 'look-into-safety';

export const addressConfirmed = z
  .object({ reference: caseReference, whose: z.enum(['person', 'helper']), ...addressProof.partial().shape })
  .meta({ id: 'AddressConfirmed' });

const emailLike = 'Enter an email address like name@example.com';

/** `PUT …/people/{id}`: a member of staff, as the council's directory has them. */
export const savePersonBody = z.strictObject(
  {
    name: writtenName('the name'),
    email: z
      .string({ error: emailLike })
      .overwrite(asTypedEmail)
      .check(z.email({ error: emailLike })),
    roles: listOf('the roles', oneOf(staffRole.options, `Choose a role: ${staffRole.options.join(', ')}`)).min(1, {
      error: 'Choose at least one role',
    }),
    teams: listOf('the teams', writtenText('the name of each team', 80))
      .max(10, { error: 'Give at most 10 teams' })
      .optional(),
    manager: z
      .string()
      .max(128, { error: 'Give the manager by their id' })
      .nullable()
      .optional()
      .describe('The id of who leads them; null for nobody. What is left out of these stays as it is'),
    weeklyLimit: amountOf('the limit', 'Enter the limit as an amount of money')
      .max(100_000_00, { error: 'The limit must be £100,000 a week or less' })
      .nullable()
      .optional()
      .describe('Up to what weekly amount, in pence, they may agree a plan; null for what their role has'),
    prefersDigest: z.boolean({ error: 'Say true or false' }).optional(),
  },
  { error: 'Send an object with "name", "email" and "roles"' },
);

/** `POST …/join`: somebody who is not in the directory yet, by the id of their sign-in. */
export const addPersonBody = savePersonBody.extend({
  id: z
    .string({ error: 'Give the id of the person’s sign-in' })
    .overwrite(asTyped)
    .min(1, { error: 'Give the id of the person’s sign-in' })
    .max(128, { error: 'The id of a sign-in has at most 128 characters' }),
});

/** `POST …/people/{id}/absence`: from when to when, and who covers. */
export const absenceBody = z.strictObject(
  {
    from: dateOf('the first day'),
    to: dateOf('the last day'),
    cover: z.string().min(1).max(128).optional().describe('The id of the cover; left out, the team'),
    was: dateOf('the first day of the absence').optional().describe('Of an absence that is changed: its first day'),
  },
  { error: 'Send an object with "from" and "to"' },
);

/** `POST …/people/{id}/absence/end`: which absence ends, by its first day. */
export const endAbsenceBody = z.strictObject(
  { from: dateOf('the first day of the absence') },
  { error: 'Send an object with "from"' },
);

/** `POST …/me`: what somebody wants of mail. */
export const preferencesBody = z.strictObject(
  { prefersDigest: z.boolean({ error: 'Say true or false' }) },
  { error: 'Send an object with "prefersDigest"' },
);
export const people = z.object({ people: z.array(staffMember) }).meta({ id: 'People' });

/** `POST …/persons/{id}/join` and `…/part`: who turned out to be the same person, or not to be. */
export const joinPersonsBody = z.strictObject(
  { other: personId.describe('The id of the other person; the one in the address leads') },
  { error: 'Send an object with "other", the id of a person' },
);

/** `PUT …/cases/{reference}/cared-for`: whom the carer looks after. */
export const caredForBody = z.strictObject(
  { person: personId.nullable().describe('The id of the person, or null where it is not known') },
  { error: 'Send an object with "person", the id of a person or null' },
);

/** A person with all of their cases. */
export const personView = z
  .object({ person: knownPerson, cases: z.array(caseInShort).describe('The newest first') })
  .meta({ id: 'PersonWithCases' });

/** What was held because of a death: `keys` of each case may be sent anew. */
export const heldMessages = z
  .object({
    held: z.array(z.object({ reference: caseReference, key: z.string(), template: z.string(), at: isoInstant })),
  })
  .meta({ id: 'HeldMessages' });

/** `GET …/cases/{reference}`: what is stored about one case and its person, as far as the caller's work needs it. */
export const caseView = z
  .object({
    case: careCase,
    person: knownPerson.describe('Whom the case is about, as they are known now'),
    otherCases: z.array(caseInShort).describe('What else the person has or had with the council, the newest first'),
    tasks: z.array(taskView),
    records: z.array(caseRecord),
    mail: z.array(mailEntry),
    events: z
      .array(z.union([auditEvent, personEvent]))
      .describe('What was done to the case and to its person, the first first'),
    withheld: z
      .array(casePart)
      .describe('The parts of the case of which something is not shown, since the work of the caller does not need it'),
  })
  .meta({ id: 'CaseView' });

/** `GET …/cases/{reference}/timeline`: a page of the history. */
export const caseTimeline = z
  .object({
    events: z.array(z.union([auditEvent, personEvent])).describe('What was done, the newest first'),
    next: z.string().optional().describe('Sent as `before`, brings the page after this one; absent at the end'),
  })
  .meta({ id: 'CaseTimeline' });

const documentView = z
  .object({
    id: documentId,
    name: z.string().describe('As the person’s file was called'),
    size: z.int().describe('Bytes'),
    type: heldDocument.shape.type,
    question: z.string().describe('The question that it answers'),
    sentAt: isoInstant,
    scan: z
      .enum(['clear', 'being-checked', 'not-safe', 'not-checked'])
      .describe('Whether it is given out: only what is clear'),
  })
  .meta({ id: 'Document' });

/** `GET …/cases/{reference}/documents`. */
export const documentList = z.object({ documents: z.array(documentView) }).meta({ id: 'DocumentList' });

/** `GET …/documents/{id}`: where to get it. */
export const documentAddress = z
  .object({
    ...documentView.pick({ id: true, name: true, size: true, type: true }).shape,
    url: z.url().describe('Works for a minute, without signing in; do not keep it'),
  })
  .meta({ id: 'DocumentAddress' });

/** Every error of the API. @see RFC 9457 */
export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('Stable name of the problem'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong and what to do. RFC 9457.' });

/** The roles that may use each call of the staff site; a task's own role is checked besides. */
export const everyRole = staffRole.options;

/** What was done about who writes a plan. */
export const planHelpSaved = z.strictObject({ done: z.enum(['who-writes', 'invite', 'send-back']) });
