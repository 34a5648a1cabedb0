import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilSlug } from '../../schemas/scalars.ts';
import { ownPath } from '../../services/web/staff-sign-in.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffBrowser } from '../support/staff-browser.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const people = `/${council}/staff/people`;
const aBrowser = () => createStaffBrowser(platform);

describe('sign-in', () => {
  it('comes straight back to the page of the link, with its query, by code, PKCE, state and nonce', async () => {
    const browser = aBrowser();

    const asked = await browser.get(`${people}?role=manager`);
    const away = await browser.get(asked.location ?? '');
    const back = await browser.signIn('manager', `${people}?role=manager`);

    expect([asked.status, asked.location]).toEqual([
      303,
      `/${council}/staff/sign-in?to=${encodeURIComponent(`${people}?role=manager`)}`,
    ]);
    expect(Object.fromEntries(new URL(away.location ?? '').searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${platform.url}/${council}/staff/signed-in`,
    });
    expect(back.status).toBe(200);
  });

  it('keeps the session in a cookie that no script, no other host and no other site’s form gets', async () => {
    const browser = aBrowser();
    await browser.follow(`/${council}/staff/sign-in?who=${browser.member('manager').id}`);
    const begun = await browser.get(`/${council}/staff/sign-in?who=someone`);

    expect([...browser.cookies.keys()]).toContain('__Host-careway-staff');
    expect(begun.headers.getSetCookie()[0]).toMatch(
      /^__Host-careway-sign-in-\S+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600$/,
    );
    // Sealed: nothing of the person can be read in it.
    const cookie = Buffer.from(
      browser.cookies.get('__Host-careway-staff')?.split('.')[3] ?? '',
      'base64url',
    ).toString();
    expect(cookie).not.toContain(browser.member('manager').id);
  });

  it.each([
    'https://elsewhere.example/staff',
    '//elsewhere.example/leicestershire/staff/tasks',
    '/\\elsewhere.example/leicestershire/staff/tasks',
    '/coventry/staff/tasks',
    '/leicestershire/help',
    '/leicestershire/staff/../../coventry/staff/tasks',
    '/leicestershire/staff/sign-out',
    '/leicestershire/staff/sign-in?to=/leicestershire/staff/sign-in',
    'javascript:alert(1)',
    '',
    undefined,
  ])('never sends anybody to %s', (to) => {
    expect(ownPath('leicestershire', to)).toBe('/leicestershire/staff/tasks');
  });

  it('goes on to a page of the staff site as it was asked for', () => {
    expect(ownPath('leicestershire', '/leicestershire/staff/tasks/a.b?x=1&y=2')).toBe(
      '/leicestershire/staff/tasks/a.b?x=1&y=2',
    );
  });

  it('is refused where the browser did not begin it, and says what to do', async () => {
    const [begun, other] = [aBrowser(), aBrowser()];
    const away = await begun.get(`/${council}/staff/sign-in?who=${begun.member('manager').id}`);
    let step = await begun.get(away.location ?? '');
    while (step.location && !step.location.includes('/staff/signed-in')) step = await begun.get(step.location);

    const stolen = await other.get(step.location ?? '');

    expect(stolen.status).toBe(400);
    expect(stolen.text).toContain('You are not signed in yet');
    expect([...other.cookies.keys()]).toEqual([]);
  });

  it('works in two tabs at once, and by the back button says nothing wrong', async () => {
    const browser = aBrowser();
    const { id } = browser.member('assessor');
    const first = await browser.get(`/${council}/staff/sign-in?who=${id}&to=${people}`);
    const second = await browser.get(`/${council}/staff/sign-in?who=${id}&to=${people}?b`);

    let callback = '';
    let step = first;
    while (step.location && step.status < 400) {
      if (step.location.includes('/staff/signed-in')) callback = step.location;
      step = await browser.get(step.location);
    }
    const other = await browser.follow(second.location ?? '');
    const again = await browser.get(callback);

    expect([step.status, other.status]).toEqual([200, 200]);
    // The code was used, and the person is signed in.
    expect([again.status, again.location]).toEqual([303, `/${council}/staff/tasks`]);
  });

  it('of somebody else is asked for where a link names them, and else the one who is signed in stays', async () => {
    const browser = aBrowser();
    await browser.signIn('assessor');

    const stays = await browser.get(`/${council}/staff/sign-in?to=${people}`);
    const changes = await browser.get(`/${council}/staff/sign-in?who=${browser.member('manager').id}`);

    expect(stays.location).toBe(people);
    expect(changes.location).toContain('/_local/oidc/auth');
  });
});

describe('a session', () => {
  it('ends after an hour without a request, and ten hours after sign-in in any case', async () => {
    const own = await startTestPlatform();
    const [idle, busy] = [createStaffBrowser(own), createStaffBrowser(own)];
    await idle.signIn('assessor');
    await busy.signIn('assessor');
    const seen: number[] = [];
    const busyAt = async (time: string) => {
      await own.platform.clock.forward(time);
      seen.push((await busy.get(people)).status);
    };

    await busyAt('PT59M');
    const before = (await idle.send(people)).status;
    for (let at = 0; at < 9; at += 1) await busyAt('PT59M');
    const after = (await idle.get(people)).status;
    await busyAt('PT9M');
    await busyAt('PT1M');
    await own.stop();

    expect([before, after]).toEqual([200, 303]);
    expect(seen).toEqual([...Array(11).fill(200), 303]);
  });

  it('ends everywhere with one sign-out, with the bearer tokens of before, and nobody else’s', async () => {
    const [here, there, other] = [aBrowser(), aBrowser(), aBrowser()];
    await here.signIn('key-worker');
    await there.signIn('key-worker');
    await other.signIn('assessor');
    const bearer = { authorization: `Bearer ${await platform.token('key-worker')}`, cookie: '' };
    await platform.platform.clock.forward('PT2S');

    const out = await here.post(`/${council}/staff/sign-out`, { csrf: await here.csrf() });

    expect([out.status, out.location]).toEqual([303, `/${council}/staff/signed-out?from=here`]);
    expect((await here.get(people)).status).toBe(303);
    expect((await there.get(people)).status).toBe(303);
    expect((await other.get(people)).status).toBe(200);
    expect((await there.get(people, bearer)).status).toBe(401);
    expect((await here.signIn('key-worker')).status).toBe(200);
  });

  it('that is over also ends the session of the sign-in pages, which send the browser back', async () => {
    const browser = aBrowser();
    await browser.signIn('finance-officer');

    const { location } = await browser.post(`/${council}/staff/sign-out`, { csrf: await browser.csrf() });
    const said = await browser.get(location ?? '');
    const onward = /^0; url=(.*)$/.exec(said.headers.get('refresh') ?? '')?.[1] ?? '';
    const back = await browser.get(onward);

    expect(said.text).toContain('You have signed out');
    expect(onward).toContain('/_local/oidc/logout?client_id=careway-staff&logout_uri=');
    expect(back.location).toBe(`${platform.url}/${council}/staff/signed-out`);
  });

  it('does not sign out by a link, by another site’s form, or by a form without its mark', async () => {
    const browser = aBrowser();
    await browser.signIn('assessor');
    const csrf = await browser.csrf();
    const out = `/${council}/staff/sign-out`;

    const answers = [
      await browser.get(out),
      await browser.post(out, {}),
      await browser.post(out, { csrf: `${csrf.slice(0, -2)}xx` }),
      await browser.post(out, { csrf }, { 'sec-fetch-site': 'cross-site' }),
      await browser.post(out, { csrf }, { origin: 'https://elsewhere.example' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 403, 403, 403, 403]);
    expect((await browser.get(people)).status).toBe(200);
  });
});

describe('what a browser sends to change something', () => {
  it('is checked in one place, for forms and for scripts, and nothing is changed without it', async () => {
    const browser = aBrowser();
    await browser.signIn('manager');
    const csrf = await browser.csrf();
    const { id, name, email, roles } = browser.member('assessor');
    const save = (headers: Record<string, string>) =>
      browser.send(`${people}/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify({ name, email, roles }),
      });

    const statuses = [
      await save({}),
      await save({ 'x-csrf-token': 'made-up' }),
      await save({ 'x-csrf-token': csrf, origin: 'https://elsewhere.example' }),
      await save({ 'x-csrf-token': csrf, 'sec-fetch-site': 'same-site' }),
      await save({ 'x-csrf-token': csrf, origin: platform.url, 'sec-fetch-site': 'same-origin' }),
    ].map(({ status }) => status);

    expect(statuses).toEqual([403, 403, 403, 403, 200]);
  });

  it('may come from a form of an earlier session of the same person, and never of somebody else', async () => {
    const browser = aBrowser();
    await browser.signIn('manager');
    const csrf = await browser.csrf();
    const out = `/${council}/staff/sign-out`;
    await browser.signIn('assessor');
    const ofSomebodyElse = await browser.post(out, { csrf });
    await browser.signIn('manager');
    const ofTheSame = await browser.post(out, { csrf });

    expect([ofSomebodyElse.status, ofTheSame.status]).toEqual([403, 303]);
  });
});

