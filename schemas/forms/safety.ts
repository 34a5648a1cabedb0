import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law, told, toldBeside, whoever, yesNoUnknown } from './fragments/staff-words.ts';
import { difficultyQuestion, supporterChecks, supporterQuestion, supportQuestion } from './fragments/staff-worries.ts';

const inDanger = when('dangerNow', 'yes');
const enquiry = when('decision', 'enquiry');

/**
 * A worry about abuse or neglect: the three limbs of the duty to make enquiries, what the person wants, and what was done. No copy is
 * given of it: how and what the person is told is decided here. Care Act 2014 ss.42 and 68.
 */
export const safety = listAgain({
  id: 'safety',
  version: 1,
  title: 'A worry about safety',
  audience: 'staff',
  intro: ['Speak with the person alone if you can, by the way that they said is safe.'],
  send: 'Record what was decided',
  exits: [],
  sections: [
    section('worry', 'Record the worry', [
      page(
        'worry',
        'The worry',
        [
          ask.long('worry', 'The worry', 'What is the worry, and who raised it?', {
            known: [
              { list: 'triage', question: 'harmWhat' },
              { list: 'assessment', question: 'harmWhat' },
              { list: 'carer-assessment', question: 'harmWhat' },
              { list: 'contact-decision', question: 'harmWhat' },
              { list: 'review', question: 'harmWhat' },
              { list: 'change-answer', question: 'harmWhat' },
              ...toldBeside('treatedBadly', ...whoever),
            ],
            notInCopy: true,
          }),
          ask.text('safeContact', 'Safe way and time', 'How and when is it safe to reach the person?', {
            known: [{ list: 'person', question: 'safeContact' }, ...told('safeContact', ...whoever)],
            notInCopy: true,
          }),
          ask.yesno('dangerNow', 'Danger now', 'Is anyone in danger now?', { notInCopy: true }),
          ask.long('doneAtOnce', 'What was done at once', 'What was done at once?', {
            when: inDanger,
            notInCopy: true,
          }),
          ask.multi(
            'abuseKinds',
            'Kinds of harm',
            'Which kinds of harm?',
            [
              ['physical', 'Physical'],
              ['domestic', 'Domestic'],
              ['sexual', 'Sexual'],
              ['psychological', 'Psychological'],
              ['financial', 'Financial'],
              ['modern-slavery', 'Modern slavery'],
              ['discriminatory', 'Discriminatory'],
              ['organisational', 'Organisational'],
              ['neglect', 'Neglect'],
              ['self-neglect', 'Self-neglect'],
              ['none', 'None found'],
            ],
            {
              alone: 'none',
              law: [law.confirmed('Abuse includes financial abuse.', 'Care Act 2014 s.42(3)')],
              notInCopy: true,
            },
          ),
          ask.long('suspectedSource', 'Suspected source', 'Who may be causing it?', {
            optional: true,
            hint: 'This is in no mail and no copy.',
            notInCopy: true,
          }),
          ask.yesno('othersAtRisk', 'Others at risk', 'Is anyone else at risk, a child above all?', {
            notInCopy: true,
          }),
          ask.multi(
            'othersAtRiskWho',
            'Who else is at risk',
            'Is it a child or an adult?',
            [
              ['child', 'A child'],
              ['adult', 'Another adult'],
            ],
            {
              when: when('othersAtRisk', 'yes'),
              hint: 'For a child a task opens to tell children’s services.',
              notInCopy: true,
            },
          ),
          ask.long('othersAtRiskWhat', 'What was done for them', 'Who, and what was done?', {
            when: when('othersAtRisk', 'yes'),
            notInCopy: true,
          }),
        ],
        { sensitive: true },
      ),
    ]),
    section('person', 'Record what the person wants', [
      page('wishes', 'What the person wants', [
        ask.choice(
          'wantsEnquiry',
          'What the person wants',
          'What does the person want to happen?',
          [
            ['look-into-it', 'That it is looked into'],
            ['leave-it', 'That it is left alone'],
            ['not-asked', 'Could not be asked'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'The duty does not wait for consent. Ask what the person wishes, and give their wishes weight.',
                'Care Act 2014 s.42; guidance ch. 14',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.long('wishes', 'In their words', 'What did they say, or why could they not be asked?', {
          statutory: true,
          notInCopy: true,
        }),
        difficultyQuestion(toldBeside('takingPart', ...whoever)),
        supportQuestion,
        supporterQuestion(toldBeside('supporter', 'needs-assessment', 'carers-assessment')),
        ...supporterChecks,
      ]),
    ]),
    section('decision', 'Decide', [
      page('three-limbs', 'The three limbs', [
        ask.choice(
          'hasCareNeeds',
          'Needs',
          'Is there reason to suspect that the person has needs for care and support?',
          yesNoUnknown,
          {
            error: 'Select whether the person has needs for care and support',
            statutory: true,
            law: [law.confirmed('Met or not, eligible or not.', 'Care Act 2014 s.42(1)(a)')],
            notInCopy: true,
            meets: ['s.42(1)(a)'],
          },
        ),
        ask.choice(
          'experiencingOrAtRisk',
          'Abuse or neglect',
          'Is there reason to suspect that they are experiencing, or at risk of, abuse or neglect?',
          yesNoUnknown,
          {
            error: 'Select whether there is abuse or neglect, or a risk of it',
            statutory: true,
            notInCopy: true,
            meets: ['s.42(1)(b)'],
          },
        ),
        ask.choice(
          'cannotProtectSelf',
          'Protection',
          'Is there reason to suspect that because of those needs they cannot protect themselves?',
          yesNoUnknown,
          {
            error: 'Select whether they cannot protect themselves',
            statutory: true,
            notInCopy: true,
            meets: ['s.42(1)(c)'],
          },
        ),
      ]),
      page('decision', 'Decision', [
        ask.choice(
          'decision',
          'Decision',
          'What is decided?',
          [
            ['enquiry', 'An enquiry is made, or caused to be made'],
            ['no-enquiry', 'No enquiry under section 42'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed('With all three limbs an enquiry must be made or caused.', 'Care Act 2014 s.42(1) and (2)'),
              law.secondary('The decision is reasoned, first on 42(1), then on 42(2).', 'LGA and ADASS'),
            ],
            notInCopy: true,
          },
        ),
        ask.long('decisionReasons', 'Reasons', 'Why?', { statutory: true, notInCopy: true }),
        ask.long('overrideReason', 'Against their wish', 'Why is it looked into against what the person wants?', {
          when: { all: [enquiry, when('wantsEnquiry', 'leave-it')] },
          statutory: true,
          law: [
            law.secondary(
              'A refusal is usually respected; overriding it is explained, unless that is dangerous.',
              'SCIE',
            ),
          ],
          notInCopy: true,
        }),
        ask.text('enquiryBy', 'Who enquires', 'Who makes the enquiry?', { when: enquiry, notInCopy: true }),
        ask.long('whatWasDone', 'What was done', 'What was done, and what is done next?', { notInCopy: true }),
        ask.date('planReviewOn', 'Review of the safeguarding plan', 'When is the safeguarding plan looked at again?', {
          optional: true,
          range: 'today-or-future',
          hint: 'A task opens for that day.',
          notInCopy: true,
        }),
      ]),
      page('told', 'Who was told', [
        ask.choice(
          'personTold',
          'The person was told',
          'Was the person told what was decided?',
          [
            ['yes', 'Yes, by the safe way'],
            ['no', 'No'],
          ],
          { notInCopy: true },
        ),
        ask.text('personToldNot', 'Why the person was not told', 'Why not?', {
          when: when('personTold', 'no'),
          notInCopy: true,
        }),
        ask.choice(
          'reporterTold',
          'Who raised it was told',
          'Was whoever raised it told the outcome, as far as it may be told?',
          [
            ['yes', 'Yes'],
            ['no', 'No'],
            ['nobody', 'Nobody else raised it'],
          ],
          {
            law: [
              law.confirmed(
                'The reporter hears the outcome as far as allowed.',
                'Published procedures, Wigan and Sussex',
              ),
            ],
            notInCopy: true,
            known: [
              { list: 'triage', question: 'contactSource', beside: true },
              { list: 'triage', question: 'referrer', beside: true },
              { list: 'triage', question: 'contactMethod', beside: true },
            ],
          },
        ),
        ask.text('reporterToldNot', 'Why the reporter was not told', 'Why may they not be told?', {
          when: when('reporterTold', 'no'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
