import type { StaffRole } from './staff.ts';
import type { TaskKind } from './task.ts';

/** What a kind of work is called, whose it is, how long it may take, and the law behind it. */
export type Work = {
  readonly title: string;
  readonly role: StaffRole;
  /** Working days from opening to the due date, where no date of the case says otherwise. */
  readonly workingDays: number;
  readonly authority: string;
};

const plan = 'Care Act 2014 section 25';

/**
 * Every kind of work that staff do, without its question list: that is in `schemas/work-lists.ts`, which only those load who read answers.
 */
export const kindsOfWork = {
  'triage-request': {
    title: 'Triage the request',
    role: 'contact-officer',
    workingDays: 2,
    authority: 'Care Act 2014 section 9(1)',
  },
  'decide-contact': {
    title: 'Decide whether to contact the person',
    role: 'contact-officer',
    workingDays: 2,
    authority: 'Care Act 2014 section 9(1)',
  },
  'give-short-term-support': {
    title: 'Give short-term support',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Care Act 2014 section 2',
  },
  'review-short-term-support': {
    title: 'Review short-term support',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 2',
  },
  'take-in-care': {
    title: 'Take in care that a carer’s plan gives',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 20(7)',
  },
  'ask-short-term': {
    title: 'Ask how short-term support goes',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Care Act 2014 section 2',
  },
  'assess-needs': {
    title: 'Assess needs',
    role: 'assessor',
    workingDays: 20,
    authority: 'Care Act 2014 section 9',
  },
  'assess-carer': {
    title: 'Assess a carer',
    role: 'assessor',
    workingDays: 20,
    authority: 'Care Act 2014 section 10',
  },
  'decide-eligibility': {
    title: 'Decide eligibility',
    role: 'assessor',
    workingDays: 5,
    authority: 'Care Act 2014 section 13',
  },
  'decide-carer-eligibility': {
    title: 'Decide a carer’s eligibility',
    role: 'assessor',
    workingDays: 5,
    authority: 'Care Act 2014 section 13',
  },
  'estimate-budget': {
    title: 'Estimate the personal budget',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 26',
  },
  'assess-finances': {
    title: 'Assess finances',
    role: 'finance-officer',
    workingDays: 20,
    authority: 'Care Act 2014 section 17',
  },
  'draft-plan': {
    title: 'Draft the care and support plan',
    role: 'key-worker',
    workingDays: 10,
    authority: plan,
  },
  'check-plan': {
    title: 'Check the care and support plan',
    role: 'manager',
    workingDays: 3,
    authority: plan,
  },
  'agree-plan-for-council': {
    title: 'Agree the care and support plan for the council',
    role: 'manager',
    workingDays: 3,
    authority: plan,
  },
  'agree-plan': {
    title: 'Agree the care and support plan with the person',
    role: 'key-worker',
    workingDays: 10,
    authority: 'Care Act 2014 section 25(5)',
  },
  'set-up-support': {
    title: 'Set up support',
    role: 'key-worker',
    workingDays: 10,
    authority: 'Care Act 2014 section 18',
  },
  'check-support': {
    title: 'Check how support is going',
    role: 'key-worker',
    workingDays: 10,
    authority: 'Care Act 2014 section 27(1)',
  },
  'review-direct-payment': {
    title: 'Review the direct payment',
    role: 'key-worker',
    workingDays: 10,
    authority: 'SI 2014/2871 regulation 7',
  },
  'review-top-up': {
    title: 'Review the top-up',
    role: 'key-worker',
    workingDays: 10,
    authority: 'SI 2014/2670 regulation 5',
  },
  'review-plan': {
    title: 'Review the care and support plan',
    role: 'key-worker',
    workingDays: 10,
    authority: 'Care Act 2014 section 27',
  },
  'look-into-safety': {
    title: 'Look into a worry about safety',
    role: 'safeguarding-lead',
    workingDays: 1,
    authority: 'Care Act 2014 section 42',
  },
  'consider-refusal': {
    title: 'Consider a refusal of an assessment',
    role: 'assessor',
    workingDays: 2,
    authority: 'Care Act 2014 section 11',
  },
  'assess-capacity': {
    title: 'Assess capacity for a decision',
    role: 'assessor',
    workingDays: 5,
    authority: 'Mental Capacity Act 2005 sections 2 and 3',
  },
  'arrange-advocacy': {
    title: 'Arrange an independent advocate',
    role: 'assessor',
    workingDays: 2,
    authority: 'Care Act 2014 sections 67 and 68',
  },
  'find-planner': {
    title: 'Find an independent support planner',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 25(3)',
  },
  'refer-continuing-healthcare': {
    title: 'Refer for NHS continuing healthcare',
    role: 'assessor',
    workingDays: 2,
    authority: 'SI 2014/2827 regulation 7',
  },
  'offer-carers-assessment': {
    title: 'Offer a carer an assessment',
    role: 'contact-officer',
    workingDays: 5,
    authority: 'Care Act 2014 section 10(1)',
  },
  'refer-child': {
    title: 'Tell children’s services about a child',
    role: 'assessor',
    workingDays: 1,
    authority: 'SI 2014/2827 regulation 4',
  },
  'check-authority': {
    title: 'Check a power to act for the person',
    role: 'contact-officer',
    workingDays: 5,
    authority: 'Mental Capacity Act 2005',
  },
  'review-wait': {
    title: 'Look again at a wait for an assessment',
    role: 'contact-officer',
    workingDays: 2,
    authority: 'Care and support statutory guidance 6.29',
  },
  'assess-after-discharge': {
    title: 'Agree the assessment after hospital',
    role: 'assessor',
    workingDays: 2,
    authority: 'Care Act 2014 section 74',
  },
  'tell-of-cost': {
    title: 'Tell the person about paying',
    role: 'assessor',
    workingDays: 2,
    authority: 'Care Act 2014 section 4(2)',
  },
  'collect-contribution': {
    title: 'Collect what the person pays',
    role: 'finance-officer',
    workingDays: 5,
    authority: 'Care Act 2014 sections 14 and 69',
  },
  'review-restriction': {
    title: 'Look again at who may open the record',
    role: 'manager',
    workingDays: 2,
    authority: 'UK GDPR Article 5(1)(f); Data Protection Act 2018 section 40',
  },
  'arrange-benefits-check': {
    title: 'Arrange a benefits check',
    role: 'contact-officer',
    workingDays: 5,
    authority: 'Care Act 2014 section 4',
  },
  'arrange-wanted-help': {
    title: 'Arrange help that is wanted',
    role: 'contact-officer',
    workingDays: 5,
    authority: 'Care Act 2014 sections 2 and 4',
  },
  'make-emergency-plan': {
    title: 'Write a carer’s emergency plan',
    role: 'assessor',
    workingDays: 10,
    authority: 'Care Act 2014 section 10',
  },
  'arrange-urgent-support': {
    title: 'Arrange support that cannot wait',
    role: 'key-worker',
    workingDays: 0,
    authority: 'Care Act 2014 section 19(3)',
  },
  'contact-another-way': {
    title: 'Tell the person what we could not tell them by email',
    role: 'contact-officer',
    workingDays: 1,
    authority: 'Care Act 2014 section 4',
  },
  'explain-delay': {
    title: 'Say why it is late, and by when',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Statutory guidance 6.29',
  },
  'send-copy': {
    title: 'Send copies as the person asked for them',
    role: 'contact-officer',
    // Neither the Act nor the standard names a number of days.
    workingDays: 2,
    authority: 'Care Act 2014 sections 12(3), 13(2) and 25(9); Accessible Information Standard, DAPB1605',
  },
  'restart-workflow': {
    title: 'Restart a case that a fault has stopped',
    role: 'manager',
    workingDays: 1,
    authority: 'Care Act 2014 section 9',
  },
  'arrange-visit': {
    title: 'Arrange a visit with the person',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 sections 9(5), 10(7) and 27(2)',
  },
  'settle-disagreement': {
    title: 'Settle what the person does not agree with in a review',
    role: 'manager',
    workingDays: 5,
    authority: 'Care Act 2014 section 27(5)',
  },
  'change-plan': {
    title: 'Make a small change to the plan',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 27(1)',
  },
  'decide-review-request': {
    title: 'Decide on a request for a review',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 27(1)(b)',
  },
  'answer-query': {
    title: 'Answer a question about a decision',
    role: 'assessor',
    workingDays: 5,
    authority: 'Care Act 2014 section 13(2)',
  },
  'acknowledge-complaint': {
    title: 'Acknowledge a complaint',
    role: 'complaints-manager',
    workingDays: 3,
    authority: 'SI 2009/309 regulation 13',
  },
  'answer-complaint': {
    title: 'Answer a complaint',
    role: 'complaints-manager',
    workingDays: 20,
    authority: 'SI 2009/309 regulation 14',
  },
  'put-complaint-right': {
    title: 'Do what the answer to a complaint promised',
    role: 'complaints-manager',
    workingDays: 20,
    authority: 'SI 2009/309 regulation 14',
  },
  'look-at-change': {
    title: 'Look at what the person has told us',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Care Act 2014 section 27(4)',
  },
  'look-at-money': {
    title: 'Look at what the person has told us about money',
    role: 'finance-officer',
    workingDays: 5,
    authority: 'Care Act 2014 section 17',
  },
  'arrange-deferred-payment': {
    title: 'Offer and agree a deferred payment',
    role: 'finance-officer',
    // Twelve weeks, within which a council has it in place (Devon’s page).
    workingDays: 60,
    authority: 'Care Act 2014 section 34',
  },
  'review-deferred-payment': {
    title: 'Review a deferred payment',
    role: 'finance-officer',
    workingDays: 20,
    authority: 'SI 2014/2671 regulation 9',
  },
  'find-person': {
    title: 'Find the person for whom a review was asked',
    role: 'contact-officer',
    workingDays: 2,
    authority: 'Care Act 2014 section 27(1)(b)',
  },
  'consider-ending': {
    title: 'The person asks to end support',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Care Act 2014 sections 11(2) and 27',
  },
  'give-notice-of-end': {
    title: 'Give notice that support ends',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 sections 24(2) and 27(4)',
  },
  'confirm-death': {
    title: 'Confirm that the person has died',
    role: 'manager',
    workingDays: 1,
    authority: 'UK GDPR Article 5(1)(d)',
  },
  'adult-whose-carer-died': {
    title: 'See that an adult whose carer died is safe and looked after',
    role: 'key-worker',
    workingDays: 0,
    authority: 'Care Act 2014 sections 9, 19(3) and 27(4)',
  },
  'final-accounts': {
    title: 'Settle the final accounts',
    role: 'finance-officer',
    workingDays: 20,
    authority: 'Care Act 2014 sections 14 and 33',
  },
  'send-plan-to-council': {
    title: 'Send what we hold to the other council',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Care Act 2014 section 37',
  },
  'confirm-arrival': {
    title: 'Confirm that the person has arrived in the other council’s area',
    role: 'key-worker',
    workingDays: 1,
    authority: 'Care Act 2014 section 38',
  },
  'keep-until-assessed': {
    title: 'Keep up the support that the other council gave',
    role: 'key-worker',
    workingDays: 2,
    authority: 'Care Act 2014 section 38',
  },
  'establish-residence': {
    title: 'Establish where the person ordinarily lives',
    role: 'assessor',
    workingDays: 5,
    authority: 'Care Act 2014 sections 39 and 40',
  },
  'write-condolence': {
    title: 'Write to the family',
    role: 'key-worker',
    workingDays: 5,
    authority: 'Good practice after a death',
  },
  'end-support': {
    title: 'Confirm that support has ended',
    role: 'key-worker',
    workingDays: 1,
    authority: 'Care Act 2014 section 27(4)',
  },
} as const satisfies Record<TaskKind, Work>;
