import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedLines } from '../../../domain/forms/computed-lines.ts';
import { lineRules } from '../../../domain/journey/line-rules.ts';
import { decisionAnswers } from '../../../local/demo/decision-answers.ts';
import { chargingOptions } from '../../../schemas/charging-options.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { carerDecision } from '../../../schemas/forms/carer-decision.ts';
import { decision } from '../../../schemas/forms/decision.ts';
import { estimate } from '../../../schemas/forms/estimate.ts';
import { finances } from '../../../schemas/forms/finances.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { workLists } from '../../../schemas/work-lists.ts';

const today = isoDate.parse('2026-01-12');
const given = decisionAnswers(today);
const rules = lineRules({ charging: undefined, today });

/** What each line of a list says to the example's answers, with what a test wants different. */
const shown = (list: Form, answers: object, changes: object = {}, options: object = {}) => {
  const own = lineRules({ charging: chargingOptions.parse(options), today });
  // What is typed need not be right yet.
  const lines = computedLines(list, { ...answers, ...changes } as Answers, own);
  return Object.fromEntries(lines.map(({ id, lines: words }) => [id, words]));
};

describe('the rules of computed lines', () => {
  it('are there for every line of every list of work', () => {
    const lists = Object.values<Form>(workLists);
    const named = lists.flatMap(({ sections }) =>
      sections.flatMap(({ pages }) =>
        pages.flatMap(({ computed = [] }) => computed.flatMap((line) => ('rule' in line ? [line.rule] : []))),
      ),
    );

    expect(Object.keys(rules)).toEqual(expect.arrayContaining(named));
    expect(named).toHaveLength(14);
  });

  it('say something or nothing to whatever is typed, and never fail', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.array(fc.string()),
      fc.array(fc.dictionary(fc.string(), fc.string())),
    );
    const ids = [
      'setting',
      'weekOf',
      'benefits',
      'capital',
      'financialChoice',
      'support',
      'condition1',
      'hygieneMeanings',
      'needs',
      'topUpFee',
      'topUpBudgetRate',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), anything), (answers) => {
        const whole = {
          ...given['assess-finances'],
          ...given['decide-eligibility'],
          ...answers,
        };
        // Whatever is typed is no answer yet.
        const said = Object.values(rules).map((rule) => rule(whole as Answers));

        expect(said.every((lines) => lines.every((line) => typeof line === 'string'))).toBe(true);
      }),
    );
  });
});

describe('the line of a decision', () => {
  it('says live where the three conditions lead', () => {
    expect(shown(decision, given['decide-eligibility'])['eligibility']?.[0]).toBe('Eligible needs');
    expect(shown(decision, given['decide-eligibility'], { condition3: 'no' })['eligibility']?.[0]).toBe(
      'No eligible needs',
    );
    expect(shown(decision, {})['eligibility']?.[0]).toBe('Not known yet');
  });

  it('has the three conditions with what was found of each', () => {
    const [, first, second, third] = shown(decision, given['decide-eligibility'])['eligibility'] ?? [];

    expect(first).toContain('Condition 1: The needs come from');
    expect(second).toContain('Unable to achieve 2 of the ten outcomes: maintaining personal hygiene');
    expect(third).toContain('Condition 3');
  });

  it('says for a carer that health at risk is enough', () => {
    const one = { recreationMeanings: ['able'] };

    expect(shown(carerDecision, given['decide-carer-eligibility'], one)['eligibility']?.[0]).toBe('Eligible needs');
    expect(
      shown(carerDecision, given['decide-carer-eligibility'], { ...one, carerHealth: 'no' })['eligibility']?.[0],
    ).toBe('No eligible needs');
  });
});

describe('the line of an estimate', () => {
  it('adds up what is costed, and nothing before', () => {
    expect(shown(estimate, given['estimate-budget'])).toEqual({ weeklyTotal: ['£189.00'] });
    expect(shown(estimate, {})).toEqual({});
  });
});

describe('the lines of finances', () => {
  it('are the income that counts, the capital, what it is taken to bring, and the charge', () => {
    expect(shown(finances, given['assess-finances'])).toEqual({
      incomeCounted: ['£304.15'],
      capitalCounted: ['£9,000.00'],
      tariffIncome: ['£0.00'],
      charge: ['£41.55: by what the person has', 'The council pays £147.45'],
    });
  });

  it('follow the council’s own choices', () => {
    expect(shown(finances, given['assess-finances'], {}, { countDisabilityBenefits: false })).toMatchObject({
      incomeCounted: ['£230.25'],
      charge: ['£0.00: by what the person has', 'The council pays £189.00'],
    });
  });

  it('name what is still to be looked up', () => {
    const { charge } = shown(finances, given['assess-finances'], { confirmed: undefined });

    expect(charge?.at(-1)).toContain('(2025-26.mig-single-pension-age)');
  });

  it('say that savings are over the limit, or what stands in the way', () => {
    const rich = { capital: [{ kind: 'cash', owners: 1, value: 2_325_001 }] };

    expect(shown(finances, given['assess-finances'], rich)).toMatchObject({
      tariffIncome: ['None: they are over the upper limit'],
      charge: ['£189.00: the full cost', 'The council pays £0.00'],
    });
    expect(shown(finances, given['assess-finances'], { household: 'lone-parent' })['charge']).toEqual([
      'A lone parent has at least one child in the household',
    ]);
  });

  it('are there before the person is told, and no charge while something it needs is missing', () => {
    expect(shown(finances, given['assess-finances'], { toldPersonOn: undefined })['charge']).toBeDefined();
    expect(shown(finances, given['assess-finances'], { weeklyCost: undefined })['charge']).toBeUndefined();
  });
});