describe('who may do what', () => {
  const put = (id: string, roles: string[]) =>
    platform.send('PUT', `${people}/${id}`, {
      as: 'manager',
      body: { name: 'Ann Ford', email: 'ann.ford@example.com', roles },
    });

  it('loses a role at once when the directory takes it, by cookie and by token, and has it again when it comes back', async () => {
    const browser = aBrowser();
    const { id } = browser.member('complaints-manager');
    const token = await platform.token('complaints-manager');
    await browser.signIn('complaints-manager');
    const both = async () => [
      (await browser.get(people)).status,
      (await platform.send('GET', people, { headers: { authorization: `Bearer ${token}` } })).status,
    ];

    const before = await both();
    await put(id, ['assessor']);
    const without = await both();
    const page = await browser.get(people);
    await put(id, ['complaints-manager']);

    expect(before).toEqual([200, 200]);
    expect(without).toEqual([403, 403]);
    expect(page.text).toContain('You have no role here');
    expect(page.text).toContain(browser.member('manager').name);
    expect(page.text).toContain('Sign out');
    expect(await both()).toEqual([200, 200]);
  });

  it('has nothing left when they leave, though they sign in again and out again', async () => {
    const browser = aBrowser();
    const { id } = browser.member('safeguarding-lead');
    const token = await platform.token('safeguarding-lead');
    await browser.signIn('safeguarding-lead');

    await platform.send('POST', `${people}/${id}/leave`, { as: 'manager', body: { left: true } });
    const atOnce = await browser.get(people);
    const byToken = await platform.send('GET', people, { headers: { authorization: `Bearer ${token}` } });
    const again = await browser.signIn('safeguarding-lead');
    await browser.post(`/${council}/staff/sign-out`, {
      csrf: /name="csrf" value="([^"]+)"/.exec(again.text)?.[1] ?? '',
    });
    const thrice = await browser.signIn('safeguarding-lead');

    expect([atOnce.status, byToken.status, again.status, thrice.status]).toEqual([303, 403, 403, 403]);
    expect(again.text).toContain('You have no role here');
    // Whoever comes back is in the directory again.
    await put(id, ['safeguarding-lead']);
    expect((await browser.get(people)).status).toBe(200);
  });

  it('reads where they are signed in when they ask at another council, which they may sign in to', async () => {
    const browser = aBrowser();
    await browser.signIn('manager');

    const other = await browser.get('/coventry/staff/people');
    const asProgram = await browser.get('/coventry/staff/people', { accept: 'application/json' });

    expect(other.status).toBe(403);
    expect(other.text).toContain('You are signed in at Leicestershire County Council');
    expect(other.text).toContain('/coventry/staff/sign-in?to=%2Fcoventry%2Fstaff%2Fpeople');
    expect(JSON.parse(asProgram.text).code).toBe('signed-in-elsewhere');
    expect((await browser.get(people)).status).toBe(200);
  });

  it('reads whom to ask where their role does not reach', async () => {
    const browser = aBrowser();
    await browser.signIn('assessor');

    const refused = await browser.get(`/${council}/staff/rates`);

    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(new RegExp(`Ask .*${browser.member('manager').name}`));
    expect(refused.text).toContain('My work');
  });

  it('is nobody by a cookie that somebody made or changed', async () => {
    const browser = aBrowser();
    await browser.signIn('manager');
    const good = browser.cookies.get('__Host-careway-staff') ?? '';
    const seal = await browser.csrf();
    const bad = ['', 'x', `${good}x`, good.split('.').toSpliced(3, 1, 'AAAA').join('.'), seal];

    for (const cookie of bad) {
      browser.cookies.set('__Host-careway-staff', cookie);
      expect((await browser.get(people)).status).toBe(303);
    }
    expect(await platform.deps.store.staff(councilSlug.parse(council), browser.member('manager').id)).toBeDefined();
  });
});
