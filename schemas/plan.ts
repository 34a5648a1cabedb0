/**
 * What crosses a boundary about a care and support plan (adult) or a support plan (carer): the draft, the three checks, the
 * answer of each side, and the record of a review. Section numbers without a name are the Care Act 2014.
 *
 * Amounts are whole pence a week unless the name says otherwise. Longer than most files because staff tasks and forms read all of
 * it from one place.
 */
import * as z from 'zod';
import { adultOutcomeCode, carerOutcomeCode, wellbeingArea, writtenAdvice } from './eligibility.ts';
import { amountOf, dateOf, group, listOf, oneOf, writtenText } from './posted-fields.ts';
import { supportKinds } from './support-kinds.ts';

/**
 * Where a version of a plan stands. Not in the Act: the Act wants agreement sought (s.25(5)), a copy given and reviews (s.27).
 *
 * `superseded` is an earlier version that a later agreed one replaced; `ended` is a plan whose support stopped or that was
 * never agreed.
 */
export const planState = z.enum(['draft', 'submitted', 'changes-requested', 'agreed', 'active', 'superseded', 'ended']);
export type PlanState = z.infer<typeof planState>;

/** The kinds of support that a need may be met by, from advice to arranged services. s.8(1) gives examples, not a full list. */
export const supportType = oneOf(supportKinds, 'Choose how the need will be met');
export type SupportType = z.infer<typeof supportType>;

/** One need with how it is met, by whom, when and at what cost. s.25(1)(a) to (d). */
export const planNeed = group('the need', {
  need: writtenText('the need'),
  outcome: z.union([adultOutcomeCode, carerOutcomeCode, z.literal('carer-health')], {
    error: 'Choose the outcome that the need relates to',
  }),
  eligible: z.boolean({ error: 'Say whether the need meets the eligibility criteria' }),
  councilMeets: z.boolean({ error: 'Say whether the council will meet the need' }),
  whyNotMet: writtenText('why the council will not meet the need').optional(),
  supportType,
  howMet: writtenText('how the need will be met'),
  provider: writtenText('who will provide the support', 200).optional(),
  when: writtenText('when the support is given', 200),
  weeklyCost: amountOf('the weekly cost'),
  oneOffCost: amountOf('the one-off cost').optional(),
  outcomeWanted: writtenText('the outcome that the person wants'),
  wellbeingAreas: listOf('the areas of well-being', wellbeingArea),
});
export type PlanNeed = z.infer<typeof planNeed>;

/** A risk and what was agreed about it; a person may choose to take a risk. */
export const planRisk = group('the risk', {
  risk: writtenText('the risk'),
  whatWeAgreed: writtenText('what was agreed about the risk'),
});

/** Public money besides the council's that helps to meet the needs. s.26(3). */
export const otherPublicMoney = group('the other public money', {
  source: oneOf(
    ['health', 'housing', 'education', 'employment', 'other'],
    'Choose where the other public money is from',
  ),
  detail: writtenText('what the other public money is for', 200),
  weekly: amountOf('the weekly amount of other public money'),
});

const otherMoney = listOf('other public money', otherPublicMoney).default([]);

/** How the person's share reaches the council: paid to it (payments are gross), or taken off the direct payment (net). */
const contributionPaid = oneOf(
  ['to-council', 'taken-off-direct-payment'],
  'Choose how the person pays their contribution',
).default('to-council');

/**
 * The personal budget, in pence a week: `cost` to the council of meeting the needs, of which `personPays` after the financial
 * assessment and `councilPays` the rest. s.26(1). Other public money is listed beside it and is no part of the sum (s.26(3)).
 *
 * An estimate may come before the financial assessment, so its shares may be left out; a final budget has both.
 */
export const personalBudget = z.discriminatedUnion(
  'stage',
  [
    z.object({
      stage: z.literal('estimated'),
      cost: amountOf('the cost of meeting the needs'),
      personPays: amountOf('what the person pays').optional(),
      councilPays: amountOf('what the council pays').optional(),
      otherPublicMoney: otherMoney,
      contributionPaid,
    }),
    z.object({
      stage: z.literal('final'),
      cost: amountOf('the cost of meeting the needs'),
      personPays: amountOf('what the person pays'),
      councilPays: amountOf('what the council pays'),
      otherPublicMoney: otherMoney,
      contributionPaid,
    }),
  ],
  { error: 'Choose whether the budget is estimated or final' },
);
export type PersonalBudget = z.infer<typeof personalBudget>;

