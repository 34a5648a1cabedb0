import { describe, expect, it } from 'vitest';
import {
  type EndingCase,
  earliestAfterNotice,
  mayClose,
  mayEndSupport,
} from '../../../domain/journey/end-of-support.ts';
import { withdrawal } from '../../../domain/journey/withdrawal.ts';
import { endingAnswers } from '../../../local/demo/ending-answers.ts';
import type { MailEntry } from '../../../schemas/mail.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { type IsoDate, isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import { aTask } from '../../support/a-task.ts';

const day = (on: string): IsoDate => isoDate.parse(on);
const noticeDays = { noticeDays: 28 };
const made = { ...aCase(), version: 1, by: { kind: 'platform' as const, name: 'test' } };
const { council, reference } = made;

const plan: CaseRecord = {
  ...{ council, reference, version: 1, by: made.by, at: isoInstant.parse('2026-01-05T10:00:00.000Z') },
  id: 'assessment-1.draft-plan-1',
  kind: 'plan',
  number: 1,
  state: 'active',
};
const notice = (answers: object = {}, at = '2026-06-01T09:00:00.000Z'): CaseRecord => ({
  ...{ council, reference, version: 1, by: made.by, at: isoInstant.parse(at) },
  id: 'case.give-notice-of-end-1',
  kind: 'work',
  work: 'give-notice-of-end',
  list: 'notice-of-end',
  listVersion: 1,
  answers: { ...endingAnswers('2026-06-01')['give-notice-of-end'], ...answers },
});
const line = (status: MailEntry['status'], at = '2026-06-01T09:00:00.000Z'): MailEntry => ({
  ...{ council, reference, version: 1, at: isoInstant.parse(at), status },
  key: 'case.give-notice-of-end-1.person',
  template: 'support-ending',
});
const ending = (rest: Partial<EndingCase> = {}): EndingCase => ({
  case: aCase({ planInForce: 1, stage: 'support' }),
  records: [plan],
  tasks: [],
  mail: [],
  ...rest,
});
const rule = (rest: Partial<EndingCase>, today: string) => mayEndSupport(ending(rest), noticeDays, day(today));

describe('notice', () => {
  it.each([
    ['28 days', false, '2026-06-29'],
    ['none, where the person agrees', true, '2026-06-01'],
  ])('given on the 1st lets support end after %s', (_, personAgrees, earliest) => {
    expect(earliestAfterNotice(day('2026-06-01'), { days: 28, personAgrees })).toBe(earliest);
  });

  it.each([
    ['without any', { records: [plan] }, '2026-12-01', 'no-notice'],
    ['that was taken back', { records: [plan, notice({ noticeFor: 'goes-on' })] }, '2026-12-01', 'no-notice'],
    ['that no mail brought yet', { records: [plan, notice()] }, '2026-12-01', 'notice-not-given'],
    ['whose mail bounced', { records: [plan, notice()], mail: [line('bounced')] }, '2026-12-01', 'notice-not-given'],
    [
      'held for an unproved address',
      { records: [plan, notice()], mail: [line('held')] },
      '2026-12-01',
      'notice-not-given',
    ],
    ['that was sent, on its day', { records: [plan, notice()], mail: [line('sent')] }, '2026-06-29', 'notice-over'],
    ['that was sent, the day before', { records: [plan, notice()], mail: [line('sent')] }, '2026-06-28', 'notice-runs'],
    [
      'that was sent late: its time counts from then',
      { records: [plan, notice()], mail: [line('sent', '2026-06-10T09:00:00.000Z')] },
      '2026-07-07',
      'notice-runs',
    ],
  ])('%s', (_, rest, today, code) => {
    expect(rule(rest, today).code).toBe(code);
  });

  it.each([
    ['post', 'yes', 'notice-over'],
    ['visit', 'yes', 'notice-over'],
    ['phone', 'yes', 'notice-not-given'],
    ['post', 'no', 'notice-not-given'],
  ])('by %s, reached: %s', (by, reached, code) => {
    const contact = 'case.contact-case-give-notice-of-end-1-person';
    const record: CaseRecord = {
      ...notice(),
      kind: 'work',
      id: contact,
      work: 'contact-another-way',
      list: 'contact-another-way',
      listVersion: 1,
      answers: { reached, by, on: '2026-06-02', whatWasDone: 'Posted it.' },
    };
    const task = aTask({ id: `${reference}.${contact}`, kind: 'contact-another-way', status: 'completed' });
    const found = rule({ records: [plan, notice(), record], mail: [line('undelivered')], tasks: [task] }, '2026-06-30');
    expect(found.code).toBe(code);
  });
});

describe('a notice as the person needs it', () => {
  it('counts from the day on which its copy was sent', () => {
    const id = 'case.send-copy-from-3f0a1c';
    const record: CaseRecord = {
      ...notice(),
      kind: 'work',
      id,
      work: 'send-copy',
      list: 'send-copy',
      listVersion: 1,
      answers: { sent: 'yes', on: '2026-06-03' },
    };
    const copies = ['work.case.give-notice-of-end-1'];
    const task = aTask({ id: `${reference}.${id}`, kind: 'send-copy', status: 'completed', copies });
    expect(rule({ records: [plan, notice(), record], tasks: [task] }, '2026-06-30').code).toBe('notice-runs');
    expect(rule({ records: [plan, notice(), record], tasks: [task] }, '2026-07-01').code).toBe('notice-over');
  });
});

describe('closing a case with support', () => {
  it.each(['support-ended', 'not-eligible', 'support-not-wanted', 'withdrawn'] as const)(
    'as %s waits for notice',
    (reason) => {
      expect(mayClose(ending(), reason, noticeDays, day('2026-06-01'))).toMatchObject({
        may: false,
        code: 'no-notice',
      });
    },
  );

  it('is free before there is a plan', () => {
    const before = ending({ case: aCase(), records: [] });
    expect(mayClose(before, 'withdrawn', noticeDays, day('2026-06-01'))).toEqual({ may: true });
  });
});

describe('a wish to withdraw', () => {
  const nobody = { alerts: [] };
  const harmed = { alerts: [{ kind: 'harm-disclosed' as const, source: 'triage', on: day('2026-01-05') }] };
  const before = ending({ case: aCase({ stage: 'assessment' }), records: [] });

  it.each([
    ['with a plan in force', ending(), nobody, 'ask-to-end'],
    [
      'with a plan that is agreed',
      ending({ records: [{ ...plan, state: 'agreed' } as CaseRecord] }),
      nobody,
      'ask-to-end',
    ],
    ['with short-term support', { ...before, case: aCase({ stage: 'short-term-support' }) }, nobody, 'ask-to-end'],
    ['before a plan', before, nobody, 'close'],
    ['with harm that is known', before, harmed, 'consider-refusal'],
    [
      'of a carer, for whom the law has no such exception',
      { ...before, case: aCase({ kind: 'carer' }) },
      harmed,
      'close',
    ],
    [
      'with a worry that is looked into',
      { ...before, tasks: [aTask({ kind: 'look-into-safety' })] },
      nobody,
      'consider-refusal',
    ],
    ['with capacity in doubt', { ...before, tasks: [aTask({ kind: 'assess-capacity' })] }, nobody, 'consider-refusal'],
  ])('%s', (_, of, person, found) => {
    expect(withdrawal(of, person)).toBe(found);
  });
});
