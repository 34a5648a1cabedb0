import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../schemas/form-language.ts';
import { applicationForms } from '../../../schemas/forms/application-forms.ts';
import { longForms } from '../../support/long-forms.ts';
import { overCeiling, walks } from '../../support/walked-people.ts';

describe('how much a person is asked', () => {
  it.each(walks)('$name: not more than it may be', (walk) => {
    expect(overCeiling(walk)).toEqual([]);
  });

  it.each(walks.filter(({ before }) => before !== undefined))('$name: half the fields of before, or fewer', (walk) => {
    expect(walk.now.fields / (walk.before?.fields ?? 0)).toBeLessThan(0.6);
  });

  it('is asked of every application form', () => {
    const ids = walks.map(({ form }) => form.id);

    expect([...applicationForms.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

/** What the long forms promised with a question and the present ones keep in another way. */
const keptElsewhere: Readonly<Record<string, string>> = {
  L37: 'a sentence before the form begins, and one when it is sent; staff record when they told of charging',
  'carers-assessment s.13(3)(c)': 'staff establish where the person cared for lives, who is not asked here',
  'needs-assessment L9': 'a link beside the question to sign in to an open case; nothing else follows a yes yet',
};

/** Promises of which the long forms said that a question keeps them, and which no question keeps by itself: an acceptance test must show them. */
const notByAQuestion =
  'L9 L20 L22 L25 L26 S18 S20 S21 CV12 CV13 CV14 CV15 CV16 CV18 CV21 CV26 CV27 CV34 CV36 CV41 CV46 CV49 CV52 CV73 CV74 CB37 CB47 CB49 CB51'.split(
    ' ',
  );

describe('what the long forms promised', () => {
  it.each([...longForms].map(([id, form]) => ({ id, form })))(
    'is still on a question of $id, or kept elsewhere',
    (long) => {
      const meets = (form: (typeof long)['form'] | undefined) =>
        new Set((form ? questionsOf(form) : []).flatMap(({ question }) => question.meets ?? []));
      const now = meets(applicationForms.get(long.id));
      const gone = [...meets(long.form)].filter((promise) => !now.has(promise));

      expect(
        gone.filter(
          (promise) =>
            !(promise in keptElsewhere || `${long.id} ${promise}` in keptElsewhere || notByAQuestion.includes(promise)),
        ),
      ).toEqual([]);
    },
  );

  it.each([...applicationForms.values()])('is not said of a question that does not keep it: $id', (form) => {
    const said = questionsOf(form).flatMap(({ question }) => question.meets ?? []);

    expect(said.filter((promise) => notByAQuestion.includes(promise))).toEqual([]);
  });

  it('is said before the form begins where it is a notice', () => {
    const intro = applicationForms.get('needs-assessment')?.intro.join(' ') ?? '';

    expect(intro).toContain('Most people pay something towards care and support');
  });
});
