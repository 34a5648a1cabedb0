import type { TaskKind } from '../../schemas/task.ts';
import { assessmentAnswers } from './assessment-answers.ts';
import { decisionAnswers } from './decision-answers.ts';

const advice = {
  meetOrReduce: 'A grab rail by the bath and a perching stool in the kitchen.',
  preventOrDelay: 'The balance class at the community centre on Tuesdays.',
  links: [{ title: 'NHS: falls', url: 'https://www.nhs.uk/conditions/falls/' }],
};

const plan = (weekly: number, pays: number) => ({
  about: 'adult',
  writtenBy: 'person-with-help',
  needs: [
    {
      need: 'Help to wash and dress each morning',
      outcome: 'hygiene',
      eligible: true,
      councilMeets: true,
      supportType: 'home-care',
      howMet: 'A care worker visits each morning',
      provider: 'Example Home Care',
      when: 'Every day at 8:00 for 45 minutes',
      weeklyCost: weekly,
      outcomeWanted: 'To start the day clean and dressed',
      wellbeingAreas: ['dignity', 'health'],
    },
  ],
  preferences: 'The same two care workers, who know that she likes the radio on.',
  strengths: 'Cooks her own lunch and manages her own money.',
  supportInPlace: 'Her daughter visits on Sundays.',
  risks: [
    { risk: 'Falling on the stairs', whatWeAgreed: 'A second banister rail. She keeps going upstairs by herself.' },
  ],
  contingency:
    'If the care worker cannot come, the agency sends another. Her daughter is called if nobody answers the door.',
  advice,
  budget: { stage: 'final', cost: weekly, personPays: pays, councilPays: weekly - pays, otherPublicMoney: [] },
  paymentRoutes: [{ route: 'council-managed', weekly }],
  consulted: [
    { name: 'Rose Okafor', role: 'person', askedForBy: 'law' },
    { name: 'Ada Okafor', role: 'family-or-friend', askedForBy: 'person', view: 'Worried about the stairs' },
  ],
});

const questions = (change: string) => ({
  changedCircumstances: change,
  worksAndDoesNot: 'The morning visits work well.',
  outcomesAchieved: 'She is up and dressed by nine each day.',
  improvements: 'A later visit on Sundays.',
  budgetEnough: 'Yes.',
  networkChanges: 'Her daughter has moved nearer.',
  satisfied: { person: 'satisfied', carer: 'none', advocate: 'none' },
});

const review = (today: string, type: string, rest: object) => ({
  heldOn: today,
  type,
  method: 'home',
  attended: ['Rose Okafor', 'Ada Okafor'],
  moneyChanged: false,
  changes: [],
  signatures: { person: { name: 'Rose Okafor', signedOn: today }, council: { name: 'Key worker', signedOn: today } },
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
    'draft-plan': plan(18_900, 4155),
    'check-plan': {
      affordable: { met: true, reason: 'The cost is the estimated budget.' },
      lawful: { met: true, reason: 'All of it is care at home.' },
      effective: { met: true, reason: 'It meets both eligible outcomes.' },
    },
    'agree-plan': { answer: 'agreed', signedBy: 'Rose Okafor', signedOn: today },
    'set-up-support': {
      startedOn: today,
      arrangement: 'council-managed',
      providers: ['Example Home Care'],
      continuingHealthcareReferred: false,
    },
    'check-support': { spokenOn: today, howItGoes: 'Going well.', changeNeeded: false },
    'review-plan': review(today, 'planned', {
      questions: questions('No change.'),
      outcome: 'no-change',
      details: ['no-change'],
    }),
    'contact-another-way': { whatWasDone: 'Rang her and posted the letter.' },
    'restart-workflow': { whatWasDone: 'The fault was mended. Restarted.' },
    'decide-review-request': { decision: 'review', reasons: 'Her sight is worse, which changes what she needs.' },
    'answer-query': { answer: 'The estimate covers five hours and a quarter of care a week.', decisionStands: true },
    'acknowledge-complaint': { acknowledgedOn: today, talkOffered: true, handledBy: 'Customer Relations' },
    'answer-complaint': {
      outcome: 'upheld',
      considered: 'We spoke with her and read the visit records.',
      findings: 'Three visits were late.',
      remedy: 'The agency has changed the round. We are sorry.',
      signedBy: 'Director of Adult Social Care',
    },
    'look-at-change': { whatWasDone: 'Rang her.', answer: 'Thank you. We have changed our records.' },
    'find-person': { found: 'no', whatWasDone: 'Looked for the name and the address. Nobody is known by them.' },
    'look-at-money': { whatWasDone: 'Compared with the last assessment.', answer: 'Your charge stays the same.' },
  }) satisfies Record<TaskKind, object>;

/** The person asks for a change to a plan. */
export const asksForChange = { answer: 'changes-asked', what: 'A later visit on Sundays, so that she can sleep in.' };

/** A review that revises the plan. */
export const revisingReview = (today: string) =>
  review(today, 'planned', {
    questions: questions('Washing has become harder.'),
    outcome: 'revise',
    details: ['increased'],
    changes: [{ what: 'An evening visit as well', by: today }],
  });

/** The plan after that review: an evening visit as well. */
export const revisedPlan = plan(31_500, 4155);
