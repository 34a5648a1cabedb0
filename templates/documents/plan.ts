import { kindsOfSupport } from '../../schemas/forms/fragments/plan-words.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { PlanChecks } from '../../schemas/forms/plan-checks.ts';
import type { PlanState } from '../../schemas/plan.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { AnswerInWords } from './correspondence.ts';
import {
  type Block,
  type Copy,
  type CopyHead,
  capital,
  day,
  heading,
  list,
  pounds,
  said,
  section,
  table,
  text,
} from './document.ts';
import { adultOutcomeWords, carerOutcomeWords, wellbeingWords } from './outcome-words.ts';
import { sharesBlock } from './shares.ts';

/** Where a version stands, for the person. */
const planStates: Readonly<Record<PlanState, string>> = {
  draft: 'Being written',
  submitted: 'Waiting to be agreed',
  'changes-requested': 'Changes were asked for',
  agreed: 'Agreed',
  active: 'In force now',
  superseded: 'A later plan has taken its place',
  ended: 'Ended, or never agreed',
};

/** What a plan gives less of than the one before it, for each outcome: what there was and what there is, in words. */
export type LessInWords = { readonly outcome: string; readonly was: string; readonly now: string };

const words: Readonly<Record<string, string>> = { ...carerOutcomeWords, ...adultOutcomeWords };
/** The kinds of support, as a person reads them within a sentence. */
const supportWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kindsOfSupport.map(([kind, words]) => [kind, words.toLowerCase()])),
  'own-strengths': 'what you can do',
  // A scheme has its name.
  'shared-lives': 'Shared Lives',
};
type Need = PlanAnswers['needs'][number];

const needBlocks = (need: Need, index: number): Block[] => [
  heading(`Need ${index + 1}: ${need.need}`, 3),
  ...list([
    `What it is about: ${words[need.outcome] ?? 'Your health as a carer'}`,
    `Meets the eligibility criteria: ${need.eligible}`,
    need.councilMeets === 'yes'
      ? 'The council meets it'
      : `The council does not meet it: ${need.whyNotMet ?? 'no reason given'}`,
    `What you want: ${need.outcomeWanted}`,
    `How it is met: ${need.howMet} (${said(supportWords, need.supportType)})`,
    ...(need.provider ? [`By: ${need.provider}`] : []),
    `When: ${need.when}`,
    ...(need.wellbeing ?? []).map((area) => `Helps with: ${wellbeingWords[area]}`),
  ]),
];

const spendLine = ({ need, provider = '', weeklyCost, oneOffCost }: Need) => [
  need,
  provider,
  pounds(weeklyCost),
  oneOffCost === undefined ? '' : pounds(oneOffCost),
];

const everyFew: Readonly<Record<string, string>> = {
  weekly: 'weekly',
  'every-four-weeks': 'every 4 weeks',
  monthly: 'monthly',
  once: 'once',
};

const heldLines = ({ directPayments = [], managedWeekly, fundWeekly, fundHeldBy }: PlanAnswers): string[] => [
  ...directPayments.map(
    (payment) =>
      `Direct payment: ${pounds(payment.weekly)} a week, paid as ${pounds(payment.amountEachTime)} ${said(everyFew, payment.every)} to ${payment.recipientName}. It is for these needs: ${payment.needs}`,
  ),
  ...(managedWeekly === undefined ? [] : [`Arranged by the council: ${pounds(managedWeekly)} a week`]),
  ...(fundWeekly === undefined ? [] : [`Held for you by ${fundHeldBy}: ${pounds(fundWeekly)} a week`]),
];

/** How the person pays their part, where they pay one: to the council, or as less direct payment. */
const contributionLines = (
  { budget }: PlanRecord,
  { budgetPerson = 0, paymentRoutes, contributionPaid }: PlanAnswers,
): string[] => {
  if ((budget?.person ?? budgetPerson) === 0 || paymentRoutes.includes('none')) return [];
  return contributionPaid === 'taken-off-direct-payment'
    ? ['What you pay is taken off the direct payment.']
    : ['You pay your part to the council.'];
};

