import { addDays } from '../../domain/time/clock-time.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';
import { isoDate } from '../../schemas/scalars.ts';

type Found = {
  readonly meanings: readonly string[];
  readonly need: string;
  readonly view: string;
  readonly goal?: string;
};

/** One outcome as it was found, the worker's words with it where the person is unable to achieve it. */
const outcome = (key: string, found?: Found): Record<string, unknown> => ({
  [`${key}Applies`]: 'yes',
  [`${key}Meanings`]: found?.meanings ?? ['able'],
  [`${key}Fluctuates`]: 'no',
  ...(found && {
    [`${key}NeedAsIfNoCarer`]: found.need,
    [`${key}View`]: found.view,
    ...(found.goal && { [`${key}Goal`]: found.goal }),
  }),
});

const conduct = (today: string) => ({
  startedOn: today,
  completedOn: today,
  selfAssessmentWanted: 'no',
  method: 'home-visit',
  methodReason: 'She asked to be seen at home, where the difficulties are.',
  methodExplained: 'yes',
  informedBeforehand: 'yes',
  interpreter: 'not-needed',
  deafblind: 'no',
  joint: 'no',
  substantialDifficulty: ['none'],
  capacityDoubted: 'no',
  refusedPart: 'no',
  sharing: 'given',
});

const rosesOutcomes: Readonly<Record<string, Found>> = {
  hygiene: {
    meanings: ['a-assistance'],
    need: 'Cannot wash below the waist.',
    view: 'Seen in the bathroom: she cannot bend or grip.',
    goal: 'To start the day clean and dressed',
  },
  clothed: {
    meanings: ['a-assistance', 'b-pain'],
    need: 'Buttons and shoes hurt.',
    view: 'Both hands are swollen. Her GP’s letter says so too.',
  },
};

/** Every outcome of a list in its order; those that do not apply take one answer. */
const outcomes = (keys: readonly string[], without: readonly string[], found: Readonly<Record<string, Found>>) =>
  Object.assign(
    {},
    ...keys.map((key) => (without.includes(key) ? { [`${key}Applies`]: 'no' } : outcome(key, found[key]))),
  );

const adasOutcomes: Readonly<Record<string, Found>> = {
  recreation: {
    meanings: ['a-assistance'],
    need: 'She has not sung in her choir since March.',
    view: 'Somebody has to be with her mother in the evening.',
  },
};

/** What the assessor records of Rose: she cannot wash or dress without help. */
const rosesAssessment = (today: string) => ({
  ...conduct(today),
  tookPart: [
    { name: 'Rose Okafor', role: 'person' },
    { name: 'Ada Okafor', role: 'carer' },
  ],
  tenure: 'council-rent',
  homeSuitable: 'yes',
  hasCarer: 'yes',
  carers: [{ name: 'Ada Okafor', relationship: 'Daughter', whatTheyDo: 'Visits on Sundays and cooks', hoursAWeek: 6 }],
  carerViews: 'Ada worries about the stairs. She works full time and cannot do more.',
  carerAble: 'for-now',
  carerWilling: 'yes',
  carerOffered: 'declined',
  carerOfferedOn: today,
  carerNeedsAdvocate: 'no',
  childrenCaring: 'no',
  ...outcomes(
    activities.map(({ key }) => key),
    ['childCare'],
    rosesOutcomes,
  ),
  needs: 'Cannot wash or dress without help because of arthritis.',
  wellbeingAreas: ['dignity', 'health'],
  primarySupportReason: 'physical',
  outcomesWanted: 'To stay in her own home.',
  supportCouldHelp: 'A care worker each morning would let her stay.',
  strengths: 'Cooks her own lunch. Her daughter visits on Sundays.',
  telecare: 'declined',
  prevention: ['equipment', 'advice'],
  preventionDetail: 'A perching stool helps in the kitchen, but not with washing.',
  harmSuspected: 'no',
  healthConditions: 'Rheumatoid arthritis since 2019.',
  continuingHealthcare: 'no',
  section117: 'no',
  dischargePathway: 'none',
  toldAboutCharging: 'yes',
  chargingToldOn: today,
  benefitsCheck: 'not-wanted',
});

