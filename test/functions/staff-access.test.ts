import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../functions/staff/site.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { openStaffCalls, routes } from '../../schemas/routes.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { Deps } from '../../services/deps.ts';
import { council, start, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffBrowser, type StaffBrowser } from '../support/staff-browser.ts';
import { giveDocument } from '../support/uploads.ts';

let platform: TestPlatform;
let reference: string;
let task: string;
let document: string;
let person: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'key'));
  task = (await platform.client.waitForTask('contact-officer', reference, 'triage-request')).id;
  person = (await platform.deps.store.knownCase(councilSlug.parse(council), caseReference.parse(reference))).personId;
  document = await giveDocument(platform, caseReference.parse(reference));
});
afterAll(() => platform.stop());

type StaffRoute = Extract<(typeof routes)[number], { site: 'staff' }>;
/** Whoever asks may come in and go out; `staff-sign-in.test.ts` has them. */
type OpenCall = 'sign-in' | 'finish-sign-in' | 'sign-out' | 'show-signed-out';
type GuardedCall = Exclude<StaffRoute['call'], OpenCall>;
type GuardedRoute = Extract<StaffRoute, { call: GuardedCall }>;
const staffRoutes = routes.filter(
  (route): route is GuardedRoute => route.site === 'staff' && !openStaffCalls.has(route.call),
);

/** Whose work needs the notes of a case; others give a reason first. */
const whoReadsNotes: readonly StaffRole[] = [
  'contact-officer',
  'assessor',
  'key-worker',
  'manager',
  'safeguarding-lead',
];

