import { describe, expect, it } from 'vitest';
import { type StoredNote, storedNote } from '../../../schemas/case-note.ts';
import { caseRecord } from '../../../schemas/records.ts';
import { heldAbout } from '../../../services/follow/case-export.ts';
import type { WholeCase } from '../../../services/store/case-store.ts';
import { aHelper, aPerson, aPersonsCase, helperNamed } from '../../support/a-person.ts';

const person = aPerson({
  nhsNumber: '9434765919',
  phone: '01632 960 001',
  safeToLeaveMessage: false,
  safeContact: 'When he is at work',
  alerts: [{ kind: 'harm-disclosed', source: 'application K7M-29QX-T4F', on: '2026-01-05' as never }],
  helpers: [aHelper(), aHelper({ id: helperNamed('eve'), firstName: 'Eve' })],
});
const { careCase, person: known } = aPersonsCase({ helperId: helperNamed('ada') }, person);
const whole: WholeCase = { case: careCase, person: known, tasks: [], records: [], mail: [], events: [] };

describe('heldAbout', () => {
  it('holds what is known of the person, but nothing about their safety', () => {
    const held = heldAbout(whole, 'person');

    expect(held.person).toMatchObject({ firstName: 'Rose', nhsNumber: '9434765919', phone: '01632 960 001' });
    expect(held.person.helpers.map(({ firstName }) => firstName)).toEqual(['Ada', 'Eve']);
    expect(JSON.stringify(held)).not.toMatch(/harm-disclosed|When he is at work|safeToLeaveMessage/);
  });

  it('shows a helper of the helpers only themselves', () => {
    expect(heldAbout(whole, 'helper').person.helpers.map(({ firstName }) => firstName)).toEqual(['Ada']);
  });

  it('gives a helper nothing of finished work that is for staff alone, and the person all but what is about harm', () => {
    const answers = {
      contactMethod: 'online',
      reasons: 'She seems confused',
      presentingIssue: 'Washing',
      harmSuspected: 'no',
    };
    const triaged = caseRecord.parse({
      council: 'leicestershire',
      reference: careCase.reference,
      id: 'assessment-1.triage-request',
      version: 1,
      at: careCase.openedAt,
      by: { kind: 'staff', id: 'worker', role: 'contact-officer' },
      kind: 'work',
      work: 'triage-request',
      list: 'triage',
      listVersion: 1,
      answers,
    });
    const held = { ...whole, records: [triaged] };

    expect(heldAbout(held, 'helper').records).toMatchObject([{ answers: { presentingIssue: 'Washing' } }]);
    expect(JSON.stringify(heldAbout(held, 'helper'))).not.toMatch(/confused|contactMethod|harmSuspected/);
    expect(JSON.stringify(heldAbout(held, 'person'))).toContain('She seems confused');
    expect(JSON.stringify(heldAbout(held, 'person'))).not.toContain('harmSuspected');
  });

  it('gives the person the notes that they may see, and nobody else any', () => {
    const note = (id: string, answers: Record<string, string>, state: StoredNote['state'] = 'finished') =>
      storedNote.parse({
        council: whole.case.council,
        reference: whole.case.reference,
        id: `20260105T10000000${id}Z-note${id}`,
        version: 1,
        state,
        by: { kind: 'platform', name: 'test' },
        at: '2026-01-05T10:00:00.000Z',
        list: 'case-note',
        listVersion: 1,
        answers,
      });
    const notes = [
      note('1', { kind: 'call', said: 'May be read', shown: 'yes' }),
      note('2', { kind: 'call', said: 'Kept back', shown: 'no' }),
      note('3', { kind: 'safeguarding', said: 'About harm', shown: 'yes' }),
      note('4', { kind: 'call', said: 'Half a draft', shown: 'yes' }, 'draft'),
    ];

    expect(heldAbout(whole, 'person', notes).notes.map(({ answers }) => answers['said'])).toEqual(['May be read']);
    expect(heldAbout(whole, 'helper', notes).notes).toEqual([]);
  });
});
