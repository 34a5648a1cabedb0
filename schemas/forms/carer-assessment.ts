import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { carerActivities } from './fragments/carer-activities.ts';
import { conductPage, involvedPage, sharingPage, wellbeingAreas } from './fragments/conduct.ts';
import { carerOutcomePage } from './fragments/outcome-pages.ts';
import { asLastTime, carerTold, carerToldBeside, law, told } from './fragments/staff-words.ts';
import {
  advocateFromQuestion,
  capacityQuestions,
  difficultyQuestion,
  harmPage,
  opensCapacity,
  supporterChecks,
  supporterQuestion,
  supportQuestion,
} from './fragments/staff-worries.ts';

const said = carerToldBeside;
const ableLaw = [
  law.confirmed(
    'Whether the carer is able, and is likely to go on being able, each apart. Nobody has to care.',
    'Care Act 2014 s.10(5)(a)',
  ),
];
const willingLaw = [
  law.confirmed(
    'Whether the carer is willing, and is likely to go on being willing, each apart.',
    'Care Act 2014 s.10(5)(b)',
  ),
];
const wishes = [
  ['does', 'Yes, and it goes well'],
  ['does-hard', 'Yes, and caring makes it hard'],
  ['wants', 'No, and would like to'],
  ['no-wish', 'No, and would not like to'],
] as const;

/**
 * The assessment of a carer as staff record it: able and willing, now and later; what caring does to them; what they want. Care Act
 * 2014 s.10(5) to (7). Longer than most files because the record is read from top to bottom.
 */
