import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';
import { abuseQuestion } from './fragments/staff-worries.ts';

const lacks = when('capacityToRefuse', 'lacks');

/** What a refusal of an assessment, or of a part of one, means: whether it stands, or the council assesses all the same. Care Act 2014 s.11. */
export const refusal = listAgain({
  id: 'refusal',
  version: 1,
  title: 'A refusal of an assessment',
  audience: 'staff',
  intro: ['A refusal is respected once two things have been asked: capacity to refuse, and abuse or neglect.'],
  copyTitle: 'About your decision on an assessment',
  send: 'Record what follows',
  exits: [],
  sections: [
    section('refusal', 'Record the refusal', [
      page('refusal', 'The refusal', [
        ask.date('refusedOn', 'Day of the refusal', 'When did they say no?', {
          range: 'past-or-today',
          copy: 'Day on which you said no',
        }),
        ask.choice(
          'refusedScope',
          'Whole or part',
          'Did they say no to the whole assessment, or to a part of it?',
          [
            ['whole', 'To all of it'],
            ['part', 'To a part: the rest goes on'],
          ],
          { optional: true, hint: 'A refusal of the whole closes the case, where it stands.', notInCopy: true },
        ),
        ask.long('refusedWhat', 'What they said', 'What did they say no to, and why?', {
          copy: 'What you said',
          meets: ['s.11(1)'],
        }),
        ask.choice(
          'since',
          'Since then',
          'What has happened since?',
          [
            ['nothing', 'Nothing that changes it'],
            ['asked-for-assessment', 'An assessment was asked for after all'],
            ['needs-changed', 'Needs or circumstances have changed'],
            ['needs-changed-and-refused-again', 'Changed, and refused again'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'The duty comes back when the person asks, or when needs or circumstances change.',
                'Care Act 2014 s.11(3) and (4)',
              ),
              law.confirmed(
                'For a carer: when the carer’s or the adult’s needs or circumstances change.',
                'Care Act 2014 s.11(6) and (7)',
              ),
            ],
            notInCopy: true,
          },
        ),
      ]),
    ]),
    section('stands', 'Ask whether it stands', [
      page(
        'capacity-to-refuse',
        'Capacity to refuse',
        [
          ask.choice(
            'capacityToRefuse',
            'Capacity to refuse',
            'Has the person capacity to refuse?',
            [
              ['has', 'Yes'],
              ['lacks', 'No: assessed, and lacking'],
              ['not-assessed', 'In doubt, and not assessed yet'],
            ],
            {
              statutory: true,
              known: [{ list: 'capacity', question: 'decisionWhat', beside: true }],
              law: [
                law.confirmed(
                  'No fault was found where a refusal was accepted after capacity and safeguarding had both been considered.',
                  'LGSCO 19 018 716',
                ),
              ],
              notInCopy: true,
              meets: ['s.11(2)(a)'],
            },
          ),
          ask.yesno('inBestInterests', 'Best interests', 'Is an assessment in their best interests?', {
            when: lacks,
            statutory: true,
            notInCopy: true,
            meets: ['s.11(2)(a)'],
          }),
          ask.long('bestInterestsWhy', 'Why', 'Why, and who was consulted?', {
            when: lacks,
            notInCopy: true,
            known: [
              { list: 'capacity', question: 'bestInterests', beside: true },
              { list: 'capacity', question: 'ownWishes', beside: true },
              { list: 'capacity', question: 'consulted', beside: true },
            ],
          }),
        ],
        {
          opens: [
            {
              work: 'assess-capacity',
              when: when('capacityToRefuse', 'not-assessed'),
              reason: 'There is doubt whether the person can decide to refuse an assessment',
            },
          ],
        },
      ),
      page(
        'abuse-or-neglect',
        'Abuse or neglect',
        [
          abuseQuestion([
            law.confirmed('Then the assessment is made in spite of the refusal.', 'Care Act 2014 s.11(2)(b)'),
          ]),
          ask.long('abuseConsidered', 'How it was considered', 'How was that considered?', { notInCopy: true }),
        ],
        {
          sensitive: true,
          opens: [
            {
              work: 'look-into-safety',
              when: when('abuseOrNeglect', 'yes'),
              reason: 'Abuse or neglect, or a risk of it, beside the refusal of an assessment',
            },
          ],
        },
      ),
    ]),
    section('told', 'Record what they were told', [
      page('told', 'What they were told', [
        ask.long('adviceGiven', 'Advice', 'Which advice and information were given?', {
          law: [law.confirmed('A refusal does not end the duty to give information and advice.', 'Care Act 2014 s.4')],
          copy: 'Advice',
        }),
        ask.yesno('howToComeBack', 'How to come back', 'Were they told how to ask for an assessment later?', {
          copy: 'Told how to ask later',
        }),
      ]),
    ]),
  ],
});