/** Who may use each call on the triage of a new case; whoever is not named is refused with 403. */
const mayUse: Record<GuardedCall, readonly StaffRole[]> = {
  // Whoever is signed in watches their own session, and finds what was kept for them alone: `session-end.test.ts`.
  'show-staff-time-left': staffRole.options,
  'stay-signed-in': staffRole.options,
  'show-kept-form': staffRole.options,
  'send-kept-form': staffRole.options,
  'list-tasks': staffRole.options,
  'read-task': ['contact-officer', 'manager'],
  'assign-task': ['contact-officer', 'manager'],
  'work-out-lines': ['contact-officer', 'manager'],
  'read-section': ['contact-officer', 'manager'],
  'save-section': ['contact-officer', 'manager'],
  'check-task': ['contact-officer', 'manager'],
  'keep-as-note': ['contact-officer', 'manager'],
  'complete-task': ['contact-officer', 'manager'],
  'show-team': ['manager'],
  'show-waiting-list': ['manager'],
  'show-reviews': ['manager'],
  'show-times': ['manager'],
  'show-screening': ['manager'],
  'show-form-minutes': ['manager'],
  'show-help-given': ['manager'],
  'take-next-task': staffRole.options,
  'show-reassign': ['manager'],
  'reassign-tasks': ['manager'],
  'show-reassigned': ['manager'],
  'show-task-hold': ['contact-officer', 'manager'],
  'claim-task': ['contact-officer', 'manager'],
  'put-back-task': ['contact-officer', 'manager'],
  'wait-task': ['contact-officer', 'manager'],
  'end-wait': ['contact-officer', 'manager'],
  'note-task': ['contact-officer', 'manager'],
  'show-handover': ['contact-officer', 'manager'],
  'read-handover': ['contact-officer', 'manager'],
  'show-print-queue': staffRole.options,
  // No panel decides on a triage: its page leads to the task.
  'show-panel': ['contact-officer', 'manager'],
  'record-panel-view': [],
  'read-case': staffRole.options,
  'show-case-timeline': staffRole.options,
  'show-case-work': staffRole.options,
  'show-case-plan': staffRole.options,
  'show-case-people': staffRole.options,
  'show-case-journey': staffRole.options,
  'show-case-actions': staffRole.options,
  'show-case-visits': staffRole.options,
  'show-visit-sheet': staffRole.options,
  'show-case-answers': staffRole.options,
  'show-case-record': staffRole.options,
  'show-case-copy': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  'show-reason': staffRole.options,
  'give-reason': staffRole.options,
  'show-looks': ['manager', 'safeguarding-lead'],
  'list-looks': ['manager', 'safeguarding-lead'],
  'show-restriction': ['manager', 'safeguarding-lead'],
  'restrict-person': ['manager', 'safeguarding-lead'],
  'list-documents': staffRole.options,
  'read-document': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  // Nothing is arranged before triage, and what there is not is refused alike.
  'read-visit': [],
  'read-copy': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  'close-case-early': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'bring-review-forward': ['assessor', 'key-worker', 'manager'],
  'begin-visit': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'change-plan-help': ['key-worker', 'assessor', 'manager'],
  'open-work': staffRole.options,
  'confirm-address-by-hand': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'find-support': staffRole.options,
  'list-feedback': ['manager'],
  'show-settings': ['manager'],
  'begin-taken-form': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  // A form that somebody fills in for a caller is theirs alone.
  'show-taken-form': [],
  'show-taken-page': [],
  'save-taken-page': [],
  'show-taken-check': [],
  'show-taken-stop': [],
  'send-taken-form': [],
  'choose-taken-person': [],
  'show-open': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  'record-contact': ['contact-officer', 'assessor', 'key-worker', 'manager', 'safeguarding-lead'],
  'show-find': staffRole.options,
  'find-persons': staffRole.options,
  'show-found': staffRole.options,
  'keep-details': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'read-known-person': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'show-persons-join': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'show-persons-part': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'give-key-worker': ['key-worker', 'manager'],
  'decide-together': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'link-cared-for': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'reopen-case': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'show-held': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'send-held': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'record-death': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'undo-death': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'join-persons': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'part-persons': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'list-rates': ['finance-officer', 'manager'],
  'enter-rates': ['finance-officer'],
  'confirm-rates': ['finance-officer', 'manager'],
  'list-people': staffRole.options,
  'read-person': ['manager'],
  'show-join': ['manager'],
  'add-person': ['manager'],
  'save-person': ['manager'],
  // Whose own absence it is, too: they are named in the address below.
  'save-absence': ['complaints-manager', 'manager'],
  'end-absence': ['complaints-manager', 'manager'],
  'show-tour': staffRole.options,
  'show-role-tour': staffRole.options,
  'show-case-tour': staffRole.options,
  'show-work-tour': staffRole.options,
  'show-me': staffRole.options,
  'save-me': staffRole.options,
  'remove-person': ['manager'],
  'show-document-add': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'take-staff-document': ['contact-officer', 'assessor', 'key-worker', 'manager'],
  'list-told-requests': staffRole.options,
  'show-told-request': staffRole.options,
  'take-told-request': staffRole.options,
  'list-notes': whoReadsNotes,
  'write-note': whoReadsNotes,
  'show-note': whoReadsNotes,
  'show-note-move': whoReadsNotes,
  'move-note': whoReadsNotes,
  'show-case-action': ['contact-officer', 'assessor', 'key-worker', 'manager'],
};

/** Pages of one call that are not for the same roles. */
const mayUseAt: Readonly<Record<string, readonly StaffRole[]>> = {
  '/{council}/staff/cases/{reference}/review': ['assessor', 'key-worker', 'manager'],
  '/{council}/staff/cases/{reference}/plan-help': ['key-worker', 'assessor', 'manager'],
  '/{council}/staff/cases/{reference}/open-work': staffRole.options,
  '/{council}/staff/cases/{reference}/key-worker': ['key-worker', 'manager'],
};
const rolesFor = ({ path, call }: GuardedRoute): readonly StaffRole[] => mayUseAt[path] ?? mayUse[call];

