import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { londonDate } from '../../domain/time/clock-time.ts';
import {
  caseLooks,
  giveReasonBody,
  looksOfDay,
  reasonAsked,
  reasonGiven,
  restrictBody,
  restrictionView,
} from '../../schemas/access.ts';
import type { Today } from '../../schemas/answer-kinds.ts';
import { answersSchema } from '../../schemas/answers.ts';
import {
  absenceBody,
  addPersonBody,
  addressConfirmed,
  applicationStatus,
  assignTaskBody,
  caredForBody,
  caseInShort,
  caseTimeline,
  caseView,
  completedTask,
  completeTaskBody,
  documentAddress,
  documentList,
  endAbsenceBody,
  heldMessages,
  joinPersonsBody,
  keepAsNoteBody,
  keptNote,
  keyWorkerView,
  leaveBody,
  linesBody,
  openedTask,
  panelState,
  people,
  personLeft,
  personView,
  planHelpSaved,
  preferencesBody,
  printQueue,
  problem,
  reviewPlanned,
  savedSection,
  savePersonBody,
  saveSectionBody,
  sectionOfTask,
  sendHeldBody,
  shownLines,
  submitApplicationBody,
  submittedApplication,
  taskList,
  taskView,
  viewRecorded,
} from '../../schemas/api.ts';
import { contactBody, contactRecorded, detailsBody } from '../../schemas/contact.ts';
import type { Council } from '../../schemas/council.ts';
import { eventKinds } from '../../schemas/event-words.ts';
import { findPersonsBody, personsFound } from '../../schemas/find.ts';
import type { Form } from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import {
  addressChecked,
  caseClosing,
  caseReopening,
  deathRecord,
  deathUndoing,
  earlyReview,
  jointDecision,
  keyWorkerChange,
  visitWanted,
  workWanted,
} from '../../schemas/forms/case-actions.ts';
import { panelViewForm } from '../../schemas/forms/panel-view.ts';
import { planHelp } from '../../schemas/forms/plan-help.ts';
import { confirmRatesBody, enterRatesBody, nationalRates, ratesView } from '../../schemas/national-rates.ts';
import { type Route, routes } from '../../schemas/routes.ts';
import { caseReference, isoDate } from '../../schemas/scalars.ts';
import { staffMember } from '../../schemas/staff.ts';
import { supportFound, supportWanted } from '../../schemas/support-catalogue.ts';
import { taskKind } from '../../schemas/task.ts';
import { reassignBody, reassigned, seenTaskBody, taskNoteBody, waitBody } from '../../schemas/task-calls.ts';
import { figuresAs, figuresOfMonths, teamFigures } from '../../schemas/team-figures.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { workFilter } from '../../schemas/work-filter.ts';
import { workLists } from '../../schemas/work-lists.ts';
import type { Deps } from '../deps.ts';
import { askedBy } from '../runtime/council-lists.ts';

type Described = {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly success: Readonly<Record<string, z.ZodType>>;
  readonly errors: readonly number[];
};

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .describe('The same key with the same content is answered as before; a key is kept for a day'),
});

/** The answers to a list as councils ask it that have changed it, each under the council's own name. */
const ownAnswers = (list: Form, served: readonly Council[], today: Today): z.ZodType[] =>
  served.flatMap((council) => {
    const own = askedBy(council, list);
    return own === list ? [] : [answersSchema(own, today, council)];
  });

