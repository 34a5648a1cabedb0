import { nextWorkingDay } from '../../domain/time/working-days.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { assessmentAnswers } from './assessment-answers.ts';
import { decisionAnswers } from './decision-answers.ts';
import { endingAnswers } from './ending-answers.ts';

const advice = {
  meetOrReduce: 'A grab rail by the bath and a perching stool in the kitchen.',
  preventOrDelay: 'The balance class at the community centre on Tuesdays.',
  links: [{ title: 'NHS: falls', address: 'https://www.nhs.uk/conditions/falls/' }],
};

const takingPart = { substantialDifficulty: ['none'] };
const noHarm = { harmSuspected: 'no' };

/** What an hour of home care costs in the example, in pence. */
const hourly = 3600;

/** What the person pays is left to the financial assessment, which comes before or after the plan as the council does it. */
const plan = (weekly: number) => ({
  about: 'adult',
  writtenBy: 'person-with-help',
  writtenWith: 'Her daughter Ada',
  ...takingPart,
  consulted: [
    { name: 'Rose Okafor', role: 'person', askedForBy: 'law' },
    { name: 'Ada Okafor', role: 'family-or-friend', askedForBy: 'person', view: 'Worried about the stairs' },
  ],
  strengths: 'Cooks her own lunch and manages her own money.',
  whatMatters: 'Her church on Sundays, her daughter, the radio in the morning.',
  howSupported: 'The same two care workers, who know that she likes the radio on.',
  howToSpend: 'On the morning visits. The council arranges them: she wants no accounts to keep.',
  supportInPlace: 'Her daughter visits on Sundays.',
  needs: [
    {
      need: 'Help to wash each morning',
      outcome: 'hygiene',
      eligible: 'yes',
      councilMeets: 'yes',
      supportType: 'home-care',
      howMet: 'A care worker visits each morning',
      provider: 'Example Home Care',
      when: 'Every day at 8:00 for 45 minutes',
      times: 7,
      minutes: Math.round((weekly / 7 / hourly) * 60),
      per: 'hour',
      rate: hourly,
      weeklyCost: weekly,
      outcomeWanted: 'To start the day clean and dressed',
      wellbeing: ['dignity', 'health'],
    },
    {
      need: 'Help with buttons and shoes',
      outcome: 'clothed',
      eligible: 'yes',
      councilMeets: 'yes',
      supportType: 'home-care',
      howMet: 'The care worker helps her to dress in the same visit',
      provider: 'Example Home Care',
      when: 'Every day in the visit at 8:00',
      weeklyCost: 0,
      outcomeWanted: 'To dress without pain',
      wellbeing: ['dignity'],
    },
  ],
  optionsConsidered: 'A bath seat and a perching stool were tried. They help, and are not enough.',
  risks: [{ risk: 'Falling on the stairs', agreed: 'A second banister rail. She keeps going upstairs by herself.' }],
  contingency:
    'If the care worker cannot come, the agency sends another. Her daughter is called if nobody answers the door.',
  ...noHarm,
  adviceMeetOrReduce: advice.meetOrReduce,
  advicePreventOrDelay: advice.preventOrDelay,
  adviceLinks: advice.links,
  budgetStage: 'estimated',
  budgetCost: weekly,
  paymentRoutes: ['council-managed'],
  managedWeekly: weekly,
  shareConsents: [{ who: 'Her daughter Ada', may: 'yes', basis: 'consent' }],
});

