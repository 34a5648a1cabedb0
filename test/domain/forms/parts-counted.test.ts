import { describe, expect, it } from 'vitest';
import { pagesThatApply, partsCounted } from '../../../domain/forms/forms.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { everyForm } from '../../../schemas/forms/every-form.ts';

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
