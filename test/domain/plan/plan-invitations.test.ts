import { describe, expect, it } from 'vitest';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { hearOfChanges, type InvitingSituation, invitationProblems } from '../../../domain/plan/plan-invitations.ts';
import { planInvitation } from '../../../schemas/plan-invitation.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import { aPerson } from '../../support/a-person.ts';
import { keptApplication, keptWork } from '../../support/finished-work.ts';

const asked = { name: 'Daniel Okafor', email: 'daniel@example.com' };
const situation = (rest: Partial<InvitingSituation> = {}): InvitingSituation => ({
  careCase: aCase(),
  person: asOne([aPerson()]),
  records: [],
  invitations: [],
  today: isoDate.parse('2026-01-05'),
  by: 'public',
  ...rest,
});
const wrong = (rest: Partial<InvitingSituation>) =>
  invitationProblems(asked, situation(rest)).map(({ message }) => message);
const safely = 'Talk to us first. We invite people for you, in a way that is safe';
const notShared = 'We were told not to share with them. Talk to us if that has changed';

describe('an invitation to a plan', () => {
  it.each(['yes', 'prefer-to-talk'])('is made by staff alone where harm is possible: %s (s.42)', (treatedBadly) => {
    const records = [keptApplication({ treatedBadly })];

    expect(wrong({ records })).toEqual([safely]);
    expect(wrong({ records, by: 'staff' })).toEqual([]);
  });

  it.each([
    ['named in what they wrote', keptApplication({ shareLimits: 'Please tell Daniel nothing.' })],
    [
      'said no to by name when they were asked',
      keptWork('draft-plan', { shareConsents: [{ who: 'Daniel Okafor', may: 'no', basis: 'consent' }] }),
    ],
  ])('is refused to who is not to be told: %s', (_, record) => {
    expect(wrong({ records: [record] })).toEqual([notShared]);
    expect(wrong({ records: [record], by: 'manager' })).toEqual([notShared]);
  });

  it('is a manager’s to make on a restricted record', () => {
    const person = {
      ...asOne([aPerson()]),
      restricted: { staff: ['worker'] },
    } as unknown as InvitingSituation['person'];

    expect(wrong({ person, by: 'staff' })).toEqual(['Ask a manager: on this case only a manager can invite somebody']);
    expect(wrong({ person, by: 'manager' })).toEqual([]);
  });

  it('has those hear of changes who may write or suggest, while they are invited', () => {
    const invited = (id: string, may: string, until: string) =>
      planInvitation.parse({
        ...{ council: 'leicestershire', reference: 'K7M-29QX-T4F', id, version: 1, code: '123456' },
        ...{ at: '2026-01-05T10:00:00.000Z', by: { kind: 'public', as: 'person' }, as: 'planner', seesMoney: false },
        ...{ name: 'Ines', email: `${id}@example.com`, may, until },
      });
    const all = [
      invited('aaaaaaaaaaaa', 'write', '2026-02-01'),
      invited('bbbbbbbbbbbb', 'read', '2026-02-01'),
      invited('cccccccccccc', 'suggest', '2026-01-04'),
      invited('dddddddddddd', 'suggest', '2026-01-05'),
    ];

    expect(hearOfChanges(all, isoDate.parse('2026-01-05')).map(({ id }) => id)).toEqual([
      'aaaaaaaaaaaa',
      'dddddddddddd',
    ]);
  });
});
