/**
 * What a finance officer’s answers say that cannot be, or leave undecided, as far as no single question can tell.
 */
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { addWeeks } from '../time/clock-time.ts';
import { chargedDays } from './charge-week.ts';
import { chargedDaysFrom, type FinancesAnswers, homesIn, nursingCareFrom, protectedNow } from './finances-from.ts';

type DisabilityCost = NonNullable<FinancesAnswers['disabilityCosts']>[number];

/** What the answers say that cannot be, as far as no single question can tell. */
export const answerProblems = (answers: FinancesAnswers): BrokenRule[] => {
  const { arrangedFor, arrangementFee, reablementFrom, reablementTo, stayFrom, stayTo, topUpAble } = answers;
  const nursing = nursingCareFrom(answers, answers.weekOf);
  const checks: [boolean, string, string, string][] = [
    [
      ends(reablementFrom, reablementTo),
      'reablementTo',
      'SI 2014/2672, regulation 3',
      'The last day of the reablement must be the same as or after the first',
    ],
    [
      ends(stayFrom, stayTo),
      'stayTo',
      'SI 2014/2672, regulation 8',
      'The last day of the stay must be the same as or after the first',
    ],
    [
      topUpAble === 'no',
      'topUpAble',
      'SI 2014/2670: the additional cost condition',
      'A top-up needs a payer who is able and willing: agree on another, or on another home',
    ],
    [
      stayFrom !== undefined && stayTo !== undefined && stayTo >= addWeeks(stayFrom, 52),
      'stayTo',
      'Statutory guidance, Annex F, paragraph 4',
      'A stay of 52 weeks or more is for good: assess it as that, or give the day on which it is planned to end',
    ],
    [
      (answers.earlierStayFrom === undefined) !== (answers.earlierStayTo === undefined),
      answers.earlierStayFrom === undefined ? 'earlierStayFrom' : 'earlierStayTo',
      'SI 2014/2672, Schedule 2, paragraph 2(3)',
      'Give both days of the earlier stay, or neither: what is left of the 12 weeks follows from them',
    ],
    [
      ends(answers.earlierStayTo, answers.admittedForGoodOn),
      'earlierStayTo',
      'SI 2014/2672, Schedule 2, paragraph 2(3)',
      'The earlier stay must have ended before this one began',
    ],
    [
      answers.refusalPrevented === 'no',
      'refusalPrevented',
      'SI 2014/2672, regulation 10(1)',
      'Assess in full with what is known: only a refusal that prevents it counts as being over the limit',
    ],
    [
      answers.stillMeets === 'no',
      'stillMeets',
      'SI 2014/2672, regulation 10(1)',
      'Record no charge: a refusal is charged in full only where the council decides to meet the needs',
    ],
    [
      arrangedFor === 'nobody' && (arrangementFee ?? 0) > 0,
      'arrangementFee',
      'Care Act 2014, sections 14(1)(b) and 18(4)',
      'Take the fee out: nothing is charged for arranging care that nobody else could arrange',
    ],
    [
      homesIn(answers).some((home) => mustDecideOn(home, answers)),
      'homeDiscretion',
      'SI 2014/2672, Schedule 2, paragraph 4; Ombudsman, 21 007 248 and 22 013 200',
      'Someone lives in the home whom the law does not protect: decide whether it is left out, and say why',
    ],
    [
      answers.setting !== 'home' && nursing === undefined,
      'nursingPaid',
      'NHS-funded nursing care, whose year begins on 1 April',
      'Enter what the NHS pays for nursing care: the rate of this year is not held',
    ],
    [
      chargedDays(chargedDaysFrom(answers)).length === 0,
      'weekOf',
      'Care Act 2014, section 14: what meets needs is charged',
      'Nothing is charged in this week: give the week in which the charge starts, or one before the stay ends',
    ],
    [
      homesIn(answers).length > 1,
      'property',
      'SI 2014/2672, Schedule 2',
      'Only one property can be the home: say of the others that they are other property',
    ],
  ];
  return [
    ...checks.filter(([isBroken]) => isBroken).map(([, field, rule, message]) => ({ field, rule, message })),
    ...(nursing !== undefined && nursing > (answers.weeklyFee ?? 0)
      ? [{ field: 'nursingPaid', rule: 'NHS-funded nursing care', message: 'The NHS cannot pay more than the fee' }]
      : []),
    ...(answers.disabilityCosts ?? []).flatMap(decisionProblems),
    ...(answers.givenAway ?? []).flatMap(findingProblems),
    ...(answers.confirmedRates ?? []).flatMap(({ year }, row) =>
      /^20\d\d-\d\d$/.test(year)
        ? []
        : [{ field: `confirmedRates[${row}].year`, rule: 'A year of rates', message: 'Enter the year like 2026-27' }],
    ),
  ];
};