const review = (today: string, type: string, change: string, rest: object) => ({
  type,
  heldOn: today,
  method: 'face-to-face',
  place: 'home',
  people: [
    { name: 'Rose Okafor', role: 'The person', attended: 'yes' },
    { name: 'Ada Okafor', role: 'Her daughter', attended: 'yes' },
  ],
  askedOthers: [
    { name: 'Example Home Care', who: 'provider', askedOn: today, said: 'She manages well in the mornings.' },
    { name: 'Ada Okafor', who: 'family', askedOn: today, said: 'Sundays are hard for her.' },
  ],
  ...takingPart,
  needsChanged: change === 'No change.' ? 'no' : 'yes',
  whatChanged: change,
  whatWorks: 'The morning visits work well.',
  outcomesAchieved: 'She is up and dressed by nine each day.',
  improvements: 'A later visit on Sundays.',
  budgetEnough: 'Yes.',
  networkChanges: 'Her daughter has moved nearer.',
  personSatisfied: 'yes',
  carerNow: 'as-before',
  carerSatisfied: 'none',
  advocateSatisfied: 'none',
  supportAppropriate: 'yes',
  directPayment: 'none',
  technologyConsidered: 'A key safe, which she has had fitted.',
  moneyChanged: 'no',
  ...noHarm,
  reasons: 'We went through the plan together.',
  personSigning: 'at-review',
  personSigns: 'Rose Okafor',
  personSignedOn: today,
  workerSigns: 'Key worker',
  workerSignedOn: today,
  ...rest,
});

/**
 * What staff post in the example: Rose Okafor, 77, who needs help to wash and dress. One good set of answers for each kind of
 * task, for the demo, the journey tests and the benchmark.
 *
 * @param today the day on which the work is done, `YYYY-MM-DD`
 */
