import { ask, list, page, section, when } from './fragments/build.ts';
import { howToChallenge, law } from './fragments/staff-words.ts';
import { abuseQuestion } from './fragments/staff-worries.ts';

const lacks = when('capacityToEnd', 'lacks');
const beside = (list: string, ...questions: string[]) =>
  questions.map((question) => ({ list, question, beside: true as const }));
/** What the person says now, and why support went on when they asked before. */
const asked = [
  ...beside('end-support', 'endWhy'),
  ...beside('notice-of-end', 'goesOnWhy'),
  ...beside('end-of-support', 'goesOnWhy'),
];

/**
 * The person asks for their support to end. It does not end by that: capacity, harm and risk are looked at first, and they are answered.
 * Care Act 2014 ss.11(2) and 27.
 */
export const considerEnding = list({
  id: 'consider-ending',
  version: 1,
  title: 'The person asks to end support',
  audience: 'staff',
  intro: ['Support goes on meanwhile. Speak with the person, alone if you can, before you answer.'],
  copyTitle: 'Our answer about ending your support',
  send: 'Send the answer',
  exits: [],
  sections: [
    section('wish', 'Find out what they want', [
      page('wish', 'What they want', [
        ask.date('spokenOn', 'Day you spoke', 'When did you speak with them?', { range: 'past-or-today' }),
        ask.long('saidWhy', 'What they said', 'Why do they want support to end, and what would they do instead?', {
          known: asked,
          copy: 'What you said',
        }),
        ask.long('risks', 'Risks', 'What would be at risk without the support?', { copy: 'What we talked about' }),
      ]),
    ]),
    section('stands', 'Ask whether the wish stands', [
      page(
        'capacity',
        'Capacity',
        [
          ask.choice(
            'capacityToEnd',
            'Capacity to decide',
            'Has the person capacity to decide that their support ends?',
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
            },
          ),
          ask.yesno('endInBestInterests', 'Best interests', 'Is it in their best interests that support ends?', {
            when: lacks,
            statutory: true,
            notInCopy: true,
          }),
          ask.long('endBestInterestsWhy', 'Why', 'Why, and who was consulted?', { when: lacks, notInCopy: true }),
        ],
        {
          opens: [
            {
              work: 'assess-capacity',
              when: when('capacityToEnd', 'not-assessed'),
              reason: 'There is doubt whether the person can decide that their support ends',
            },
          ],
        },
      ),
      page(
        'abuse-or-neglect',
        'Abuse or neglect',
        [
          abuseQuestion([
            law.confirmed('Then needs are assessed in spite of a refusal.', 'Care Act 2014 s.11(2)(b)'),
            law.design('So support goes on, and the plan is reviewed.', 'Design rule'),
          ]),
        ],
        {
          sensitive: true,
          opens: [
            {
              work: 'look-into-safety',
              when: when('abuseOrNeglect', 'yes'),
              reason: 'Abuse or neglect, or a risk of it, beside a wish to end support',
            },
          ],
        },
      ),
    ]),
    section('answer', 'Answer', [
      page('answer', 'Answer', [
        ask.choice(
          'outcome',
          'What follows',
          'What follows?',
          [
            ['goes-on', 'Support goes on: the person wants that after all'],
            ['review', 'Support goes on, and the plan is reviewed'],
            ['end', 'Support ends, after notice'],
          ],
          { copy: 'What follows' },
        ),
        ask.long('answer', 'Answer', 'What do you tell the person?', { copy: 'Our answer' }),
      ]),
    ]),
  ],
});

