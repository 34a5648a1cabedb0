import { Temporal } from 'temporal-polyfill';

/** The answers of staff who end support lawfully: a wish to end it that is answered, a notice, and the end on its day. */
export const endingAnswers = (today: string) => ({
  'consider-ending': {
    spokenOn: today,
    saidWhy: 'Her daughter has moved in and helps her each morning.',
    risks: 'A fall in the bath. Her daughter is there each morning.',
    capacityToEnd: 'has',
    abuseOrNeglect: 'no',
    outcome: 'end',
    answer: 'We give you notice in writing. You can change your mind until then.',
  },
  'give-notice-of-end': {
    noticeFor: 'end',
    reasons: 'Her daughter washes and dresses her each morning, and both want it so.',
    needsMetHow: 'Her daughter helps her to wash and dress.',
    personView: 'She is glad that her daughter helps her.',
    adviceGiven: 'The carers’ centre, for her daughter. She can ask us again at any time.',
    endsOn: Temporal.PlainDate.from(today).add({ days: 28 }).toString(),
    personAgreesEarlier: 'no',
  },
  'confirm-death': { found: 'died', diedOn: today },
  'adult-whose-carer-died': {
    seenOn: today,
    whatCarerDid: 'Cooked and helped with washing. A neighbour does it this week.',
    followsNow: 'assess',
    doneAtOnce: 'A care worker visits each morning from tomorrow.',
  },
  'final-accounts': { chargedUntil: today, balance: 'nothing', directPaymentLeft: 'no' },
  'write-condolence': { writtenOn: today, providersTold: 'yes' },
  'send-plan-to-council': {
    newCouncil: 'Example Borough Council, adult duty team',
    residenceStays: 'moves',
    sentOn: today,
    arrivesOn: Temporal.PlainDate.from(today).add({ days: 15 }).toString(),
    personTold: 'yes',
  },
  'confirm-arrival': { arrived: 'yes', arrivedOn: today, otherCouncilMeets: 'yes' },
  'keep-until-assessed': {
    fromCouncil: 'Example Borough Council',
    planReceivedOn: today,
    keptUp: 'The visit each morning, by Example Home Care.',
    from: today,
  },
  'establish-residence': { askedCouncil: 'Example Borough Council, today', lives: 'here' },
  'end-support': { ended: 'yes', endedOn: today, providersTold: 'Example Home Care, four weeks ago.' },
});