export const staffAnswers = (today: string, ids: { assessorId?: string; keyWorkerId?: string } = {}) =>
  ({
    ...assessmentAnswers(today, ids),
    ...decisionAnswers(today),
    ...endingAnswers(today),
    'draft-plan': { ...plan(18_900), supportStartsOn: today },
    'check-plan': {
      affordable: 'yes',
      affordableWhy: 'The cost is the estimated budget.',
      lawful: 'yes',
      lawfulWhy: 'All of it is care at home.',
      effective: 'yes',
      effectiveWhy: 'It meets both eligible outcomes.',
      involved: 'yes',
      risksCovered: 'yes',
    },
    'agree-plan-for-council': {
      agreed: 'yes',
      why: 'It meets both eligible outcomes, and costs what was estimated.',
    },
    'agree-plan': { answer: 'agreed', signature: 'Rose Okafor', signedOn: today, signedAs: 'person' },
    'set-up-support': {
      startedOn: today,
      arrangements: ['council-managed'],
      providers: [{ name: 'Example Home Care', gives: 'A visit each morning', from: today }],
      toldOfCostOn: today,
      contributionHow: 'By a bill every four weeks, if there is something to pay. Ask the finance team about it.',
      topUp: 'no',
      continuingHealthcare: 'no',
      copiesGiven: [{ to: 'The person', how: 'By email', on: today }],
    },
    'review-direct-payment': { reviewedOn: today, howManaged: 'Her daughter keeps the accounts.', outcome: 'goes-on' },
    'review-top-up': { reviewedOn: today, howPaid: 'Paid each month. The price is the same.', outcome: 'goes-on' },
    'take-in-care': {
      whichCare: 'A sitter on Tuesday evenings. It meets her need not to be alone.',
      adultAgrees: 'yes',
      howAsked: 'She was asked by herself, at home.',
      planChanges: 'no',
    },
    'ask-short-term': {
      spokenOn: today,
      spokenWith: 'Rose Okafor',
      whatTheySaid: 'I feel surer each day.',
      progress: 'She washes her face and arms by herself.',
      changeNeeded: 'no',
      ...noHarm,
    },
    'check-support': {
      spokenOn: today,
      spokenWith: 'Rose Okafor',
      howItGoes: 'Going well.',
      asPlanned: 'yes',
      needsChanged: 'no',
      changeNeeded: 'no',
      ...noHarm,
    },
    'review-plan': review(today, 'planned', 'No change.', { outcome: 'no-change' }),
    'arrange-visit': {
      what: 'arranged',
      visitOn: nextWorkingDay(isoDate.parse(today)),
      startsAt: '14:30',
      how: 'face-to-face',
      place: 'Your home',
      whoComes: [{ name: 'Ada Okafor', role: 'Your daughter' }],
    },
    'settle-disagreement': {
      stepsTried: 'We went through the record with her, and with her daughter.',
      settled: 'agreed',
      answer: 'We have put the record right with you.',
    },
    'change-plan': {
      personContent: 'yes',
      contentHow: 'By phone, today',
      need: 1,
      newWhen: 'Every day at 9:00 for 45 minutes',
      less: 'no',
      changedFrom: today,
      reason: 'She wants to sleep longer.',
      providerTold: 'Example Home Care',
      providerToldOn: today,
    },
    'contact-another-way': {
      reached: 'yes',
      by: 'phone',
      on: today,
      whatWasDone: 'Rang her and posted the letter. Ring her from now on.',
    },
    'explain-delay': {
      cause: 'more-urgent',
      why: 'Others needed us more urgently this month.',
      newDay: today,
      safeToWait: 'yes',
    },
    'put-complaint-right': { isDone: 'yes', whatWasDone: 'The agency now sends the same two care workers.' },
    'send-copy': { sent: 'yes', by: 'post', inFormat: ['ordinary'], on: today, to: 'Rose Okafor' },
    'decide-contact': {
      decision: 'helper-acts',
      helperMayAct: 'agrees',
      reasons: 'Rang her. She is glad of the help and wants her daughter to be told.',
      ...noHarm,
    },
    'restart-workflow': { whatWasDone: 'The fault was mended. Restarted.' },
    'decide-review-request': {
      decision: 'review',
      urgency: 'standard',
      reasons: 'Her sight is worse, which changes what she needs.',
      moneyAffected: 'no',
      toldOn: today,
    },
    'answer-query': { answer: 'The estimate covers five hours and a quarter of care a week.', decisionStands: 'yes' },
    'acknowledge-complaint': {
      acknowledgedOn: today,
      talkOffered: 'yes',
      handledBy: 'Customer Relations',
      late: 'no',
    },
    'answer-complaint': {
      outcome: 'upheld',
      considered: 'We spoke with her and read the visit records.',
      findings: 'Three visits were late.',
      remedy: 'The agency has changed the round. We are sorry.',
      signedBy: 'Director of Adult Social Care',
    },
    'look-at-change': {
      whatWasDone: 'Rang her.',
      answer: 'Thank you. We have changed our records.',
      moneyChanged: 'no',
      ...noHarm,
    },
    'arrange-deferred-payment': {
      deferralOutcome: 'agreed',
      giltRate: 460,
      interestRate: 475,
      administrationCost: 45_000,
      costsPaid: 'added',
      toldCostsOn: today,
      firstCharge: 'yes',
      coOwners: 'none',
      insured: 'yes',
      signedAs: 'person',
      signedOn: today,
    },
    'review-deferred-payment': {
      deferralState: 'goes-on',
      debtNow: 2_000_000,
      homeValue: 24_000_000,
      priorCharges: 2_000_000,
      deferredWeekly: 88_400,
      interestRate: 475,
    },
    'find-person': { found: 'no', whereLooked: 'Looked for the name and the address. Nobody is known by them.' },
    'look-at-money': {
      whatWasDone: 'Compared with the last assessment.',
      answer: 'Your charge stays the same.',
      assessAgain: 'no',
    },
  }) satisfies Record<TaskKind, object>;

/** The person asks for a change to a plan. */
export const asksForChange = {
  answer: 'changes-asked',
  whatChanges: 'A later visit on Sundays, so that she can sleep in.',
  budgetHeld: 'as-planned',
};

/** A review that revises the plan. */
export const revisingReview = (today: string) =>
  review(today, 'planned', 'Washing has become harder.', {
    outcome: 'revise',
    details: ['increased'],
    assessedAgain: 'Washing and dressing, with her and her daughter: she needs help in the evening as well.',
    changes: [{ what: 'An evening visit as well', by: today }],
  });

/** The plan after that review: an evening visit as well. */
export const revisedPlan = (today: string) => ({ ...plan(31_500), supportStartsOn: today });
