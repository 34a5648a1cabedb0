import { describe, expect, it } from 'vitest';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { requestKinds, requestOf } from '../../../domain/journey/request-outcomes.ts';
import { outcomeOf } from '../../../domain/journey/task-outcomes.ts';
import type { TaskSituation } from '../../../domain/journey/work-outcome.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { type TaskKind, task } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { aCase } from '../../support/a-case.ts';
import { aCouncil } from '../../support/a-council.ts';
import { aPerson } from '../../support/a-person.ts';

const openedAt = isoInstant.parse('2026-07-01T10:00:00.000Z');

const situation = (kind: TaskKind, rest: Partial<TaskSituation> = {}): TaskSituation => ({
  case: aCase({ planInForce: 1 }),
  person: asOne([aPerson()]),
  task: task.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: `K7M-29QX-T4F.case.${kind}-3f0a1c`,
    version: 1,
    kind,
    role: kindsOfWork[kind].role,
    openedAt,
    dueOn: '2026-07-06',
    status: 'open',
  }),
  now: isoInstant.parse('2026-07-02T10:00:00.000Z'),
  staff: { id: 'worker', name: 'Kwame Nowak' },
  council: aCouncil({ charging: undefined }),
  records: [],
  tasks: [],
  mail: [],
  plans: [],
  ...rest,
});

describe('a request', () => {
  it.each(requestKinds)('is found from its task %s by the mark that they share', (kind) => {
    expect(requestOf(situation(kind).task)).toBe('case.request-3f0a1c');
  });
});

describe('decide-review-request', () => {
  it('brings the review forward where it is granted, and tells the person', () => {
    const answers = { decision: 'review', urgency: 'standard', reasons: 'Her sight is worse.', moneyAffected: 'no' };

    expect(outcomeOf(answers, situation('decide-review-request'))).toMatchObject({
      ok: true,
      outcome: 'review',
      reviewForward: 'Asked for by the person. Her sight is worse.',
      tells: ['answer-ready'],
      records: [{ kind: 'work', work: 'decide-review-request', to: 'case.request-3f0a1c', answers }],
    });
  });

  it('is told to whoever asked for someone else, before it is done: no mail tells them', () => {
    const answers = {
      decision: 'refuse',
      reasons: 'No change.',
      howToChallenge: 'Ask us, or complain.',
      moneyAffected: 'no',
    };
    const own = situation('decide-review-request');
    const byOther = {
      ...own,
      task: { ...own.task, id: task.shape.id.parse('K7M-29QX-T4F.case.decide-review-request-by-other-3f0a1c') },
    };

    expect(outcomeOf(answers, byOther)).toMatchObject({ ok: false, problems: [{ field: 'toldOn' }] });
    expect(outcomeOf({ ...answers, toldOn: '2026-07-02' }, byOther)).toMatchObject({ ok: true, outcome: 'refuse' });
    expect(outcomeOf(answers, own)).toMatchObject({ ok: true, outcome: 'refuse' });
  });

  it('does not bring anything forward where it is refused or a small change is made (S34, S53)', () => {
    const refused = { decision: 'refuse', reasons: 'No change.', howToChallenge: 'Ask us, or complain.' };
    const small = {
      decision: 'minor-change',
      reasons: 'She asked for it.',
      change: 'Another agency.',
      arrangementOnly: 'yes',
      personContent: 'yes',
    };
    for (const answers of [refused, small]) {
      const outcome = outcomeOf({ ...answers, moneyAffected: 'no' }, situation('decide-review-request'));

      expect(outcome).toMatchObject({ ok: true, outcome: answers.decision });
      expect(outcome).not.toHaveProperty('reviewForward');
    }
  });

  it('says to whoever reviews that it is urgent', () => {
    const answers = { decision: 'review', urgency: 'urgent', reasons: 'She fell.', moneyAffected: 'no' };

    expect(outcomeOf(answers, situation('decide-review-request'))).toMatchObject({
      reviewForward: 'Urgent. Asked for by the person. She fell.',
    });
  });

  it('opens a new look at the finances, once, where money is affected (S48)', () => {
    const answers = { decision: 'review', urgency: 'standard', reasons: 'She inherited.', moneyAffected: 'yes' };

    expect(outcomeOf(answers, situation('decide-review-request'))).toMatchObject({
      opens: [{ kind: 'assess-finances', step: expect.stringMatching(/^assess-finances-from-[0-9a-f]{8}$/) }],
    });
  });

  it('cannot grant a review of no plan', () => {
    const answers = { decision: 'review', urgency: 'standard', reasons: 'Her sight is worse.', moneyAffected: 'no' };
    const none = situation('decide-review-request', { case: aCase() });

    expect(outcomeOf(answers, none)).toMatchObject({ ok: false, problems: [{ field: 'decision' }] });
  });
});