const otherSources: Readonly<Record<NonNullable<PlanAnswers['otherPublicMoney']>[number]['source'], string>> = {
  health: 'The NHS',
  housing: 'Housing',
  education: 'Education',
  employment: 'Employment',
  other: 'Somewhere else',
};

/** What the plan says of the budget, and what was fixed since: once there are both a plan and a financial assessment it is final. */
const budgetBlocks = ({ budget, state }: PlanRecord, answers: PlanAnswers): Block[] => {
  const isFinal = budget !== undefined || answers.budgetStage === 'final';
  const [cost, person, council] = budget
    ? [budget.cost, budget.person, budget.council]
    : [answers.budgetCost, answers.budgetPerson, answers.budgetCouncil];
  return [
    heading(isFinal ? 'Your personal budget' : 'Your estimated budget'),
    ...(budget && state !== 'submitted' ? text(`Fixed on ${day(budget.fixedOn)}.`) : []),
    sharesBlock(
      `Each week${isFinal ? '' : ' (estimated)'}`,
      'What your support costs',
      [
        { label: 'You pay', payer: 'person', pence: person },
        { label: 'The council pays', payer: 'council', pence: council },
      ],
      cost,
    ),
    ...table(
      'Other public money beside it, each week',
      ['From', 'Amount'],
      (answers.otherPublicMoney ?? []).map(({ source, detail, weekly }) => [
        `${otherSources[source]}: ${detail}`,
        pounds(weekly),
      ]),
      [1],
    ),
    ...section('Why it is not the estimate', text(answers.estimateDiffersWhy), 3),
  ];
};

/** What gets less, old beside new, with why, how it is met now, and from when. LGSCO, Dudley 25 000 854. */
const lessBlocks = (
  { lessReasons = [], lessView, lessToldOn, supportStartsOn }: PlanAnswers,
  less: readonly LessInWords[],
): Block[] =>
  less.length === 0
    ? []
    : [
        heading('What gets less'),
        ...text(
          `From ${day(supportStartsOn)} there is less than in your plan until then.${lessToldOn ? ` We told you on ${day(lessToldOn)}.` : ''}`,
        ),
        ...table(
          'Each week',
          ['What it is about', 'Until then', 'From then'],
          less.map(({ outcome, was, now }) => [words[outcome] ?? 'Your health as a carer', was, now]),
        ),
        ...lessReasons.flatMap(({ outcome, why, metNow }) =>
          section(
            words[outcome] ?? 'Your health as a carer',
            [...text(`Why: ${why}`), ...text(`How it is met now: ${metNow}`)],
            3,
          ),
        ),
        ...section('What you said to it', text(lessView), 3),
      ];

const checkBlocks = (checks: PlanChecks | undefined): Block[] =>
  checks === undefined
    ? []
    : [
        heading('Our checks of this plan'),
        ...list([
          ...(['affordable', 'lawful', 'effective'] as const).map(
            (name) => `${capital(name)}: ${capital(checks[name])}. ${checks[`${name}Why`]}`,
          ),
          `You were involved as you wished: ${checks.involved}`,
          `Risks and sudden changes are covered: ${checks.risksCovered}`,
        ]),
      ];

const authors: Readonly<Record<PlanAnswers['writtenBy'], string>> = {
  person: 'You',
  'person-with-help': 'You, with help',
  'someone-for-person': 'Someone for you',
  council: 'The council, with you',
};

const careToAdult = ({ careToAdult: given, adultAgrees }: PlanAnswers): string[] =>
  given === 'yes'
    ? [
        `Some of it is care for the person you look after. They agree to it: ${said({}, adultAgrees ?? 'not-asked').toLowerCase()}`,
      ]
    : [];

