import { describe, expect, it } from 'vitest';
import { pagesThatApply, partsCounted, partsOfForm, placeOf } from '../../../domain/forms/forms.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { everyForm } from '../../../schemas/forms/every-form.ts';
import { exampleAnswersTo } from '../../../schemas/forms/example-people.ts';

describe('the parts of a form', () => {
  it.each(everyForm)('of $id are all done once it is whole, and none before', (form) => {
    const whole = completeAnswers(form);
    const { done, total } = partsCounted(form, whole);

    expect(done).toBe(total);
    expect(total).toBeGreaterThan(0);
    expect(partsCounted(form, {}).done).toBe(0);
  });

  it.each(everyForm)('of $id are as many whether or not what may be left out was answered', (form) => {
    const whole = completeAnswers(form);
    const optional = new Set(
      pagesThatApply(form, whole).flatMap(({ questions }) =>
        questions.flatMap(({ id, optional: may }) => (may ? [id] : [])),
      ),
    );
    const least = Object.fromEntries(Object.entries(whole).filter(([id]) => !optional.has(id)));

    expect(partsCounted(form, least).total).toBe(partsCounted(form, whole).total);
  });
});

describe('where a page stands in its form', () => {
  const several = everyForm.filter(({ sections }) => sections.length > 1);

  it.each(several)('of $id is counted as the list of parts counts, on every page', (form) => {
    const whole = completeAnswers(form);
    const { total } = partsCounted(form, whole);
    const places = pagesThatApply(form, whole).map((visit) => placeOf(form, whole, visit));
    const parts = places.flatMap((place) => (typeof place === 'object' && place.of === 'parts' ? [place] : []));

    if (total < 2) return expect(parts).toEqual([]);
    expect(new Set(parts.map((place) => place.total))).toEqual(new Set([total]));
    expect([...new Set(parts.map(({ at }) => at))]).toEqual(Array.from({ length: total }, (_, at) => at + 1));
    expect(places.every((place) => place !== undefined)).toBe(true);
  });

  it('is one of its pages where it has one part of several pages, and nothing on a form of one page', () => {
    const page = (id: string) => ({ id, questions: [{ id, type: 'text', label: id, name: id } as const] });
    const of = (...ids: string[]) =>
      ({ ...form, sections: [{ id: 'all', title: 'All', pages: ids.map(page) }] }) as unknown as Form;
    const [form] = everyForm;
    const three = of('one', 'two', 'three');

    expect(pagesThatApply(three, {}).map((visit) => placeOf(three, {}, visit))).toEqual(
      [1, 2, 3].map((at) => ({ of: 'pages', at, total: 3 })),
    );
    expect(pagesThatApply(of('one'), {}).map((visit) => placeOf(of('one'), {}, visit))).toEqual([undefined]);
  });

  it('begins with as many parts as the page before it says', () => {
    for (const form of several) {
      const lives = exampleAnswersTo(form);
      const { least, most } = partsOfForm(form, lives);
      for (const answers of [{}, ...lives]) {
        expect(partsCounted(form, answers).total).toBeGreaterThanOrEqual(least);
        expect(partsCounted(form, answers).total).toBeLessThanOrEqual(most);
      }
      expect(most - least).toBeLessThan(2);
    }
  });
});