/** The name of the question that a field of the rules comes from, so that a problem stands where it can be put right. */
export const questionOf = (field: string, { setting }: FinancesAnswers): string => {
  const [first = '', second = ''] = field.split('.');
  if (first === 'person') return second;
  if (first === 'route') return second === 'consented' ? 'lightTouchAgreed' : second;
  if (first === 'weeklyCost' && setting !== 'home') return 'weeklyFee';
  if (first === 'councilRate') return 'budgetRate';
  return first;
};

const decisionProblems = ({ decision, accepted, why }: DisabilityCost, row: number): BrokenRule[] => {
  const rule = 'Guidance, Annex C, paragraph 40: each cost is looked at';
  const at = (column: string) => `disabilityCosts[${row}].${column}`;
  if (decision === undefined)
    return [{ field: at('decision'), rule, message: 'Select what is decided about this cost' }];
  return [
    ...(decision === 'part' && accepted === undefined
      ? [{ field: at('accepted'), rule, message: 'Enter the part of this cost that is accepted' }]
      : []),
    ...(decision !== 'accepted' && why === undefined
      ? [{ field: at('why'), rule, message: 'Select why this cost is not accepted in full' }]
      : []),
  ];
};

/** Whether somebody lives in the home of a resident for good whom the law does not protect, and nothing was decided on it. */
const mustDecideOn = (home: NonNullable<FinancesAnswers['property']>[number], answers: FinancesAnswers): boolean =>
  answers.setting === 'care-home' &&
  answers.homeDiscretion === 'not-asked' &&
  home.occupant !== 'nobody' &&
  !protectedNow(home, answers);

type GivenAway = NonNullable<FinancesAnswers['givenAway']>[number];
const findingProblems = ({ wasGivenUp, foreseen, toAvoid, reasons, heardOn }: GivenAway, row: number): BrokenRule[] => {
  const rule = 'Statutory guidance, Annex E';
  const at = (column: string) => `givenAway[${row}].${column}`;
  const isFound = wasGivenUp === 'yes' && toAvoid === 'yes';
  return [
    ...(wasGivenUp === undefined
      ? [{ field: at('wasGivenUp'), rule, message: 'Select whether the person gave up something of their own' }]
      : []),
    ...(foreseen === undefined
      ? [{ field: at('foreseen'), rule, message: 'Select whether the person could then expect to need care' }]
      : []),
    ...(toAvoid === undefined
      ? [{ field: at('toAvoid'), rule, message: 'Select whether avoiding charges was a significant reason' }]
      : []),
    ...(isFound && heardOn === undefined
      ? [{ field: at('heardOn'), rule, message: 'Enter the day on which the person was heard about it' }]
      : []),
    ...(toAvoid === 'yes' && reasons === undefined
      ? [{ field: at('reasons'), rule, message: 'Enter the reasons for the finding, and what the person said' }]
      : []),
  ];
};

const ends = (first: IsoDate | undefined, last: IsoDate | undefined): boolean =>
  first !== undefined && last !== undefined && last < first;