const combinedWith = ({ about, combined }: PlanAnswers): string[] =>
  combined === 'yes'
    ? [`This plan goes together with the plan of ${about === 'carer' ? 'the person you look after' : 'your carer'}.`]
    : [];

/** One version of the plan, with exactly what the budget is spent on. Care Act 2014 sections 25 and 26; a copy is given (25(9)). */
export const planCopy = (
  plan: PlanRecord,
  answers: PlanAnswers,
  checks: PlanChecks | undefined,
  added: readonly AnswerInWords[],
  { madeOn, ...head }: CopyHead,
  less: readonly LessInWords[] = [],
): Copy => ({
  ...head,
  title: `Your ${answers.about === 'carer' ? 'support plan' : 'care and support plan'}, version ${plan.number}`,
  facts: [
    { label: 'Where it stands', value: planStates[plan.state] },
    { label: 'Written', value: day(madeOn) },
    {
      label: 'Who wrote it',
      value: `${authors[answers.writtenBy]}${answers.writtenWith ? `: ${answers.writtenWith}` : ''}`,
    },
    ...(answers.bestInterests === 'yes'
      ? [{ label: 'Written in your best interests', value: 'Yes. We have made sure of it' }]
      : []),
    ...(plan.writers ?? []).map(({ name, as, parts }) => ({
      label: as === 'person' ? 'You wrote in it' : `${name} wrote in it`,
      value: parts.join(', '),
    })),
    ...(plan.signed ? [{ label: 'Agreed', value: `${day(plan.signed.on)}, signed by ${plan.signed.by}` }] : []),
    { label: 'Support starts', value: day(answers.supportStartsOn) },
    ...(answers.firstReviewOn ? [{ label: 'First review', value: day(answers.firstReviewOn) }] : []),
  ],
  blocks: [
    ...section('What matters to you', text(answers.whatMatters)),
    ...section('How you want to be supported', text(answers.howSupported)),
    ...section('How you want to spend your budget', text(answers.howToSpend)),
    ...section('What you can do yourself', text(answers.strengths)),
    ...section('Support that is there already', text(answers.supportInPlace)),
    heading('Your needs and how they are met'),
    ...answers.needs.flatMap(needBlocks),
    ...list([...careToAdult(answers), ...combinedWith(answers)]),
    ...section('Other ways that we talked through', text(answers.optionsConsidered)),
    ...section(
      'Risks',
      (answers.risks ?? []).flatMap(({ risk, agreed }) => text(`${risk}: ${agreed}`)),
    ),
    ...section('If something changes suddenly', text(answers.contingency)),
    ...lessBlocks(answers, less),
    ...budgetBlocks(plan, answers),
    ...table('How the budget is spent', ['Need', 'By', 'Each week', 'Once'], answers.needs.map(spendLine), [2, 3]),
    ...section('How the budget is held', [
      ...list([...heldLines(answers), ...contributionLines(plan, answers)]),
      ...text(answers.waysTalkedThrough && `What we said about the ways to hold it: ${answers.waysTalkedThrough}`),
    ]),
    heading('Advice'),
    ...section('What can meet or reduce your needs', text(answers.adviceMeetOrReduce), 3),
    ...section('What can prevent or delay needs', text(answers.advicePreventOrDelay), 3),
    ...list((answers.adviceLinks ?? []).map(({ title, address }) => `${title}: ${address}`)),
    ...section(
      'Who was asked',
      list(
        answers.consulted.map(
          ({ name, role, view }) => `${name} (${said({}, role).toLowerCase()})${view ? `: ${view}` : ''}`,
        ),
      ),
    ),
    ...section(
      'Who may have a copy',
      list((answers.shareConsents ?? []).map(({ who, may, what }) => `${who}: ${may}${what ? `, ${what}` : ''}`)),
    ),
    ...added.flatMap(({ name, lines }) => section(name, text(lines.join('\n')))),
    ...checkBlocks(checks),
    ...section('Changes asked for', text(plan.changesAsked)),
  ],
});
