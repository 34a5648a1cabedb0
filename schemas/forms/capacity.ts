import type { Condition } from '../form-language.ts';
import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { bothOf, law, toldBeside } from './fragments/staff-words.ts';

const doubted = when('reasonToDoubt', 'yes');
const unable: Condition = {
  any: [when('canUnderstand', 'no'), when('canRetain', 'no'), when('canWeigh', 'no'), when('canCommunicate', 'no')],
};
const lacks: Condition = { all: [doubted, when('impairment', 'yes'), unable, when('becauseOfImpairment', 'yes')] };

const ability = <const Id extends 'canUnderstand' | 'canRetain' | 'canWeigh' | 'canCommunicate'>(
  id: Id,
  name: string,
  label: string,
  clause: string,
) =>
  ask.choice(
    id,
    name,
    label,
    [
      ['yes', 'Yes'],
      ['no', 'No'],
      ['not-tested', 'Not tested'],
    ],
    {
      when: doubted,
      statutory: true,
      law: [
        law.fromMemory('Each of the four is tested, for this decision.', `Mental Capacity Act 2005 s.3(1)(${clause})`),
      ],
      notInCopy: true,
    },
  );

/**
 * Whether a person can make one decision at one time, and if not, what is in their best interests. Mental Capacity Act 2005 ss.1 to 4,
 * from memory of that Act; the fields follow a council's published form.
 */
