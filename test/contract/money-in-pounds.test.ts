import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planProblems } from '../../domain/plan/plan.ts';
import { aNeed, aPlan } from '../support/care-act.ts';

it('says every amount of a refused plan in pounds', () => {
  const refusals = [
    planProblems(aPlan({ needs: [aNeed({ weeklyCost: 18_900 })] })),
    planProblems(aPlan({ budgetCouncil: 15_044 })),
    planProblems(aPlan({ paymentRoutes: ['none'] })),
  ].flat();

  expect(refusals.map(({ message }) => message).join('\n')).toContain('The cost lines come to £189.00 a week');
  for (const { message } of refusals) expect(message).not.toMatch(/pence|\d{4}/);
});

it('puts no amount before the word pence in any sentence', () => {
  const sources = globSync('{domain,services,functions,templates}/**/*.{ts,njk}');
  const wrong = sources.filter((file) => /[`'"][^`'"\n]*\}\)?\s+pence\b/.test(readFileSync(file, 'utf8')));

  expect(sources.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});
