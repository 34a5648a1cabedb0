import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

describe('who is invited to help with a plan', () => {
  let platform: TestPlatform;
  let reference: CaseReference;
  let browser: Browser;
  let daniel: Browser;
  beforeAll(async () => {
    platform = await startTestPlatform();
    reference = await openCase(platform);
    browser = await signedIn(platform);
    await workUpTo(platform, reference, 'assess-finances');
    await go('/plan/how');
    browser.fill('I write it, with help from someone');
    await browser.press('Save and continue');
  });
  afterAll(() => platform.stop());

  const go = (part = '') => browser.open(`/${council}/case/${reference}${part}`);
  const invitations = () => platform.deps.store.invitations(slug, reference);
  const invite = async (given: Readonly<Record<string, string>>) => {
    await go('/plan/people');
    browser.set(Object.entries({ name: 'Daniel Okafor', seesMoney: 'no', invitedAs: 'family-or-friend', ...given }));
    return browser.press('Invite them');
  };
  const linkOf = async (address: string) => {
    const [mail] = (await platform.platform.mail.list()).filter(({ to }) => to.includes(address));
    const [path = ''] = /\/leicestershire\/plan\/link\/\S+/.exec(mail?.text ?? '') ?? [];
    return { path, text: mail?.text ?? '' };
  };
  const codeOf = async (address: string) =>
    (await invitations()).find(({ email, removed }) => email === address && !removed)?.code ?? '';
  const idOf = async (address: string) => (await invitations()).find(({ email }) => email === address)?.id ?? '';
  const guest = async (address: string) => {
    const theirs = createBrowser(platform.url);
    await theirs.open((await linkOf(address)).path);
    theirs.fill('What is the code?', await codeOf(address));
    await theirs.press('Open the plan');
    return theirs;
  };

  it('gets a link that says nothing of whom it is about, and opens it with the code that they are told, once (S6, CB6)', async () => {
    const asked = await go('/plan/people');
    expect(await htmlFaults(asked.html)).toEqual([]);
    const invited = await invite({ email: 'daniel@example.com', invitedMay: 'write' });
    expect(invited.text).toMatch(/Daniel Okafor Family or friend, may write in the plan until .* Their code: \d{6}/);
    const { path, text } = await linkOf('daniel@example.com');
    expect(text).not.toMatch(/Rose|Daniel|Okafor/);
    expect(text).not.toContain(reference);

    const stranger = createBrowser(platform.url);
    const page = await stranger.open(path);
    expect(await htmlFaults(page.html)).toEqual([]);
    stranger.fill('What is the code?', '000000');
    const wrong = await stranger.press('Open the plan');
    expect(wrong.errors).toEqual(['The code does not match. You can try 4 more times']);

    daniel = await guest('daniel@example.com');
    expect(daniel.page.heading).toBe('The plan of Rose');
    expect(await htmlFaults(daniel.page.html)).toEqual([]);
    expect((await stranger.open(path)).text).toContain('This link has been used');
    await stranger.press('Send me a new link');
    expect((await linkOf('daniel@example.com')).path).not.toBe(path);
  });

  it('sees the plan alone: no finding of the assessment, no money without leave, no page of the case', async () => {
    await daniel.open(`/${council}/plan/${await idOf('daniel@example.com')}`);
    expect(daniel.page.text).not.toContain('£');
    const need = await daniel.follow('Need 1: Keeping clean');
    const own = await go('/plan/write/need-1');
    const finding = /Need 1: Keeping clean ([^?]+?\.)/.exec(own.text)?.[1] ?? '';
    expect(finding.length).toBeGreaterThan(10);
    expect(need.text).not.toContain(finding);
    expect(need.text).not.toContain('cost each week');
    for (const part of ['', '/plan/write', '/documents', '/everything']) {
      const page = await daniel.open(`/${council}/case/${reference}${part}`);
      expect(page.heading).toBe('Sign in to follow your case');
    }
  });

  it('writes into the same plan under their own name, and each look and change is in the history', async () => {
    await daniel.open(`/${council}/plan/${await idOf('daniel@example.com')}`);
    await daniel.follow('Need 1: Keeping clean');
    daniel.set([['howMet', 'I help with the bath on Sundays']]);
    const next = await daniel.press('Save and continue');
    expect(next.heading).toBe('Need 2: Getting dressed');

    const own = await go('/plan/write/need-1');
    expect(own.html).toContain('I help with the bath on Sundays');
    const { events } = (await platform.deps.store.whole(slug, reference)) ?? { events: [] };
    const theirs = events.filter(({ actor }) => actor.kind === 'public' && actor.invited !== undefined);
    expect(new Set(theirs.map(({ action }) => action))).toEqual(
      new Set(['plan-helper-signed-in', 'plan-read', 'plan-written', 'work-begun']),
    );
    // What the assessment found of the need is still in its row, though they were not shown it.
    expect((await draftRows())[0]).toMatchObject({
      outcome: 'hygiene',
      need: expect.any(String),
      howMet: 'I help with the bath on Sundays',
    });
  });

  const draftRows = async () => {
    const task = (await platform.deps.store.tasks(slug, reference)).find(
      ({ kind, status }) => kind === 'draft-plan' && status === 'open',
    );
    const { createWorkDrafts } = await import('../../../services/work/work-drafts.ts');
    const draft = task && (await createWorkDrafts(platform.deps).read(task));
    return (draft?.answers['needs']?.answer ?? []) as Record<string, unknown>[];
  };

  it('may suggest without changing anything, where that is all they may', async () => {
    await invite({
      name: 'Bright Care',
      email: 'bright@example.com',
      invitedAs: 'provider',
      invitedMay: 'suggest',
      seesMoney: 'yes',
    });
    const bright = await guest('bright@example.com');
    expect(bright.page.text).toContain('£');
    await bright.follow('Need 1: Keeping clean');
    bright.fill('What do you suggest?', 'A carer on Wednesdays too');
    await bright.press('Save and continue');
    const own = await go('/plan/write/need-1');
    expect(own.text).toContain(
      'Bright Care (gives support) suggests: Need 1: Keeping clean: A carer on Wednesdays too',
    );
    expect((await draftRows())[0]).toMatchObject({ howMet: 'I help with the bath on Sundays' });
  });

  it('only reads, where that is all they may', async () => {
    await invite({ name: 'Ann Field', email: 'ann@example.com', invitedAs: 'advocate', invitedMay: 'read' });
    const ann = await guest('ann@example.com');
    expect(ann.page.text).toContain('I help with the bath on Sundays');
    expect(await htmlFaults(ann.page.html)).toEqual([]);
    const id = (await invitations()).find(({ email }) => email === 'ann@example.com')?.id;
    const csrf = ann.fields.flatMap((fields) => fields.get('csrf') ?? [])[0] ?? '';
    const refused = await ann.post(`/${council}/plan/${id}/write/need-1`, { csrf, howMet: 'Changed', was: '' });
    expect(refused.status).toBe(409);
    const other = (await invitations()).find(({ email }) => email === 'daniel@example.com')?.id;
    expect((await ann.open(`/${council}/plan/${other}`)).status).toBe(404);
  });

  it('is out from the next page on when they are taken out, and their link is dead', async () => {
    await daniel.open(`/${council}/plan/${await idOf('daniel@example.com')}`);
    await go('/plan/write');
    await browser.press('Take out Daniel Okafor');
    expect((await daniel.open(daniel.page.path)).status).toBe(410);
    expect(browser.page.text).not.toContain('Daniel Okafor');
  });

  it('may be an independent planner, whom a worker finds and the person agrees to: they are invited with it (CB9, CB22, CB29)', async () => {
    await go('/plan/how');
    browser.fill('An independent support planner helps to write it');
    await browser.press('Save and continue');
    const { client } = platform;
    const task = await client.waitForTask('key-worker', reference, 'find-planner');
    const answers = staffAnswers('2026-01-05')['find-planner'];
    await expect(client.complete('key-worker', task, { ...answers, plannerAgreed: 'no' })).rejects.toThrow();
    await client.complete('key-worker', task, answers);
    await platform.settle();

    expect((await go()).text).toContain('Your independent support planner');
    const planner = await guest('ines.moreno@example.org');
    expect(planner.page.heading).toBe('The plan of Rose');
    expect((await go('/plan/write')).text).toContain('Ines Moreno Independent support planner, may write in the plan');
  });

  it('is invited by a worker on the person’s word, and the worker sees who writes and gives a draft back with reasons', async () => {
    const staff = (body: object) =>
      platform.send('POST', `/${council}/staff/cases/${reference}/plan-help`, { as: 'key-worker', body });
    const invited = await staff({
      planHelp: 'invite',
      ...{
        name: 'Tom Reed',
        email: 'tom@example.com',
        invitedAs: 'family-or-friend',
        invitedMay: 'write',
        seesMoney: 'no',
      },
    });
    expect(invited.status).toBe(200);
    expect((await guest('tom@example.com')).page.heading).toBe('The plan of Rose');
    const back = await staff({
      planHelp: 'send-back',
      sentBack: [{ part: 'needs', row: 1, why: 'Say who helps on the other days.' }],
    });
    expect(back.status).toBe(200);
    await platform.settle();
    // Whoever writes it with the person hears of it too, by a link of their own.
    const mailed = (await platform.platform.mail.list()).filter(({ to }) => to.includes('tom@example.com'));
    expect([mailed.length, mailed[0]?.text]).toEqual([
      2,
      expect.stringContaining('look again: parts of the plan may have come back to be changed'),
    ]);
    await go('/plan/write');
    expect((await browser.follow('Need 1: Keeping clean')).text).toContain(
      'Sent back to you: Say who helps on the other days.',
    );
    const refused = await staff({ planHelp: 'send-back', sentBack: [{ part: 'needs', row: 9, why: 'No such need.' }] });
    expect(refused.status).toBe(400);
  });

  it('has a new link by one press where theirs has run out, and whoever invited them is told that they have not opened it', async () => {
    await invite({ name: 'Ola Late', email: 'ola@example.com', invitedMay: 'suggest' });
    const before = (await linkOf('ola@example.com')).path;
    await platform.platform.clock.forward('P8D');
    browser = await signedIn(platform);
    expect((await go('/plan/write')).text).toContain('They have not opened the plan yet, and a link works for a week.');
    const late = createBrowser(platform.url);
    expect((await late.open(before)).text).toContain('This link has expired.');
    await late.press('Send me a new link');
    expect((await linkOf('ola@example.com')).path).not.toBe(before);
    const ola = await guest('ola@example.com');
    expect(ola.page.text).toMatch(/we sign you out/);
    expect((await go('/plan/write')).text).not.toContain('They have not opened the plan yet');
  });

  it('is refused where they need no invitation, have one, or are not to be told', async () => {
    expect(
      (await invite({ name: 'Rose Okafor', email: 'rose.okafor@example.com', invitedMay: 'read' })).errors,
    ).toEqual(['They can sign in to the case with this address. They need no invitation']);
    expect((await invite({ name: 'Ann Field', email: 'ann@example.com', invitedMay: 'read' })).errors).toEqual([
      'They are invited already. Take them out first to change what they may do',
    ]);
  });

  it('is named in the plan as one who wrote it, once it is said to be ready (CB6, CB7, CB8)', async () => {
    await go('/plan/write');
    browser.fill('Send it with what is left open. We plan that together');
    const sent = await browser.press('The plan is ready: send it');
    expect(sent.text).toContain('It was said that the plan is ready');
    const task = (await platform.deps.store.tasks(slug, reference)).find(
      ({ kind, status }) => kind === 'draft-plan' && status === 'open',
    );
    expect(task?.reason).toMatch(/For \d of the needs nothing is said yet/);
    const { createWorkDrafts } = await import('../../../services/work/work-drafts.ts');
    const draft = task && (await createWorkDrafts(platform.deps).read(task));
    expect(draft?.answers['writtenWith']?.answer).toContain('Daniel Okafor (family or friend)');
  });
});
