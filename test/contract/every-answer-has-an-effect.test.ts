import { describe, expect, it } from 'vitest';
import { answersWithoutEffect } from '../support/effects/without-effect.ts';

/**
 * The answers that change nothing, each with its reason. Nobody was promised anything for any of them.
 */
const statistics =
  'Answered so that unfair treatment can be seen in numbers: nothing that happens to a person may depend on it.';
const exempt: Readonly<Record<string, string>> = {
  'equality.ethnicGroup': statistics,
  'equality.religion': statistics,
  'equality.genderIdentity': statistics,
  'equality.sexualOrientation': statistics,
  'equality.disabled': statistics,
  'equality.maritalStatus': statistics,
  'send-copy.basis': 'The ground on which somebody else was given it: kept, and shown in the log of what was shared.',
  'person-search.howYouKnow':
    'Kept with the search, so that a wrong person can be found out. The case itself never holds it.',
  'person-search.whereLooked': 'Kept with the search. Nothing follows for anybody: no person was found.',
};

describe('an answer', () => {
  const found = answersWithoutEffect();

  it('has an effect: on a fact, a date, a task and what it says, who is told, or beside a question of staff that it informs', () => {
    expect(found.filter((one) => exempt[one] === undefined)).toEqual([]);
  });

  it('is exempt for a reason, few are, and none that has an effect', () => {
    expect(Object.keys(exempt).length).toBeLessThanOrEqual(15);
    expect(Object.keys(exempt).filter((one) => !found.includes(one))).toEqual([]);
  });
});
