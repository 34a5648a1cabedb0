import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { routes } from '../../schemas/routes.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { createCaseRequests } from '../../services/follow/case-requests.ts';
import { type Journeys, shortTerm, slug, startJourneys, toSupport } from '../support/journey.ts';
import { promises } from '../templates/promises.ts';

let journeys: Journeys;
const opened = new Set<string>();
const sent = new Set<string>();

/** What other tests drive on the running platform, by the file that does, and what it is called there: it takes weeks of late work, or a family of cases. */
const drivenElsewhere: Readonly<Record<string, string>> = {
  'find-person': 'test/functions/public/review-request.test.ts',
  'review-wait': 'test/journey/duties.test.ts',
  'explain-delay': 'test/journey/late-work.test.ts',
  'delay-explained': 'test/journey/late-work.test.ts explain-delay',
  'overdue-digest': 'test/functions/scheduled/send-digests.test.ts',
  'task-escalated': 'test/functions/scheduled/send-digests.test.ts',
  'arrange-visit': 'test/functions/visits.test.ts',
  'visit-arranged': 'test/domain/journey/visit-outcome.test.ts',
  'arrange-advocacy': 'test/journey/beside-the-journey.test.ts',
};

beforeAll(async () => {
  journeys = await startJourneys();
  const { apply, work, forward, deps, settle } = journeys;
  const reference = await apply({ email: 'promised@example.com', formats: ['braille'] });
  await work(reference, shortTerm, 'give-short-term-support');
  await forward('P6W');
  await work(reference, ['review-short-term-support', { outcome: 'ongoing-needs' }], ...toSupport.slice(1));
  const ask = async (form: string, answers: object = {}) => {
    const found = requestForms.get(form);
    if (found === undefined) throw new Error(`No form ${form}`);
    const careCase = await deps.store.knownCase(slug, reference);
    await createCaseRequests(deps)(
      { careCase, actor: { kind: 'public', as: 'person' } },
      form,
      { ...completeAnswers(found), ...answers },
      form,
    );
    await settle();
  };
  await ask('complaint', { eventOn: '2026-02-01', noticedOn: '2026-02-02' });
  await ask('change', { changed: ['money'] });
  await work(reference, 'acknowledge-complaint', 'answer-complaint', 'check-support');
  await forward('P7W');
  const unreachable = await apply({ email: '', phone: '01632 960 002' });
  await work(unreachable, 'triage-request', 'assess-needs', 'decide-eligibility');
  await journeys.send('POST', `/${slug}/case/sign-in`, {
    body: 'email=promised%40example.com',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
  await settle();
  for (const one of [reference, unreachable]) {
    for (const { kind } of await journeys.tasks(one)) opened.add(kind);
    for (const { template } of (await deps.store.whole(slug, one))?.mail ?? []) sent.add(template);
  }
  for (const { tags } of await journeys.platform.mail.list()) sent.add(String(tags['message']));
}, 60_000);
afterAll(() => journeys.stop());

const mechanisms = Object.values(promises).flatMap((rows) => rows.map(({ kept }) => kept));
const named = <Key extends 'work' | 'mail' | 'call'>(key: Key): string[] => [
  ...new Set(mechanisms.flatMap((one) => (typeof one === 'object' && key in one ? [String((one as never)[key])] : []))),
];

describe('what mails promise is done', () => {
  const isDriven = (what: string) => {
    const [file, named = what] = drivenElsewhere[what]?.split(' ') ?? [];
    return file !== undefined && readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes(named);
  };

  it('by work that opens', () => {
    expect(named('work').filter((kind) => !opened.has(kind as TaskKind) && !isDriven(kind))).toEqual([]);
  });

  it('by mails that come', () => {
    expect(named('mail').filter((template) => !sent.has(template) && !isDriven(template))).toEqual([]);
  });

  it('by pages and calls that answer', async () => {
    const names: Readonly<Record<string, string>> = {
      council: slug,
      reference: '000-0000-000',
      form: 'needs-assessment',
      part: 'x',
      id: 'x',
      token: 'x',
    };
    for (const call of named('call')) {
      const route = routes.find((one) => one.call === call);
      if (route === undefined) throw new Error(`No route ${call}`);
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? 'x');
      const { status } = await journeys.send(route.method, path, route.method === 'GET' ? {} : { body: {} });

      // Not who asks or for what, but that somebody answers there: a page, the way to sign in, or what is wrong.
      expect([200, 303, 400, 401, 403, 404, 409, 410, 415], `${call} ${status}`).toContain(status);
    }
  });
});