/** What the assessor records of Ada, who cares for her mother. */
const adasAssessment = (today: string) => ({
  ...conduct(today),
  tookPart: [{ name: 'Ada Okafor', role: 'carer' }],
  seenAlone: 'yes',
  caredFor: [
    { name: 'Rose Okafor', relationship: 'Mother', condition: 'Rheumatoid arthritis', agreesToSharing: 'yes' },
  ],
  paidOrVoluntary: 'no',
  caringTasks: ['cooking', 'washing', 'emotional'],
  necessaryCare: 'yes',
  caringHours: 20,
  caringTimes: 'day',
  canBeLeft: 'short-time',
  ableNow: 'yes',
  ableLater: 'no',
  willingNow: 'yes',
  willingLater: 'yes',
  feelsChoice: 'yes',
  willingDetail: 'She wants to keep cooking with her mother, and to have help with washing.',
  ifCannotGoOn: 'Nobody else could step in.',
  ...outcomes(
    carerActivities.map(({ key }) => key),
    ['child', 'others'],
    adasOutcomes,
  ),
  healthProblems: ['sleep'],
  carerHealth: 'at-risk',
  carerHealthDetail: 'She sleeps five hours a night. Her GP knows.',
  impact: 'She has no evening to herself.',
  wellbeingAreas: ['health', 'participation'],
  outcomesWanted: 'To sing in her choir again.',
  supportCouldHelp: 'A sitter on Thursday evenings.',
  working: 'does-hard',
  learning: 'no-wish',
  recreation: 'wants',
  breaks: 'never',
  supportWanted: ['groups'],
  emergencyPlan: 'want',
  adultAgreesToHelp: 'yes',
  linkAgreed: 'both',
  childrenCaring: 'no',
  harmSuspected: 'no',
  toldAboutCharging: 'yes',
  chargingToldOn: today,
});

/**
 * What staff record in the example from the first look at the request to the end of the assessment, and when they look into something
 * beside it: one good set of answers for each kind of work.
 *
 * @param today the day on which the work is done, `YYYY-MM-DD`
 */
