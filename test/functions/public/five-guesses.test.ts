import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { reviewForAnother } from '../../../schemas/forms/review-for-another.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createDrafts } from '../../../services/apply/drafts.ts';
import { createReturns } from '../../../services/apply/returns.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { askForLink, linkTo, openCase, signedIn, slug } from '../../support/followed-case.ts';
import { fieldsOf } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { teamTasks } from '../../support/team-tasks.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** Rose is born on 2 March 1948. */
type Born = readonly [day: string, month: string, year: string];
const right: Born = ['2', '3', '1948'];
/** 64 days on which she was not born. */
const wrong = Array.from(
  { length: 64 },
  (_, n): Born => [String((n % 28) + 1), '4', String(1930 + Math.floor(n / 28))],
);

type Answer = Awaited<ReturnType<TestPlatform['send']>>;
const post = (path: string, fields: Record<string, string>, headers = {}): Promise<Answer> =>
  platform.send('POST', path, {
    body: String(new URLSearchParams(fields)),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
  });
/** How somebody tries a date of birth. */
type Guess = (born: Born) => Promise<Answer>;
const by =
  (path: string, more: Record<string, string> = {}, headers = {}): Guess =>
  ([day, month, year]) =>
    post(path, { 'dateOfBirth.day': day, 'dateOfBirth.month': month, 'dateOfBirth.year': year, ...more }, headers);

let people = 0;
const someone = () => {
  people += 1;
  return `guessed${people}@example.com`;
};
const apply = (email: string) => openCase(platform, { email });
const person = async (reference: CaseReference) => (await platform.deps.store.personsCase(slug, reference)).person;
const actions = async (reference: CaseReference, action: string) =>
  ((await platform.deps.store.whole(slug, reference))?.events ?? []).filter((one) => one.action === action).length;
const linkIn = async (address: string, page: string) => {
  const mails = (await platform.platform.mail.list()).filter(({ to }) => to.includes(address));
  const [found] = mails.flatMap(({ text }) => new RegExp(`/${council}/${page}/[\\w-]{43}`).exec(text)?.[0] ?? []);
  if (found === undefined) throw new Error(`No ${page} was sent to ${address}`);
  return found;
};
/** A form that knows the date of birth, and what the browser that began it sends. */
const aDraft = async () => {
  const drafts = createDrafts(platform.deps);
  const cookie = (await drafts.begin(slug, needsAssessment))['set-cookie']?.split(';')[0] ?? '';
  const id = /draft=([\w-]{22})/.exec(cookie)?.[1] ?? '';
  await drafts.update(slug, id, (found) => ({ ...found, answers: { dateOfBirth: '1948-03-02' } }));
  return { drafts, id, cookie };
};

/** Everything that a date of birth opens: how it is tried, and how often it has had its effect. */
const secrets: Readonly<Record<string, () => Promise<{ guess: Guess; effects: () => Promise<number> }>>> = {
  'a link that confirms an address': async () => {
    const address = someone();
    const reference = await apply(address);
    const effects = async () => {
      const proofs = await actions(reference, 'address-proved');
      return (await person(reference)).emailProved ? proofs : proofs * 10;
    };
    return { guess: by(await linkIn(address, 'confirm-email')), effects };
  },
  'a link that opens a case': async () => {
    const address = someone();
    const reference = await apply(address);
    await askForLink(createBrowser(platform.url), address);
    return { guess: by(await linkTo(platform, address)), effects: () => actions(reference, 'signed-in') };
  },
  'a link that proves a new address': async () => {
    const [address, fresh] = [someone(), someone()];
    const reference = await apply(address);
    const browser = await signedIn(platform, address);
    await browser.open(`/${council}/case/${reference}/details`);
    browser.set([['email', fresh]]);
    await browser.press('Save');
    const proofs = await actions(reference, 'address-proved');
    const effects = async () => {
      const now = (await actions(reference, 'address-proved')) - proofs;
      return (await person(reference)).email === (now === 0 ? address : fresh) ? now : -1;
    };
    return { guess: by(await linkTo(platform, fresh, 'confirm-email')), effects };
  },
  'a link that opens a saved form': async () => {
    const address = someone();
    const { drafts, id } = await aDraft();
    const draft = await drafts.read(slug, id);
    if (draft) await drafts.reachBy(draft, address);
    await createReturns(platform.deps).sendLink(platform.deps.councils.known(slug), address);
    const effects = async () => ((await drafts.read(slug, id))?.secrets.length ?? 0) - 1;
    return { guess: by(await linkIn(address, 'return')), effects };
  },
};

