import { describe, expect, it } from 'vitest';
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
});