export const assessmentAnswers = (today: string, ids: { assessorId?: string; keyWorkerId?: string } = {}) => ({
  'triage-request': {
    contactMethod: 'online',
    contactSource: 'self',
    contactRoute: 'community',
    presentingIssue: 'Washing and dressing have become hard.',
    assessedBefore: 'no',
    appearsToHaveNeeds: 'yes',
    residence: 'in-area',
    assessmentWanted: 'yes',
    substantialDifficulty: ['none'],
    capacityDoubted: 'no',
    harmSuspected: 'no',
    urgency: 'standard',
    priorityBecause: ['none'],
    reasons: 'Difficulty washing and dressing.',
    urgentSupport: 'no',
    inHospital: 'no',
    outcome: 'assess',
    ...ids,
  },
  'give-short-term-support': {
    goals: 'To wash by herself again',
    personAgrees: 'yes',
    supportKinds: ['reablement'],
    services: 'A support worker each morning',
    startsOn: today,
    endsOn: today,
  },
  'review-short-term-support': { summary: 'Still needs help to dress.', outcome: 'ongoing-needs' },
  'assess-needs': rosesAssessment(today),
  'assess-carer': adasAssessment(today),
  'look-into-safety': {
    worry: 'A neighbour heard shouting.',
    safeContact: 'By phone in the morning, when she is alone.',
    dangerNow: 'no',
    abuseKinds: ['none'],
    othersAtRisk: 'no',
    wantsEnquiry: 'leave-it',
    wishes: 'She says that the television was loud.',
    substantialDifficulty: ['none'],
    hasCareNeeds: 'yes',
    experiencingOrAtRisk: 'no',
    cannotProtectSelf: 'no',
    decision: 'no-enquiry',
    decisionReasons: 'Nothing suggests abuse or neglect.',
    whatWasDone: 'Spoke with her alone. No further concern.',
    personTold: 'yes',
    reporterTold: 'yes',
  },
  'consider-refusal': {
    refusedOn: today,
    refusedWhat: 'She wants to manage by herself for now.',
    since: 'nothing',
    capacityToRefuse: 'has',
    abuseOrNeglect: 'no',
    abuseConsidered: 'Seen alone; nothing suggests it.',
    adviceGiven: 'The balance class, and a perching stool from the shop.',
    howToComeBack: 'yes',
  },
  'assess-capacity': {
    decisionKind: 'refuse-assessment',
    decisionWhat: 'Whether to have a needs assessment',
    couldWait: 'no',
    reasonToDoubt: 'yes',
    doubtWhy: 'She asked the same question three times.',
    supportGiven: 'Pictures, and a quiet hour in the morning.',
    canUnderstand: 'yes',
    canRetain: 'yes',
    canWeigh: 'yes',
    canCommunicate: 'yes',
    evidence: 'She said in her own words what it is, and what happens without it.',
    impairment: 'no',
    assessedBy: 'Priya Patel',
    assessedOn: today,
  },
  'arrange-advocacy': {
    forWhom: 'person',
    occasion: 'needs-assessment',
    substantialDifficulty: ['retaining'],
    supporter: 'no',
    arrangement: 'arranged',
    referredOn: today,
    advocateKind: 'care-act',
    advocateName: 'Noor Ali',
    advocateContact: '01632 960 003',
    startsOn: today,
    advocateIndependent: 'yes',
  },
  'find-planner': {
    planner: 'found',
    plannerName: 'Ines Moreno',
    plannerFrom: 'Example Support Planning',
    plannerEmail: 'ines.moreno@example.org',
    plannerFor: ['write'],
    plannerAgreed: 'yes',
    plannerMay: 'write',
    plannerSeesMoney: 'yes',
  },
  'refer-continuing-healthcare': {
    referral: 'referred',
    consent: 'given',
    referredTo: 'The integrated care board',
    referredOn: today,
    fastTrack: 'no',
    checklist: 'positive',
    checklistOn: today,
    decision: 'not-eligible',
    decidedOn: today,
  },
  'offer-carers-assessment': {
    carerName: 'Ada Okafor',
    agreesToContact: 'yes',
    offeredOn: today,
    offeredBy: 'phone',
    answer: 'declined',
    toldHowToAsk: 'yes',
  },
  'refer-child': {
    childWhat: 'Her grandson, who is 15, shops and cooks for her after school.',
    referral: 'referred',
    referredTo: 'The young carers team',
    referredOn: today,
    nearlyEighteen: 'no',
  },
  'check-authority': {
    holder: 'Ada Okafor',
    power: 'welfare-attorney',
    seen: 'yes',
    seenOn: today,
    covers: ['care-and-support'],
  },
  'review-wait': {
    state: 'waits',
    changed: 'Nothing much. She is tired of waiting.',
    riskOfWaiting: 'no',
    urgency: 'standard',
    rankReasons: 'Her daughter helps each day, and she is safe.',
    seenBy: today,
  },
  'assess-after-discharge': {
    leftHospital: 'yes',
    howRecovering: 'Well. A support worker comes each morning.',
    assessBy: today,
    toldOfCostOn: today,
  },
  'tell-of-cost': {
    toldOn: today,
    whatTold: 'That she may have to pay towards care at home, and how it is worked out.',
  },
  'arrange-urgent-support': {
    decision: 'given',
    urgentServices: 'A support worker, each morning and evening.',
    urgentReason: 'Her daughter is in hospital since last night.',
    urgentStartsOn: today,
    urgentReviewOn: addDays(isoDate.parse(today), 14),
    urgentToldOfCostOn: today,
  },
  'arrange-wanted-help': {
    help: [
      {
        what: 'A group of carers',
        done: 'referred',
        who: 'The carers’ centre, 01632 960 011. Ada agreed.',
      },
    ],
  },
  'make-emergency-plan': {
    planMade: 'made',
    stepIn: [{ name: 'Bola Okafor', contact: '01632 960 012', agrees: 'yes', key: 'yes' }],
    mustNotStop: 'Tablets at 8 in the morning and at 8 in the evening. Help to get to bed.',
    service: 'The emergency line of the council, 01632 960 013, day and night',
    lookAgainOn: addDays(isoDate.parse(today), 364),
  },
  'review-restriction': { restrictionNow: 'ended', whyNow: 'Her colleague has left the council.' },
  'collect-contribution': {
    contributionStep: 'arranged',
    howPaid: 'invoice',
    firstDueOn: addDays(isoDate.parse(today), 28),
    toldHowOn: today,
    howToPay: 'An invoice comes by post every four weeks and says how it is paid. Ask the finance team.',
  },
  'arrange-benefits-check': {
    arrangement: 'arranged',
    checkedBy: 'The welfare rights team, 01632 960 004',
    checkOn: today,
  },
});
