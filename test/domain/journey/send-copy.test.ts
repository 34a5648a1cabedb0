import { describe, expect, it } from 'vitest';
import { finishing, keptWork, wrongFields } from '../../support/finished-work.ts';

const sent = finishing('send-copy');
const planned = (may: 'yes' | 'no') => ({
  records: [keptWork('draft-plan', { shareConsents: [{ who: 'Ada Okafor', may, basis: 'consent' }] })],
});

describe('a copy that was sent to somebody (s.12(3), s.25(9))', () => {
  it.each<{ what: string; to: string; basis?: string; given?: object; wrong: string[] }>([
    { what: 'the person, of whom nobody is asked', to: 'Rose Okafor', wrong: [] },
    { what: 'somebody of whom the person was not asked', to: 'Ada Okafor', wrong: ['to'] },
    { what: 'somebody of whom the person decided so', to: 'Ada Okafor', basis: 'consent', wrong: [] },
    { what: 'somebody who may have the plan', to: 'Ada Okafor', given: planned('yes'), wrong: [] },
    { what: 'somebody of whom they said no', to: 'Ada', basis: 'consent', given: planned('no'), wrong: ['to'] },
    { what: 'a professional in the care', to: 'Dr Patel', basis: 'professional', wrong: [] },
    { what: 'whoever the law names', to: 'The court', basis: 'law', wrong: [] },
    { what: 'a friend in best interests', to: 'A friend', basis: 'best-interests', wrong: [] },
  ])('to $what must put right: $wrong', ({ to, basis, given = {}, wrong }) => {
    expect(wrongFields(sent({ to, basis }, {}, given))).toEqual(wrong);
  });
});
