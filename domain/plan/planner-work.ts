import type { planner } from '../../schemas/forms/planner.ts';
import { broken, done, type Rule, refused } from '../journey/work-outcome.ts';
import { londonDate } from '../time/clock-time.ts';
import { planTask } from './own-plan.ts';
import { invitationProblems } from './plan-invitations.ts';

/**
 * An independent support planner is found, whom the person has chosen: they are invited to the plan that is being written, and the person is told.
 * Cambridgeshire's published way; Care Act 2014 s.25(3).
 */
export const findPlanner: Rule<typeof planner> = (
  answers,
  { case: careCase, person, records, tasks, now, invitations = [] },
) => {
  const { plannerName: name, plannerEmail: email, plannerMay: may } = answers;
  if (answers.planner !== 'found' || name === undefined || email === undefined) {
    return done(answers.planner, { tells: ['answer-ready'] });
  }
  if (answers.plannerAgreed !== 'yes') return refused('plannerAgreed', 'Ask the person first: they choose who helps');
  if (may === undefined || planTask(tasks) === undefined) return done('found', { tells: ['answer-ready'] });
  const situation = { careCase, person, records, invitations, today: londonDate(now), by: 'manager' as const };
  const wrong = invitationProblems({ name, email }, situation);
  if (wrong.length > 0)
    return broken(wrong.map((one) => ({ ...one, field: one.field === 'name' ? 'plannerName' : 'plannerEmail' })));
  return done('found', {
    tells: ['answer-ready'],
    invites: { name, email, as: 'planner', may, seesMoney: answers.plannerSeesMoney === 'yes' },
  });
};