/** What each JSON call takes and gives. A call that is not here answers with a page. */
const described = (today: Today, served: readonly Council[]): Partial<Record<Route['call'], Described>> => ({
  'submit-application': {
    summary: 'Send a completed form',
    // Each form with its own answers; any other name is refused with 404.
    body: z.union(
      [...applicationForms.values()].map((form) =>
        submitApplicationBody.extend({
          form: z.literal(form.id),
          answers: answersSchema(form, today),
        }),
      ),
    ),
    headers: idempotencyKey,
    success: { 201: submittedApplication, 200: submittedApplication },
    errors: [400, 404, 409, 413, 415, 422, 429, 503],
  },
  'read-application': {
    summary: 'See where an application is',
    success: { 200: applicationStatus },
    errors: [404],
  },
  'list-tasks': {
    summary: 'List the open tasks of your roles, fifty a page: the earliest due first, of those the most pressing',
    query: workFilter,
    success: { 200: taskList },
    errors: [400, 401, 403, 404],
  },
  'read-task': {
    summary: 'Read a task, with what is known of each of its questions',
    success: { 200: openedTask },
    errors: [401, 403, 404],
  },
  'work-out-lines': {
    summary: 'Work out what answers add up to, before they are sent',
    body: linesBody,
    success: { 200: shownLines },
    errors: [400, 401, 403, 404, 413, 415],
  },
  'read-section': {
    summary: 'Read what is saved of one section of a task, and who is writing on it',
    success: { 200: sectionOfTask },
    errors: [401, 403, 404],
  },
  'save-section': {
    summary: 'Save answers of unfinished work, right or wrong, each by itself',
    body: saveSectionBody,
    success: { 200: savedSection },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'keep-as-note': {
    summary: 'Keep what was typed on a task that has ended as a note of its case',
    body: keepAsNoteBody,
    success: { 201: keptNote },
    errors: [400, 401, 403, 404, 413, 415],
  },
  'assign-task': {
    summary: 'Take a task, or give it to someone',
    body: assignTaskBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'show-team': {
    summary: 'Count open work by team, kind and worker',
    query: figuresAs,
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-waiting-list': {
    summary: 'List who waits for an assessment',
    query: figuresAs.extend({ kind: taskKind.optional(), after: z.string().optional() }),
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-reviews': {
    summary: 'Count planned reviews by month, or list those of one',
    query: figuresAs.extend({ month: z.string().optional(), after: z.string().optional() }),
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-times': {
    summary: 'Say how long each kind of work takes, beside its target',
    query: figuresAs,
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-screening': {
    summary: 'Say what people ticked as hard on the form beside what assessors found',
    query: figuresOfMonths,
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-help-given': {
    summary: 'Say which help was offered, what people said to it, and what became of what they wanted',
    query: figuresOfMonths,
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'show-form-minutes': {
    summary: 'Say how many minutes people took over each form, beside what the form says',
    query: figuresOfMonths,
    success: { 200: teamFigures },
    errors: [401, 403, 404],
  },
  'take-next-task': {
    summary: 'Take the task of your teams that is due first and that nobody has',
    success: { 200: taskView },
    errors: [401, 403, 404, 409],
  },
  'claim-task': {
    summary: 'Take a task, of the version that you saw',
    body: seenTaskBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415],
  },
  'put-back-task': {
    summary: 'Give a task back to its team',
    body: seenTaskBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415],
  },
  'wait-task': {
    summary: 'Let a task wait for something, until a day on which it comes back by itself',
    body: waitBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415],
  },
  'end-wait': {
    summary: 'Go on with a task that waits',
    body: seenTaskBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415],
  },
  'note-task': {
    summary: 'Keep a note beside a task',
    body: taskNoteBody,
    success: { 200: taskView },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'reassign-tasks': {
    summary: 'Give tasks to one worker, each by itself; says of each whether it moved',
    body: reassignBody,
    success: { 200: reassigned },
    errors: [400, 401, 403, 404, 413, 415],
  },
  'read-handover': {
    summary: 'Say that you have read what was promised on a task that was handed to you',
    success: { 200: taskView },
    errors: [401, 403, 404, 409],
  },
  'complete-task': {
    summary: 'Finish a task with the answers to its form',
    body: completeTaskBody.extend({
      answers: z
        .union(
          taskKind.options.flatMap((kind) => {
            const base = answersSchema(workLists[kind], today);
            return [
              base.meta({ title: kind, description: kindsOfWork[kind].title }),
              ...ownAnswers(workLists[kind], served, today),
            ];
          }),
        )
        .describe('The answers to the form of this kind of task'),
    }),
    success: { 200: completedTask },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'show-print-queue': {
    summary: 'List the letters and copies that wait to be printed, the earliest due first',
    query: workFilter.pick({ after: true, before: true }),
    success: { 200: printQueue },
    errors: [400, 401, 403, 404],
  },
  'show-panel': {
    summary: 'Read a plan on which a panel decides, with what its members have said',
    success: { 200: panelState },
    errors: [401, 403, 404],
  },
  'record-panel-view': {
    summary: 'Say your view of a plan as a member of its panel; the view that decides ends the task',
    body: answersSchema(panelViewForm, today),
    success: { 200: viewRecorded },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'read-case': { summary: 'Read all that is stored about a case', success: { 200: caseView }, errors: [401, 403, 404] },
  'show-case-timeline': {
    summary: 'Read the history of a case, the newest first, some lines at a time',
    query: z.object({
      kind: z.enum(Object.keys(eventKinds)).optional().describe('Only lines of this kind'),
      who: z.enum(['staff', 'public', 'platform']).optional().describe('Only what they did'),
      system: z.enum(['hide']).optional().describe('Without what the platform did by itself'),
      from: isoDate.optional().describe('The earliest day'),
      to: isoDate.optional().describe('The latest day'),
      before: z.string().optional().describe('What the page before gave as `next`'),
    }),
    success: { 200: caseTimeline },
    errors: [400, 401, 403, 404],
  },
  'list-documents': {
    summary: 'List the documents of a case, the oldest first',
    success: { 200: documentList },
    errors: [401, 403, 404],
  },
  'show-reason': {
    summary: 'Read what a reason to look further at a case opens, and of a restricted record whom to ask',
    success: { 200: reasonAsked },
    errors: [401, 403, 404],
  },
  'give-reason': {
    summary: 'Say why a case is needed that the caller’s work does not need: it opens to them for a while',
    body: giveReasonBody,
    success: { 201: reasonGiven },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'show-looks': {
    summary: 'Read who looked at a case, the newest first',
    success: { 200: caseLooks },
    errors: [401, 403, 404],
  },
  'list-looks': {
    summary: 'List who looked at cases without a task on a day',
    query: z.object({ day: isoDate.optional().describe('Today where it is left out') }),
    success: { 200: looksOfDay },
    errors: [401, 403, 404],
  },
  'show-restriction': {
    summary: 'Read to whom a person’s record is restricted',
    success: { 200: restrictionView },
    errors: [401, 403, 404],
  },
  'restrict-person': {
    summary: 'Restrict a person’s record to named staff, or end that',
    body: restrictBody,
    success: { 200: restrictionView },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'read-document': {
    summary: 'Get an address of a document that works for a minute; each time is kept in the history',
    success: { 200: documentAddress },
    errors: [401, 403, 404, 409],
  },
  'close-case-early': {
    summary: 'Close a case before its journey ends',
    body: answersSchema(caseClosing, today),
    success: { 200: applicationStatus },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'begin-visit': {
    summary:
      'Begin to set, move or call off a visit: the work that is open for it, or new work, to be finished like any other',
    body: answersSchema(visitWanted, today),
    success: { 200: taskView, 201: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'bring-review-forward': {
    summary: 'Bring a review forward',
    body: answersSchema(earlyReview, today),
    headers: idempotencyKey,
    success: { 201: reviewPlanned },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'open-work': {
    summary: 'Open a piece of work by hand, or raise a worry about safety',
    body: answersSchema(workWanted, today),
    headers: idempotencyKey,
    success: { 201: taskView },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'change-plan-help': {
    summary: 'Say who writes the plan, invite somebody to help, or give a draft back, on the person’s word',
    body: answersSchema(planHelp, today),
    success: { 200: planHelpSaved },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'confirm-address-by-hand': {
    summary: 'Say that an email address has been checked',
    body: answersSchema(addressChecked, today),
    success: { 200: addressConfirmed },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'give-key-worker': {
    summary: 'Give a case to another key worker, with the reason; open work follows, and the person is told',
    body: answersSchema(keyWorkerChange(), today),
    success: { 200: keyWorkerView },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'remove-person': {
    summary: 'Take a member of staff out of the directory; their open work goes back to their teams',
    body: leaveBody,
    success: { 200: personLeft },
    errors: [400, 401, 403, 404, 413, 415],
  },
  'find-support': {
    summary: 'Find support in the council’s catalogue, the most fitting first',
    query: supportWanted,
    success: { 200: supportFound },
    errors: [400, 401, 403, 404],
  },
  'record-contact': {
    summary: 'Record what somebody said who rang, wrote or came: a case with its work, whatever is still missing',
    body: contactBody,
    success: { 201: contactRecorded },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'find-persons': {
    summary: 'Find people by name, reference, NHS number, birth date and postcode, the best first',
    body: findPersonsBody,
    success: { 200: personsFound },
    errors: [400, 401, 403, 404, 413, 415],
  },
  'keep-details': {
    summary: 'Record what was still to be asked of a person; what is empty stays as it is',
    body: detailsBody,
    success: { 200: personView },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'read-known-person': {
    summary: 'Read a person with all of their cases',
    success: { 200: personView },
    errors: [401, 403, 404],
  },
  'decide-together': {
    summary: 'Say whether two cases are assessed together, or take them apart',
    body: answersSchema(jointDecision, today),
    success: { 200: caseInShort },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'link-cared-for': {
    summary: 'Say whom a carer looks after',
    body: caredForBody,
    success: { 200: caseInShort },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'reopen-case': {
    summary: 'Open a closed case again; the person is told',
    body: answersSchema(caseReopening, today),
    success: { 200: applicationStatus },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'send-held': {
    summary: 'Send anew what a death that was none had held',
    body: sendHeldBody,
    success: { 200: heldMessages },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'record-death': {
    summary:
      'Record that a person has died: nobody is written to about them from now on, and somebody else confirms it',
    body: answersSchema(deathRecord, today),
    success: { 200: personView },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'undo-death': {
    summary: 'Undo the record of a death, before or after it was confirmed',
    body: answersSchema(deathUndoing, today),
    success: { 200: heldMessages },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'join-persons': {
    summary: 'Say that another person is this one, who applied twice',
    body: joinPersonsBody,
    success: { 200: personView },
    errors: [400, 401, 403, 404, 409, 413, 415, 503],
  },
  'part-persons': {
    summary: 'Undo that another person was joined to this one',
    body: joinPersonsBody,
    success: { 200: personView },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'list-rates': {
    summary: 'List the years of national rates that staff have entered, drafts and confirmed ones',
    success: { 200: ratesView },
    errors: [401, 403, 404],
  },
  'enter-rates': {
    summary: 'Enter a year’s national rates as a draft, for every council of the deployment',
    body: enterRatesBody,
    success: { 200: nationalRates },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'confirm-rates': {
    summary: 'Confirm a draft that someone else has entered, so that charges follow it from its dates',
    body: confirmRatesBody,
    success: { 200: nationalRates },
    errors: [400, 401, 403, 404, 409, 413, 415],
  },
  'list-people': { summary: 'List the staff directory', success: { 200: people }, errors: [401, 403, 404] },
  'read-person': { summary: 'Read a member of staff', success: { 200: staffMember }, errors: [401, 403, 404] },
  'add-person': {
    summary: 'Add a member of staff who is not in the directory',
    body: addPersonBody,
    success: { 201: staffMember },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'save-absence': {
    summary: 'Enter an absence, or change one: from its first day on, work goes to the cover or the team',
    body: absenceBody,
    success: { 200: staffMember },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'end-absence': {
    summary: 'End an absence, or take one away that has not begun',
    body: endAbsenceBody,
    success: { 200: staffMember },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'save-me': {
    summary: 'Choose between a mail for each task and one list a day',
    body: preferencesBody,
    success: { 200: staffMember },
    errors: [400, 401, 403, 404, 413, 415, 503],
  },
  'save-person': {
    summary: 'Add a member of staff, or change them',
    body: savePersonBody,
    success: { 200: staffMember },
    errors: [400, 401, 403, 404, 413, 415],
  },
});

const parameters = (path: string) =>
  z.object(
    Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
        name,
        name === 'reference'
          ? caseReference
          : z.string().describe(name === 'council' ? 'Such as leicestershire' : name),
      ]),
    ),
  );

const operation = (route: Route, call: Described): ZodOpenApiOperationObject => ({
  operationId: route.call,
  summary: call.summary,
  tags: [route.site],
  ...(route.site === 'staff' && { security: [{ staff: [] }] }),
  requestParams: {
    path: parameters(route.path),
    ...(call.query && { query: call.query }),
    ...(call.headers && { header: call.headers }),
  },
  ...(call.body && { requestBody: { required: true, content: { 'application/json': { schema: call.body } } } }),
  responses: {
    ...Object.fromEntries(
      Object.entries(call.success).map(([status, schema]) => [
        status,
        { description: call.summary, content: { 'application/json': { schema } } },
      ]),
    ),
    ...Object.fromEntries(
      [...call.errors, 500].map((status) => [
        `${status}`,
        { description: 'A problem, with what to do', content: { 'application/problem+json': { schema: problem } } },
      ]),
    ),
  },
});

/** The OpenAPI 3.1 document, made from the schemas that the calls parse with; pages are not in it. */
export const openApi = (deps: Pick<Deps, 'clock' | 'councils' | 'siteUrl' | 'staffSignIn'>) => {
  const calls = described(() => londonDate(deps.clock.now()), deps.councils.slugs.map(deps.councils.known));
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const call = calls[route.call];
    if (call) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, call) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Careway',
      version: '1',
      description: 'Applications for adult social care, and the work of staff on them. Errors are RFC 9457 problems.',
    },
    servers: [{ url: deps.siteUrl }],
    components: {
      securitySchemes: {
        staff: {
          type: 'openIdConnect',
          openIdConnectUrl: `${deps.staffSignIn.issuer}/.well-known/openid-configuration`,
        },
      },
    },
    paths,
  });
};
