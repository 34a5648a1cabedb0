import type { PaymentRoute, PlanDraft, PlanState } from '../../schemas/plan.ts';
import type { PlanRecord } from '../../schemas/records.ts';
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
  yesNo,
} from './document.ts';
import { adultOutcomeWords, carerOutcomeWords, wellbeingWords } from './outcome-words.ts';

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

const words: Readonly<Record<string, string>> = { ...carerOutcomeWords, ...adultOutcomeWords };
const needBlocks = (need: PlanDraft['needs'][number], index: number): Block[] => [
  heading(`Need ${index + 1}: ${need.need}`, 3),
  ...list([
    `What it is about: ${words[need.outcome] ?? 'Your health as a carer'}`,
    `Meets the eligibility criteria: ${yesNo(need.eligible).toLowerCase()}`,
    need.councilMeets ? 'The council meets it' : `The council does not meet it: ${need.whyNotMet ?? 'no reason given'}`,
    `What you want: ${need.outcomeWanted}`,
    `How it is met: ${need.howMet} (${said({}, need.supportType).toLowerCase()})`,
    ...(need.provider ? [`By: ${need.provider}`] : []),
    `When: ${need.when}`,
    ...need.wellbeingAreas.map((area) => `Helps with: ${wellbeingWords[area]}`),
  ]),
];

const spendLine = ({ need, provider = '', weeklyCost, oneOffCost }: PlanDraft['needs'][number]) => [
  need,
  provider,
  pounds(weeklyCost),
  oneOffCost === undefined ? '' : pounds(oneOffCost),
];

const routeLine = (route: PaymentRoute): string => {
  const weekly = `${pounds(route.weekly)} a week`;
  switch (route.route) {
    case 'direct-payment':
      return `Direct payment: ${weekly}, paid as ${pounds(route.amountEachTime)} ${said({ 'every-four-weeks': 'every 4 weeks' }, route.frequency).toLowerCase()} to ${route.recipientName}. It meets ${route.needs.length === 1 ? 'need' : 'needs'} ${route.needs.join(', ')}`;
    case 'council-managed':
      return `Arranged by the council: ${weekly}`;
    case 'individual-service-fund':
      return `Held for you by ${route.heldBy}: ${weekly}`;
  }
};

const budgetLines = ({ budget }: PlanDraft): string[][] => [
  ['What your support costs', pounds(budget.cost)],
  ['You pay', budget.personPays === undefined ? 'Not worked out yet' : pounds(budget.personPays)],
  ['The council pays', budget.councilPays === undefined ? 'Not worked out yet' : pounds(budget.councilPays)],
  ...budget.otherPublicMoney.map(({ source, detail, weekly }) => [
    `Beside it, from ${source}: ${detail}`,
    pounds(weekly),
  ]),
];

const checkBlocks = ({ check }: PlanRecord): Block[] =>
  check === undefined
    ? []
    : [
        heading('Our checks of this plan'),
        ...list(
          (['affordable', 'lawful', 'effective'] as const).map(
            (name) => `${capital(name)}: ${yesNo(check[name].met)}. ${check[name].reason}`,
          ),
        ),
      ];

/** One version of the plan, with exactly what the budget is spent on. Care Act 2014 sections 25 and 26; a copy is given (25(9)). */
export const planCopy = (plan: PlanRecord, { madeOn, ...head }: CopyHead): Copy => {
  const { draft } = plan;
  return {
    ...head,
    title: `Your ${draft.about === 'carer' ? 'support plan' : 'care and support plan'}, version ${plan.number}`,
    facts: [
      { label: 'Where it stands', value: planStates[plan.state] },
      { label: 'Written', value: day(madeOn) },
      ...(plan.signed ? [{ label: 'Agreed', value: `${day(plan.signed.on)}, signed by ${plan.signed.by}` }] : []),
    ],
    blocks: [
      ...section('What matters to you', text(draft.preferences)),
      ...section('What you can do yourself', text(draft.strengths)),
      ...section('Support that is there already', text(draft.supportInPlace)),
      heading('Your needs and how they are met'),
      ...draft.needs.flatMap(needBlocks),
      ...section(
        'Risks',
        draft.risks.flatMap(({ risk, whatWeAgreed }) => [...text(`${risk}: ${whatWeAgreed}`)]),
      ),
      ...section('If something changes suddenly', text(draft.contingency)),
      heading('Your personal budget'),
      ...table(
        `Each week${draft.budget.stage === 'estimated' ? ' (estimated)' : ''}`,
        ['What', 'Amount'],
        budgetLines(draft),
        [1],
      ),
      ...table('How the budget is spent', ['Need', 'By', 'Each week', 'Once'], draft.needs.map(spendLine), [2, 3]),
      ...section('How the budget is held', list(draft.paymentRoutes.map(routeLine))),
      heading('Advice'),
      ...section('What can meet or reduce your needs', text(draft.advice.meetOrReduce), 3),
      ...section('What can prevent or delay needs', text(draft.advice.preventOrDelay), 3),
      ...list(draft.advice.links.map(({ title, url }) => `${title}: ${url}`)),
      ...section(
        'Who was asked',
        list(
          draft.consulted.map(
            ({ name, role, view }) => `${name} (${said({}, role).toLowerCase()})${view ? `: ${view}` : ''}`,
          ),
        ),
      ),
      ...checkBlocks(plan),
      ...section('Changes asked for', text(plan.changesAsked)),
    ],
  };
};
