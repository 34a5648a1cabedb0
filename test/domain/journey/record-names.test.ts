import { describe, expect, it } from 'vitest';
import { nameOfPlanAnswer, nameOfRequest } from '../../../domain/journey/record-names.ts';
import { requestForms } from '../../../schemas/forms/case-forms.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';

const at = (day: string) => isoInstant.parse(`${day}T10:00:00.000Z`);

describe('what a record is called', () => {
  it('a complaint is “Your complaint”, with its day, and not the title of its form', () => {
    const name = nameOfRequest({ list: 'complaint', at: at('2026-12-14') });

    expect(name).toBe('Your complaint of 14 December 2026');
  });

  it.each([...requestForms.values()])('$id has a name of its own that is not its title', (form) => {
    const name = nameOfRequest({ list: form.id, at: at('2026-12-14') });

    expect(name).not.toContain('message of');
    expect(name).not.toContain(form.title);
  });

  it('an answer to a plan is named by the day of the plan that it answers', () => {
    const plan = (number: number, day: string) =>
      ({ kind: 'plan', id: `assessment-1.draft-plan-${number}`, at: at(day) }) as CaseRecord;
    const records = [plan(1, '2027-02-01'), plan(2, '2027-03-03'), plan(3, '2027-04-20')];

    const name = nameOfPlanAnswer({ id: 'assessment-1.agree-plan-2', at: at('2027-03-09') }, records);

    expect(name).toBe('Your answer to the plan of 3 March 2027');
  });
});
