import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../domain/journey/task-outcomes.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { aCouncil } from '../../support/a-council.ts';
import { keptWork, situationOf, today } from '../../support/finished-work.ts';

const well = staffAnswers(today)['check-support'];
const every12 = aCouncil({ checkIns: { everyWeeks: 12, status: 'example', source: 'A test' } });

const outcome = (answers: object, id = 'assessment-1.check-support', records: readonly CaseRecord[] = []) =>
  outcomeOf({ ...well, ...answers }, situationOf('check-support', {}, id, { council: every12, records }));

describe('check-support', () => {
  it('is made again after as many weeks as the council says, on a working day', () => {
    expect(outcome({})).toMatchObject({
      outcome: 'going-well',
      // 12 weeks after Monday 5 January 2026.
      opens: [{ kind: 'check-support', opensOn: '2026-03-30', dueOn: '2026-03-30' }],
    });
  });

  it('is made again after that too, each time by a step of its own', () => {
    const steps = ['assessment-1.check-support', 'case.check-support-regular-1', 'case.check-support-regular-2'].map(
      (id) => {
        const made = outcome({}, id);
        return made.ok ? made.opens?.[0]?.step : undefined;
      },
    );
    expect(new Set(steps).size).toBe(3);
  });

  it('takes the place of the call that an earlier support had planned', () => {
    const earlier = keptWork('check-support');
    const first = outcome({}, earlier.id);
    const planned = first.ok ? first.opens?.[0]?.step : undefined;

    expect(outcome({}, 'assessment-2.check-support', [earlier])).toMatchObject({ forgets: [planned] });
  });

  it('is made once where the council names no weeks', () => {
    const once = outcomeOf(well, situationOf('check-support', {}, 'assessment-1.check-support'));
    expect(once).toMatchObject({ outcome: 'going-well', opens: [] });
  });

  it.each([
    [{ needsChanged: 'yes' }, 'The key worker found that needs have changed.'],
    [
      { asPlanned: 'no', changeNeeded: 'yes', whatChange: 'Visits come late.' },
      'The key worker found a change is needed. Visits come late.',
    ],
  ])('brings the review forward: %j', (changes, why) => {
    expect(outcome(changes)).toMatchObject({ outcome: 'change-needed', reviewForward: why });
  });

  it('is not finished while support is not as the plan says and nothing is to change', () => {
    expect(outcome({ asPlanned: 'no' })).toMatchObject({ ok: false, problems: [{ field: 'changeNeeded' }] });
  });
});
