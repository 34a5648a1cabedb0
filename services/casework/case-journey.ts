import { type CaseStep, type StepId, workOfStep } from '../../domain/journey/case-progress.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { type Council, estimateName } from '../../schemas/council.ts';
import type { Task } from '../../schemas/task.ts';
import type { OpenedCase } from './case-frame.ts';
import { closeReasonWords, dueWords } from './case-words.ts';
import { holderOf, openWorkOf, taskPath } from './case-work.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What staff call each part of the way: in the council's own words, where it has some. */
const titleOf = ({ id }: CaseStep, { terms }: Council): string => {
  const titles: Readonly<Record<StepId, string>> = {
    application: 'Application',
    triage: 'Triage',
    'short-term': 'Short-term support',
    assessment: capital(terms.assessment),
    decision: 'Decision on eligibility',
    estimate: capital(estimateName(terms)),
    finances: 'Financial assessment',
    plan: 'Care and support plan',
    budget: 'Personal budget',
    support: 'Support set up',
    running: 'Support runs',
    review: 'Review',
    'next-review': 'Next review',
    closed: 'Closed',
  };
  return titles[id];
};

const marks = { done: 'Done', now: 'Now', 'to-come': 'To come' } as const;

/** What the drawn journey shows: each part of the way with where it stands, its day, and the work that is open on it. */
export const journeyView = (council: Council, opened: OpenedCase) => {
  const { case: careCase, steps, today } = opened;
  const open = openWorkOf(opened);
  const workAt = (id: StepId): Task[] => open.filter(({ kind }) => workOfStep[id]?.includes(kind));
  return {
    steps: steps.map((step) => ({
      title: titleOf(step, council),
      state: step.state,
      mark: marks[step.state],
      on: step.on ? (step.state === 'done' ? readableDate(step.on) : dueWords(step.on, today)) : '',
      says: step.id === 'closed' && careCase.closed ? closeReasonWords[careCase.closed.reason] : '',
      work: workAt(step.id).map((task) => ({
        text: `${holderOf(task, council)}, ${dueWords(task.dueOn, today)}`,
        href: taskPath(task),
      })),
    })),
    journey: careCase.journey,
    times: careCase.reopened?.times ?? 0,
  };
};
