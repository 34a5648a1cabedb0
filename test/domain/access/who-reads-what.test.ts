import { describe, expect, it } from 'vitest';
import { lookedBy } from '../../../domain/access/held-work.ts';
import {
  partOfDocument,
  partOfEvent,
  partOfNote,
  partOfRecord,
  partsOfComplaints,
} from '../../../domain/access/part-of.ts';
import { isShownWithTask, partsRead, roleReading } from '../../../domain/access/who-reads-what.ts';
import { type CasePart, casePart } from '../../../schemas/access.ts';
import { type StaffRole, staffRole } from '../../../schemas/staff.ts';
import { type TaskKind, task, taskId } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { aCase } from '../../support/a-case.ts';

/** Parts that each role does not read; every other it reads. */
const closed: Readonly<Record<StaffRole, readonly CasePart[]>> = {
  'contact-officer': [
    ...(['assessment', 'charge', 'complaint', 'decision', 'money', 'plan', 'reviews', 'safeguarding'] as const),
  ],
  assessor: ['complaint', 'money'],
  'key-worker': ['complaint', 'money'],
  manager: [],
  'finance-officer': [
    ...(['application', 'assessment', 'complaint', 'decision', 'documents', 'messages', 'notes', 'plan'] as const),
    ...(['requests', 'reviews', 'safeguarding'] as const),
  ],
  'complaints-manager': [
    ...(['application', 'assessment', 'charge', 'decision', 'documents', 'messages', 'money', 'notes'] as const),
    ...(['plan', 'requests', 'reviews', 'safeguarding'] as const),
  ],
  'safeguarding-lead': ['charge', 'complaint', 'decision', 'money'],
};

describe('who reads what', () => {
  it.each(staffRole.options.flatMap((role) => casePart.options.map((part) => ({ role, part }))))(
    'a $role and $part are as the table says',
    ({ role, part }) => {
      expect(partsRead([role], undefined).has(part)).toBe(!closed[role].includes(part));
    },
  );

  it('is of several roles what any of them reads, and one looks in the role that reads it', () => {
    const roles = ['finance-officer', 'assessor'] as const;

    expect([...partsRead(roles, undefined)]).toEqual(expect.arrayContaining(['money', 'assessment']));
    expect(roleReading(roles, 'assessment', undefined)).toBe('assessor');
    expect(roleReading(roles, 'complaint', undefined)).toBe('finance-officer');
  });

  it('is what a council says in its place, but never less than who it is and how to make contact safely', () => {
    const access = { reads: { assessor: ['assessment' as const] }, reasonMinutes: 60 };

    expect([...partsRead(['assessor'], access)].toSorted()).toEqual(['assessment', 'identity', 'safe-contact']);
    expect(partsRead(['key-worker'], access).has('charge')).toBe(true);
    expect(isShownWithTask('assessor', 'charge', access)).toBe(false);
    expect(isShownWithTask('finance-officer', 'application', undefined)).toBe(true);
  });
});

const made = {
  ...{ council: 'leicestershire', reference: 'K7M-29QX-T4F', version: 1, at: '2026-01-05T10:00:00.000Z' },
  by: { kind: 'staff', id: 'ann', role: 'assessor' },
} as const;

describe('a part', () => {
  it('has each kind of note, document and event in it that is about its work', () => {
    const note = (id: string) => partOfRecord({ ...made, id, kind: 'note', content: { text: 'x' } } as never);
    const event = (action: string, about?: string) =>
      partOfEvent({ ...made, id: 'e', actor: made.by, action, about, authority: 'a' } as never);

    expect(note('case.closing')).toBe('notes');
    expect(note('case.look-into-safety-by-hand-ab12')).toBe('safeguarding');
    expect([partOfDocument({ question: 'evidence' }), partOfDocument({ question: 'documents' })]).toEqual([
      'money',
      'documents',
    ]);
    expect(event('task-completed', 'K7M-29QX-T4F.assessment-1.assess-finances')).toBe('money');
    expect(event('task-completed', 'K7M-29QX-T4F.case.answer-complaint-ab12')).toBe('complaint');
    expect(event('request-received', 'complaint')).toBe('complaint');
    expect(event('email-sent', 'case.received.person')).toBe('messages');
    expect(event('case-closed')).toBe('history');
    expect([
      partOfNote({ answers: { kind: 'safeguarding' } }),
      partOfNote({ answers: { kind: 'call' } }),
      partOfNote({
        answers: { kind: 'other' },
        kept: { task: taskId.parse('K7M-29QX-T4F.case.answer-complaint-ab12'), kind: 'answer-complaint' },
      }),
    ]).toEqual(['safeguarding', 'notes', 'complaint']);
  });

  it('is read by who answers a complaint where it is complained of', () => {
    const complaint = { ...made, id: 'c', kind: 'request', list: 'complaint', listVersion: 1 };

    expect(partsOfComplaints([{ ...complaint, answers: { complaintAbout: ['charge'] } } as never])).toEqual([
      'charge',
      'money',
    ]);
    expect(
      partsOfComplaints([{ ...complaint, list: 'query', answers: { complaintAbout: ['charge'] } } as never]),
    ).toEqual([]);
  });
});

describe('by what somebody looks', () => {
  const now = '2026-01-07T10:00:00.000Z';
  const work = (kind: TaskKind, different: object = {}) =>
    task.parse({
      ...{ council: 'leicestershire', reference: 'K7M-29QX-T4F', version: 1, kind, role: kindsOfWork[kind].role },
      ...{ id: `K7M-29QX-T4F.assessment-1.${kind}`, openedAt: made.at, dueOn: '2026-01-09', status: 'open' },
      ...different,
    });
  const ann = { id: 'ann', name: 'Ann', email: 'ann@example.com' };
  const finished = (at: string) =>
    work('assess-needs', {
      status: 'completed',
      closed: { at, by: { id: 'ann', name: 'Ann' }, outcome: 'done', answer: { kind: 'output', output: {} } },
    });

  it.each([
    ['their own work', [work('assess-needs', { assignee: ann })], {}, 'task'],
    ['work that they have just finished', [finished('2026-01-06T10:00:00.000Z')], {}, 'task'],
    ['work finished a week ago', [finished('2026-01-01T10:00:00.000Z')], {}, 'role'],
    ['a case that is theirs', [], { keyWorker: ann }, 'worker'],
    ['work of their team that nobody has', [work('assess-needs')], {}, 'team'],
    ['work of their team that another has', [work('assess-needs', { assignee: { ...ann, id: 'bo' } })], {}, 'role'],
    ['work of another team', [work('assess-finances')], {}, 'role'],
    ['nothing', [], {}, 'role'],
  ] as const)('%s is told apart', (_, tasks, different, by) => {
    expect(lookedBy({ id: 'ann', roles: ['assessor'] }, aCase(different), tasks, now).by).toBe(by);
  });
});
