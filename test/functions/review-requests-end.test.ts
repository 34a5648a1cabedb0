import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Browser } from '../support/browser-client.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, rose, signedIn, slug } from '../support/followed-case.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { walkCaseForm } from '../support/walk-case-form.ts';

let platform: TestPlatform;
let reference: CaseReference;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  await workUpTo(platform, reference, 'check-support');
  browser = await signedIn(platform);
});
afterAll(() => platform.stop());

const today = () => platform.platform.clock.now().toString().slice(0, 10);
const overview = async () => (await browser.open(`/${council}/case/${reference}`)).text;
const asks = async (form: string, answers: Answers) => {
  const list = caseForms.get(form);
  if (list === undefined) throw new Error(`No form ${form}`);
  await walkCaseForm(
    browser,
    `/${council}/case/${reference}/ask/${form}`,
    fieldsOf(list, completeAnswers(list, answers)),
  );
  const done = await browser.press(list.send);
  await platform.settle();
  return done;
};
const finish = async (kind: TaskKind, answers: object = {}) => {
  const { role } = kindsOfWork[kind];
  const task = await platform.client.waitForTask(role, reference, kind);
  await platform.client.complete(role, task, {
    ...(staffAnswers(today()) as Record<string, object>)[kind],
    ...answers,
  });
  await platform.settle();
};
const whole = async () => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error('No case');
  return found;
};
const subjects = async () =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(rose)).map(({ subject }) => subject);

describe('a request of the person', { timeout: 60_000 }, () => {
  it('for a review that is refused leaves the planned review where it was, and the review opens on its day (I1)', async () => {
    const planned = (await whole()).case.nextReview;
    await asks('review-request', { reviewReasons: ['other'], requestDetail: 'I want to talk.' });
    await finish('decide-review-request', {
      decision: 'refuse',
      urgency: undefined,
      reasons: 'We reviewed your plan this week.',
      howToChallenge: 'Ask us, or complain.',
    });

    expect((await whole()).case.nextReview).toEqual(planned);
    expect(await overview()).toContain('We answered you on Monday 5 January 2026');
    await platform.platform.clock.moveTo(Temporal.Instant.from(planned?.remindAt ?? ''));
    await platform.settle();
    const open = (await whole()).tasks.filter(({ kind, status }) => kind === 'review-plan' && status === 'open');
    expect(open).toHaveLength(1);
  });

  it('for a review that was allowed is done when the review was held, and says nothing else from then on', async () => {
    browser = await signedIn(platform);
    await asks('review-request', { reviewReasons: ['needs-changed'], requestDetail: 'My sight is worse.' });
    expect(await overview()).toContain('We are looking at it. We aim to be done by');
    await finish('decide-review-request');
    expect(await overview()).toContain('We said yes. We aim to hold the review by Monday 16 February 2026');

    await finish('review-plan', {
      heldOn: today(),
      personSigning: 'by-themselves',
      personSigns: undefined,
      personSignedOn: undefined,
    });
    const page = await overview();

    expect(page).toContain('Done. We held the review on Monday 2 February 2026');
    expect(page).not.toContain('We said yes');
  });

  it('who does not agree with the record of a review need not sign it: it is settled by somebody, and answered (s.27(5))', async () => {
    expect(await overview()).toContain('Read and sign the record of your review of Monday 2 February 2026');
    await asks('review-disagreement', { reviewWrong: 'Sundays are not in it.', wantsAdvocate: 'no' });
    expect(await overview()).not.toContain('Read and sign the record of your review');
    await finish('settle-disagreement');

    expect((await subjects())[0]).toContain('e have answered you');
    expect(await overview()).not.toContain('We are looking at it');
  });

  it('to change the call to 9, with which they are content, is a small change by the author of the plan: a new copy and no new clock (I2)', async () => {
    const before = (await whole()).case;
    await asks('review-request', { reviewReasons: ['other'], requestDetail: 'Please come at 9.' });
    await finish('decide-review-request', {
      decision: 'minor-change',
      urgency: undefined,
      reasons: 'Only the time changes.',
      change: 'The call is at 9.',
      circumstancesChanged: 'no',
      arrangementOnly: 'yes',
      personContent: 'yes',
    });
    expect(await overview()).toContain('We answered, and there is more to do.');
    const task = (await whole()).tasks.find(({ kind }) => kind === 'change-plan');
    expect(task?.assignee?.id).toBe(platform.member('key-worker').id);
    await finish('change-plan');

    const { case: after, records } = await whole();
    expect(after).toMatchObject({
      planInForce: 2,
      nextReview: before.nextReview,
      reviewGeneration: before.reviewGeneration,
    });
    expect(records.flatMap((one) => (one.kind === 'plan' ? [`${one.number} ${one.state}`] : []))).toEqual([
      '1 superseded',
      '2 active',
    ]);
    expect(await overview()).toContain('Done. We made the change on');
    expect((await subjects()).some((subject) => subject.includes(': something to read'))).toBe(true);
    const [newest] = records.filter((one) => one.kind === 'plan' && one.number === 2);
    expect((await browser.open(`/${council}/case/${reference}/copies/plan.${newest?.id}`)).text).toContain(
      'Every day at 9:00',
    );
  });
});

describe('a decision that a question shows to be wrong', { timeout: 60_000 }, () => {
  it('is made again by whoever decides it, and the person is told the new one', async () => {
    await asks('query', {
      decisionAbout: 'eligibility',
      question: 'Why not more?',
      disagrees: 'yes',
      whyWrong: 'It is wrong.',
    });
    await finish('answer-query', { decisionStands: 'no', decideAgain: 'eligibility', nextSteps: 'We decide again.' });
    expect(await overview()).toContain('We answered, and there is more to do.');
    const mails = (await subjects()).length;
    await finish('decide-eligibility');

    const { case: careCase, tasks } = await whole();
    expect(careCase.stage).toBe('support');
    expect(tasks.filter(({ kind }) => kind === 'decide-eligibility').map(({ status }) => status)).toEqual([
      'completed',
      'completed',
    ]);
    expect((await subjects()).slice(0, (await subjects()).length - mails)).toEqual([
      expect.stringContaining('something to read'),
    ]);
  });
});
