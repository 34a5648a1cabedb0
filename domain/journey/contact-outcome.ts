import type { contactAnotherWay as contactList } from '../../schemas/forms/contact-another-way.ts';
import type { contactDecision } from '../../schemas/forms/contact-decision.ts';
import { londonDate } from '../time/clock-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { again } from './follow-up.ts';
import { done, type Rule } from './work-outcome.ts';

/** Somebody whom a mail did not reach was told, or is tried again on the next working day: nobody is lost in silence. Care Act 2014 s.4. */
export const contactAnotherWay: Rule<typeof contactList> = ({ reached }, { task, now }) =>
  reached === 'yes'
    ? done('done')
    : done('not-reached', { opens: [again(task, addWorkingDays(londonDate(now), 1), task.reason ?? '')] });

/**
 * What is decided where somebody asked for a person without a right to: they may help from now on and are told what comes of it, or the council
 * goes on without them. By what right they help is kept with the helper.
 */
export const decideContact: Rule<typeof contactDecision> = ({ decision }) =>
  done(decision, { changes: { updatesTo: decision === 'helper-acts' ? ['person', 'helper'] : ['person'] } });
