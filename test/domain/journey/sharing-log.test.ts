import { describe, expect, it } from 'vitest';
import { sharingLog } from '../../../domain/journey/sharing-log.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import type { Task } from '../../../schemas/task.ts';

const person = { firstName: 'Rose', lastName: 'Okafor' };
/** A finished piece of work of which only its answers matter here. */
const work = (kind: string, answers: object): CaseRecord =>
  ({
    kind: 'work',
    work: kind,
    id: `assessment-1.${kind}`,
    at: '2026-01-05T10:00:00.000Z',
    answers,
  }) as unknown as CaseRecord;
const of = (records: CaseRecord[], tasks: object[] = [], mail: object[] = []) =>
  sharingLog({ person, records, tasks: tasks as Task[], mail: mail as never }, (copy) => `<${copy}>`);

describe('the log of what was shared', () => {
  it('has each copy of the plan with to whom, how and on what ground, the newest first', () => {
    const copiesGiven = [
      { to: 'Rose Okafor', how: 'By hand', on: '2026-01-06' },
      { to: 'Dr Patel', how: 'By post', on: '2026-01-07', basis: 'professional' },
    ];

    expect(of([work('set-up-support', { copiesGiven })])).toMatchObject([
      { on: '2026-01-07', to: 'Dr Patel', how: 'By post', basis: 'professional' },
      { on: '2026-01-06', to: 'Rose Okafor', basis: 'own' },
    ]);
  });

  it('names the copies that were sent, and leaves out those that were not', () => {
    const sent = work('send-copy', { sent: 'yes', by: 'post', on: '2026-01-08', to: 'Ada', basis: 'consent' });
    const task = { id: 'K7M-29QX-T4F.assessment-1.send-copy', copies: ['plan.one'] };

    expect(of([sent], [task])).toEqual([
      { on: '2026-01-08', what: '<plan.one>', to: 'Ada', how: 'By post', basis: 'consent' },
    ]);
    expect(of([work('send-copy', { sent: 'no', whyNot: 'No printer' })], [task])).toEqual([]);
  });

  it('has what was shared without consent with its reason, and what the law sends to another council', () => {
    const told = { sharedAnyway: 'professional', sharedAnywayWhy: 'A risk of fire', completedOn: '2026-01-09' };
    const moved = { sentOn: '2026-01-10', newCouncil: 'Rutland' };

    expect(of([work('assess-needs', told), work('send-plan-to-council', moved)])).toMatchObject([
      { to: 'Rutland', basis: 'law' },
      { to: 'A professional or an authority', basis: 'justified', why: 'A risk of fire' },
    ]);
  });

  it('has the news that whoever helps was mailed, and not what went to the person or did not arrive', () => {
    const mail = (key: string, status: string) => ({
      key,
      status,
      template: 'decision-made',
      at: '2026-01-05T10:00:00.000Z',
    });

    expect(of([], [], [mail('a.helper', 'sent'), mail('b.person', 'sent'), mail('c.helper', 'bounced')])).toMatchObject(
      [{ what: 'News: the decision is made', basis: 'helper' }],
    );
  });
});
