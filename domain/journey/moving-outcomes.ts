import type { arrival, keepUntilAssessed, residenceFound, sendPlan } from '../../schemas/forms/moving.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/** The other council has the plan, and the arrival is confirmed on its day: support runs until then. Care Act 2014 ss.37 and 38. */
export const sendPlanToCouncil: Rule<typeof sendPlan> = ({ residenceStays, arrivesOn, personTold }, { task, now }) => {
  // A placement elsewhere is no move: the case stays here, and so does the review.
  if (residenceStays === 'stays' || arrivesOn === undefined)
    return done('residence-stays', { tells: ['answer-ready'] });
  if (personTold === 'no') return refused('personTold', 'Inform the person and the carer first');
  const today = londonDate(now);
  const opensOn = arrivesOn > today ? arrivesOn : undefined;
  return done('sent', {
    tells: ['answer-ready'],
    opens: [
      {
        ...openedBy(
          task,
          'confirm-arrival',
          'The person moves. Ask the other council whether it meets the needs from that day.',
        ),
        dueOn: arrivesOn > today ? arrivesOn : today,
        ...(opensOn && { opensOn }),
      },
    ],
  });
};

/** The arrival: the case closes with it, and not before. */
export const confirmArrival: Rule<typeof arrival> = (answers, { task }) => {
  if (answers.arrived === 'stays') return done('stays');
  if (answers.arrived === 'no' && answers.arrivesOn !== undefined) {
    const next = again(task, answers.arrivesOn, 'The person has not arrived yet. Support runs until then.');
    return done('not-yet', { opens: [{ ...next, opensOn: answers.arrivesOn }] });
  }
  return answers.otherCouncilMeets === 'yes'
    ? done('arrived', { closes: 'moved-away' })
    : refused(
        'otherCouncilMeets',
        'Support goes on until the other council meets the needs. Ask it to, and record it then',
      );
};

/** What another council met is met from the day of arrival, before the assessment. */
export const keepSupport: Rule<typeof keepUntilAssessed> = () => done('kept', { tells: ['answer-ready'] });

/** How many days until a residence that is still open is looked at again, where nobody has said. [D] */
const lookAgainDays = 14;

/** What was found of the person's residence. Needs are met meanwhile. Care Act 2014 ss.39 and 40. */
export const establishResidence: Rule<typeof residenceFound> = ({ lives, lookAgainOn }, { task, now }) => {
  if (lives === 'here') return done('here', { tells: ['answer-ready'] });
  if (lives === 'elsewhere') {
    return done('elsewhere', {
      closes: 'lives-elsewhere',
      tells: ['answer-ready'],
      opens: [
        openedBy(
          task,
          'send-plan-to-council',
          'The person lives in another council’s area. It gets what we hold, with consent.',
        ),
      ],
    });
  }
  const on = lookAgainOn ?? addDays(londonDate(now), lookAgainDays);
  return done(lives, {
    tells: ['answer-ready'],
    opens: [
      { ...again(task, on, 'Where the person lives was not established. Needs are met meanwhile.'), opensOn: on },
    ],
  });
};
