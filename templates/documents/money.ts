import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { estimate } from '../../schemas/forms/estimate.ts';
import type { finances } from '../../schemas/forms/finances.ts';
import { challenge, type DecisionWords } from './decision.ts';
import { type Block, type Copy, type CopyHead, day, heading, pounds, section, table, text } from './document.ts';
import { sharesBlock } from './shares.ts';

type Challenge = Pick<DecisionWords, 'worker' | 'complaintsRole'>;

/** The estimated budget, given before the plan is made. Care Act 2014 section 26; statutory guidance 11.24. */
export const budgetCopy = (
  answers: AnswersOf<typeof estimate>,
  weeklyTotal: number,
  { madeOn, ...head }: CopyHead,
  words: Challenge & { name: string },
): Copy => ({
  ...head,
  title: `Your ${words.name}`,
  facts: [
    { label: 'Worked out on', value: day(madeOn) },
    { label: 'You were told on', value: day(answers.toldPersonOn) },
  ],
  blocks: [
    heading('The estimate'),
    ...text(`${pounds(weeklyTotal)} a week. This may go up or down when we make the plan with you.`),
    ...(answers.oneOff ? text(`There is also a cost of ${pounds(answers.oneOff)}, once.`) : []),
    ...section('How we worked it out', text(answers.basis)),
    ...table(
      'What we counted',
      ['Support', 'Times a week', 'Rate'],
      answers.support.map(({ what, times, minutes, per, rate }) => [
        what,
        minutes === undefined ? `${times}` : `${times}, ${minutes} minutes each`,
        `${pounds(rate)} ${per === 'hour' ? 'an hour' : 'each time'}`,
      ]),
      [2],
    ),
    ...challenge(words),
  ],
});

type Line = KeptCharge['working'][number];

/** What becomes of a line, in plain words: the rule that it rests on is for staff, who read it with the working of the charge. */
const signs: Readonly<Record<Line['step'], string>> = {
  add: 'We count it',
  'take-away': 'We take it off',
  result: 'What it comes to',
  'left-out': 'We do not count it',
};

const working = (caption: string, lines: readonly Line[]): Block[] =>
  table(
    caption,
    ['What', 'Amount', 'What we do with it'],
    lines.map(({ label, step, pence }) => [label, pounds(pence), signs[step]]),
    [1],
  );

const outcomes: Readonly<Record<KeptCharge['outcome'], string>> = {
  assessed: 'We worked out what you pay from your income and savings.',
  'full-cost': 'You pay the full cost.',
  agreed: 'You pay the charge that you agreed.',
  free: 'You pay nothing.',
  deferred: 'Part of what you pay is put off until later.',
};

const settings: Readonly<Record<AnswersOf<typeof finances>['setting'], string>> = {
  home: 'Care at home',
  'care-home': 'A care home, for good',
  'short-stay': 'A care home, for a time',
};

const reasons: Readonly<Record<NonNullable<AnswersOf<typeof finances>['assessmentReason']>, string>> = {
  first: 'We had to work it out anew.',
  change: 'Your money or your care has changed.',
  'new-rates': 'Benefits and the national rates change each April.',
  yearly: 'We look at it again each year.',
  asked: 'You asked us to.',
};

/** What a whole week comes to. */
const weekly = (charge: KeptCharge) => charge.wholeWeek ?? charge;

/** What the support costs and who pays it, in one picture. */
const chargeShares = (
  caption: string,
  { personPays, councilPays, deferred, topUp }: Pick<KeptCharge, 'personPays' | 'councilPays' | 'deferred' | 'topUp'>,
): Block =>
  sharesBlock(caption, 'What it costs', [
    { label: 'You pay', payer: 'person', pence: personPays },
    { label: 'The council pays', payer: 'council', pence: councilPays },
    ...(deferred > 0 ? [{ label: 'Put off until later', payer: 'later', pence: deferred } as const] : []),
    ...(topUp > 0 ? [{ label: 'Top-up', payer: 'top-up', pence: topUp } as const] : []),
  ]);

const lateness: Readonly<Record<'no' | 'person' | 'council', string>> = {
  no: '',
  person: 'We heard of it late, so you pay from the day of the change.',
  council: 'We knew of it and were late. We are sorry.',
};

/** What the NHS pays to a nursing home for nursing, which is in the fee and not in what the support costs here. National Health Service Act 2006. */
const nursingOf = (
  { nursingCare = 'none', nursingPaid, weeklyFee = 0 }: AnswersOf<typeof finances>,
  { personPays, councilPays, deferred, topUp }: ReturnType<typeof weekly>,
): Block[] => {
  if (nursingCare === 'none' && nursingPaid === undefined) return [];
  const paid = nursingPaid ?? weeklyFee - personPays - councilPays - deferred - topUp;
  return paid > 0
    ? text(`The NHS pays the home ${pounds(paid)} a week for your nursing care. We took that off what the home asks.`)
    : [];
};

