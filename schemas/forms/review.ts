import type { AnswersOf } from '../answers-of.ts';
import type { Condition } from '../form-language.ts';
import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { asLastTime, formatsQuestion, keyWorkerQuestion, law, toldBeside } from './fragments/staff-words.ts';
import {
  advocateFromQuestion,
  difficultyQuestion,
  harmPage,
  otherInvolvedQuestions,
  supporterChecks,
  supporterQuestion,
  supportQuestion,
} from './fragments/staff-worries.ts';

const revised = when('outcome', 'revise');
const decreased: Condition = { all: [revised, when('details', 'decreased')] };
const paidDirectly = when('directPayment', 'going-well', 'change-needed');

const satisfied = [
  ['yes', 'Yes'],
  ['partly', 'Partly'],
  ['no', 'No'],
  ['not-asked', 'They were not asked'],
  ['none', 'There is none'],
] as const;

/** What was said about the same at the last review stands beside each question. */
const before = (question: string) => [{ ...asLastTime(question), beside: true as const }];

/**
 * A review of a care and support plan or a support plan: the seven questions that Staffordshire asks, which are those of guidance 13.12,
 * and Coventry's about technology and money. Care Act 2014 s.27; care and support statutory guidance chapter 13.
 */
export const review = listAgain({
  id: 'review',
  version: 1,
  title: 'Review of a plan',
  audience: 'staff',
  intro: [
    'A review is a chance to take stock. It is not a way to cut a budget.',
    'The council keeps plans under review under section 27 of the Care Act.',
  ],
  copyTitle: 'Review of your plan',
  send: 'Record the review',
  exits: [],
  sections: [
    section('about-the-review', 'Say what kind of review it is', [
      page('review-kind', 'Kind of review', [
        keyWorkerQuestion,
        formatsQuestion,
        ask.choice(
          'type',
          'Kind of review',
          'What kind of review is it?',
          [
            ['light-touch', 'First review after a new or revised plan'],
            ['planned', 'Planned'],
            ['unplanned', 'Unplanned'],
            ['requested', 'Asked for'],
          ],
          { known: before('type'), copy: 'Kind of review', meets: ['S30', 'S31', 'S32', 'S33'] },
        ),
        ask.text('trigger', 'What led to it', 'What led to it?', {
          when: when('type', 'unplanned', 'requested'),
          known: before('trigger'),
        }),
        ask.choice(
          'requester',
          'Who asked for it',
          'Who asked for it?',
          [
            ['person', 'The person'],
            ['carer', 'A carer'],
            ['family', 'Family or friend'],
            ['provider', 'A provider'],
            ['council', 'The council'],
            ['other', 'Someone else'],
          ],
          { when: when('type', 'requested'), known: before('requester'), meets: ['CB41'] },
        ),
        ask.date('heldOn', 'Date of the review', 'When was the review held?', {
          range: 'past-or-today',
          known: [{ list: 'visit', question: 'visitOn', beside: true }],
          copy: 'Held on',
        }),
        ask.choice(
          'method',
          'How it was held',
          'How was it held?',
          [
            ['face-to-face', 'Face to face'],
            ['phone', 'By phone'],
            ['video', 'By video call'],
            ['self-review', 'By the person themselves'],
            ['other', 'In another way'],
          ],
          { copy: 'How' },
        ),
        ask.choice(
          'place',
          'Where it was held',
          'Where was it held?',
          [
            ['home', 'At home'],
            ['office', 'At an office'],
            ['care-setting', 'In a care home or day centre'],
            ['hospital', 'In hospital'],
            ['other', 'Somewhere else'],
          ],
          { when: when('method', 'face-to-face'), copy: 'Where' },
        ),
        ask.table(
          'people',
          'People invited',
          'Who was invited?',
          'person',
          [column.text('name', 'Name'), column.text('role', 'Who they are'), column.yesno('attended', 'Took part')],
          {
            statutory: true,
            law: [
              law.confirmed(
                'In revising a plan involve the person, any carer, and anyone they ask for.',
                'Care Act 2014 s.27(2) and (3)',
              ),
            ],
            known: [
              { list: 'visit', question: 'whoComes', beside: true },
              { list: 'invitation', question: 'guests', beside: true },
              { ...asLastTime('people'), beside: true },
            ],
            copy: 'Who took part',
            meets: ['CB35', 'CV89'],
          },
        ),
      ]),
      page('asked-others', 'What others say', [
        ask.table(
          'askedOthers',
          'Providers and family asked',
          'Which providers, family and friends were asked, and what did they say?',
          'person or provider',
          [
            column.text('name', 'Name'),
            column.choice('who', 'Who they are', [
              ['provider', 'A provider of support'],
              ['carer', 'A carer'],
              ['family', 'Family or friend'],
              ['professional', 'A professional'],
            ]),
            column.date('askedOn', 'Asked on'),
            column.long('said', 'What they said, or that they did not answer'),
          ],
          {
            optional: true,
            statutory: true,
            law: [
              law.confirmed(
                'In revising a plan involve the person, any carer, and anyone they ask for.',
                'Care Act 2014 s.27(2) and (3)',
              ),
              law.design('What others said stands in nobody’s copy.', 'Our own choice'),
            ],
            known: [
              { list: 'set-up', question: 'providers', beside: true },
              { list: 'assessment', question: 'professionalsConsulted', beside: true },
              { ...asLastTime('askedOthers'), beside: true },
            ],
            notInCopy: true,
          },
        ),
        ask.long('nobodyAskedWhy', 'Why nobody else was asked', 'If nobody else was asked, why not?', {
          known: before('nobodyAskedWhy'),
          hint: 'For example, the person does not want it.',
          optional: true,
          notInCopy: true,
        }),
      ]),
      page(
        'taking-part',
        'Taking part',
        [
          difficultyQuestion([
            asLastTime('substantialDifficulty'),
            { list: 'plan', question: 'substantialDifficulty' },
          ]),
          supportQuestion,
          supporterQuestion([asLastTime('supporterName'), { list: 'plan', question: 'supporterName' }]),
          ...supporterChecks,
          advocateFromQuestion,
          ...otherInvolvedQuestions,
        ],
        {
          law: [
            law.design(
              'The Act names revising a plan, not a review as such. A review may lead to one, so it is asked here.',
              'Care Act 2014 s.67(3)',
            ),
          ],
        },
      ),
    ]),
    section('seven-questions', 'Take stock', [
      page('take-stock', 'How it is going', [
        ask.yesno(
          'needsChanged',
          'Needs or circumstances changed',
          'Have needs or circumstances changed in a way that affects the plan?',
          {
            statutory: true,
            law: [
              law.confirmed(
                'If they changed in a way that affects the plan, assess and decide again as far as appropriate.',
                'Care Act 2014 s.27(4)',
              ),
            ],
            notInCopy: true,
            meets: ['S36', 'CV84'],
          },
        ),
        ask.long('whatChanged', 'What has changed', 'What has changed, or what shows that nothing has?', {
          known: [
            ...before('whatChanged'),
            ...toldBeside('whatCarerDid', 'left-without-carer'),
            ...toldBeside('doneAtOnce', 'left-without-carer'),
            { list: 'change-answer', question: 'whatWasDone', beside: true },
            { list: 'change-answer', question: 'answer', beside: true },
            { list: 'small-change', question: 'notContentWhy', beside: true },
          ],
          copy: 'Have your circumstances or needs changed?',
          meets: ['S36', 'CV84'],
        }),
        ask.long('whatWorks', 'What works and what does not', 'What works, what does not, and what must change?', {
          known: [
            ...before('whatWorks'),
            { list: 'small-change', question: 'newWhen', beside: true },
            { list: 'small-change', question: 'newProvider', beside: true },
            { list: 'small-change', question: 'newHow', beside: true },
            { list: 'small-change', question: 'reason', beside: true },
            { list: 'small-change', question: 'contentHow', beside: true },
            { list: 'small-change', question: 'providerTold', beside: true },
          ],
          copy: 'What works, and what does not?',
          meets: ['S37', 'CV83', 'W16'],
        }),
        ask.long(
          'outcomesAchieved',
          'Outcomes achieved',
          'Which outcomes of the plan have been achieved, each in turn?',
          {
            known: [{ list: 'plan', question: 'needs', beside: true }, ...before('outcomesAchieved')],
            copy: 'Have you achieved what you wanted?',
            meets: ['S38', 'W15'],
          },
        ),
        ask.long('improvements', 'Possible improvements', 'What could be better?', {
          known: [
            ...before('improvements'),
            { list: 'disagreement', question: 'stepsTried', beside: true },
            { list: 'disagreement', question: 'answer', beside: true },
            { list: 'disagreement', question: 'meanwhile', beside: true },
          ],
          copy: 'What could be better?',
          meets: ['S39', 'W16'],
        }),
        ask.long('budgetEnough', 'Whether the budget is enough', 'Is the budget meeting the needs and outcomes?', {
          known: [{ list: 'plan', question: 'budgetCost', beside: true }, ...before('budgetEnough')],
          copy: 'Is the budget enough?',
          meets: ['S40', 'W17'],
        }),
        ask.long(
          'networkChanges',
          'Changes in family and community support',
          'What has changed in support from family, friends and community, good or bad?',
          {
            known: [{ list: 'plan', question: 'supportInPlace', beside: true }, ...before('networkChanges')],
            copy: 'What has changed among family, friends and community?',
            meets: ['S41'],
          },
        ),
      ]),
      page('carers', 'The carer', [
        ask.choice(
          'carerNow',
          'How it is for the carer',
          'How is it now for whoever cares for them without pay?',
          [
            ['none', 'There is no carer'],
            ['as-before', 'As before, and with no need for support'],
            ['can-do-less', 'They can or will do less'],
            ['may-need-support', 'They may need support themselves'],
          ],
          {
            optional: true,
            law: [
              law.confirmed(
                'A carer who may have needs for support is assessed, now or for the time to come. A refusal counts no more once needs or circumstances change.',
                'Care Act 2014 ss.10(1) and 11(7)',
              ),
            ],
            known: [{ list: 'carer-offer', question: 'answer', beside: true }, ...before('carerNow')],
            notInCopy: true,
          },
        ),
      ]),
      page('told-how', 'How to tell the person', [
        ask.text('languageNow', 'Language', 'If it has changed: in which language?', {
          optional: true,
          maxLength: 100,
          known: [{ list: 'person', question: 'language', beside: true }],
          copy: 'In which language',
        }),
      ]),
      page('satisfied', 'Who is satisfied', [
        ask.choice('personSatisfied', 'Person satisfied', 'Is the person satisfied with the plan?', satisfied, {
          error: 'Select whether the person is satisfied',
          known: before('personSatisfied'),
          copy: 'You are satisfied with the plan',
          meets: ['S42'],
        }),
        ask.choice('carerSatisfied', 'Carer satisfied', 'Is the carer satisfied with the plan?', satisfied, {
          error: 'Select whether the carer is satisfied',
          known: before('carerSatisfied'),
          copy: 'Your carer is satisfied with it',
          meets: ['S42'],
        }),
        ask.choice('advocateSatisfied', 'Advocate satisfied', 'Is the advocate satisfied with the plan?', satisfied, {
          error: 'Select whether the advocate is satisfied',
          known: before('advocateSatisfied'),
          copy: 'Your advocate is satisfied with it',
          meets: ['S42'],
        }),
      ]),
      page('safe-and-appropriate', 'Whether it is right and safe', [
        ask.yesno(
          'supportAppropriate',
          'Support right and safe',
          'Is the support still right for the person, and safe?',
          {
            copy: 'Is the support right and safe?',
          },
        ),
        ask.long('supportInappropriateWhy', 'What is not right or safe', 'What is not right or safe?', {
          known: before('supportInappropriateWhy'),
          when: when('supportAppropriate', 'no'),
        }),
        ask.choice(
          'directPayment',
          'Direct payment',
          'How is the direct payment going?',
          [
            ['none', 'There is none'],
            ['going-well', 'It is managed well and still fits'],
            ['change-needed', 'Something about it must change'],
          ],
          {
            law: [
              law.confirmed(
                'A direct payment is looked at within six months, then at least every 12 months. Do both together.',
                'SI 2014/2871 reg 7',
              ),
            ],
          },
        ),
        ask.long('directPaymentDetail', 'More about the direct payment', 'How is it managed, and what must change?', {
          when: paidDirectly,
        }),
      ]),
      page(
        'money-and-technology',
        'Other ways and money',
        [
          ask.long(
            'technologyConsidered',
            'Technology or other ways',
            'Could technology, or something else that costs less, do it as well?',
            { known: before('technologyConsidered'), copy: 'Technology or other ways that we looked at' },
          ),
          ask.yesno('moneyChanged', 'Money has changed', 'Has what the person can pay changed?', {
            law: [law.confirmed('Then the finances are assessed again.', 'Care Act 2014 s.27(4)')],
            copy: 'What you can pay has changed',
          }),
        ],
        {
          opens: [
            {
              work: 'assess-finances',
              when: when('moneyChanged', 'yes'),
              reason: 'A review found that what the person can pay has changed',
            },
          ],
        },
      ),
      harmPage(before('harmSuspected')),
    ]),
    section('outcome', 'Record the outcome', [
      page('outcome', 'Outcome', [
        ask.choice(
          'outcome',
          'Outcome',
          'What is the outcome?',
          [
            ['no-change', 'The plan stays as it is'],
            ['revise', 'The plan is revised'],
            ['reassess', 'Needs are assessed again'],
            ['end', 'Support ends'],
          ],
          {
            law: [
              law.secondary(
                'A move to a cheaper place without a lawful reassessment was quashed.',
                'High Court 2017, Merton',
              ),
            ],
            copy: 'The outcome',
            meets: ['S51', 'S52'],
          },
        ),
        ask.multi(
          'details',
          'What happens to the support',
          'What happens to the support?',
          [
            ['increased', 'More support'],
            ['decreased', 'Less support'],
            ['suspended', 'Support is paused'],
            ['to-nursing-home', 'Move to a nursing home'],
            ['to-residential-home', 'Move to a care home'],
            ['to-community', 'Move back home'],
            ['short-term-support', 'Short-term support'],
            ['arranged-differently', 'The same support, arranged differently'],
          ],
          { when: revised, copy: 'What happens to your support', meets: ['CV87'] },
        ),
        ask.long(
          'reassessedChange',
          'Change that a reassessment showed',
          'Which change of needs or circumstances did a reassessment show?',
          {
            when: decreased,
            law: [
              law.confirmed(
                'A budget is not cut at a review without a change of need or circumstances that a reassessment shows.',
                'Councils’ published procedures on s.27',
              ),
            ],
            copy: 'What a new assessment showed',
          },
        ),
        ask.long('metNow', 'How the needs are met now', 'How are the same needs met by less, each in turn?', {
          when: decreased,
          law: [
            law.confirmed('Not saying how the smaller package meets the needs was fault.', 'LGSCO, Dudley 25 000 854'),
          ],
          copy: 'How your needs are met by less',
        }),
        ask.long('viewOfLess', 'What the person says to less', 'What does the person say to it?', {
          when: decreased,
          copy: 'What you said to it',
        }),
        ask.date('lessFrom', 'Day from which there is less', 'From which day is there less?', {
          when: decreased,
          law: [
            law.design(
              'Give notice. No length is in the law: 28 days unless the council says otherwise.',
              'Our own choice',
            ),
          ],
          copy: 'There is less from',
        }),
        ask.table(
          'changes',
          'Agreed changes',
          'Which changes were agreed, and by when?',
          'change',
          [column.long('what', 'Change'), column.date('by', 'Done by')],
          { when: revised, copy: 'What changes', meets: ['CB38'] },
        ),
        ask.long(
          'assessedAgain',
          'What was assessed again',
          'What was assessed again, as far as appropriate, and what did it show?',
          {
            optional: true,
            when: { all: [revised, when('needsChanged', 'yes')] },
            statutory: true,
            law: [
              law.confirmed(
                'Where circumstances changed, assess again as far as appropriate, and only then revise.',
                'Care Act 2014 s.27(4)',
              ),
            ],
            copy: 'What we looked at again',
          },
        ),
        ask.long('reasons', 'Reasons', 'What are the reasons for this outcome?', {
          known: before('reasons'),
          copy: 'Why',
        }),
        ask.date(
          'nextReviewOn',
          'Date of the next review',
          'When is the next review, if sooner than the council’s usual time?',
          {
            optional: true,
            when: when('outcome', 'no-change'),
            law: [law.confirmed('At least every 12 months.', 'Statutory guidance 13.32')],
            copy: 'Next review',
            meets: ['L42', 'S29'],
          },
        ),
      ]),
      page('signatures', 'Signatures', [
        ask.choice(
          'personSigning',
          'How the person signs',
          'Does the person sign the record of the review?',
          [
            ['at-review', 'Yes, they signed at the review'],
            ['by-themselves', 'They get the record, and sign it by themselves'],
            ['disagrees', 'No, they do not agree with it'],
            ['cannot', 'They cannot sign, and nobody may sign for them'],
          ],
          {
            optional: true,
            hint: 'Nobody signs for the person but whoever has authority to.',
            law: [
              law.design(
                'A person without capacity is signed for by a welfare attorney or deputy alone. Otherwise record why nobody signs.',
                'Mental Capacity Act 2005 s.9',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.sign('personSigns', 'Signature of the person', 'The person signs by typing their full name', {
          optional: true,
          copy: 'You signed at the review',
        }),
        ask.date('personSignedOn', 'Day the person signed', 'When did the person sign?', {
          range: 'past-or-today',
          optional: true,
          copy: 'You signed on',
        }),
        ask.long('disagreement', 'What the person does not agree with', 'What do they not agree with?', {
          when: when('personSigning', 'disagrees'),
          copy: 'You do not agree with this',
        }),
        ask.long(
          'cannotSignWhy',
          'Why nobody signs',
          'Why can they not sign, and who was asked what is best for them?',
          {
            known: before('cannotSignWhy'),
            when: when('personSigning', 'cannot'),
            copy: 'Why nobody signed for you',
          },
        ),
        ask.sign('workerSigns', 'Signature for the council', 'The worker signs by typing their full name', {
          copy: 'Signed for the council',
        }),
        ask.date('workerSignedOn', 'Day the worker signed', 'When did the worker sign?', {
          range: 'past-or-today',
          copy: 'Signed for the council on',
        }),
      ]),
    ]),
  ],
});

/** What was answered at a review. */
export type ReviewAnswers = AnswersOf<typeof review>;