describe.each(Object.entries(secrets))('%s', (_, make) => {
  it('has at most five of 64 parallel tries judged, and does nothing for the right one after them', async () => {
    const { guess, effects } = await make();
    const answers = await Promise.all([...wrong, right].map(guess));
    const after = await guess(right);
    await platform.settle();

    expect(await effects()).toBe(0);
    expect(answers.filter(({ text }) => /You can try \d more/.test(text)).length).toBe(4);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 410]));
    expect([after.status, after.text]).toEqual([410, expect.stringContaining('wrong 5 times')]);
  });

  it('has its effect once, however many use it in the same moment', async () => {
    const { guess, effects } = await make();
    const answers = await Promise.all(Array.from({ length: 8 }, () => guess(right)));
    await platform.settle();

    expect(await effects()).toBe(1);
    expect(answers.filter(({ status }) => status < 400)).toHaveLength(1);
  });

  it('counts no try for what is no date, and says what is wrong with it', async () => {
    const { guess, effects } = await make();
    const noDates: Born[] = [
      ['', '', ''],
      ['2', '3', ''],
      ['31', '2', '1948'],
      ['2', '3', '48'],
      ['two', '3', '1948'],
      ['2', '3', '2048'],
    ];
    const answers = [];
    for (const born of noDates) answers.push(await guess(born));
    const first = await guess(['3', '3', '1948']);
    await guess(right);
    await platform.settle();

    expect(answers.map(({ status }) => status)).toEqual(noDates.map(() => 400));
    expect(answers[0]?.text).toContain('Enter the date of birth');
    expect(answers[1]?.text).toContain('Date of birth must include a year');
    expect(answers[2]?.text).toContain('Date of birth must be a real date');
    expect(answers[5]?.text).toContain('Date of birth must be in the past');
    expect(first.text).toContain('You can try 4 more times');
    expect(await effects()).toBe(1);
  });
});

describe('a form that was closed after an hour', () => {
  const closed = async () => {
    const { drafts, id, cookie } = await aDraft();
    await platform.platform.clock.forward('PT61M');
    const opened = await drafts.open({ council: platform.deps.councils.known(slug), headers: { cookie } });
    if (opened.state !== 'ended') throw new Error('The form is still open');
    const page = await platform.send('GET', `/${council}/draft`, { headers: { cookie, accept: 'text/html' } });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const savedAt = async () => (await drafts.read(slug, id))?.savedAt;
    return { guess: by(`/${council}/draft/unlock`, { csrf }, { cookie }), savedAt };
  };

  it('opens for no right date of birth after five wrong ones, and those keep it no longer than before', async () => {
    const { guess, savedAt } = await closed();
    const before = await savedAt();
    const answers = await Promise.all([...wrong, right].map(guess));
    const after = await guess(right);

    expect(answers.filter(({ status }) => status < 400)).toEqual([]);
    expect([after.status, after.text]).toEqual([403, expect.not.stringContaining('Go on with my form')]);
    expect(await savedAt()).toBe(before);
  });

  it('counts no try for what is no date', async () => {
    const { guess } = await closed();
    for (const born of [...Array.from({ length: 6 }, (): Born => ['', '', '']), ['31', '2', '1948'] as const]) {
      const answer = await guess(born);
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('Go on with my form')]);
    }
    expect((await guess(right)).status).toBe(303);
  });
});

describe('a request for a review that names a case', () => {
  const ask = (reference: CaseReference, born: string, key: string) => {
    const answers = completeAnswers(reviewForAnother, {
      askerRole: 'provider',
      organisation: 'Example Home Care',
      fullName: 'Pat Provider',
      replyBy: 'phone',
      phone: '01632 960 001',
      personName: 'Rose Okafor',
      knowsDateOfBirth: 'yes',
      personDateOfBirth: born,
      caseReference: reference,
      personKnows: 'agrees',
      reviewReasons: ['needs-changed'],
      requestDetail: 'She has fallen twice this month.',
      requestUrgent: 'no',
    });
    const fields = Object.fromEntries(fieldsOf(reviewForAnother, answers));
    return post(`/${council}/review-request`, { ...fields, submissionKey: key });
  };
  const onCase = async (reference: CaseReference) =>
    (await platform.deps.store.records(slug, reference, 'request')).length;

  it('has five tries a day judged; what comes after is looked for by staff and lost to nobody', async () => {
    const reference = await apply(someone());
    const days = Array.from({ length: 18 }, (_, n) => `1930-04-${String(n + 1).padStart(2, '0')}`);
    const answers = await Promise.all([...days, '1948-03-02'].map((born, n) => ask(reference, born, `guess-${n}`)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await onCase(reference)).toBe(0);
    const searches = (await teamTasks(platform.deps.store, slug, 'contact-officer')).filter(
      ({ kind }) => kind === 'find-person',
    );
    expect(searches).toHaveLength(19);
    // Sent once more it is still the one request, though no try is left.
    expect((await ask(reference, '1948-03-02', 'guess-18')).status).toBe(200);
    expect(await onCase(reference)).toBe(0);
  });
});

describe('the ways in that are no date of birth', () => {
  it('take none of 64 parallel guesses: a link, a sign-in of staff, a visit for a calendar, a document', async () => {
    const reference = await apply(someone());
    const token = (n: number) => `${'A'.repeat(41)}${String(n).padStart(2, '0')}`;
    const paths = (n: number) => [
      `/${council}/staff/signed-in?state=${token(n)}&code=${token(n)}`,
      `/${council}/case/${reference}/visits/assessment`,
      `/${council}/case/${reference}/documents/${n}`,
    ];
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => n).flatMap((n) =>
        paths(n).map((path) =>
          platform.send('GET', path, { headers: { accept: 'text/html', cookie: `__Host-careway-case=${token(n)}` } }),
        ),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toEqual([]);
    expect(answers.filter(({ headers }) => /session|case=/.test(headers.get('set-cookie') ?? ''))).toEqual([]);
  });
});
