import type { AnswersOf } from '../answers-of.ts';
import type { Form } from '../form-language.ts';
import { ask, list, page, section, when } from './fragments/build.ts';
import { sentBackQuestion } from './fragments/sent-back.ts';
import { law } from './fragments/staff-words.ts';

const agreed = when('answer', 'agreed');
const changes = when('answer', 'changes-asked');
const notAgreed = when('answer', 'not-agreed');

/** What is asked, of the person themselves or of a member of staff who was with them: the same questions in two voices. */
type Voice = 'person' | 'staff';

const answerPage = (voice: Voice) => {
  const say = (person: string, staff: string) => (voice === 'person' ? person : staff);
  return page(
    'answer',
    say('Your answer', 'The person’s answer'),
    [
      ask.choice(
        'answer',
        say('Your answer', 'Answer'),
        say('Do you agree with this plan?', 'Does the person agree with the plan?'),
        [
          ['agreed', say('Yes, I agree', 'Yes')],
          ['changes-asked', say('I want something changed first', 'They want something changed first')],
          ['not-agreed', say('No, I do not agree', 'No')],
        ],
        { error: say('Select your answer', 'Select the answer'), meets: ['S10', 'CB18'] },
      ),
      ask.sign(
        'signature',
        'Signature',
        say('Sign by typing your full name', 'The person signs by typing their full name'),
        {
          when: agreed,
        },
      ),
      sentBackQuestion(voice, { when: changes }),
      ask.long(
        'whatChanges',
        'What should change',
        say('Is there anything else that should change?', 'What else should change?'),
        {
          optional: true,
          when: changes,
        },
      ),
      ask.choice(
        'budgetHeld',
        'How the budget is held',
        say('How do you want your budget to be held?', 'How does the person want the budget to be held?'),
        [
          ['as-planned', 'As the plan says'],
          ['direct-payment', say('Paid to me, as a direct payment', 'Paid to them, as a direct payment')],
          ['council-managed', 'Arranged by the council'],
          ['both', 'Some of each'],
        ],
        {
          hint: 'A direct payment gives independence, choice and control over who helps, when and how.',
          error: say('Select how you want your budget to be held', 'Select how the budget is to be held'),
          when: changes,
          meets: ['CB26', 'CB27', 'CB28'],
        },
      ),
      ask.long('whyNot', 'Why it is not agreed', say('Why do you not agree?', 'Why do they not agree?'), {
        error: say('Tell us why you do not agree', 'Enter why they do not agree'),
        when: notAgreed,
      }),
    ],
    {
      oneNeeded: {
        of: ['sentBack', 'whatChanges'],
        error: say('Tell us what should change', 'Name the parts to change, or enter what should change'),
      },
    },
  );
};

/** The answer to a plan as staff record it with the person: agreed and signed, changes wanted, or not agreed. Care Act 2014 s.25(5). */
export const planAgreement = list({
  id: 'plan-agreement',
  version: 1,
  title: 'Answer to a plan',
  copyTitle: 'Your answer to the plan',
  audience: 'staff',
  intro: ['Go through the plan with the person. They may answer on their own page instead.'],
  send: 'Record the answer',
  exits: [],
  sections: [
    section('answer', 'Record the answer', [
      answerPage('staff'),
      page(
        'signing',
        'Signing',
        [
          ask.date('signedOn', 'Date of signing', 'When was it signed, if not today?', {
            range: 'past-or-today',
            optional: true,
            when: agreed,
          }),
          ask.choice(
            'signedAs',
            'Who signed',
            'Who signed?',
            [
              ['person', 'The person'],
              ['welfare-attorney', 'An attorney for health and welfare'],
              ['welfare-deputy', 'A deputy for health and welfare'],
              ['property-attorney', 'An attorney for property and money'],
              ['property-deputy', 'A deputy for property and money'],
              ['best-interests', 'Nobody for the person: the council, in their best interests'],
            ],
            {
              optional: true,
              when: agreed,
              law: [
                law.secondary(
                  'Attorneys and deputies for property decide on money, not on the plan.',
                  'Councils’ published procedures',
                ),
                law.design(
                  'Without capacity and without a power over care nobody signs: record best interests and who was asked.',
                  'Mental Capacity Act 2005 s.4',
                ),
                law.confirmed(
                  'A welfare attorney acts only when capacity for that decision is gone.',
                  'Lambeth, published procedure',
                ),
              ],
            },
          ),
        ],
        { when: agreed },
      ),
      page(
        'steps',
        'Steps to agree',
        [
          ask.long('stepsTried', 'Steps tried', 'What was tried to reach agreement?', {
            optional: true,
            statutory: true,
            law: [
              law.confirmed(
                'Take all reasonable steps to agree how the needs are met.',
                'Care Act 2014 ss.25(5) and 27(5)',
              ),
            ],
          }),
          ask.yesno('goesOn', 'The council goes on', 'Does the council go on with the plan without agreement?', {
            hint: 'Only after all reasonable steps to agree, and never by whoever wrote the plan.',
            optional: true,
            when: notAgreed,
          }),
          ask.long('startsMeanwhile', 'What can start meanwhile', 'What can start meanwhile?', { optional: true }),
        ],
        { when: when('answer', 'changes-asked', 'not-agreed') },
      ),
    ]),
  ],
});

/** What the person says to a plan. Care Act 2014 s.25(5). */
export type PlanAgreement = AnswersOf<typeof planAgreement>;

/** The same answer as the person gives it on their own page: their part of the list, in their voice. S10. */
export const planAnswerForm: Form = list({
  ...planAgreement,
  title: 'Your answer to the plan',
  audience: 'public',
  intro: [],
  send: 'Send your answer',
  sections: [section('answer', 'Your answer', [answerPage('person')])],
});
