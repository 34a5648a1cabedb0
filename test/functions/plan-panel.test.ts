import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
const example = { status: 'example', source: 'A test' } as const;
/** The plans of the example cost £189 a week. */
const plans = (limit: number, quorum = 2) => ({
  ...{ checkedBy: 'manager' as const, authorMayCheck: false, ...example },
  limits: { manager: limit },
  panel: { role: 'manager' as const, quorum, ...example },
});
const managers = () =>
  journeys.platform.staff.filter(({ council, roles }) => council === slug && roles.includes('manager'));

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const as = async (number: number) => {
  const { accessToken } = await journeys.platform.signIn.issueAccessTokenFor(managers()[number]?.id ?? '');
  return { authorization: `Bearer ${accessToken}` };
};
const at = async (method: string, number: number, path: string, body?: object, headers = {}) => {
  const answer = await journeys.send(method, `/${slug}/staff/tasks/${path}`, {
    ...(body && { body }),
    headers: { ...(await as(number)), ...headers },
  });
  await journeys.settle();
  return answer;
};
const sayOn =
  (task: string) =>
  (number: number, view: string, why: string, rest: object = {}) =>
    at('POST', number, `${task}/panel`, { view, why, ...rest });

/** A case whose dear plan has passed its check. */
const dearPlan = async (limit = 10_000, quorum = 2): Promise<{ reference: CaseReference; task: string }> => {
  journeys.setCouncil({ plans: plans(limit, quorum) });
  const reference = await journeys.apply();
  await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf('agree-plan')));
  return { reference, task: (await journeys.openTask(reference, 'agree-plan-for-council')).id };
};
const actions = async (reference: CaseReference) =>
  ((await journeys.deps.store.whole(slug, reference))?.events ?? []).map(({ action }) => action);

describe('a plan above the limit of whoever would agree', () => {
  it('goes to a panel, which ends the task when enough of one mind have said so; then the person is asked', async () => {
    const { reference, task } = await dearPlan();
    const say = sayOn(task);

    expect((await say(0, 'agree', 'All needs are met.')).json).toEqual({ decided: false });
    expect((await at('GET', 1, `${task}/panel`)).json).toMatchObject({
      quorum: 2,
      decided: false,
      views: [{ view: 'agree' }],
    });
    expect((await say(1, 'agree', 'Nothing cheaper does it.')).json).toEqual({ decided: true });

    const { json } = await at('GET', 1, `${task}/panel`);
    expect(json.decided).toBe(true);
    expect((await journeys.openTask(reference, 'agree-plan')).kind).toBe('agree-plan');
    expect(await actions(reference)).toEqual(
      expect.arrayContaining(['panel-view-recorded', 'panel-view-recorded', 'task-completed']),
    );
    const [letter] = (await journeys.deps.store.records(slug, reference, 'work')).filter(
      (record) => record.kind === 'work' && record.work === 'agree-plan-for-council',
    );
    expect(letter).toMatchObject({
      answers: { why: 'A panel of 2 looked at the plan: 2 agree.\nAll needs are met.\nNothing cheaper does it.' },
    });
  });

  it('one member has one view: pressed twice it counts once, and changing it is an event', async () => {
    const { reference, task } = await dearPlan();
    const say = sayOn(task);

    await say(0, 'agree', 'Good.');
    expect((await say(0, 'agree', 'Good.')).json).toEqual({ decided: false });
    expect((await say(0, 'not-agree', 'The evening is missing.')).json).toEqual({ decided: false });
    const { json } = await at('GET', 0, `${task}/panel`);

    expect(json.views).toEqual([expect.objectContaining({ view: 'not-agree', why: 'The evening is missing.' })]);
    expect((await actions(reference)).filter((action) => action.startsWith('panel-view'))).toEqual([
      'panel-view-recorded',
      'panel-view-changed',
    ]);
  });

  it('two who speak at the same moment are both counted, and the plan is agreed once', async () => {
    const { reference, task } = await dearPlan();
    const say = sayOn(task);

    const answers = await Promise.all([say(0, 'agree', 'Good.'), say(1, 'agree', 'Good too.')]);

    expect(answers.map(({ json }) => json.decided).toSorted()).toEqual([false, true]);
    expect((await actions(reference)).filter((action) => action === 'panel-view-recorded')).toHaveLength(2);
  });

  it('is sent back with each member’s answers and reasons where more than half want that', async () => {
    const { reference, task } = await dearPlan();
    const say = sayOn(task);

    await say(0, 'not-agree', 'It has to change.', {
      sentBack: [{ part: 'needs', row: 1, why: 'Two visits would do.' }],
    });
    await say(1, 'not-agree', 'Look at equipment.', {
      sentBack: [{ part: 'options-considered', why: 'A bath lift.' }],
    });
    const drafting = await journeys.openTask(reference, 'draft-plan');
    const { json } = await journeys.send('GET', `/${slug}/staff/tasks/${drafting.id}`, { as: 'key-worker' });

    expect(JSON.stringify(json.known)).toContain('Number 1: Two visits would do.');
    expect(JSON.stringify(json.known)).toContain('A bath lift.');
  });

  it('is not agreed by one alone, who reads that a panel decides', async () => {
    const { task } = await dearPlan();
    const answers = staffAnswers(journeys.today())['agree-plan-for-council'];

    const { status, json } = await at('POST', 0, `${task}/complete`, { answers });

    expect([status, json.code, json.detail]).toEqual([409, 'panel-decides', 'A panel of 2 decides.']);
  });

  it('waits where fewer people than the quorum are there, and says so to the manager', async () => {
    const { reference } = await dearPlan(10_000, 4);
    const task = await journeys.openTask(reference, 'agree-plan-for-council');

    expect(task.reason).toBe('A panel of 4 decides, and only 3 can be on it. A manager adds others.');
  });

  it('within the limit is agreed by whoever checks it, in the same step', async () => {
    journeys.setCouncil({ plans: plans(18_900) });
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf('agree-plan')));

    expect((await journeys.openTask(reference, 'agree-plan')).status).toBe('open');
  });

  it('has a page without JavaScript: a view that lacks its reason comes back as it was typed', async () => {
    const { task } = await dearPlan();
    const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const page = await at('GET', 0, `${task}/panel`, undefined, { accept: 'text/html' });
    const task0 = await at('GET', 0, task, undefined, { accept: 'text/html' });
    expect([task0.status, task0.headers.get('location')]).toEqual([303, `/${slug}/staff/tasks/${task}/panel`]);
    expect(page.text).toContain('0 of 2 have said their view.');
    expect(page.text).toContain('Help to wash each morning');

    const post = async (body: string) =>
      journeys.send('POST', `/${slug}/staff/tasks/${task}/panel`, { body, headers: { ...(await as(0)), ...form } });
    const refused = await post('view=not-agree');
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/value="not-agree" checked/);
    const taken = await post('view=not-agree&why=Too+little.');
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      `/${slug}/staff/tasks/${task}/panel?done=view-recorded`,
    ]);
  });
});