/**
 * One way in which part of the budget is held; several make a combination, and their amounts add up to what is paid.
 *
 * `individual-service-fund` is held by a provider or another third party for the person.
 */
export const paymentRoute = z.discriminatedUnion(
  'route',
  [
    z.object({
      route: z.literal('direct-payment'),
      weekly: amountOf('the weekly direct payment'),
      needs: listOf(
        'the numbers of the needs',
        z.int({ error: 'Give the number of the need' }).positive({ error: 'Needs are numbered from 1' }),
      ).min(1, { error: 'Say which needs the direct payment meets' }),
      frequency: oneOf(['weekly', 'every-four-weeks', 'monthly', 'once'], 'Choose how often the payment is made'),
      amountEachTime: amountOf('the amount of each direct payment'),
      paidTo: oneOf(['person', 'nominee', 'authorised-person'], 'Choose who receives the direct payment'),
      recipientName: writtenText('the name of who receives the direct payment', 200),
    }),
    z.object({ route: z.literal('council-managed'), weekly: amountOf('the weekly amount that the council manages') }),
    z.object({
      route: z.literal('individual-service-fund'),
      weekly: amountOf('the weekly amount that the third party holds'),
      heldBy: writtenText('who holds the money', 200),
    }),
  ],
  { error: 'Choose how this part of the budget is held' },
);
export type PaymentRoute = z.infer<typeof paymentRoute>;

/** Someone who was asked while the plan was made. s.25(3) and (4). */
export const personConsulted = group('the person consulted', {
  name: writtenText('the name of the person consulted', 200),
  role: oneOf(
    ['person', 'carer', 'cared-for-adult', 'family-or-friend', 'advocate', 'professional', 'provider', 'other'],
    'Choose the role of the person consulted',
  ),
  askedForBy: oneOf(
    ['law', 'person', 'interested-in-welfare'],
    'Choose why this person was involved: the law, the person asked, or their interest in the welfare of the person',
  ),
  view: writtenText('what they said').optional(),
});

/**
 * What the staff task "draft plan" posts. Contents of s.25(1) and (2); how much detail is for the person and the needs to say
 * (s.25(6), from memory of the Act; to be checked), so nothing here has a least length.
 */
export const planDraft = group('the plan', {
  about: oneOf(['adult', 'carer'], 'Choose whether the plan is for an adult or a carer'),
  writtenBy: oneOf(['council', 'person', 'person-with-help', 'someone-for-person'], 'Choose who wrote the plan'),
  bestInterests: writtenText("how the council knows that the writer acted in the person's best interests").optional(),
  needs: listOf('the needs', planNeed).min(1, { error: 'Add at least one need' }),
  preferences: writtenText('what matters to the person and how they want to be supported'),
  strengths: writtenText('what the person can do themselves').optional(),
  supportInPlace: writtenText('the support already in place').optional(),
  risks: listOf('the risks', planRisk),
  contingency: writtenText('what happens on a sudden change or in an emergency'),
  advice: writtenAdvice,
  budget: personalBudget,
  paymentRoutes: listOf('the ways of holding the budget', paymentRoute),
  consulted: listOf('the people consulted', personConsulted),
});
export type PlanDraft = z.infer<typeof planDraft>;

const check = (question: string) =>
  group(`the answer to "${question}"`, {
    met: z.boolean({ error: `Answer yes or no: ${question}` }),
    reason: writtenText(`the reason for the answer to "${question}"`),
  });

/** What the staff task "check plan" posts: affordable, lawful and effective, each with its reason (Cambridgeshire's checks). */
export const planCheck = group('the three checks', {
  affordable: check('is the plan within the budget?'),
  lawful: check('is every use of the money legal?'),
  effective: check('does the plan achieve the assessed outcomes?'),
});
export type PlanCheck = z.infer<typeof planCheck>;

/** What one side says to a submitted plan; the council too can ask for changes. s.25(5): all reasonable steps to agree. */
export const planAnswer = z.discriminatedUnion(
  'answer',
  [
    z.object({
      answer: z.literal('agreed'),
      signedBy: writtenText('the name of who signs', 200),
      signedOn: dateOf('the day of signing'),
    }),
    z.object({ answer: z.literal('changes-asked'), what: writtenText('what should change') }),
    z.object({ answer: z.literal('not-agreed'), why: writtenText('why the plan is not agreed') }),
  ],
  { error: 'Choose whether the plan is agreed, needs changes or is not agreed' },
);
export type PlanAnswer = z.infer<typeof planAnswer>;

