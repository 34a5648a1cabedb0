import { describe, expect, it } from 'vitest';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { requestKinds, requestOf } from '../../../domain/journey/request-outcomes.ts';
import { outcomeOf } from '../../../domain/journey/task-outcomes.ts';
import type { TaskSituation } from '../../../domain/journey/work-outcome.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { type TaskKind, task } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { aCase } from '../../support/a-case.ts';
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
  targets: { urgent: 1, 'carer-breakdown': 7, standard: 28 },
  charging: undefined,
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
    const answers = { decision: 'review', reasons: 'Her sight is worse.' };

    expect(outcomeOf(answers, situation('decide-review-request'))).toMatchObject({
      ok: true,
      outcome: 'review',
      reviewForward: 'Asked for by the person. Her sight is worse.',
      tellsPerson: true,
      records: [{ kind: 'reply', to: 'case.request-3f0a1c' }],
    });
  });

  it('does not bring anything forward where it is refused or a small change is made (S34, S53)', () => {
    const refused = { decision: 'refuse', reasons: 'No change.', howToChallenge: 'Ask us, or complain.' };
    for (const answers of [refused, { decision: 'minor-change', reasons: 'Another agency.' }]) {
      expect(outcomeOf(answers, situation('decide-review-request'))).not.toHaveProperty('reviewForward');
    }
  });

  it('cannot grant a review of no plan', () => {
    const answers = { decision: 'review', reasons: 'Her sight is worse.' };
    const none = situation('decide-review-request', { case: aCase() });

    expect(outcomeOf(answers, none)).toMatchObject({ ok: false, problems: [{ field: 'decision' }] });
  });
});

describe('acknowledge-complaint', () => {
  const acknowledged = { acknowledgedOn: '2026-07-02', talkOffered: true, handledBy: 'Customer Relations' };

  it.each([
    ['6 months from receipt', {}, '2027-01-01'],
    ['the earlier day that was agreed', { agreedAnswerOn: '2026-08-03' }, '2026-08-03'],
    ['the later day that was agreed', { agreedAnswerOn: '2027-02-01' }, '2027-02-01'],
  ])('opens the answer, due %s', (_, agreed, dueOn) => {
    expect(outcomeOf({ ...acknowledged, ...agreed }, situation('acknowledge-complaint'))).toMatchObject({
      opens: [{ kind: 'answer-complaint', step: 'answer-complaint-3f0a1c', dueOn: isoDate.parse(dueOn) }],
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
  it.each(['look-at-change', 'look-at-money'] as const)(
    '%s keeps what was done apart from what the person reads',
    (kind) => {
      const outcome = outcomeOf({ whatWasDone: 'Rang her.', answer: 'Nothing changes.' }, situation(kind));

      expect(outcome).toMatchObject({
        records: [
          { kind: 'reply', content: { kind: 'message', answer: 'Nothing changes.' } },
          { kind: 'note', content: { text: 'Rang her.' } },
        ],
      });
    },
  );
});