/** A good body of each call; none of them is let through in these tests where it would change something. */
const bodies = (): Partial<Record<GuardedCall, unknown>> => ({
  'assign-task': { to: platform.member('contact-officer').id },
  'reassign-tasks': {
    to: platform.member('contact-officer').id,
    reason: 'She knows him.',
    tasks: [{ id: task, version: 1 }],
  },
  'claim-task': { version: 1 },
  'put-back-task': { version: 1 },
  'wait-task': { version: 1, for: 'person', until: '2026-01-12' },
  'end-wait': { version: 1 },
  'note-task': { text: 'She rang.' },
  'work-out-lines': { answers: {} },
  'save-section': { answers: {} },
  'keep-as-note': { text: 'What was said on the phone.' },
  'give-reason': { kind: 'other', says: 'It is asked for by the test.' },
  'restrict-person': { to: [], reason: 'She is a colleague’s mother.' },
  'complete-task': { answers: staffAnswers('2026-01-05')['triage-request'] },
  'record-panel-view': { view: 'agree', why: 'Good.' },
  'close-case-early': { reason: 'withdrawn' },
  'bring-review-forward': { askedBy: 'person', reason: 'She fell.' },
  'begin-visit': { purpose: 'review' },
  'change-plan-help': { planHelp: 'who-writes', how: 'worker' },
  'open-work': { kind: 'look-into-safety', reason: 'Shouting was heard.' },
  'confirm-address-by-hand': { whose: 'person', howChecked: 'Read it back to her on the phone.' },
  'decide-together': { decision: 'apart', why: 'other', reason: 'She asked for it.' },
  'link-cared-for': { person: null },
  'reopen-case': { reason: 'Closed by mistake.' },
  'send-held': { keys: ['review-1.remind.person'] },
  'record-death': { howKnown: 'Her daughter rang.' },
  'undo-death': { reason: 'It was somebody else.' },
  'give-key-worker': { to: platform.member('key-worker').id, reason: 'She asked for a woman.' },
  'find-persons': { words: 'Okafor' },
  'keep-details': { born: 'never' },
  'record-contact': {},
  'join-persons': { other: person },
  'part-persons': { other: person },
  'enter-rates': { cells: {} },
  'confirm-rates': { version: 1 },
  'remove-person': { left: true },
  'add-person': { id: 'ann', name: 'Ann Ford', email: 'ann.ford@example.com', roles: ['assessor'] },
  'save-absence': { from: '2026-01-12', to: '2026-01-16' },
  'end-absence': { from: '2026-01-12' },
  'save-me': { prefersDigest: true },
  'save-person': { name: 'Ann Ford', email: 'ann.ford@example.com', roles: ['assessor'] },
  // Sent by their pages alone.
  'write-note': new URLSearchParams({ pressed: 'draft' }),
  'move-note': new URLSearchParams({ to: '000-0000-000' }),
  'take-told-request': new URLSearchParams({ submissionKey: 'a-call' }),
});

const pathOf = (path: string, names: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');

const addressOf = (route: GuardedRoute, names: Record<string, string> = {}): string => {
  const places: [string, string][] = [
    ['/people/', platform.member('complaints-manager').id],
    ['/documents/', document],
    ['/copies/', 'application.application'],
    ['/persons/', person],
  ];
  const id = places.find(([part]) => route.path.includes(part))?.[1] ?? task;
  const example = {
    upload: 'no-upload',
    draft: 'A'.repeat(22),
    page: 'start-check',
    search: 'A'.repeat(22),
    section: 'contact',
    note: 'a-note',
    form: 'query',
    role: 'assessor',
    stage: 'plan',
    kind: 'assess-needs',
    purpose: 'assessment',
  };
  return pathOf(route.path, { council, reference, id, year: '2026-27', ...example, ...names });
};

const ask = (
  route: GuardedRoute,
  given: { as?: StaffRole; headers?: Record<string, string>; names?: Record<string, string> },
) => {
  const body = bodies()[route.call];
  const isForm = body instanceof URLSearchParams;
  return platform.send(route.method, addressOf(route, given.names), {
    as: given.as,
    headers: { ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }), ...given.headers },
    ...(body !== undefined && { body: isForm ? body.toString() : body }),
  });
};

