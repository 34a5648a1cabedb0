import { describe, expect, it } from 'vitest';
import { type KnownAnswer, knownAnswers } from '../../../domain/forms/known-answers.ts';
import { askedFor, whoAsked } from '../../../domain/journey/requests-together.ts';
import { review } from '../../../schemas/forms/review.ts';
import { reviewForAnother } from '../../../schemas/forms/review-for-another.ts';
import { reviewRequest } from '../../../schemas/forms/review-request.ts';
import { reviewRequestDecision } from '../../../schemas/forms/review-request-decision.ts';
import { invitation } from '../../../schemas/forms/tell-us.ts';
import { type CaseRecord, caseRecord } from '../../../schemas/records.ts';
import { type Task, type TaskKind, task } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';

const reference = 'K7M-29QX-T4F';
const of = { council: 'leicestershire', reference };
const [rose, sam, nurse] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'];

const sent = (mark: string, day: string, list: string, answers: object, as?: 'person' | 'helper'): CaseRecord =>
  caseRecord.parse({
    ...of,
    id: `case.request-${mark}`,
    version: 1,
    at: `${day}T10:00:00.000Z`,
    by: { kind: 'public', as },
    kind: 'request',
    list,
    listVersion: 1,
    answers,
  });
const work = (mark: string, kind: TaskKind, status: 'open' | 'completed' = 'open'): Task =>
  task.parse({
    ...of,
    id: `${reference}.case.${kind}-${mark}`,
    version: 1,
    kind,
    role: kindsOfWork[kind].role,
    openedAt: '2026-01-05T10:00:00.000Z',
    dueOn: '2026-01-20',
    status,
    ...(status === 'completed' && {
      closed: { at: '2026-01-06T10:00:00.000Z', outcome: 'refuse', answer: { kind: 'output', output: {} } },
    }),
  });

const asks = {
  rose: sent(
    rose,
    '2026-01-05',
    'review-request',
    {
      requesterRole: 'person',
      requestDetail: 'My sight is worse.',
      requestUrgent: 'no',
    },
    'person',
  ),
  sam: sent(sam, '2026-01-06', 'review-for-another', {
    fullName: 'Sam Patel',
    askerRole: 'family',
    requestDetail: 'She falls at night.',
    requestUrgent: 'yes',
    requestUrgentWhy: 'She fell twice.',
    email: 'sam@example.com',
  }),
  nurse: sent(nurse, '2026-01-07', 'review-for-another', {
    fullName: 'Ama Nurse',
    askerRole: 'professional',
    organisation: 'Oak Surgery',
    requestDetail: 'Her tablets changed.',
    requestUrgent: 'no',
    phone: '01632 960001',
  }),
};
const records = Object.values(asks);
const open = [rose, sam, nurse].map((mark) => work(mark, 'decide-review-request'));

const lists = [reviewRequest, reviewForAnother, reviewRequestDecision, invitation, review];
const knownIn = (
  list: typeof reviewRequestDecision | typeof review,
  kept: readonly CaseRecord[],
  own?: Task,
  tasks = open,
) =>
  knownAnswers(list, {
    records: kept,
    person: {},
    listOf: (id) => lists.find((one) => one.id === id),
    today: () => '2026-01-08',
    asked: own && askedFor(own, { tasks, records: kept }),
  });
const said = (known: readonly KnownAnswer[], question: string) =>
  known
    .filter((one) => one.question === question)
    .map(({ lines, from }) => [lines.join(' '), from.title, from.at?.slice(0, 10)]);

describe('two requests at once', () => {
  it('stand apart before whoever decides on one: its own answers first, each named by who asked and when', () => {
    const known = knownIn(reviewRequestDecision, records, open[1]);

    expect(said(known, 'reasons').filter(([, title]) => title?.includes('Sam Patel'))).toEqual([
      [
        'I am their family or friend',
        'Ask for a review of someone’s plan, by Sam Patel (family or friend)',
        '2026-01-06',
      ],
      ['She falls at night.', 'Ask for a review of someone’s plan, by Sam Patel (family or friend)', '2026-01-06'],
    ]);
    expect(said(known, 'reasons')).toContainEqual([
      'Her tablets changed.',
      'Ask for a review of someone’s plan, also open, by Ama Nurse (works with them)',
      '2026-01-07',
    ]);
    expect(said(known, 'toldOn').map(([line]) => line)).toEqual([
      'Sam Patel',
      'Ama Nurse',
      'sam@example.com',
      '01632 960001',
    ]);
  });

  it('never lend each other an answer: of what is urgent only who said so is named', () => {
    const known = knownIn(reviewRequestDecision, records, open[2]);

    expect(said(known, 'urgency').filter(([line]) => line === 'She fell twice.')).toEqual([
      ['She fell twice.', expect.stringContaining('also open, by Sam Patel'), '2026-01-06'],
    ]);
    expect(said(known, 'urgency').find(([, title]) => title?.includes(', by Ama Nurse'))?.[0]).toBe('No');
  });

  it('leave what is decided already out', () => {
    const tasks = [work(rose, 'decide-review-request', 'completed'), ...open.slice(1)];

    expect(askedFor(open[1] as Task, { tasks, records })?.map(({ request }) => request.id)).toEqual([
      `case.request-${sam}`,
      `case.request-${nurse}`,
    ]);
  });

  it('take in one more that was kept with them, where a day had brought many', () => {
    const more = sent('dddddddddddd', '2026-01-07', 'review-request', { requestDetail: 'And my hip.' }, 'person');
    const known = knownIn(reviewRequestDecision, [...records, more], open[0]);

    expect(said(known, 'reasons').map(([line]) => line)).toEqual(
      expect.arrayContaining(['My sight is worse.', 'And my hip.']),
    );
  });

  it('is told of whom each person wants at a review, and of nobody who was wanted at the one before', () => {
    const wants = (mark: string, day: string, name: string, as: 'person' | 'helper') =>
      sent(mark, day, 'invitation', { guests: [{ name, role: 'A friend' }] }, as);
    const held = {
      ...caseRecord.parse({
        ...of,
        id: 'review-1.review-plan',
        version: 1,
        at: '2026-01-06T12:00:00.000Z',
        by: { kind: 'staff', id: 'kw', role: 'key-worker' },
        kind: 'work',
        work: 'review-plan',
        list: 'review',
        listVersion: 1,
        answers: {},
      }),
    };
    const kept = [
      wants(rose, '2026-01-07', 'Bo', 'person'),
      wants(sam, '2026-01-08', 'Cy', 'helper'),
      wants(nurse, '2026-01-02', 'Old', 'helper'),
    ];

    const known = knownIn(review, [held, ...kept]);

    expect(
      said(known, 'people').map(([line, title]) => [
        line?.includes('Bo') ? 'Bo' : line?.includes('Cy') ? 'Cy' : line,
        title,
      ]),
    ).toEqual([
      ['Cy', expect.stringContaining('by whoever helps them')],
      ['Bo', expect.stringContaining('by the person')],
    ]);
  });

  it.each([
    [asks.rose, 'the person'],
    [asks.sam, 'Sam Patel (family or friend)'],
  ])('are by somebody: %#', (request, who) => {
    expect(whoAsked(request as Extract<CaseRecord, { kind: 'request' }>)).toBe(who);
  });
});
