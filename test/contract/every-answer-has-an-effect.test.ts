import { readFileSync } from 'node:fs';
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
  'person-search.howYouKnow':
    'Kept with the search, so that a wrong person can be found out. The case itself never holds it.',
  'person-search.whereLooked': 'Kept with the search. Nothing follows for anybody: no person was found.',
};

/** What is still without effect, by who looks after its list: `area list.answer`. It may only shrink: take off what has an effect. */
const listed = readFileSync(new URL('../answers-without-effect.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

describe('an answer', () => {
  it('has an effect: on a fact, a date, a task and what it says, who is told, or beside a question of staff that it informs', () => {
    const found = answersWithoutEffect().filter((one) => exempt[one.replace(/^\S+ /, '')] === undefined);

    expect(found.filter((one) => !listed.includes(one))).toEqual([]);
  });

  it('is exempt for a reason, and few are', () => {
    expect(Object.keys(exempt).length).toBeLessThanOrEqual(15);
  });
});
