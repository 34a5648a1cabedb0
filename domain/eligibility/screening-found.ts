/**
 * What people ticked as hard on the form beside what assessors found that they cannot do. The form asks about the activities that were ticked
 * alone, so a need that is not ticked is seen by nobody before staff ask all of them: how often that happens says whether the form hides needs.
 *
 * @see Care Act 2014 s.9(1); Care and Support (Eligibility Criteria) Regulations 2015 regs 2 and 3
 */
import {
  type AdultOutcomeCode,
  adultOutcomeKeys,
  type CarerOutcomeCode,
  carerOutcomeKeys,
  type EligibilityIndication,
} from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { meaningsForAdults, meaningsForCarers, outcomesFound } from '../../schemas/forms/fragments/outcomes-found.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import type { ScreeningCounts } from '../../schemas/work-figures.ts';
import { listOf } from '../forms/answered.ts';
import { carerNeedsFrom } from '../journey/carer-application.ts';
import { adultNeedsFrom } from '../journey/needs-application.ts';
import { adultIndication } from './eligibility-adults.ts';
import { carerIndication } from './eligibility-carers.ts';

/** One person's form beside the decision about them. */
export type Screened = {
  readonly ticked: readonly string[];
  readonly found: readonly string[];
  /** They left it to us to ask about each. */
  readonly notSure: boolean;
  /** What the form said that the answers may mean; a referral says nothing. */
  readonly said?: EligibilityIndication['possibility'];
  readonly eligible: boolean;
};

/** Who is assessed, what was sent with which form, and what was decided. */
export type Beside = {
  readonly whose: 'adult' | 'carer';
  readonly form: string;
  readonly sent: Answers;
  readonly decided: Answers;
};

/** What was ticked: by itself, or on the page of an activity about which somebody was not sure. */
const tickedIn = (keys: Readonly<Record<string, string>>, sent: Answers, named: (id: string) => string): string[] => {
  const hard = listOf(sent, named('hardActivities'));
  return Object.entries(keys).flatMap(([outcome, key]) => {
    const unable = listOf(sent, named(`${key}Unable`)).some((value) => value !== 'none');
    return hard.includes(outcome) || (hard.includes('not-sure') && unable) ? [outcome] : [];
  });
};

const indicationOf = ({ whose, form, sent }: Beside): EligibilityIndication | undefined => {
  if (whose === 'adult') return form === 'referral' ? undefined : adultIndication(adultNeedsFrom(sent));
  return carerIndication(carerNeedsFrom(sent, form === 'joint-assessment' ? form : 'carers-assessment'));
};

/** What stands beside each other of one person; undefined where their form did not ask what is hard. */
export const screened = (beside: Beside): Screened | undefined => {
  const { whose, form, sent, decided } = beside;
  const named = whose === 'carer' && form === 'joint-assessment' ? inJointForm : (id: string) => id;
  const hard = listOf(sent, named('hardActivities'));
  if (hard.length === 0) return undefined;
  const outcomes: readonly { outcome: string; applies: boolean; meanings: readonly string[] }[] =
    whose === 'adult'
      ? outcomesFound<AdultOutcomeCode, string>(decided, adultOutcomeKeys, meaningsForAdults)
      : outcomesFound<CarerOutcomeCode, string>(decided, carerOutcomeKeys, meaningsForCarers);
  const said = indicationOf(beside)?.possibility;
  return {
    ticked: tickedIn(whose === 'adult' ? adultOutcomeKeys : carerOutcomeKeys, sent, named),
    found: outcomes.filter(({ applies, meanings }) => applies && meanings.length > 0).map(({ outcome }) => outcome),
    notSure: hard.includes('not-sure'),
    ...(said && { said }),
    eligible: decided.result === 'eligible',
  };
};

/** Nobody counted yet. */
export const nobodyScreened: ScreeningCounts = { decided: 0, notSure: 0, outcomes: {}, said: {} };

/** The counts of a month with one person more. */
export const withScreened = (
  counts: ScreeningCounts,
  { ticked, found, notSure, said, eligible }: Screened,
): ScreeningCounts => {
  const outcomes = { ...counts.outcomes };
  for (const outcome of new Set([...ticked, ...found])) {
    const before = outcomes[outcome] ?? { ticked: 0, found: 0, both: 0 };
    const [was, is] = [ticked.includes(outcome), found.includes(outcome)];
    outcomes[outcome] = {
      ticked: before.ticked + Number(was),
      found: before.found + Number(is),
      both: before.both + Number(was && is),
    };
  }
  const before = (said && counts.said[said]) ?? { eligible: 0, notEligible: 0 };
  const now = { eligible: before.eligible + Number(eligible), notEligible: before.notEligible + Number(!eligible) };
  return {
    decided: counts.decided + 1,
    notSure: counts.notSure + Number(notSure),
    outcomes,
    said: { ...counts.said, ...(said && { [said]: now }) },
  };
};

const added = <Of extends Record<string, number>>(all: readonly (Of | undefined)[], none: Of): Of =>
  all.reduce<Of>(
    (sum, one) =>
      one ? (Object.fromEntries(Object.keys(none).map((key) => [key, (sum[key] ?? 0) + (one[key] ?? 0)])) as Of) : sum,
    none,
  );

/** The counts of several months together. */
export const screenedTogether = (months: readonly ScreeningCounts[]): ScreeningCounts => {
  const keys = <Key extends string>(of: (one: ScreeningCounts) => Partial<Record<Key, unknown>>): Key[] =>
    [...new Set(months.flatMap((one) => Object.keys(of(one))))] as Key[];
  return {
    decided: months.reduce((sum, { decided }) => sum + decided, 0),
    notSure: months.reduce((sum, { notSure }) => sum + notSure, 0),
    outcomes: Object.fromEntries(
      keys((one) => one.outcomes).map((key) => [
        key,
        added(
          months.map(({ outcomes }) => outcomes[key]),
          { ticked: 0, found: 0, both: 0 },
        ),
      ]),
    ),
    said: Object.fromEntries(
      keys<EligibilityIndication['possibility']>((one) => one.said).map((key) => [
        key,
        added(
          months.map(({ said }) => said[key]),
          { eligible: 0, notEligible: 0 },
        ),
      ]),
    ),
  };
};

const fewest = 5;

/**
 * A number of people as managers see it: rounded to five, and not told below five. So no sum, and no difference of two periods that overlap,
 * says what one person ticked. The rounding is that of the published statistics of adult social care.
 */
export const toldNumber = (people: number): number | 'Fewer than 5' =>
  people < fewest ? 'Fewer than 5' : Math.round(people / fewest) * fewest;