describe('acknowledge-complaint', () => {
  const acknowledged = {
    acknowledgedOn: '2026-07-02',
    talkOffered: 'yes',
    handledBy: 'Customer Relations',
    late: 'no',
  };

  it.each([
    ['6 months from receipt', {}, '2026-12-31'],
    ['the earlier day that was agreed', { agreedAnswerOn: '2026-08-03' }, '2026-08-03'],
    ['the later day that was agreed', { agreedAnswerOn: '2027-02-01' }, '2027-02-01'],
  ])('opens the answer, due %s', (_, agreed, dueOn) => {
    expect(outcomeOf({ ...acknowledged, ...agreed }, situation('acknowledge-complaint'))).toMatchObject({
      opens: [{ kind: 'answer-complaint', step: 'answer-complaint-3f0a1c', dueOn: isoDate.parse(dueOn) }],
    });
  });

  it('counts the 6 months from the day of receipt, where that was before it was recorded', () => {
    expect(outcomeOf({ ...acknowledged, receivedOn: '2026-06-29' }, situation('acknowledge-complaint'))).toMatchObject({
      opens: [{ dueOn: isoDate.parse('2026-12-28') }],
    });
  });

  it('cannot have been done tomorrow', () => {
    const tomorrow = { ...acknowledged, acknowledgedOn: '2026-07-03' };

    expect(outcomeOf(tomorrow, situation('acknowledge-complaint'))).toMatchObject({
      ok: false,
      problems: [{ field: 'acknowledgedOn' }],
    });
  });
});

describe('answer-complaint', () => {
  const answer = { considered: 'We read it.', findings: 'Late.', signedBy: 'The Director' };

  it.each([
    ['upheld', false],
    ['partly-upheld', false],
    ['not-upheld', true],
  ])('%s without a remedy is taken: %s', (outcome, ok) => {
    expect(outcomeOf({ ...answer, outcome }, situation('answer-complaint')).ok).toBe(ok);
  });
});

describe('look-at-change and look-at-money', () => {
  const answers = { whatWasDone: 'Rang her.', answer: 'Nothing changes.' };

  it.each([
    { kind: 'look-at-change', rest: { moneyChanged: 'no', harmSuspected: 'no' } },
    { kind: 'look-at-money', rest: { assessAgain: 'no' } },
  ] as const)('$kind keeps one record of what was done and what the person reads', ({ kind, rest }) => {
    expect(outcomeOf({ ...answers, ...rest }, situation(kind))).toMatchObject({
      records: [{ kind: 'work', work: kind, to: 'case.request-3f0a1c', answers }],
      opens: [],
    });
  });

  it.each([
    { kind: 'look-at-change', rest: { moneyChanged: 'yes', harmSuspected: 'no' }, opens: ['assess-finances'] },
    {
      kind: 'look-at-change',
      rest: { moneyChanged: 'no', harmSuspected: 'yes', harmWhat: 'A bruise.' },
      opens: ['look-into-safety'],
    },
    { kind: 'look-at-money', rest: { assessAgain: 'yes' }, opens: ['assess-finances'] },
  ] as const)('$kind opens $opens', ({ kind, rest, opens }) => {
    const outcome = outcomeOf({ ...answers, ...rest }, situation(kind));

    expect(outcome.ok && outcome.opens?.map((one) => one.kind)).toEqual(opens);
  });
});
