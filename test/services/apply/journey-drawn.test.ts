import { describe, expect, it } from 'vitest';
import { journeyDrawn, wayThrough } from '../../../services/apply/journey-drawn.ts';
import { createCouncils, everyCouncil } from '../../../services/runtime/councils.ts';
import { aCouncil } from '../../support/a-council.ts';
import { readableText } from '../../templates/page-inputs.ts';

const kinds = (different: Parameters<typeof aCouncil>[0] = {}) =>
  wayThrough(aCouncil(different)).map(({ kind }) => kind);
const titles = (html: string) =>
  [...html.matchAll(/<h2 class="govuk-heading-m">(.*?)<\/h2>/g)].map(([, title]) => title);

describe('the way through the journey', () => {
  it.each([
    { financialAssessment: 'before-plan', first: 'assess-finances', next: 'draft-plan' },
    { financialAssessment: 'beside-plan', first: 'assess-finances', next: 'draft-plan' },
    { financialAssessment: 'after-plan', first: 'agree-plan', next: 'assess-finances' },
  ] as const)(
    'of a council with finances $financialAssessment has $first before $next',
    ({ financialAssessment, first, next }) => {
      const way = kinds({ financialAssessment });

      expect(way.filter((kind) => kind === 'assess-finances')).toHaveLength(1);
      expect(way.indexOf(first)).toBeLessThan(way.indexOf(next));
    },
  );

  it('has a manager agree for the council where key workers check plans', () => {
    const plans = { checkedBy: 'key-worker', authorMayCheck: false, status: 'example', source: 'A test' } as const;

    expect(kinds({ plans })).toContain('agree-plan-for-council');
    expect(kinds({ plans: undefined })).not.toContain('agree-plan-for-council');
  });
});

describe('the page of the journey', () => {
  it('tells of every step of work on the way, of each council', () => {
    const councils = createCouncils(everyCouncil());
    for (const slug of councils.slugs) {
      const council = councils.known(slug);

      // And two reviews, which the other machine brings.
      expect(titles(journeyDrawn(council)), slug).toHaveLength(wayThrough(council).length + 2);
    }
  });

  it('changes with the order of finances', () => {
    const before = titles(journeyDrawn(aCouncil({ financialAssessment: 'before-plan' })));
    const after = titles(journeyDrawn(aCouncil({ financialAssessment: 'after-plan' })));

    expect(before).not.toEqual(after);
    expect(before.toSorted()).toEqual(after.toSorted());
  });

  it('changes with windows of review, reminders, targets and days for a step', () => {
    const review = aCouncil().review;
    const text = readableText(
      journeyDrawn(
        aCouncil({
          review: {
            ...review,
            first: { fromWeeks: 5, toWeeks: 9, targetWeeks: 6 },
            reminderLeadDays: { first: 11, later: 33 },
          },
          targets: { urgent: 2, 'carer-breakdown': 6, standard: 23 },
          stepTargets: { 'decide-eligibility': 17 },
        }),
      ),
    );

    for (const says of [
      '5 to 9 weeks',
      '11 days before',
      '33 days before',
      'within 23 days',
      'within 2 days',
      'Staff have 17 working days for this.',
    ]) {
      expect(text).toContain(says);
    }
  });
});
