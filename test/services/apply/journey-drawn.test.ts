import { describe, expect, it } from 'vitest';
import type { Council } from '../../../schemas/council.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { journeyDrawn, wayThrough } from '../../../services/apply/journey-drawn.ts';
import { createCouncils, everyCouncil } from '../../../services/runtime/councils.ts';
import journey from '../../../statemachines/assessment-journey.asl.json' with { type: 'json' };
import cycle from '../../../statemachines/review-cycle.asl.json' with { type: 'json' };
import { helpPage } from '../../../templates/pages/information-pages.ts';
import { journeysDrawn } from '../../../templates/pages/journey-pages.ts';
import { aCouncil } from '../../support/a-council.ts';
import { readableText } from '../../templates/page-inputs.ts';

const kinds = (different: Parameters<typeof aCouncil>[0] = {}) =>
  wayThrough(aCouncil(different)).flatMap((step) => ('kind' in step ? [step.kind] : []));
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
  it('tells of every step of work on each way, of each council', () => {
    const councils = createCouncils(everyCouncil());
    for (const slug of councils.slugs) {
      const council = councils.known(slug);
      for (const of of journeysDrawn) {
        const work = wayThrough(council, of).filter((step) => 'kind' in step || 'waits' in step);
        const first = ['together', 'hospital', 'safety'].includes(of) ? 1 : 0;

        // The wait for a reminder is told with its review, and the first review stands apart from those after it: one for one.
        expect(titles(journeyDrawn(council, of)), `${slug} ${of}`).toHaveLength(work.length + first);
      }
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
      'we aim for 2 days',
      'we aim for 6 days',
      'Staff have 17 working days for this.',
    ]) {
      expect(text).toContain(says);
    }
  });
});

const text = (different: Partial<Council> = {}, of = 'adult', machines?: Parameters<typeof journeyDrawn>[2]) =>
  readableText(journeyDrawn(aCouncil(different), of, machines));

describe('the ways that are drawn', () => {
  it('of a carer is the same machine’s, with the work and words of carers', () => {
    const kinds = wayThrough(aCouncil(), 'carer').flatMap((step) => ('kind' in step ? [step.kind] : []));

    expect(kinds).toEqual(
      expect.arrayContaining(['assess-carer', 'decide-carer-eligibility', 'draft-plan', 'review-plan']),
    );
    expect(kinds).not.toContain('assess-needs');
    expect(text({}, 'carer')).toContain('If you cannot go on, we aim for 7 days.');
    expect(text({ carerCannotGoOn: 'urgent' }, 'carer')).toContain('If you cannot go on, we aim for 1 day.');
    expect(text({ charging: { chargeCarers: false } as Council['charging'] }, 'carer')).toContain(
      'We do not charge carers for support of their own.',
    );
    expect(text({ carerChargingNotice: 'Carers pay nothing here.' }, 'carer')).toContain('Carers pay nothing here.');
  });

  it('of help for a short time is what the machine does then, with its wait', () => {
    const way = wayThrough(aCouncil(), 'short-term').flatMap((step) =>
      'kind' in step ? [step.kind] : 'waits' in step ? ['wait'] : [],
    );

    expect(way).toEqual([
      'triage-request',
      'give-short-term-support',
      'wait',
      'review-short-term-support',
      'assess-needs',
    ]);
    expect(text({}, 'short-term')).toContain('Up to 6 weeks.');
    const contacts = (everyWeeks: number) => ({ everyWeeks, status: 'example' as const, source: 'A test' });
    expect(text({ shortTermContacts: contacts(2) }, 'short-term')).toContain('We get in touch every 2 weeks.');
    expect(text({ shortTermContacts: undefined }, 'short-term')).not.toContain('We get in touch every');
    expect(text({ checkIns: contacts(1) })).toContain('soon after your support starts, and then each week.');
    expect(text({ checkIns: undefined })).toContain('soon after your support starts.');
  });

  it('of two people is one of each up to their decisions, and says where each goes on', () => {
    expect(wayThrough(aCouncil(), 'together').at(-1)).toMatchObject({ kind: 'decide-eligibility' });
    const page = journeyDrawn(aCouncil(), 'together');
    expect(page).toMatch(
      /How it goes on: <a[^>]+href="\/leicestershire\/journey">.*<a[^>]+href="\/leicestershire\/journey\?of=carer">/,
    );
  });

  it('of a worry about safety has the council’s numbers, or says that there is none, and the days of that work', () => {
    const numbers = {
      byDay: { phone: '01572 722577' },
      outOfHours: { phone: '01572 722578' },
      status: 'example',
      source: 'A test',
    } as const;

    expect(text({ safeguarding: numbers }, 'safety')).toContain('phone 01572 722578');
    expect(text({ safeguarding: undefined }, 'safety')).toContain('has not given us a number yet');
    expect(text({}, 'safety')).toContain(
      `Staff have ${kindsOfWork['look-into-safety'].workingDays} working day for this.`,
    );
    expect(text({ stepTargets: { 'look-into-safety': 0 } }, 'safety')).toContain('Staff do this on the same day.');
  });

  it('of someone in hospital finds out what they need after they are home', () => {
    const page = text({ stepTargets: { 'assess-after-discharge': 4 } }, 'hospital');

    expect(page).toContain('Staff have 4 working days for this.');
    expect(page.indexOf('The hospital tells us')).toBeLessThan(page.indexOf('We find out what you need'));
  });

  it('is that of an adult where the address asks for one that there is not', () => {
    expect(text({}, 'nobody')).toBe(text());
  });

  it('change with the machines: a state that is left out, put in, or waits', () => {
    const { 'Check the plan': check, ...States } = journey.States;
    const without = {
      ...journey,
      States: { ...States, 'Draft the plan': { ...States['Draft the plan'], Next: 'Agree the plan' } },
    };
    const noReminder = {
      ...cycle,
      States: { ...cycle.States, 'Is it time to remind?': { Type: 'Pass', Next: 'Review the plan' } },
    };

    expect(check).toBeDefined();
    expect(text({}, 'adult')).toContain('We check the plan');
    expect(text({}, 'adult', { journey: without, cycle })).not.toContain('We check the plan');
    expect(text({}, 'adult')).toContain('We remind you 14 days before.');
    expect(text({}, 'adult', { journey, cycle: noReminder })).not.toContain('We remind you');
    expect(
      text({}, 'short-term', {
        journey: {
          ...journey,
          States: {
            ...journey.States,
            'Wait for short-term support to end': { Type: 'Pass', Next: 'Review short-term support' },
          },
        },
        cycle,
      }),
    ).not.toContain('Up to 6 weeks');
  });

  it('have the times that the help page has, of every council', () => {
    const councils = createCouncils(everyCouncil());
    for (const slug of councils.slugs) {
      const council = councils.known(slug);
      const [aim = ''] =
        /We aim to be in touch within .*?cannot go on, we aim for \d+ days?\./.exec(
          readableText(helpPage({ council })),
        ) ?? [];

      expect(aim, slug).not.toBe('');
      expect(readableText(journeyDrawn(council)), slug).toContain(aim);
    }
  });
});