/** The old charge beside the new, from which day, and why it was looked at again. */
const changeOf = (
  { assessmentReason, changedOn, late = 'no', backdatedWhy, chargedFrom, weekOf }: AnswersOf<typeof finances>,
  charge: KeptCharge,
  before: KeptCharge | undefined,
): Block[] => {
  const why = [
    ...text(reasons[assessmentReason]),
    ...(changedOn ? text(`It changed on ${day(changedOn)}. ${lateness[late]}`) : []),
    ...section('Why you pay for days before we told you', text(backdatedWhy)),
  ];
  if (before === undefined) return assessmentReason === 'change' ? [heading('What has changed'), ...why] : [];
  const [old, now] = [weekly(before), weekly(charge)];
  const from = chargedFrom !== undefined && chargedFrom > weekOf ? chargedFrom : weekOf;
  const isSame = old.personPays === now.personPays && old.deferred === now.deferred;
  const both: [string, string, string][] = [
    ['You pay', pounds(old.personPays), pounds(now.personPays)],
    ['The council pays', pounds(old.councilPays), pounds(now.councilPays)],
    ...(old.deferred + now.deferred > 0
      ? [['Put off until later', pounds(old.deferred), pounds(now.deferred)] satisfies [string, string, string]]
      : []),
  ];
  return [
    heading('What has changed'),
    ...(isSame
      ? text(`You go on paying ${pounds(now.personPays)} a week.`)
      : table('Each week', ['Who', 'Before', `From ${day(from)}`], both, [1, 2])),
    ...why,
  ];
};

/**
 * The written record of the financial assessment, with its working line by line.
 *
 * @see Care Act 2014 section 17(6); care and support statutory guidance chapter 8
 */
export const financesCopy = (
  answers: AnswersOf<typeof finances>,
  charge: KeptCharge,
  { madeOn, ...head }: CopyHead,
  words: Challenge,
  before?: KeptCharge,
): Copy => {
  return {
    ...head,
    title: 'What you pay towards your support',
    facts: [
      { label: 'For', value: settings[answers.setting] },
      { label: 'Rates of', value: charge.rateYear },
      { label: 'Worked out on', value: day(madeOn) },
      ...(answers.chargedFrom ? [{ label: 'You pay this from', value: day(answers.chargedFrom) }] : []),
    ],
    blocks: [
      ...changeOf(answers, charge, before),
      heading('The result'),
      ...text(`We told you the result on ${day(answers.toldPersonOn)}.`),
      ...text(outcomes[charge.outcome]),
      ...(charge.wholeWeek ? [chargeShares(`The week from ${day(answers.weekOf)}`, charge)] : []),
      chargeShares(charge.wholeWeek ? 'Each whole week' : `Each week from ${day(answers.weekOf)}`, weekly(charge)),
      ...nursingOf(answers, weekly(charge)),
      ...(charge.arranging
        ? text(`What you pay has ${pounds(charge.arranging)} a week in it for arranging the support, as you asked.`)
        : []),
      ...(charge.mustOfferDeferral
        ? text(
            'You pay the full cost because of your home. You can ask us to put part of it off until your home is sold. This is called a deferred payment. Ask us how it works and what it costs.',
          )
        : []),
      ...(charge.deferral
        ? text(
            `In all, we can put off ${pounds(charge.deferral.limit)}. ${pounds(charge.deferral.soFar)} was put off before this week.`,
          )
        : []),
      ...(charge.status === 'provisional'
        ? text(
            charge.toConfirm.some(({ field }) => field.endsWith('.rates'))
              ? 'This result is provisional. This year’s national rates are not confirmed yet, so we used last year’s. We work it out again when they are, and tell you.'
              : 'This result is provisional: a figure in it was looked up by hand and may still change.',
          )
        : []),
      ...table(
        'The days of this week',
        ['Days', 'A whole week', 'You pay'],
        (charge.parts ?? []).map(({ from, to, days, weekly, personPays }) => [
          `${day(from)} to ${day(to)}: ${days} of 7`,
          pounds(weekly.personPays),
          pounds(personPays),
        ]),
        [1, 2],
      ),
      ...table(
        'What we know will change',
        ['From', 'Why', 'You pay each week'],
        (charge.later ?? []).map(({ from, why, personPays }) => [day(from), why, pounds(personPays)]),
        [2],
      ),
      ...section(
        'Why we do or do not count what you gave away',
        (answers.givenAway ?? []).flatMap(({ what, reasons: why }) => text(why && `${what}: ${why}`)),
      ),
      ...section('Why we do or do not count your home', text(answers.homeDiscretionReasons)),
      heading('How we worked it out'),
      ...working('Your income and what you keep', charge.working),
      ...working('Your savings and what you own', charge.capitalWorking),
      ...text('Ask us if you want to know which rule a line rests on.'),
      ...text('Tell us at once if your money changes. We then work it out again.'),
      ...challenge(words),
    ],
  };
};
