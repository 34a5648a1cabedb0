import type { Council, Stage } from '../../schemas/council.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { render } from '../environment.ts';
import { siteOf } from './pages.ts';
import { toldStages } from './stages.ts';

/** A step of the council's journey, as its machine has it. */
type Step = { readonly kind: TaskKind; readonly isBeside: boolean; readonly workingDays: number };

/** The stage of which a kind of work is the beginning; what stands here under none is told below. */
const stageOf: Partial<Record<TaskKind, Stage>> = {
  'triage-request': 'first-contact',
  'assess-needs': 'assessment',
  'decide-eligibility': 'eligibility',
  'estimate-budget': 'estimated-budget',
  'assess-finances': 'financial-assessment',
  'draft-plan': 'plan',
  'set-up-support': 'support',
};

const others = ({ terms }: Council): Partial<Record<TaskKind, readonly [string, string]>> => ({
  'check-plan': ['We check the plan', 'We look if the plan meets your needs, keeps to the law and can be paid for.'],
  'agree-plan-for-council': ['A manager agrees to the plan', 'A manager says yes to it for the council.'],
  'agree-plan': [
    'You agree to the plan',
    'You read it and say yes, or say what should change. If you want changes, we write it again with you.',
  ],
  'check-support': ['We ask how it is going', `Your ${terms.keyWorker} gets in touch soon after your support starts.`],
});

/** How long staff have for a piece of work before it is late, which is a setting and no promise to anyone. */
const days = (count: number): string =>
  count === 0
    ? 'Staff do this on the same day.'
    : `Staff have ${count} working ${count === 1 ? 'day' : 'days'} for this.`;
const ofDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** What else may come of a step. */
const elsewise: Partial<Record<TaskKind, string>> = {
  'triage-request':
    'If advice is enough, we give it to you in writing and stop here. You may also get help for a few weeks first. After that we look at what you still need.',
  'decide-eligibility': 'If we cannot give you care and support, we say why, and what else can help.',
};

const timeOf = ({ kind, workingDays }: Step, { targets }: Council): string => {
  if (kind === 'assess-needs') {
    return `We aim to see you within ${ofDays(targets.standard)}. If you are not safe, or have no food or heat, within ${ofDays(targets.urgent)}. If your carer cannot go on, within ${ofDays(targets['carer-breakdown'])}.`;
  }
  return kind === 'agree-plan' ? '' : days(workingDays);
};

/** The council's journey, drawn from the steps that its machine goes through, with the review windows of its settings. */
export const journeyPage = ({ council, steps }: { council: Council; steps: readonly Step[] }): string => {
  const told = new Map(toldStages(council).map((stage) => [stage.id, stage] as const));
  const { first, later } = council.review;
  const { reminderLeadDays: lead } = council.review;
  const drawn = steps.flatMap((step) => {
    const stage = told.get(stageOf[step.kind] ?? 'review');
    const [title, text] = others(council)[step.kind] ?? (stageOf[step.kind] && stage ? [stage.title, stage.text] : []);
    if (title === undefined || text === undefined) return [];
    return {
      title,
      text,
      time: timeOf(step, council),
      beside: step.isBeside ? 'We do this while the next step goes on.' : '',
      elsewise: elsewise[step.kind] ?? '',
    };
  });
  const review = told.get('review');
  return render('pages/journey.njk', {
    site: siteOf(council),
    title: 'What happens, step by step',
    steps: [
      ...drawn,
      {
        title: 'The first review',
        text: review?.text ?? '',
        time: `${first.fromWeeks} to ${first.toWeeks} weeks after ${council.review.startsFrom === 'support-start' ? 'your support starts' : 'the plan is agreed'}. We remind you ${ofDays(lead.first)} before.`,
        beside: '',
        elsewise: '',
      },
      {
        title: 'More reviews',
        text: 'We look at your plan again and again, for as long as you have it.',
        time: `At least every ${later.months} months. We remind you ${ofDays(lead.later)} before.`,
        beside: '',
        elsewise: 'If a lot has changed, we find out again what you need, and go on from there.',
      },
    ],
    waiting: council.notices.waiting,
  });
};
