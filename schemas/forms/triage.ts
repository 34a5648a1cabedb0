import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import {
  anAdult,
  asLastTime,
  bothOf,
  eachToldBeside,
  law,
  told,
  toldBeside,
  whoever,
} from './fragments/staff-words.ts';
import {
  capacityQuestions,
  difficultyQuestion,
  harmPage,
  opensCapacity,
  otherInvolvedQuestions,
  supporterChecks,
  supporterQuestion,
  supportQuestion,
} from './fragments/staff-worries.ts';
import { urgentlyGiven } from './fragments/urgent-support.ts';

const urgentlySupported = when('urgentSupport', 'yes');
const leavingHospital = when('inHospital', 'yes');

/**
 * What a contact officer records when a request comes in: what happens first and how soon, and what cannot wait. Care Act 2014
 * ss.4, 9(1), 10(1) and 19(3). The same for an adult with needs and for a carer.
 */
export const triage = listAgain({
  id: 'triage',
  version: 1,
  title: 'Triage of a request',
  audience: 'staff',
  intro: [
    'What the person told us stands beside the questions. Add what you found out, and decide what happens first.',
  ],
  copyTitle: 'What happens first',
  send: 'Record the triage',
  exits: [],
  sections: [
    section('contact', 'Look at what came in', [
      page('contact', 'How it came in', [
        ask.choice(
          'contactMethod',
          'How contact was made',
          'How did contact come in?',
          [
            ['online', 'Online form'],
            ['phone', 'Phone'],
            ['email', 'Email'],
            ['letter', 'Letter'],
            ['in-person', 'In person'],
          ],
          { notInCopy: true },
        ),
        ask.date('receivedOn', 'Date received', 'When did it come in, if that was before the case was opened?', {
          range: 'past-or-today',
          optional: true,
          law: [
            law.confirmed(
              'The time that a person waits counts from the day on which they asked.',
              'Care and support statutory guidance 6.29',
            ),
          ],
        }),
        ask.choice(
          'contactSource',
          'Source',
          'Who made contact?',
          [
            ['self', 'The person'],
            ['family', 'Family or friend'],
            ['carer', 'Their carer'],
            ['gp', 'GP'],
            ['hospital', 'Hospital'],
            ['police', 'Police'],
            ['ambulance', 'Ambulance service'],
            ['housing', 'Housing'],
            ['other-council', 'Another council'],
            ['provider', 'Provider'],
            ['other', 'Someone else'],
          ],
          {
            known: [
              ...toldBeside('filledInBy', ...bothOf, 'help-now'),
              ...toldBeside('declaration', ...bothOf, 'referral'),
              ...toldBeside('carerDeclaration', 'joint-assessment'),
              ...toldBeside('helperDeclaration', 'joint-assessment'),
            ],
            notInCopy: true,
          },
        ),
        ask.text('referrer', 'Referrer', 'Who referred the person?', {
          optional: true,
          known: [
            ...told('helperOrganisation', 'referral'),
            ...toldBeside('helperOrganisation', ...bothOf),
            ...toldBeside('helperJob', ...bothOf, 'referral'),
          ],
          notInCopy: true,
        }),
        ask.choice(
          'contactRoute',
          'Route of access',
          'By which route?',
          [
            ['community', 'Community'],
            ['discharge', 'Discharge from hospital'],
            ['transition', 'Transition to adulthood'],
            ['self-funder', 'Self-funder with reduced funds'],
          ],
          { notInCopy: true },
        ),
        ask.long('presentingIssue', 'Presenting issue', 'What is it about, in a few words?', {
          known: [
            ...told('reasonForReferral', 'referral'),
            ...told('whatIsHappening', 'help-now'),
            ...toldBeside('betterLife', 'needs-assessment'),
            ...toldBeside('wantHelpWith', 'carers-assessment'),
            ...toldBeside('whyAsking', 'needs-assessment', 'joint-assessment'),
            ...toldBeside('anythingElse', ...bothOf),
            ...toldBeside('documents', ...bothOf, 'referral'),
            ...toldBeside('carerDocuments', 'joint-assessment'),
          ],
          copy: 'What you asked about',
        }),
        ask.table(
          'keyContacts',
          'Key contacts',
          'Who else can be reached about the person?',
          'contact',
          [
            column.text('name', 'Name'),
            column.text('relationship', 'Who they are'),
            column.text('phone', 'Phone'),
            column.yesno('nextOfKin', 'Next of kin', true),
          ],
          {
            optional: true,
            known: [
              ...toldBeside('whomToRing', 'referral'),
              ...eachToldBeside('peoplePresent'),
              ...toldBeside('neededOnCall', 'help-now'),
            ],
          },
        ),
      ]),
      page('assessed-before', 'Assessed before', [
        ask.choice(
          'assessedBefore',
          'Assessed before',
          'Has the person been assessed before?',
          [
            ['no', 'No'],
            ['by-us', 'Yes, by us'],
            ['elsewhere', 'Yes, by another council'],
            ['not-known', 'Not known'],
          ],
          { known: toldBeside('assessedBefore', ...anAdult), notInCopy: true, meets: ['L43'] },
        ),
        ask.text('assessedBeforeWhere', 'Earlier assessment', 'When, and under which reference or by which council?', {
          when: when('assessedBefore', 'by-us', 'elsewhere'),
          optional: true,
          notInCopy: true,
        }),
      ]),
    ]),
    section('need', 'Say what appears', [
      page(
        'appearance-of-need',
        'Appearance of need',
        [
          ask.yesno(
            'appearsToHaveNeeds',
            'Appearance of need',
            'Does it appear that the person may have needs for care and support, or as a carer for support?',
            {
              statutory: true,
              law: [
                law.confirmed(
                  'A low threshold: that there may be needs, for a carer also in the future. No proof is asked for, and money does not matter.',
                  'Care Act 2014 s.9(1) and (3), s.10(1) and (4)',
                ),
              ],
              copy: 'You may have needs for support',
              meets: ['L6', 's.9(1)'],
            },
          ),
          ask.choice(
            'residence',
            'Where they live',
            'Does the person live in our area?',
            [
              ['in-area', 'Yes'],
              ['elsewhere', 'No'],
              ['not-known', 'Not known'],
            ],
            {
              known: toldBeside('postcode', ...whoever, 'help-now'),
              law: [
                law.confirmed(
                  'Living elsewhere does not end the duty to assess. Residence is settled after the decision.',
                  'Care Act 2014 s.13(3)(c)',
                ),
              ],
              notInCopy: true,
              meets: ['L5'],
            },
          ),
          ask.yesno(
            'supportElsewhere',
            'Support from another council',
            'Do they move here with support from another council?',
            {
              optional: true,
              law: [
                law.confirmed(
                  'From arrival we meet what that council met, until we have assessed.',
                  'Care Act 2014 ss.37 and 38',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.choice(
            'paidOrVoluntary',
            'Paid or voluntary care',
            'Of a carer: do they care under a contract or as voluntary work?',
            [
              ['no', 'No'],
              ['yes', 'Yes'],
              ['treat-as-carer', 'Yes, and it is right to treat it as a carer’s'],
            ],
            {
              optional: true,
              law: [
                law.confirmed(
                  'Such care does not count, unless the relationship makes it right that it does.',
                  'Care Act 2014 s.10(9) and (10)',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.choice(
            'assessmentWanted',
            'Wants an assessment',
            'What does the person say to an assessment?',
            [
              ['yes', 'Wanted'],
              ['no', 'Not wanted'],
              ['not-asked', 'Could not be asked yet'],
            ],
            {
              statutory: true,
              known: toldBeside('decision', 'contact-decision').concat(toldBeside('reasons', 'contact-decision')),
              law: [
                law.confirmed(
                  'A refusal ends the duty, but not where capacity is lacking and it is in their best interests, nor where there is abuse or neglect or a risk of it.',
                  'Care Act 2014 s.11(1) and (2)',
                ),
              ],
              copy: 'What you said about an assessment',
              meets: ['s.11(1)'],
            },
          ),
        ],
        {
          opens: [
            {
              work: 'consider-refusal',
              when: when('assessmentWanted', 'no'),
              reason: 'The person said no to an assessment when the request was triaged',
            },
          ],
        },
      ),
      page(
        'taking-part',
        'Taking part',
        [
          difficultyQuestion([
            ...toldBeside('takingPart', ...bothOf, 'referral'),
            ...toldBeside('whatWouldHelp', ...bothOf),
            ...toldBeside('carerTakingPart', 'joint-assessment'),
            ...toldBeside('carerWhatWouldHelp', 'joint-assessment'),
          ]),
          supportQuestion,
          supporterQuestion(toldBeside('supporter', 'needs-assessment', 'carers-assessment')),
          ...supporterChecks,
          ...otherInvolvedQuestions,
          ...capacityQuestions,
        ],
        { opens: [opensCapacity] },
      ),
      harmPage(toldBeside('treatedBadly', ...whoever)),
    ]),
    section('priority', 'Say how soon', [
      page('urgency', 'How soon', [
        ask.choice(
          'urgency',
          'Urgency',
          'How urgent is it?',
          [
            ['urgent', 'Urgent'],
            ['carer-breakdown', 'The carer cannot go on'],
            ['standard', 'Standard'],
          ],
          {
            known: [
              ...toldBeside('urgent', ...anAdult, 'referral', 'help-now'),
              ...toldBeside('urgentDetail', ...anAdult),
              ...toldBeside('cannotGoOn', 'carers-assessment'),
            ],
            notInCopy: true,
          },
        ),
        ask.multi(
          'priorityBecause',
          'What makes it urgent',
          'Which of these are true?',
          [
            ['terminal-illness', 'Terminal illness'],
            ['no-essentials', 'No food, heat or medicine'],
            ['not-safe-alone', 'Not safe alone, and alone'],
            ['carer-stops', 'The carer has stopped, or may stop'],
            ['leaving-hospital', 'Leaving hospital soon'],
            ['home-at-risk', 'May lose the home'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            known: toldBeside('risks', 'needs-assessment', 'referral'),
            notInCopy: true,
          },
        ),
        ask.long('whyNotSooner', 'Why not sooner', 'Why is it less urgent than what was told or ticked?', {
          optional: true,
          hint: 'Needed where the person, their carer or the list above says that it is more urgent.',
          notInCopy: true,
        }),
        ask.num('priorityScore', 'Priority score', 'What is the score, if your council scores requests?', [0, 100], {
          optional: true,
          notInCopy: true,
        }),
        ask.long('reasons', 'Reasons', 'What are the reasons for this decision?', { notInCopy: true }),
        ask.text('timescaleTold', 'How long it may take', 'What was the person told about how long it may take?', {
          optional: true,
          law: [
            law.confirmed(
              'The time must be appropriate and reasonable, and the person is told what to expect.',
              'Care and support statutory guidance 6.29',
            ),
          ],
        }),
        ask.date('timescaleToldOn', 'Date told', 'When were they told?', {
          optional: true,
          range: 'past-or-today',
        }),
      ]),
      page(
        'urgent-support',
        'Support that cannot wait',
        [
          ask.yesno('urgentSupport', 'Urgent support', 'Is support given now, before any assessment?', {
            statutory: true,
            law: [
              law.confirmed(
                'Urgent needs of an adult may be met before an assessment, a means test or a decision, wherever they live.',
                'Care Act 2014 s.19(3) and (4)',
              ),
              law.design(
                'There is no such power for carers: a carer who cannot go on is helped by urgent care for the adult.',
                's.20',
              ),
            ],
            meets: ['s.19(3)'],
          }),
          ...urgentlyGiven(urgentlySupported),
        ],
        { guidance: ['Where support is given now, the assessment is due by the day on which it is looked at again.'] },
      ),
      page('hospital', 'Leaving hospital', [
        ask.yesno('inHospital', 'In hospital', 'Is the person in hospital?', {
          known: toldBeside('whereNow', ...anAdult, 'referral'),
          notInCopy: true,
        }),
        ask.text('ward', 'Hospital and ward', 'Which hospital and ward?', {
          when: leavingHospital,
          known: told('ward', ...anAdult, 'referral'),
          notInCopy: true,
        }),
        ask.date('dischargeExpectedOn', 'Expected discharge', 'When is the discharge expected?', {
          when: leavingHospital,
          optional: true,
          known: told('dischargeExpectedOn', ...anAdult, 'referral'),
          notInCopy: true,
        }),
        ask.choice(
          'dischargePathway',
          'Discharge pathway',
          'Which way home?',
          [
            ['not-decided', 'Not decided yet'],
            ['pathway-0', 'Pathway 0: home, no new need'],
            ['pathway-1', 'Pathway 1: home, with new needs'],
            ['pathway-2', 'Pathway 2: a bed to recover in'],
            ['pathway-3', 'Pathway 3: a care home'],
          ],
          {
            when: leavingHospital,
            known: told('dischargePathway', 'referral'),
            law: [
              law.confirmed(
                'The trust involves the person and carer early. Assessment notices are repealed: none is waited for.',
                'Care Act 2014 s.74, as replaced by Health and Care Act 2022 s.91',
              ),
              law.confirmed('Long-term needs are assessed after recovery.', 'Hospital discharge guidance'),
            ],
            notInCopy: true,
          },
        ),
        ask.text('dischargeTeam', 'Who leads the discharge', 'Who leads the discharge, and how are they reached?', {
          when: leavingHospital,
          optional: true,
          notInCopy: true,
        }),
      ]),
    ]),
    section('first-step', 'Decide what happens first', [
      page('first-step', 'What happens first', [
        ask.choice(
          'outcome',
          'What happens first',
          'What happens first?',
          [
            ['assess', 'An assessment'],
            ['short-term-support', 'Short-term support'],
            ['advice-only', 'Advice, and no assessment'],
          ],
          {
            law: [
              law.confirmed('Information and advice are given whatever is decided.', 'Care Act 2014 s.4'),
              law.fromMemory(
                'An assessment may pause while short-term support shows what helps.',
                'Statutory guidance 6.25',
              ),
            ],
          },
        ),
        ask.long('adviceGiven', 'Advice', 'Which advice was given?', {
          hint: 'Needed where advice is all there is: the person reads it.',
          optional: true,
        }),
        ask.table(
          'helpOffered',
          'Help that was offered',
          'Which help was offered that prevents, reduces or delays needs?',
          'kind of help',
          [
            column.text('what', 'What was offered'),
            column.text('support', 'Entry in the support catalogue', true),
            column.choice('answer', 'Their answer', [
              ['wanted', 'They want it'],
              ['has-it', 'They have it'],
              ['not-wanted', 'They do not want it'],
            ]),
          ],
          {
            hint: 'Such as telecare, equipment or a group. What they want opens work to arrange it.',
            optional: true,
            law: [law.confirmed('Whatever prevents, reduces or delays needs.', 'Care Act 2014 s.2(1)')],
            copy: 'Help that we offered',
            meets: ['CV25', 'CV26', 'CV27', 'CV28'],
          },
        ),
      ]),
      page('workers', 'Who takes it on', [
        ask.text('assessorId', 'Assessor', 'Who assesses?', {
          optional: true,
          maxLength: 128,
          known: [asLastTime('assessorId')],
          notInCopy: true,
        }),
        ask.text('keyWorkerId', 'Key worker', 'Who is the key worker?', {
          optional: true,
          maxLength: 128,
          known: [asLastTime('keyWorkerId')],
          hint: 'The person is told their name, and has it on their case page.',
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
