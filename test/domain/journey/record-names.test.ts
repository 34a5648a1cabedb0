import { describe, expect, it } from 'vitest';
import { nameOfAnswer, nameOfPlanAnswer, nameOfRequest } from '../../../domain/journey/record-names.ts';
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

  it('each answer to one of several requests is named by the day on which that was asked', () => {
    const asked = (mark: string, day: string, list: string) =>
      ({ kind: 'request', id: `case.request-${mark}`, list, at: at(day) }) as CaseRecord;
    const records = [
      asked('a', '2026-12-01', 'review-request'),
      asked('b', '2026-12-03', 'review-request'),
      asked('c', '2026-12-03', 'query'),
    ];
    const nameOf = (mark: string) =>
      nameOfAnswer('Our answer', { to: `case.request-${mark}`, at: at('2026-12-10') }, records);

    expect(nameOf('a')).toBe('Our answer of 1 December 2026');
    expect(nameOf('b')).toBe('Our answer of 3 December 2026');
    expect(nameOf('c')).toBe('Our answer');
  });

  it('an answer to a plan is named by the day of the plan that it answers', () => {
    const plan = (number: number, day: string) =>
      ({ kind: 'plan', id: `assessment-1.draft-plan-${number}`, at: at(day) }) as CaseRecord;
    const records = [plan(1, '2027-02-01'), plan(2, '2027-03-03'), plan(3, '2027-04-20')];

    const name = nameOfPlanAnswer({ id: 'assessment-1.agree-plan-2', at: at('2027-03-09') }, records);

    expect(name).toBe('Your answer to the plan of 3 March 2027');
  });

  it.each([
    [
      'at its checks',
      { checked: 'assessment-1.check-plan-2' },
      [{ id: 'check-plan-2', work: 'check-plan', affordable: 'no' }],
    ],
    ['after them', {}, [{ id: 'agree-plan-for-council-2', work: 'agree-plan-for-council', agreed: 'no' }]],
  ])(
    'an answer to the initial plan is named by it where the council turned the revised one down %s (CB12 to CB15)',
    (_, revised, said) => {
      const record = (rest: object, day: string) => ({ at: at(day), ...rest }) as unknown as CaseRecord;
      const records = [
        record({ kind: 'plan', id: 'assessment-1.draft-plan-1', number: 1 }, '2027-02-01'),
        record(
          { kind: 'plan', id: 'assessment-1.draft-plan-2', number: 2, state: 'refused', ...revised },
          '2027-03-03',
        ),
        ...said.map(({ id, work, ...answers }) =>
          record(
            { kind: 'work', id: `assessment-1.${id}`, work, answers: { affordableWhy: 'Too dear.', ...answers } },
            '2027-03-05',
          ),
        ),
      ];

      expect(nameOfPlanAnswer({ id: 'assessment-1.agree-plan-2', at: at('2027-03-09') }, records)).toBe(
        'Your answer to the plan of 1 February 2027',
      );
    },
  );
});