const noteCalls: readonly GuardedCall[] = ['list-notes', 'write-note', 'show-note', 'show-note-move', 'move-note'];

/** What a refused read says: to whom it is no part of their work a reason may open it. */
const refusalOf = (call: GuardedCall) =>
  ['read-document', 'read-copy', 'show-case-copy', ...noteCalls].includes(call) ? 'needs-reason' : 'not-yours';

describe('every call of the staff site', () => {
  it('is in the table of roles', () => {
    expect(Object.keys(mayUse).sort()).toEqual([...new Set(staffRoutes.map(({ call }) => call))].sort());
  });

  it.each(staffRoutes)('$method $path answers 401 without a token, and says how to sign in', async (route) => {
    const { status, json, headers } = await ask(route, {});

    expect(status).toBe(401);
    expect(json.code).toBe('sign-in');
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(staffRoutes)('$method $path answers 403 to a manager for another council', async (route) => {
    const { status, json } = await ask(route, { as: 'manager', names: { council: 'nowhere' } });

    expect(status).toBe(403);
    expect(json.code).toBe('not-yours');
  });

  it.each(
    staffRoutes.flatMap((route) =>
      staffRole.options.filter((role) => !rolesFor(route).includes(role)).map((role) => ({ ...route, role })),
    ),
  )('$method $path answers 403 to a $role', async ({ role, ...route }) => {
    const { status, json } = await ask(route as GuardedRoute, { as: role });

    expect(status).toBe(403);
    expect(json.code).toBe(refusalOf(route.call));
  });

  it.each(
    staffRoutes
      .filter(({ method, call }) => method === 'GET' && call !== 'show-kept-form')
      .flatMap((route) => rolesFor(route).map((role) => ({ ...route, role }))),
  )('$method $path lets in a $role', async ({ role, ...route }) => {
    const { status } = await ask(route as GuardedRoute, { as: role });

    // Some lead on: a note that is finished, to the list of notes.
    expect([200, 303]).toContain(status);
  });

  it.each(staffRoutes.filter(({ path }) => /\{(reference|id)\}/.test(path) && !/\/(people|kept)\//.test(path)))(
    '$method $path answers alike, byte for byte, for what is not theirs and what there is not',
    async (route) => {
      // Whose work does not need what there is reads that a reason opens it.
      const isOutside = refusalOf(route.call) === 'not-yours';
      const outsider = staffRole.options.find((role) => isOutside && !rolesFor(route).includes(role));
      const answers = await Promise.all([
        ...(outsider ? [ask(route, { as: outsider })] : []),
        ask(route, {
          as: 'manager',
          names: { reference: '000-0000-000', id: '000-0000-000.assessment-1.triage-request' },
        }),
        ask(route, { as: 'manager', names: { reference, id: `${reference}.assessment-1.draft-plan` } }).then(
          (answer) => (route.path.includes('{id}') ? answer : undefined),
        ),
        ask(route, { as: 'manager', names: { reference: 'not-a-reference', id: "x' OR 1=1" } }),
        ask(route, { as: 'manager', names: { council: 'nowhere' } }),
      ]);
      const seen = answers
        .filter((answer) => answer !== undefined)
        .map(({ status, text, headers }) => ({
          status,
          text,
          headers: [...headers].filter(([name]) => name !== 'date'),
        }));

      expect(seen.length).toBeGreaterThan(2);
      for (const answer of seen) expect(answer).toEqual(seen[0]);
      expect(seen[0]?.status).toBe(403);
    },
  );
});

describe('every page, call and file of the staff site', () => {
  const other = 'coventry';
  const browsers = new Map<StaffRole, StaffBrowser>();
  const marks = new Map<StaffRole, string>();
  let elsewhere: StaffBrowser;
  let leaver: StaffBrowser;
  let leaversMark: string;
  let leaversToken: string;
  beforeAll(async () => {
    for (const role of staffRole.options) {
      const browser = createStaffBrowser(platform);
      await browser.signIn(role);
      browsers.set(role, browser);
      marks.set(role, await browser.csrf());
    }
    elsewhere = createStaffBrowser(platform);
    await elsewhere.signIn('manager', undefined, other);
    // Somebody with every role, so that nothing but having left keeps them out.
    const site = createStaffBrowser(platform);
    const second = platform.platform.staff.findLast(
      (one) => one.council === council && one.roles.includes('manager') && one.id !== platform.member('manager').id,
    );
    if (second === undefined) throw new Error('There is one manager only');
    leaver = site;
    await leaver.signIn(second);
    leaversMark = await leaver.csrf();
    leaversToken = (await platform.platform.signIn.issueAccessTokenFor(second.id)).accessToken;
    await platform.send('POST', `/${council}/staff/people/${second.id}/leave`, { as: 'manager', body: { left: true } });
  });

  const by = async (browser: StaffBrowser, route: GuardedRoute, csrf: string) => {
    const path = addressOf(route);
    if (route.method === 'GET') return browser.get(path);
    const body = bodies()[route.call];
    if (body === undefined || body instanceof URLSearchParams) {
      return browser.post(path, { ...Object.fromEntries(body ?? []), csrf });
    }
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    return browser.send(path, { method: route.method, headers, body: JSON.stringify(body) });
  };

  it.each(staffRoutes)('$method $path sends whoever is not signed in to sign in, and back', async (route) => {
    const path = addressOf(route);

    const { status, location } = await by(createStaffBrowser(platform), route, '');

    expect([status, location]).toEqual(
      route.method === 'GET' ? [303, `/${council}/staff/sign-in?${new URLSearchParams({ to: path })}`] : [401, null],
    );
  });

  it.each(staffRoutes)(
    '$method $path is closed to every role of another council, by token and by cookie',
    async (route) => {
      for (const role of staffRole.options) {
        const { status, json } = await ask(route, {
          headers: { authorization: `Bearer ${await platform.token(role, other)}` },
        });
        expect([role, status, json.code]).toEqual([role, 403, 'not-yours']);
      }
      const { status, text } = await by(elsewhere, route, '');

      expect(status).toBe(403);
      expect(text).toContain('You are signed in at Coventry City Council');
    },
  );

  it.each(staffRoutes)('$method $path is closed at once to who has left, by token and by cookie', async (route) => {
    const byToken = await ask(route, { headers: { authorization: `Bearer ${leaversToken}` } });
    const byCookie = await by(leaver, route, leaversMark);

    expect([byToken.status, byToken.json.code]).toEqual([403, 'not-yours']);
    expect(byCookie.status).toBe(route.method === 'GET' ? 303 : 401);
  });

  it.each(staffRoutes.filter((route) => route.method === 'GET' || rolesFor(route).length < staffRole.options.length))(
    '$method $path lets in by cookie the same roles as by token, and tells the others whom to ask',
    async (route) => {
      for (const role of staffRole.options) {
        const browser = browsers.get(role);
        if (browser === undefined || (rolesFor(route).includes(role) && route.method !== 'GET')) continue;
        const { status, text, headers } = await by(browser, route, marks.get(role) ?? '');
        // Where no panel decides, its page leads back to the task.
        if (route.call === 'show-panel' && status === 303) expect(headers.get('location')).not.toContain('/panel');
        else if (rolesFor(route).includes(role)) expect([role, status < 400 || status === 410]).toEqual([role, true]);
        // Whose work does not need it is led to where they say why they do.
        else if (refusalOf(route.call) === 'needs-reason' && route.method === 'GET') {
          expect([role, status, headers.get('location')?.includes('/reason?part=')]).toEqual([role, 303, true]);
        } else expect([role, status, /Ask |[Ss]ay why/.test(text)]).toEqual([role, 403, true]);
      }
    },
  );

  it.each(staffRoutes.filter(({ method }) => method !== 'GET'))(
    '$method $path takes nothing from a signed-in browser without the mark of our form',
    async (route) => {
      const [role = 'manager'] = rolesFor(route);
      const browser = browsers.get(role);

      const answers = await Promise.all([browser && by(browser, route, ''), browser && by(browser, route, 'made-up')]);

      for (const answer of answers) {
        expect(answer?.status).toBe(403);
        expect(answer?.text).toContain('We could not be sure that this came from our page');
      }
    },
  );
});

describe('a token', () => {
  const issuer = 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_example';
  const clientId = 'careway-staff';
  const now = Date.parse(start) / 1000;
  const claims = {
    sub: 'officer-1',
    token_use: 'access',
    client_id: clientId,
    iss: issuer,
    'cognito:groups': [`${council}.contact-officer`],
    iat: now,
    exp: now + 3600,
  };
  type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
  let keys: Keys;
  let otherKeys: Keys;
  let deps: Deps;
  beforeAll(async () => {
    [keys, otherKeys] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
    const set = createLocalJWKSet({ keys: [jwk] });
    deps = { ...platform.deps, staffSignIn: { ...platform.deps.staffSignIn, issuer, clientId, keys: async () => set } };
  });

  const signed = (changes: object = {}, { by = keys, kid = 'key-1' } = {}) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid }).sign(by.privateKey);

  const call = async (authorization: string, over: Deps = deps, path = `/${council}/staff/tasks`) => {
    const event = {
      httpMethod: 'GET',
      path,
      headers: { Authorization: authorization },
      queryStringParameters: null,
      body: null,
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEvent;
    const { statusCode, body } = await handler.with(over)(event, { awsRequestId: 'request-1' } as Context);
    return { status: statusCode, code: JSON.parse(body).code };
  };

  it.each([{ scheme: 'Bearer' }, { scheme: 'bearer' }])(
    'that is good lets its bearer in as “$scheme”',
    async ({ scheme }) => {
      expect((await call(`${scheme} ${await signed()}`)).status).toBe(200);
    },
  );

  it.each([
    { what: 'ends this second', changes: { exp: now } },
    { what: 'ended a second ago', changes: { exp: now - 1 } },
    { what: 'never ends', changes: { exp: undefined } },
    { what: 'is not valid yet', changes: { nbf: now + 60 } },
    { what: 'is of another issuer', changes: { iss: `${issuer}2` } },
    { what: 'is of no issuer', changes: { iss: undefined } },
    { what: 'is for another client', changes: { client_id: 'another-app' } },
    { what: 'is an id token', changes: { token_use: 'id', aud: clientId, client_id: undefined } },
    { what: 'is an id token that names the client', changes: { token_use: 'id' } },
    { what: 'names nobody', changes: { sub: undefined } },
    { what: 'has groups that are no list', changes: { 'cognito:groups': `${council}.manager` } },
  ])('that $what is refused with 401', async ({ changes }) => {
    expect(await call(`Bearer ${await signed(changes)}`)).toEqual({ status: 401, code: 'sign-in' });
  });

  it('that was made a minute ahead of our clock is good, and later than that is refused with 401', async () => {
    const at = async (ahead: number) =>
      (await call(`Bearer ${await signed({ iat: now + ahead, exp: now + ahead + 3600 })}`)).status;

    expect([await at(60), await at(61), await at(365 * 86_400)]).toEqual([200, 401, 401]);
  });

  it('that has one second left is good', async () => {
    expect((await call(`Bearer ${await signed({ exp: now + 1 })}`)).status).toBe(200);
  });

  it('that another key signed, under our key’s name or its own, is refused with 401', async () => {
    const forged = [await signed({}, { by: otherKeys }), await signed({}, { by: otherKeys, kid: 'key-2' })];

    for (const token of forged) expect((await call(`Bearer ${token}`)).status).toBe(401);
  });

  it('that nobody signed, or that is signed with the public key as a secret, is refused with 401', async () => {
    const { n = '' } = await exportJWK(keys.publicKey);
    const tokens = [
      new UnsecuredJWT(claims).encode(),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(new TextEncoder().encode(n)),
    ];

    for (const token of tokens) expect((await call(`Bearer ${token}`)).status).toBe(401);
  });

  it('whose claims were changed after signing is refused with 401', async () => {
    const [head, , signature] = (await signed()).split('.');
    const claimed = { ...claims, 'cognito:groups': [`${council}.manager`] };
    const body = Buffer.from(JSON.stringify(claimed)).toString('base64url');

    expect((await call(`Bearer ${head}.${body}.${signature}`)).status).toBe(401);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b.c', 'Basic cm9zZTpyb3Nl', 'Bearer a b'])(
    'in the header “%s” is refused with 401',
    async (authorization) => {
      expect((await call(authorization)).status).toBe(401);
    },
  );

  it.each([
    { what: 'no group', groups: [] },
    { what: 'a group of another council', groups: ['rutland.contact-officer'] },
    {
      what: 'a council whose name begins alike',
      groups: [`${council}-city.contact-officer`, `east-${council}.manager`],
    },
    { what: 'a role that there is not', groups: [`${council}.admin`, `${council}.`, council] },
  ])('with $what is refused with 403', async ({ groups }) => {
    expect(await call(`Bearer ${await signed({ 'cognito:groups': groups })}`)).toEqual({
      status: 403,
      code: 'not-yours',
    });
  });

  it('of a council served beside opens none of this one’s work, and the answer says nothing of it', async () => {
    const find = (slug: string) => {
      const found = platform.deps.councils.find(council);
      return slug === 'rutland' && found ? { ...found, slug: 'rutland' as typeof found.slug } : found;
    };
    const both = { ...deps, councils: { ...deps.councils, find } };
    const token = await signed({ 'cognito:groups': ['rutland.contact-officer', 'rutland.manager'] });
    const read = (of: string, id: string) => call(`Bearer ${token}`, both, `/${of}/staff/tasks/${id}`);

    expect((await call(`Bearer ${token}`, both, '/rutland/staff/people')).status).toBe(200);
    const answers = [await read('rutland', task), await read(council, task), await read('rutland', 'none')];
    for (const answer of answers) expect(answer).toEqual({ status: 403, code: 'not-yours' });
    expect((await call(`Bearer ${await signed()}`, both, `/${council}/staff/tasks/${task}`)).status).toBe(200);
  });

  it('of a council that is not served is answered with 404', async () => {
    const token = await signed({ 'cognito:groups': ['camelot.manager'] });
    const answer = await call(`Bearer ${token}`, deps, '/camelot/staff/people');

    expect(answer).toEqual({ status: 404, code: 'unknown-council' });
  });

  it('is not called bad where the keys cannot be fetched: that is told as our fault, with 500', async () => {
    const keysOutOfReach = async () => {
      throw new TypeError('fetch failed');
    };
    const out = { ...deps, staffSignIn: { ...deps.staffSignIn, keys: async () => keysOutOfReach } };

    expect(await call(`Bearer ${await signed()}`, out)).toEqual({ status: 500, code: 'our-fault' });
  });
});

describe('a token of the local sign-in', () => {
  it('is good for an hour of the platform’s clock, and answered with 401 after it', async () => {
    const other = await startTestPlatform();
    const headers = { authorization: `Bearer ${await other.token('manager')}` };
    const list = () => other.send('GET', `/${council}/staff/people`, { headers });

    const at = [await list()];
    for (const time of ['PT59M59S', 'PT1S']) {
      await other.platform.clock.forward(time);
      at.push(await list());
    }
    await other.stop();

    expect(at.map(({ status }) => status)).toEqual([200, 200, 401]);
  });

  it('of one platform is no good on another', async () => {
    const other = await startTestPlatform();
    const authorization = `Bearer ${await other.token('manager')}`;
    await other.stop();

    const { status } = await platform.send('GET', `/${council}/staff/people`, { headers: { authorization } });

    expect(status).toBe(401);
  });
});