/** The notice that support ends, with its reasons: a letter, without which nothing ends. Care Act 2014 ss.24(2) and 27(4). */
export const noticeOfEnd = list({
  id: 'notice-of-end',
  version: 1,
  title: 'Notice that support ends',
  audience: 'staff',
  intro: ['The plan stays in force, and support runs, until the day that the notice names.'],
  copyTitle: 'Notice that your support ends',
  copyEnd: ['Your support goes on until the day above.', ...howToChallenge],
  send: 'Give the notice',
  exits: [],
  sections: [
    section('reasons', 'Give the reasons', [
      page('reasons', 'Reasons', [
        ask.choice(
          'noticeFor',
          'What is given notice of',
          'What follows?',
          [
            ['end', 'Support ends'],
            ['goes-on', 'Support goes on after all'],
          ],
          { notInCopy: true },
        ),
        ask.long('goesOnWhy', 'Why it goes on', 'Why does it go on?', {
          when: when('noticeFor', 'goes-on'),
          notInCopy: true,
        }),
        ask.long('reasons', 'Reasons', 'Why does the support end?', {
          when: when('noticeFor', 'end'),
          statutory: true,
          known: beside('consider-ending', 'answer', 'endBestInterestsWhy'),
          law: [
            law.confirmed('Where needs are not to be met, written reasons are given.', 'Care Act 2014 s.24(2)'),
            law.confirmed(
              'Fault was found where the end of a package was poorly communicated.',
              'LGSCO 24 022 635 and 25 000 854',
            ),
          ],
          copy: 'Why your support ends',
        }),
        ask.long('needsMetHow', 'How needs are met', 'How is each need met from then on?', {
          when: when('noticeFor', 'end'),
          known: beside('consider-ending', 'risks'),
          copy: 'How your needs are met from then on',
        }),
        ask.long('personView', 'The person’s view', 'What does the person say to it?', {
          when: when('noticeFor', 'end'),
          known: beside('consider-ending', 'saidWhy'),
          copy: 'What you said',
        }),
        ask.long('adviceGiven', 'Advice', 'Which advice and information do you give?', {
          when: when('noticeFor', 'end'),
          law: [law.confirmed('The duty to advise does not end with support.', 'Care Act 2014 ss.4 and 24(2)')],
          copy: 'What may help',
        }),
      ]),
      page('day', 'Day', [
        ask.date('endsOn', 'Last day of support', 'On which day does support end?', {
          when: when('noticeFor', 'end'),
          range: 'today-or-future',
          law: [
            law.design(
              'Council data says how many days of notice: 28 where it does not. They count from the day on which the notice is sent or posted.',
              'No length stands in the law',
            ),
          ],
          copy: 'Your support ends on',
        }),
        ask.yesno('personAgreesEarlier', 'Agrees to less notice', 'Does the person agree to less notice than that?', {
          when: when('noticeFor', 'end'),
          copy: 'You agree to less notice',
        }),
      ]),
    ]),
  ],
});

/** That support has ended, once its notice was given and its day has come. Care Act 2014 s.27(4). */
export const endOfSupport = list({
  id: 'end-of-support',
  version: 1,
  title: 'The end of support',
  audience: 'staff',
  intro: ['This closes the case. The person has had notice, and its day has come.'],
  copyTitle: 'The end of your support',
  send: 'Record the end',
  exits: [],
  sections: [
    section('end', 'Record the end', [
      page('end', 'The end', [
        ask.choice(
          'ended',
          'Support has ended',
          'Has support ended?',
          [
            ['yes', 'Yes'],
            ['goes-on', 'No, it goes on after all'],
          ],
          {
            known: beside(
              'notice-of-end',
              'reasons',
              'needsMetHow',
              'personView',
              'adviceGiven',
              'personAgreesEarlier',
            ),
            copy: 'Support has ended',
          },
        ),
        ask.long('goesOnWhy', 'Why it goes on', 'Why does it go on?', {
          when: when('ended', 'goes-on'),
          copy: 'Why it goes on',
        }),
        ask.date('endedOn', 'Last day of support', 'What was its last day?', {
          when: when('ended', 'yes'),
          range: 'past-or-today',
          known: [{ list: 'notice-of-end', question: 'endsOn' }],
          copy: 'Last day of your support',
        }),
        ask.long('providersTold', 'Providers', 'Who gave the support, and when were they told that it ends?', {
          when: when('ended', 'yes'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
