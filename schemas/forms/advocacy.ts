import type { Condition } from '../form-language.ts';
import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law, toldBeside, whoever } from './fragments/staff-words.ts';
import { difficultyQuestion, hasDifficulty } from './fragments/staff-worries.ts';

const offeredSomeone: Condition = { all: [hasDifficulty, when('supporter', 'yes')] };
/** Somebody who does not want the advocate has one all the same: the duty stands. */
const arranged = when('arrangement', 'arranged', 'declined');

/**
 * Whether somebody must have an independent advocate, and what was done about it. Care Act 2014 ss.67 and 68; SI 2014/2889.
 */
export const advocacy = listAgain({
  id: 'advocacy',
  version: 1,
  title: 'An independent advocate',
  audience: 'staff',
  intro: [
    'The duty is towards each person who must be involved: the adult, the carer, and in a carer’s case the adult asked in.',
  ],
  copyTitle: 'Your independent advocate',
  copyEnd: [
    'An independent advocate is free for you. They are not from the council. They help you to follow what is said, and to be heard.',
    'If you think that this is wrong, ask us to look again, or complain to us.',
  ],
  send: 'Record what was arranged',
  exits: [],
  sections: [
    section('need', 'Say whether one is needed', [
      page('who-for', 'Who it is for', [
        ask.choice(
          'forWhom',
          'Who it is for',
          'For whom is it?',
          [
            ['person', 'The person whose case this is'],
            ['carer', 'Their carer'],
            ['cared-for', 'The adult whom a carer looks after'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed('Whoever must be involved can need an advocate of their own.', 'Care Act 2014 s.67(3)'),
            ],
            notInCopy: true,
          },
        ),
        ask.choice(
          'occasion',
          'What it is for',
          'What is it for?',
          [
            ['needs-assessment', 'A needs assessment'],
            ['carers-assessment', 'A carer’s assessment'],
            ['care-and-support-plan', 'A care and support plan'],
            ['support-plan', 'A carer’s support plan'],
            ['revising-care-and-support-plan', 'Revising a care and support plan'],
            ['revising-support-plan', 'Revising a support plan'],
            ['safeguarding-enquiry', 'A safeguarding enquiry'],
            ['safeguarding-review', 'A safeguarding review'],
          ],
          { statutory: true, copy: 'What the advocate is for', meets: ['s.67(3)', 's.68'] },
        ),
        difficultyQuestion(toldBeside('takingPart', ...whoever)),
      ]),
      page(
        'supporter',
        'Someone appropriate',
        [
          ask.yesno('supporter', 'Someone offered', 'Is there someone who could represent and support them instead?', {
            statutory: true,
            known: toldBeside('someoneToSupport', 'needs-assessment', 'carers-assessment'),
            notInCopy: true,
          }),
          ask.text('supporterName', 'Who it is', 'Who is it?', {
            when: offeredSomeone,
            known: [
              ...toldBeside('supporter', 'needs-assessment', 'carers-assessment'),
              { list: 'triage', question: 'supporterName', beside: true },
            ],
            notInCopy: true,
          }),
          ask.yesno(
            'supporterPaid',
            'Paid or professional',
            'Are they paid, or a professional, in the person’s care or treatment?',
            {
              when: offeredSomeone,
              statutory: true,
              law: [
                law.confirmed(
                  'Then they are not appropriate: a personal assistant is paid too.',
                  'Care Act 2014 s.67(5)',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.choice(
            'supporterAgreed',
            'Agreed to',
            'Does the person agree to them?',
            [
              ['agrees', 'Yes'],
              ['does-not-agree', 'No'],
              ['best-interests', 'Cannot decide it, and it is in the best interests'],
              ['not-best-interests', 'Cannot decide it, and it is not in the best interests'],
            ],
            {
              when: offeredSomeone,
              statutory: true,
              law: [
                law.confirmed('Only with consent, or without capacity in best interests.', 'Care Act 2014 s.67(6)'),
              ],
              notInCopy: true,
            },
          ),
          ask.yesno('supporterAble', 'Able to support', 'Are they able to support the person in this?', {
            when: offeredSomeone,
            notInCopy: true,
          }),
          ask.yesno('supporterImplicated', 'Implicated in harm', 'Are they implicated in abuse or neglect?', {
            when: offeredSomeone,
            notInCopy: true,
          }),
          ask.multi(
            'otherTriggers',
            'Other reasons',
            'Does any of these apply?',
            [
              [
                'hospital-28-days',
                'The NHS may arrange a hospital stay of 28 days or more, and it is in their best interests',
              ],
              [
                'care-home-8-weeks',
                'The NHS may arrange a care home stay of 8 weeks or more, and it is in their best interests',
              ],
              [
                'disagreement',
                'The council and the supporter disagree on something that matters, and both want an advocate',
              ],
              ['none', 'None of these'],
            ],
            {
              alone: 'none',
              when: offeredSomeone,
              law: [
                law.secondary(
                  'An advocate is due in these cases in spite of a supporter.',
                  'SI 2014/2889 reg 4; NICE NG227',
                ),
              ],
              notInCopy: true,
            },
          ),
        ],
        { when: hasDifficulty, computed: [{ id: 'required', label: 'What follows', rule: 'advocate-required' }] },
      ),
    ]),
    section('arrangement', 'Record what was arranged', [
      page('arrangement', 'What was arranged', [
        ask.choice(
          'arrangement',
          'What was arranged',
          'What was arranged?',
          [
            ['arranged', 'An advocate is arranged'],
            ['referred', 'Referred, and nobody is named yet'],
            ['declined', 'An advocate is arranged, and the person does not want them'],
            ['not-needed', 'Not needed'],
          ],
          { statutory: true, notInCopy: true },
        ),
        ask.date('referredOn', 'Day of the referral', 'When was it referred?', {
          when: when('arrangement', 'arranged', 'declined', 'referred'),
          range: 'past-or-today',
          copy: 'Asked for on',
        }),
        ask.choice(
          'advocateKind',
          'Kind of advocate',
          'Which kind of advocate?',
          [
            ['care-act', 'An independent advocate for care and support'],
            ['imca', 'Independent mental capacity advocate'],
            ['imha', 'Independent mental health advocate'],
            ['other', 'Another'],
          ],
          { when: when('arrangement', 'arranged', 'declined', 'referred') },
        ),
        ask.text('advocateName', 'Advocate', 'Who is the advocate?', { when: arranged, copy: 'Your advocate' }),
        ask.text('advocateContact', 'How to reach them', 'How are they reached?', { when: arranged }),
        ask.date('startsOn', 'Since', 'From when?', { reach: 'life', when: arranged, copy: 'From' }),
        ask.yesno(
          'advocateIndependent',
          'Independent',
          'Does the advocate work for neither the council nor anyone who cares for them?',
          {
            when: arranged,
            statutory: true,
            law: [
              law.confirmed(
                'Nobody who cares for the individual, or for that adult’s carer, paid or as a professional.',
                'SI 2014/2889 reg 2(2)',
              ),
            ],
            copy: 'Independent of the council and of those who care for you',
          },
        ),
        ask.long('declinedHow', 'How it was explained', 'How was it explained, and what happens instead?', {
          when: when('arrangement', 'declined'),
          law: [law.secondary('The duty stands though the person does not engage.', 'Commentaries on s.67')],
          notInCopy: true,
        }),
        ask.long('notNeededWhy', 'Why none is needed', 'Why is none needed, though difficulty was told of?', {
          when: when('arrangement', 'not-needed'),
          optional: true,
          hint: 'Needed where the person has told us of a difficulty, or staff have found one.',
          notInCopy: true,
        }),
        ask.date('askAgainOn', 'Ask again', 'When is the service asked again?', {
          when: when('arrangement', 'referred'),
          range: 'today-or-future',
          hint: 'A task opens for that day.',
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