export const capacity = listAgain({
  id: 'capacity',
  version: 1,
  title: 'Capacity for a decision',
  audience: 'staff',
  intro: ['One decision at one time. A person is not treated as unable until all that can help has been tried.'],
  send: 'Record the assessment of capacity',
  exits: [],
  sections: [
    section('decision', 'Name the decision', [
      page('decision', 'The decision', [
        ask.choice(
          'decisionKind',
          'Decision',
          'Which decision is it?',
          [
            ['refuse-assessment', 'To refuse an assessment'],
            ['take-part', 'To take part in an assessment or a plan'],
            ['care-and-support', 'Which care and support to have'],
            ['where-to-live', 'Where to live'],
            ['share-information', 'With whom to share information'],
            ['money', 'Money, or who manages it'],
            ['protection', 'How to be safe from harm'],
            ['other', 'Another decision'],
          ],
          { statutory: true, notInCopy: true },
        ),
        ask.text('decisionWhat', 'Decision in words', 'What exactly has to be decided?', {
          known: [
            { list: 'triage', question: 'capacityDecision' },
            { list: 'assessment', question: 'capacityDecision' },
            { list: 'carer-assessment', question: 'capacityDecision' },
          ],
          statutory: true,
          notInCopy: true,
        }),
        ask.yesno('couldWait', 'Could wait', 'Could the decision wait until the person can make it?', {
          statutory: true,
          law: [
            law.fromMemory(
              'Consider whether and when the person will have capacity.',
              'Mental Capacity Act 2005 s.4(3)',
            ),
          ],
          notInCopy: true,
        }),
        ask.date('waitUntil', 'Wait until', 'Until when?', {
          when: when('couldWait', 'yes'),
          range: 'today-or-future',
          hint: 'A task opens for that day.',
          notInCopy: true,
        }),
        ask.yesno('reasonToDoubt', 'Reason to doubt', 'Is there reason to doubt capacity for it?', {
          statutory: true,
          law: [
            law.fromMemory(
              'Capacity is presumed. An unwise decision is no reason.',
              'Mental Capacity Act 2005 s.1(2) and (4)',
            ),
          ],
          notInCopy: true,
        }),
        ask.long('doubtWhy', 'Why it is doubted', 'Why is it doubted?', { when: doubted, notInCopy: true }),
        ask.long('supportGiven', 'Support to decide', 'What was done to help the person decide?', {
          when: doubted,
          statutory: true,
          law: [
            law.fromMemory('All practicable steps, without success, come first.', 'Mental Capacity Act 2005 s.1(3)'),
          ],
          notInCopy: true,
        }),
      ]),
    ]),
    section('abilities', 'Test the four abilities', [
      page(
        'abilities',
        'Four abilities',
        [
          ability('canUnderstand', 'Understand', 'Can the person understand what matters for it?', 'a'),
          ability('canRetain', 'Retain', 'Can the person keep it in mind long enough?', 'b'),
          ability('canWeigh', 'Use or weigh', 'Can the person use or weigh it?', 'c'),
          ability('canCommunicate', 'Communicate', 'Can the person say or show what they decide?', 'd'),
          ask.long('evidence', 'Evidence', 'What is the evidence for each answer?', {
            statutory: true,
            notInCopy: true,
          }),
          ask.choice(
            'impairment',
            'Impairment',
            'Is there an impairment of, or a disturbance in, mind or brain?',
            [
              ['yes', 'Yes'],
              ['no', 'No'],
              ['not-known', 'Not known'],
            ],
            {
              statutory: true,
              law: [law.fromMemory('Without one there is no lack of capacity.', 'Mental Capacity Act 2005 s.2(1)')],
              notInCopy: true,
            },
          ),
          ask.text('impairmentWhat', 'Which impairment', 'Which, and how is it known?', {
            when: when('impairment', 'yes'),
            notInCopy: true,
          }),
          ask.yesno('becauseOfImpairment', 'Because of it', 'Can they not do it because of that impairment?', {
            when: { all: [when('impairment', 'yes'), unable] },
            statutory: true,
            notInCopy: true,
          }),
        ],
        { when: doubted, computed: [{ id: 'finding', label: 'What follows', rule: 'capacity-finding' }] },
      ),
    ]),
    section('best-interests', 'Decide in their best interests', [
      page(
        'best-interests',
        'Best interests',
        [
          ask.long('ownWishes', 'Their wishes', 'What does the person want, and what did they want before?', {
            statutory: true,
            law: [
              law.fromMemory(
                'Wishes, feelings, beliefs and values, past and present; the person takes part as far as they can.',
                'Mental Capacity Act 2005 s.4(4) and (6)',
              ),
            ],
            notInCopy: true,
          }),
          ask.long('consulted', 'Who was consulted', 'Who was consulted, and what do they think?', {
            statutory: true,
            law: [law.fromMemory('Those who care, and an attorney or deputy.', 'Mental Capacity Act 2005 s.4(7)')],
            notInCopy: true,
          }),
          ask.choice(
            'attorney',
            'Attorney or deputy',
            'Who holds power to decide this?',
            [
              ['nobody', 'Nobody: the council decides in best interests'],
              ['welfare-attorney', 'A welfare attorney'],
              ['welfare-deputy', 'A welfare deputy'],
              ['property-attorney', 'A property attorney, on money'],
              ['property-deputy', 'A property deputy, on money'],
            ],
            {
              known: toldBeside('helperAuthority', ...bothOf, 'referral'),
              law: [
                law.confirmed(
                  'A welfare attorney acts only when capacity for that decision is gone.',
                  'Published guidance, Lambeth',
                ),
                law.confirmed(
                  'Check with the Public Guardian that the power exists and covers it.',
                  'LGSCO; South Tyneside',
                ),
                law.confirmed('An appointee is for benefits alone.', 'Published guidance'),
              ],
              notInCopy: true,
            },
          ),
          ask.date('authorityCheckedOn', 'Authority checked', 'When was the power checked with the Public Guardian?', {
            reach: 'life',
            when: when('attorney', 'welfare-attorney', 'welfare-deputy', 'property-attorney', 'property-deputy'),
            range: 'past-or-today',
            notInCopy: true,
          }),
          ask.yesno('needsAdvocate', 'Nobody to consult', 'Is there nobody but paid staff to consult?', {
            statutory: true,
            notInCopy: true,
          }),
          ask.long(
            'bestInterests',
            'Best-interests decision',
            'What is decided, and why is it the least restrictive way?',
            {
              statutory: true,
              law: [
                law.fromMemory(
                  'The less restrictive way is looked for first.',
                  'Mental Capacity Act 2005 s.1(5) and (6)',
                ),
              ],
              notInCopy: true,
            },
          ),
        ],
        {
          when: lacks,
          opens: [
            {
              work: 'arrange-advocacy',
              when: when('needsAdvocate', 'yes'),
              reason: 'A person who lacks capacity for a decision has nobody but paid staff to be consulted',
            },
          ],
        },
      ),
    ]),
    section('assessor', 'Say who assessed', [
      page('assessor', 'Who assessed', [
        ask.text('assessedBy', 'Who assessed', 'Who assessed it?', { notInCopy: true }),
        ask.date('assessedOn', 'Day', 'When?', { range: 'past-or-today', notInCopy: true }),
      ]),
    ]),
  ],
});
