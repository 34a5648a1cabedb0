import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersWithoutEffect } from '../support/effects/without-effect.ts';

/**
 * The answers that change nothing, each with its reason. Nobody was promised anything for any of them.
 */
const exempt: Readonly<Record<string, string>> = {};

/** What is still without effect, by who looks after its list: `area list.answer`. It may only shrink: take off what has an effect. */
const listed = readFileSync(new URL('../answers-without-effect.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

describe('an answer', () => {
  it('has an effect: on a fact, a date, a task and what it says, who is told, or beside a question of staff that it informs', () => {
    const found = answersWithoutEffect().filter((one) => exempt[one.replace(/^\S+ [^.]+\./, '')] === undefined);

    expect(found.filter((one) => !listed.includes(one))).toEqual([]);
  });

  it('is exempt for a reason, and few are', () => {
    expect(Object.keys(exempt).length).toBeLessThanOrEqual(15);
  });
});
