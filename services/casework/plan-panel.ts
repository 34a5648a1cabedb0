import type { BehindPlan } from '../../domain/plan/behind-plan.ts';
import { type CostedNeed, type PlanTotals, planTotals } from '../../domain/plan/plan-totals.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { kindsOfSupport } from '../../schemas/forms/fragments/plan-words.ts';
import { type Block, day, pounds, table, text } from '../../templates/documents/document.ts';
import { outcomeTitle } from './decision-panel.ts';
import type { TaskPanel } from './task-panel.ts';

const kinds = new Map<string, string>(kindsOfSupport);

const hours = (minutes: number): string =>
  minutes === 0
    ? ''
    : [`${Math.floor(minutes / 60)} h`, ...(minutes % 60 > 0 ? [`${minutes % 60} min`] : [])].join(' ');

const outside = {
  'not-met-by-council': 'Not met by the council, so no part of the budget.',
  reablement: 'Reablement is no part of the budget.',
} as const;

const noteOf = ({ ratedOtherwise, outside: why }: CostedNeed): string =>
  [
    ...(ratedOtherwise === undefined ? [] : [`Times at their rate come to ${pounds(ratedOtherwise)}.`]),
    ...(why ? [outside[why]] : []),
  ].join(' ');

const rowOf = (need: CostedNeed, index: number): string[] => [
  `${index + 1}. ${need.outcome ? outcomeTitle(need.outcome) : 'Outcome not chosen yet'}`,
  [kinds.get(need.supportType ?? '') ?? need.supportType ?? '', need.provider ?? ''].filter((part) => part).join(', '),
  hours(need.times * need.minutes),
  need.rate > 0 ? `${pounds(need.rate)} ${need.per === 'hour' ? 'an hour' : 'each time'}` : '',
  pounds(need.weekly),
  need.oneOff > 0 ? pounds(need.oneOff) : '',
  noteOf(need),
];

const signed = (amount: number): string => (amount > 0 ? `${pounds(amount)} more` : `${pounds(-amount)} less`);

/** What the plan costs beside the estimate, the budget that is stated and the charge: a row for each, with how it differs. */
const compared = ({ weekly, estimated, stated, shares, held }: PlanTotals): string[][] => [
  ['Cost of the plan', pounds(weekly), ''],
  ...(estimated === undefined
    ? [['Estimate', 'None', '']]
    : [
        [
          'Estimate',
          pounds(estimated),
          weekly === estimated ? 'The same' : `The plan costs ${signed(weekly - estimated)}`,
        ],
      ]),
  ...(stated === undefined
    ? []
    : [['Cost stated in the budget', pounds(stated), stated === weekly ? 'The same' : 'Not the cost of the plan']]),
  ...(shares === undefined
    ? [['Charge', 'Not known yet', 'The financial assessment is still to come']]
    : shares === 'unknown'
      ? [
          [
            'Charge',
            'Not known',
            'The plan costs more than the finances were worked out for: they are worked out again',
          ],
        ]
      : [
          ['The person pays', pounds(shares.person), 'By the financial assessment'],
          ['The council pays', pounds(shares.council), ''],
        ]),
  ...(held === undefined
    ? []
    : [
        [
          'How the budget is held',
          pounds(held.now),
          held.now === held.expected ? 'All of it' : `It must come to ${pounds(held.expected)}`,
        ],
      ]),
];

/** The money of a plan in tables: its support line by line, its totals, and what they are compared with. */
export const planMoney = (answers: Readonly<Answers>, behind: Pick<BehindPlan, 'estimated' | 'charge'>): Block[] => {
  const totals = planTotals(answers, behind);
  return [
    ...table(
      'Support, line by line',
      ['Need', 'Support', 'Each week', 'Unit cost', 'Weekly', 'Once', 'Note'],
      totals.needs.map(rowOf),
      [4, 5],
    ),
    ...table(
      'Totals',
      ['What', 'Amount'],
      [
        ['Each week', pounds(totals.weekly)],
        ...(totals.outsideWeekly > 0 ? [['Each week, outside the budget', pounds(totals.outsideWeekly)]] : []),
        ['Once', pounds(totals.oneOff)],
        ['A year of 52 weeks', pounds(totals.yearly)],
        ['The first year, with what is paid once', pounds(totals.firstYear)],
        ...(totals.otherMoney > 0 ? [['Other public money each week, beside it', pounds(totals.otherMoney)]] : []),
      ],
      [1],
    ),
    ...table('Against estimate, budget and charge', ['Each week', 'Amount', 'How it compares'], compared(totals), [1]),
    ...table(
      'What the person pays later',
      ['From', 'Each week', 'Why'],
      totals.later.map(({ from, personPays, why }) => [day(from), pounds(personPays), why]),
      [1],
    ),
  ];
};

/** What a plan that is being written comes to. */
export const planPanel = (answers: Readonly<Answers>, behind: BehindPlan): TaskPanel => {
  const money = planMoney(answers, behind);
  return {
    id: 'plan-money',
    title: 'What the plan comes to',
    sections: ['needs', 'budget'],
    blocks: Array.isArray(answers['needs'])
      ? money
      : [...text('Add a need to see what the plan costs.'), ...money.slice(1)],
  };
};
