import type { Form } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';

const satisfied = [
  ['yes', 'Yes'],
  ['partly', 'Partly'],
  ['no', 'No'],
  ['not-asked', 'There is none, or they were not asked'],
] as const;

/** A review of a care and support plan or a support plan. Care Act 2014 s.27; care and support statutory guidance chapter 13. */
export const review: Form = {
  id: 'review',
  version: 1,
  title: 'Review of a plan',
  audience: 'staff',
  minutes: 40,
  intro: ['A review is a chance to take stock. It is not a way to cut a budget.'],
  send: 'Record the review',
  exits: [],
  sections: [
    {
      id: 'about-the-review',
      title: 'Say what kind of review it is',
      pages: [
        page('review-kind', 'Kind of review', [
          ask.choice(
            'reviewType',
            'Kind of review',
            'What kind of review is it?',
            [
              ['light-touch', 'First review after a new or revised plan'],
              ['planned', 'Planned'],
              ['unplanned', 'Unplanned'],
              ['requested', 'Asked for'],
            ],
            { meets: ['S30', 'S31', 'S32', 'S33'] },
          ),
          ask.text('reviewTrigger', 'What led to it', 'What led to it?', {
            when: when('reviewType', 'unplanned', 'requested'),
          }),
          ask.text('reviewRequester', 'Who asked for it', 'Who asked for it?', {
            when: when('reviewType', 'requested'),
          }),
          ask.date('reviewedOn', 'Date of the review', 'When was the review held?', { range: 'past-or-today' }),
          ask.choice('reviewMethod', 'How it was held', 'How was it held?', [
            ['face-to-face', 'Face to face'],
            ['phone', 'By phone'],
            ['video', 'By video call'],
            ['self-review', 'By the person themselves'],
          ]),
          ask.text('reviewSetting', 'Where it was held', 'Where was it held?', { optional: true }),
          ask.table(
            'reviewPeople',
            'People invited',
            'Who was invited?',
            'person',
            [column.text('name', 'Name'), column.text('role', 'Who they are'), column.yesno('attended', 'Took part')],
            { meets: ['CB35', 'CV89'] },
          ),
        ]),
      ],
    },
    {
      id: 'seven-questions',
      title: 'Take stock',
      pages: [
        page('take-stock', 'How it is going', [
          ask.long('whatChanged', 'What has changed', 'Have circumstances or needs changed?', {
            meets: ['S36', 'CV84'],
          }),
          ask.long('whatWorks', 'What works and what does not', 'What works, what does not, and what must change?', {
            meets: ['S37', 'CV83', 'W16'],
          }),
          ask.long('outcomesAchieved', 'Outcomes achieved', 'Which outcomes have been achieved?', {
            meets: ['S38', 'W15'],
          }),
          ask.long('improvements', 'Possible improvements', 'What could be better?', { meets: ['S39'] }),
          ask.long('budgetEnough', 'Whether the budget is enough', 'Is the budget meeting the needs and outcomes?', {
            meets: ['S40', 'W17'],
          }),
          ask.long(
            'networkChanges',
            'Changes in family and community support',
            'What has changed in support from family, friends and community?',
            { meets: ['S41'] },
          ),
        ]),
        page('satisfied', 'Who is satisfied', [
          ask.choice('personSatisfied', 'Person satisfied', 'Is the person satisfied with the plan?', satisfied, {
            error: 'Select whether the person is satisfied',
            meets: ['S42'],
          }),
          ask.choice('carerSatisfied', 'Carer satisfied', 'Is the carer satisfied with the plan?', satisfied, {
            error: 'Select whether the carer is satisfied',
            meets: ['S42'],
          }),
          ask.choice('advocateSatisfied', 'Advocate satisfied', 'Is the advocate satisfied with the plan?', satisfied, {
            error: 'Select whether the advocate is satisfied',
            meets: ['S42'],
          }),
        ]),
        page('review-money-and-technology', 'Other ways and money', [
          ask.long(
            'technologyAlternative',
            'Technology or other ways',
            'Could technology, or something else, do it as well?',
            { optional: true, meets: ['CV85'] },
          ),
          ask.yesno('financeChanged', 'Money has changed', 'Has what the person can pay changed?', {
            meets: ['CV86', 'S48'],
          }),
          ask.yesno('safeguardingConcern', 'Safeguarding concern', 'Is there any concern about abuse or neglect?', {
            meets: ['s.42', 'S28'],
          }),
        ]),
      ],
    },
    {
      id: 'outcome',
      title: 'Record the outcome',
      pages: [
        page('review-outcome', 'Outcome', [
          ask.choice(
            'reviewOutcome',
            'Outcome',
            'What is the outcome?',
            [
              ['no-change', 'No change'],
              ['revise', 'Revise the plan'],
              ['reassess', 'Assess again'],
              ['end', 'Support ends'],
            ],
            { meets: ['S51', 'S52'] },
          ),
          ask.choice(
            'reviewDetail',
            'What changes',
            'What changes?',
            [
              ['increased', 'More support'],
              ['decreased', 'Less support'],
              ['suspended', 'Support is paused'],
              ['moved-nursing', 'Move to a nursing home'],
              ['moved-residential', 'Move to a care home'],
              ['moved-community', 'Move back home'],
              ['short-term', 'Short-term support'],
              ['other', 'Something else'],
            ],
            { when: when('reviewOutcome', 'revise') },
          ),
          ask.table(
            'reviewChanges',
            'Agreed changes',
            'Which changes were agreed, and by when?',
            'change',
            [column.text('change', 'Change'), column.date('by', 'Done by')],
            { when: when('reviewOutcome', 'revise', 'reassess'), meets: ['CB38'] },
          ),
          ask.long('reviewReasons', 'Reasons', 'What are the reasons for this outcome?'),
          ask.date('nextReviewOn', 'Date of the next review', 'When is the next review?', {
            optional: true,
            when: when('reviewOutcome', 'no-change', 'revise'),
            meets: ['L42', 'S29'],
          }),
        ]),
        page('review-signatures', 'Signatures', [
          ask.sign('personSigns', 'Signature of the person', 'The person signs by typing their full name', {
            meets: ['CB39'],
          }),
          ask.sign('councilSigns', 'Signature for the council', 'The worker signs by typing their full name', {
            meets: ['CB39'],
          }),
        ]),
      ],
    },
  ],
};
