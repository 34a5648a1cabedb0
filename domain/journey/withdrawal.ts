import type { KnownPerson } from '../../schemas/person.ts';
import { type EndingCase, supportRuns } from './end-of-support.ts';
import { allWorkOf } from './work-records.ts';

/**
 * What a wish to withdraw comes to.
 *
 * `ask-to-end`: there is support, so it is a message to the key worker and ends nothing. `consider-refusal`: harm is known, or it is doubtful
 * that the person can decide it, so that the council looks at it first (Care Act 2014 s.11(2)); for a carer there is no such exception.
 * `close`: the case is closed.
 */
export type Withdrawal = 'ask-to-end' | 'consider-refusal' | 'close';

const isOpen = ({ tasks }: EndingCase, kind: EndingCase['tasks'][number]['kind']): boolean =>
  tasks.some((task) => task.kind === kind && task.status === 'open');

/** Whether abuse or neglect, or a risk of it, is known or being looked into. */
const harmKnown = (of: EndingCase, { alerts }: Pick<KnownPerson, 'alerts'>): boolean =>
  alerts.some(({ kind }) => kind === 'harm-disclosed') ||
  isOpen(of, 'look-into-safety') ||
  allWorkOf(of.records, 'look-into-safety').some(({ answers }) => answers.decision === 'enquiry');

/** Whether it is doubtful, or was found not to be so, that the person can decide this. */
const capacityInDoubt = (of: EndingCase): boolean =>
  isOpen(of, 'assess-capacity') ||
  of.tasks.some(({ kind, closed }) => kind === 'assess-capacity' && closed?.outcome === 'lacks-capacity');

/** What a wish to withdraw comes to. Care Act 2014 s.11(1), (2) and (5). */
export const withdrawal = (of: EndingCase, person: Pick<KnownPerson, 'alerts'>): Withdrawal => {
  if (supportRuns(of)) return 'ask-to-end';
  const isAdult = of.case.kind === 'needs';
  return isAdult && (harmKnown(of, person) || capacityInDoubt(of)) ? 'consider-refusal' : 'close';
};
