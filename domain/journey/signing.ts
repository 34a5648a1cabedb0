import type { authorityCheck } from '../../schemas/forms/authority-check.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { BrokenRule } from '../ruling.ts';
import { findingOf } from './capacity-outcome.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type FollowUp, type Rule, type TaskSituation } from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

/** A power that was checked: it exists and covers something, it was not found yet, or there is none. Ombudsman, South Tyneside. */
export const checkAuthority: Rule<typeof authorityCheck> = ({ power, seen, askAgainOn }, { task }) => {
  if (seen === 'no' && askAgainOn !== undefined) {
    const { dueOn: _byKind, ...next } = again(task, askAgainOn, 'The power had not been found yet');
    return done('not-seen', { opens: [{ ...next, opensOn: askAgainOn }] });
  }
  return done(power);
};

/** The work to check the power of whoever helps with the case, where nobody has seen the paper. */
export const authorityToCheck = ({ person, case: careCase, task }: TaskSituation): FollowUp[] => {
  const helper = person.helpers.find(({ id }) => id === careCase.helperId);
  return helper && saysPower(helper) && helper.proof !== 'seen'
    ? [
        openedBy(
          task,
          'check-authority',
          'Whoever helps the person says that they hold a power, and nobody has checked it',
        ),
      ]
    : [];
};

const saysPower = ({ authority }: KnownPerson['helpers'][number]): boolean =>
  authority !== undefined && authority !== 'none' && authority !== 'best-interests';

/** In whose name a plan is signed. */
export type SignedAs =
  | 'person'
  | 'welfare-attorney'
  | 'welfare-deputy'
  | 'property-attorney'
  | 'property-deputy'
  | 'best-interests';

/**
 * In whose name somebody signs on the case page who acts for the person. A deputy is taken to be one for welfare: whether that is so is
 * what staff have seen.
 */
export const signedAsBy = (helper: Pick<KnownPerson['helpers'][number], 'authority'> | undefined): SignedAs => {
  const authority: string = helper?.authority ?? 'none';
  if (authority === 'lpa-money') return 'property-attorney';
  if (/^deputy.*(money|property)/.test(authority)) return 'property-deputy';
  return authority.startsWith('deputy') ? 'welfare-deputy' : 'welfare-attorney';
};

/** The decisions of which capacity matters to a plan. */
const planDecisions: readonly string[] = ['care-and-support', 'take-part', 'where-to-live'];

/** Whether it was found, the last time that it was asked, that the person cannot decide on their care and support. */
export const lacksCapacity = (records: readonly CaseRecord[]): boolean => {
  const last = allWorkOf(records, 'assess-capacity').find(({ answers }) =>
    planDecisions.includes(answers.decisionKind),
  );
  return last !== undefined && findingOf(last.answers) === 'lacks-capacity';
};

/** Whether a power of this kind over care was seen with the Public Guardian. */
const isSeen = (records: readonly CaseRecord[], as: 'welfare-attorney' | 'welfare-deputy'): boolean =>
  allWorkOf(records, 'check-authority').some(
    ({ answers: { power, seen, covers = [] } }) =>
      (power === as || power === (as === 'welfare-attorney' ? 'both-attorney' : 'both-deputy')) &&
      seen === 'yes' &&
      covers.includes('care-and-support'),
  );

/**
 * Why a plan is not signed in this name: nobody signs outside what they may decide. Without capacity and without a power over care nobody
 * signs for the person: the council records what is in their best interests and who was asked. Mental Capacity Act 2005 ss.4, 9 and 16.
 */
export const planSigningProblems = (as: SignedAs, { records }: TaskSituation): BrokenRule[] => {
  const problem = (message: string): BrokenRule[] => [{ field: 'signedAs', rule: 'Mental Capacity Act 2005', message }];
  switch (as) {
    case 'property-attorney':
    case 'property-deputy':
      return problem('A power over property and money does not reach the plan. They may sign the money form');
    case 'person':
      return lacksCapacity(records)
        ? problem('It was found that the person cannot decide this. Choose who may, or best interests')
        : [];
    case 'best-interests':
      return lacksCapacity(records)
        ? []
        : problem('Assess capacity for care and support first: a person is taken to have it');
    default:
      if (!lacksCapacity(records)) {
        return problem('They decide only once it is found that the person cannot decide on care and support');
      }
      return isSeen(records, as) ? [] : problem('Check the power with the Public Guardian first, and what it covers');
  }
};