export const carerAssessment = listAgain({
  id: 'carer-assessment',
  version: 1,
  title: 'Assessment of a carer',
  audience: 'staff',
  intro: ['Record what you found with the carer. It does not judge how well they care.'],
  copyTitle: 'Your assessment as a carer',
  send: 'Record the assessment',
  exits: [],
  sections: [
    section('conduct', 'Record how it was done', [
      conductPage(said('takingPart')),
      involvedPage([]),
      page(
        'taking-part',
        'Taking part',
        [
          difficultyQuestion(said('takingPart')),
          supportQuestion,
          supporterQuestion(said('supporter')),
          ...supporterChecks,
          advocateFromQuestion,
          ...capacityQuestions,
          ask.yesno('seenAlone', 'Seen alone', 'Was the carer seen without the person they care for?', {
            notInCopy: true,
          }),
          ask.yesno('refusedPart', 'Refused in part', 'Did the carer say no to the assessment, or to a part of it?', {
            statutory: true,
            law: [
              law.confirmed(
                'A refusal ends the duty, until the carer asks, or the needs or circumstances of either of the two change.',
                'Care Act 2014 s.11(5) to (7)',
              ),
            ],
            notInCopy: true,
          }),
        ],
        {
          opens: [
            opensCapacity,
            {
              work: 'consider-refusal',
              when: when('refusedPart', 'yes'),
              reason: 'The carer said no to the assessment, or to a part of it',
            },
          ],
        },
      ),
      sharingPage,
    ]),
    section('caring', 'Record the care that is given', [
      page('people-cared-for', 'People cared for', [
        ask.table(
          'caredFor',
          'People cared for',
          'Whom do they care for?',
          'person',
          [
            column.text('name', 'Name'),
            column.text('relationship', 'Who they are'),
            column.text('condition', 'Illness or disability'),
            column.text('postcode', 'Postcode', true),
            column.yesno('livesWith', 'Lives with the carer', true),
            column.yesno('agreesToSharing', 'Agrees that we share what we know about them'),
          ],
          {
            statutory: true,
            known: [asLastTime('caredFor'), ...told('caredFor', 'carers-assessment')],
            notInCopy: true,
            meets: ['s.10(3)', 'SI 2014/2827 reg 2'],
          },
        ),
        ask.choice(
          'paidOrVoluntary',
          'Paid or voluntary care',
          'Is the care given under a contract or as voluntary work?',
          [
            ['no', 'No'],
            ['treat-as-carer', 'Yes, and it is right to treat it as a carer’s'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'It does not count, unless the relationship makes it right.',
                'Care Act 2014 s.10(9) and (10)',
              ),
            ],
            notInCopy: true,
          },
        ),
      ]),
      page('care-given', 'Care that is given', [
        ask.multi(
          'caringTasks',
          'What they do',
          'What do they do?',
          [
            ['housework', 'Housework'],
            ['cooking', 'Cooking'],
            ['shopping', 'Shopping'],
            ['laundry', 'Laundry'],
            ['washing', 'Washing or bathing'],
            ['toilet', 'Using the toilet'],
            ['dressing', 'Getting dressed'],
            ['other-personal-care', 'Other personal care'],
            ['keeping-safe', 'Keeping an eye on someone'],
            ['moving', 'Moving or lifting'],
            ['medicine', 'Medicine'],
            ['paperwork', 'Money and paperwork'],
            ['transport', 'Driving or going along'],
            ['emotional', 'Listening and comforting'],
            ['emergencies', 'Dealing with emergencies'],
            ['behaviour', 'Dealing with behaviour that is hard'],
          ],
          {
            known: [asLastTime('caringTasks'), ...carerTold('caringTasks')],
            copy: 'What you do',
            meets: ['reg 3(1)(a)'],
          },
        ),
        ask.yesno(
          'necessaryCare',
          'Necessary care',
          'Is it care that the person could not do without or do for themselves?',
          {
            statutory: true,
            law: [
              law.confirmed(
                'The needs must arise from providing necessary care for an adult.',
                'Eligibility Regulations 2015 reg 3(1)(a)',
              ),
            ],
            known: [asLastTime('necessaryCare')],
            notInCopy: true,
            meets: ['reg 3(1)(a)'],
          },
        ),
        ask.num('caringHours', 'Hours a week', 'How many hours a week do they care?', [0, 168], {
          known: [asLastTime('caringHours'), ...carerTold('caringHours')],
          copy: 'Hours a week that you care',
        }),
        ask.choice(
          'caringTimes',
          'When they care',
          'When do they care?',
          [
            ['day', 'By day'],
            ['night', 'By night'],
            ['both', 'By day and by night'],
          ],
          { known: [asLastTime('caringTimes'), ...carerTold('caringTimes')], copy: 'When you care' },
        ),
        ask.text('caringSince', 'Caring since', 'Since when have they been caring?', {
          optional: true,
          known: [asLastTime('caringSince')],
        }),
        ask.long('hardBehaviour', 'Behaviour that is hard', 'Which behaviour is hard, and who is at risk from it?', {
          when: when('caringTasks', 'behaviour'),
          optional: true,
          known: [asLastTime('hardBehaviour'), ...carerTold('hardBehaviour')],
        }),
        ask.long('othersWhoHelp', 'Others who help', 'Who else helps?', {
          optional: true,
          known: [asLastTime('othersWhoHelp'), ...carerTold('othersWhoHelp')],
        }),
        ask.choice(
          'canBeLeft',
          'Can be left alone',
          'Can the person be left alone?',
          [
            ['yes', 'Yes'],
            ['short-time', 'For a short time'],
            ['no', 'No'],
          ],
          { known: [asLastTime('canBeLeft'), ...carerTold('canBeLeft')], notInCopy: true },
        ),
      ]),
    ]),
    section('able-and-willing', 'Record whether they are able and willing', [
      page('able', 'Able to care', [
        ask.yesno('ableNow', 'Able to care now', 'Is the carer able to care now?', {
          statutory: true,
          law: ableLaw,
          known: said('ableToCare'),
          meets: ['s.10(5)(a)'],
        }),
        ask.yesno('ableLater', 'Able to go on', 'Are they likely to go on being able?', {
          statutory: true,
          known: said('ableToCare'),
          meets: ['s.10(5)(a)'],
        }),
        ask.long('ableDetail', 'What makes it hard or easy', 'What makes it hard or easy?', { optional: true }),
      ]),
      page('willing', 'Willing to care', [
        ask.yesno('willingNow', 'Willing to care now', 'Is the carer willing to care now?', {
          statutory: true,
          law: willingLaw,
          known: said('willingToCare'),
          meets: ['s.10(5)(b)'],
        }),
        ask.yesno('willingLater', 'Willing to go on', 'Are they likely to go on being willing?', {
          statutory: true,
          known: said('willingToCare'),
          meets: ['s.10(5)(b)'],
        }),
        ask.yesno('feelsChoice', 'Has a choice', 'Do they feel that they have a choice?', {
          known: said('willingToCare'),
          copy: 'You feel that you have a choice',
        }),
        ask.long(
          'willingDetail',
          'What they will not do',
          'What do they want to keep doing, to have help with, or to stop?',
          {
            known: [...said('wantHelpWith'), ...said('keepDoing'), ...said('wantToStop')],
            copy: 'What you want to keep doing, have help with, or stop',
            meets: ['CV58'],
          },
        ),
        ask.long('ifCannotGoOn', 'If they cannot go on', 'What happens if they cannot, or will not, go on?', {
          when: {
            any: [when('ableLater', 'no'), when('willingLater', 'no'), when('ableNow', 'no'), when('willingNow', 'no')],
          },
          statutory: true,
          law: [
            law.design('A carer who cannot go on makes the adult’s needs urgent: tell the adult’s worker.', 's.19(3)'),
          ],
          copy: 'If you cannot go on',
        }),
      ]),
    ]),
    section(
      'outcomes',
      'Record the eight outcomes',
      carerActivities.map((activity) => carerOutcomePage(activity)),
      {
        hint: 'One is enough for a carer',
      },
    ),
    section('effect', 'Record the effect, and what is wanted', [
      page('carer-health', 'Health', [
        ask.multi(
          'healthProblems',
          'Health problems',
          'Which of these do they have?',
          [
            ['sleep', 'Broken sleep'],
            ['stress', 'Stress or worry'],
            ['low-mood', 'Low mood'],
            ['pain', 'Pain'],
            ['lifting', 'Injury from lifting'],
            ['other', 'Another health problem'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            known: [asLastTime('healthProblems'), ...carerTold('healthProblems')],
          },
        ),
        ask.choice(
          'carerHealth',
          'Carer’s health',
          'Is the carer’s health getting worse, or at risk of it, because of caring?',
          [
            ['deteriorating', 'It is getting worse'],
            ['at-risk', 'It is at risk of getting worse'],
            ['no', 'Neither'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Health that is getting worse, or may, is enough by itself for condition 2.',
                'Eligibility Regulations 2015 reg 3(2)(a)',
              ),
            ],
            known: [asLastTime('carerHealth'), ...said('healthChange')],
            meets: ['reg 3(2)(a)'],
            copy: 'Your health',
          },
        ),
        ask.long('carerHealthDetail', 'More about their health', 'How, and what was done about it?', {
          when: when('carerHealth', 'deteriorating', 'at-risk'),
          copy: 'More about your health',
        }),
        ask.yesno('gpKnows', 'GP knows that they care', 'Does their GP know that they care for someone?', {
          optional: true,
          copy: 'Your GP knows that you care',
        }),
      ]),
      page('impact', 'Effect and wishes', [
        ask.long('impact', 'Effect of caring', 'What does caring do to the carer’s life?', {
          statutory: true,
          known: [asLastTime('impact'), ...said('effectSize')],
          copy: 'What caring does to your life',
          meets: ['s.10(5)(c)'],
        }),
        ask.multi(
          'wellbeingAreas',
          'Areas of well-being',
          'Which areas of well-being does caring have an effect on?',
          wellbeingAreas,
          {
            alone: 'none',
            statutory: true,
            law: [
              law.confirmed('The effect on the carer’s well-being is assessed.', 'Care Act 2014 s.1(2), s.10(5)(c)'),
            ],
            known: said('effectAreas'),
            meets: ['s.1(2)'],
          },
        ),
        ask.long('outcomesWanted', 'Outcomes wanted', 'What does the carer want to achieve in daily life?', {
          statutory: true,
          known: [asLastTime('outcomesWanted'), ...said('anythingElse')],
          copy: 'What you want to achieve',
          meets: ['s.10(5)(d)'],
        }),
        ask.long('supportCouldHelp', 'How support could help', 'Could support help to reach it, and how far?', {
          statutory: true,
          law: [
            law.confirmed(
              'Support for the carer, and care for the adult that relieves the carer.',
              'Care Act 2014 s.10(5)(e)',
            ),
          ],
          copy: 'How support could help',
          meets: ['s.10(5)(e)'],
          known: [{ list: 'triage', question: 'adviceGiven', beside: true }],
        }),
        ask.long('strengths', 'Strengths', 'What goes well, and who helps the carer?', {
          optional: true,
          copy: 'What goes well, and who helps you',
        }),
      ]),
      page('work-and-recreation', 'Work, learning and free time', [
        ask.choice('working', 'Work', 'Does the carer work?', wishes, {
          statutory: true,
          law: [
            law.confirmed(
              'Whether the carer works or wants to, and takes part in education, training or recreation or wants to, is taken into account.',
              'Care Act 2014 s.10(6)',
            ),
          ],
          known: said('working'),
          meets: ['s.10(6)(a)'],
        }),
        ask.choice('learning', 'Education and training', 'Does the carer study or train?', wishes, {
          statutory: true,
          known: said('studying'),
          meets: ['s.10(6)(b)'],
        }),
        ask.choice('recreation', 'Free time', 'Does the carer have free time for what they like?', wishes, {
          statutory: true,
          known: said('breakWanted'),
          meets: ['s.10(6)(b)'],
        }),
        ask.long('workAndRecreationDetail', 'More about this', 'What would make it possible?', { optional: true }),
      ]),
      page('breaks-and-support', 'Breaks and support', [
        ask.choice(
          'breaks',
          'Breaks',
          'How often do they have a break?',
          [
            ['weekly', 'Every week'],
            ['monthly', 'Every month'],
            ['yearly', 'A few times a year'],
            ['never', 'Never'],
          ],
          { known: [asLastTime('breaks'), ...carerTold('breaksHowOften')], meets: ['CV59'] },
        ),
        ask.long('breakWanted', 'Break wanted', 'Which kind of break would help?', {
          optional: true,
          known: [asLastTime('breakWanted'), ...carerTold('breakWanted')],
        }),
        ask.multi(
          'supportWanted',
          'Support wanted',
          'Which of these do they want?',
          [
            ['information', 'Information and advice'],
            ['training', 'Training, for example in safe lifting'],
            ['counselling', 'Counselling'],
            ['groups', 'Groups with other carers'],
            ['benefits-check', 'A benefits check'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            known: carerTold('supportWanted'),
          },
        ),
        ask.choice(
          'emergencyPlan',
          'Emergency plan',
          'Is there a plan for when they suddenly cannot care?',
          [
            ['up-to-date', 'Yes, and it is up to date'],
            ['out-of-date', 'Yes, but it is out of date'],
            ['want', 'No, and one is wanted'],
            ['not-wanted', 'No, and none is wanted'],
          ],
          { known: [asLastTime('emergencyPlan'), ...carerTold('emergencyPlan')], meets: ['CV60'] },
        ),
        ask.table(
          'emergencyContacts',
          'Emergency contacts',
          'Who could step in?',
          'person',
          [column.text('name', 'Name'), column.text('contact', 'Phone or email')],
          { optional: true, known: [asLastTime('emergencyContacts'), ...said('stepIn')] },
        ),
      ]),
    ]),
    section('around', 'Record who else is concerned', [
      page('others-concerned', 'Others concerned', [
        ask.choice(
          'adultAgreesToHelp',
          'The adult’s agreement',
          'If care for the adult would relieve the carer: does the adult agree to it?',
          [
            ['not-wanted', 'No such care is wanted'],
            ['yes', 'Yes'],
            ['no', 'No'],
            ['not-asked', 'Not asked yet'],
          ],
          {
            law: [
              law.confirmed(
                'Without it, such care cannot be given for the carer; its charge is the adult’s.',
                'Care Act 2014 s.20',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.choice(
          'linkAgreed',
          'Link between the two cases',
          'May the two cases be linked?',
          [
            ['both', 'Yes, both agree'],
            ['no', 'No'],
            ['not-asked', 'Not asked yet'],
          ],
          { notInCopy: true },
        ),
        ask.yesno('childrenCaring', 'A child who cares', 'Does a child help with the care?', {
          statutory: true,
          law: [
            law.fromMemory(
              'The effect on the whole family counts, on children who care above all.',
              'SI 2014/2827 reg 4',
            ),
          ],
          notInCopy: true,
        }),
        ask.long(
          'childrenCaringWhat',
          'What was done for the child',
          'What was done for the child, and who was told?',
          {
            when: when('childrenCaring', 'yes'),
            notInCopy: true,
          },
        ),
      ]),
      harmPage(said('treatedBadly')),
      page('money', 'Money', [
        ask.yesno(
          'toldAboutCharging',
          'Told about charging',
          'Was the carer told what they may and may not have to pay for?',
          {
            law: [law.confirmed('A carer is never charged for care given to the adult.', 'Care Act 2014 s.14(3)')],
            copy: 'Told what you may have to pay for',
            meets: ['L37'],
          },
        ),
        ask.date('chargingToldOn', 'Day they were told', 'When were they told?', {
          when: when('toldAboutCharging', 'yes'),
          range: 'past-or-today',
          copy: 'Told on',
        }),
      ]),
    ]),
  ],
});