const satisfaction = oneOf(
  ['satisfied', 'not-satisfied', 'not-asked', 'none'],
  'Choose whether they are satisfied; "none" when there is no such person',
);

const signature = group('who signs and when', {
  name: writtenText('the name of who signs', 200),
  signedOn: dateOf('the day of signing'),
});

/** The seven questions that Staffordshire asks at every review, which mirror statutory guidance 13.12. */
export const reviewQuestions = group('the seven answers', {
  changedCircumstances: writtenText('whether circumstances or needs have changed'),
  worksAndDoesNot: writtenText('what works, what does not and what must change'),
  outcomesAchieved: writtenText('whether the outcomes are achieved'),
  improvements: writtenText('what could be improved'),
  budgetEnough: writtenText('whether the budget is enough for the needs and outcomes'),
  networkChanges: writtenText('what changed in the informal and community network, good or bad'),
  satisfied: group('who is satisfied', { person: satisfaction, carer: satisfaction, advocate: satisfaction }),
});

/** What happened to the support, in the words of Hackney's review form; the detail beside the outcome. */
export const reviewDetail = oneOf(
  [
    'no-change',
    'increased',
    'decreased',
    'suspended',
    'ended',
    'to-nursing-home',
    'to-residential-home',
    'to-community',
    'short-term-support',
    'reassessment',
  ],
  'Choose what happened to the support',
);

/** Where the review leads: nothing changes, the plan is revised, needs are assessed again, or support ends. s.27. */
export const reviewOutcome = oneOf(['no-change', 'revise', 'reassess', 'end'], 'Choose the outcome of the review');
export type ReviewOutcome = z.infer<typeof reviewOutcome>;

/** The details that go with each outcome; a reassessment under s.27(4) is never hidden in a revision. */
const detailsOf: Readonly<Record<ReviewOutcome, readonly z.infer<typeof reviewDetail>[]>> = {
  'no-change': ['no-change'],
  revise: [
    'increased',
    'decreased',
    'suspended',
    'to-nursing-home',
    'to-residential-home',
    'to-community',
    'short-term-support',
  ],
  reassess: ['reassessment'],
  end: ['ended'],
};

/**
 * What the staff task "record review" posts. Both sides sign (Cambridgeshire), and changes come with their timescale.
 *
 * A review is no tool to cut the budget: a decrease is taken only with the reassessed change that it rests on (councils' published
 * procedures on s.27; s.27(4) wants the reassessment).
 */
export const reviewRecord = group('the review', {
  heldOn: dateOf('the day of the review'),
  type: oneOf(['light-touch', 'planned', 'unplanned', 'requested'], 'Choose the type of review'),
  method: oneOf(['home', 'phone', 'video', 'office', 'care-setting', 'other'], 'Choose how the review was held'),
  attended: listOf('who took part', writtenText('the name of who took part', 200)).min(1, {
    error: 'Add who took part',
  }),
  questions: reviewQuestions,
  technologyConsidered: writtenText('what technology or other cheaper support was considered').optional(),
  moneyChanged: z.boolean({ error: "Say whether the person's ability to pay has changed" }),
  outcome: reviewOutcome,
  details: listOf('what happened to the support', reviewDetail).min(1, {
    error: 'Choose what happened to the support',
  }),
  reassessedChange: writtenText('the change of need or circumstances that a reassessment showed').optional(),
  changes: listOf(
    'the changes',
    group('the change', { what: writtenText('what changes'), by: dateOf('the day by which it happens') }),
  ),
  signatures: group('both signatures', { person: signature, council: signature }),
}).check((context) => {
  const { outcome, details, changes, reassessedChange } = context.value;
  const refuse = (path: string, message: string) =>
    context.issues.push({ code: 'custom', input: context.value, path: [path], message });
  for (const detail of details.filter((one) => !detailsOf[outcome].includes(one))) {
    refuse('details', `"${detail}" does not go with the outcome "${outcome}"`);
  }
  if (outcome === 'revise' && changes.length === 0) {
    refuse('changes', 'Add at least one change and the date by which it happens');
  }
  if (details.includes('decreased') && reassessedChange === undefined) {
    refuse(
      'reassessedChange',
      'Support may be decreased only when a reassessment showed a change of need or circumstances',
    );
  }
});
export type ReviewRecord = z.infer<typeof reviewRecord>;
