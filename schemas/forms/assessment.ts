import { activities } from './fragments/activities.ts';
import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { conductPage, involvedPage, sharingPage, wellbeingAreas } from './fragments/conduct.ts';
import { adultOutcomePage } from './fragments/outcome-pages.ts';
import { anAdult, asLastTime, law, lowToHigh, told, toldBeside, yesNoUnknown } from './fragments/staff-words.ts';
import {
  advocateFromQuestion,
  capacityQuestions,
  difficultyQuestion,
  harmPage,
  opensCapacity,
  otherDetails,
  supporterChecks,
  supporterQuestion,
  supportQuestion,
} from './fragments/staff-worries.ts';

const hasCarer = when('hasCarer', 'yes');
const discharge = when('dischargePathway', 'pathway-0', 'pathway-1', 'pathway-2', 'pathway-3');

/**
 * The assessment of an adult as staff record it: how it was done, who took part, what the person can and cannot do and wants, and what
 * else follows. Care Act 2014 s.9(4) to (6); SI 2014/2827. What is decided of it is another list. Longer than most files because the
 * record is read from top to bottom.
 */
export const assessment = listAgain({
  id: 'assessment',
  version: 1,
  title: 'Assessment of an adult’s needs',
  audience: 'staff',
  intro: ['Record what you found with the person, in words they would recognise. What they told us stands beside.'],
  copyTitle: 'Your assessment',
  send: 'Record the assessment',
  exits: [],
  sections: [
    section('conduct', 'Record how it was done', [
      conductPage(toldBeside('takingPart', ...anAdult, 'referral')),
      involvedPage(toldBeside('gpPractice', ...anAdult)),
      page(
        'taking-part',
        'Taking part',
        [
          difficultyQuestion(toldBeside('takingPart', ...anAdult, 'referral')),
          supportQuestion,
          supporterQuestion(toldBeside('supporter', ...anAdult)),
          ...supporterChecks,
          advocateFromQuestion,
          ask.multi(
            'otherAdvocacyTriggers',
            'Other reasons for an advocate',
            'Is an advocate needed beside the supporter?',
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
              when: when('supportToTakePart', 'appropriate-person'),
              law: [
                law.secondary(
                  'An advocate is due in these cases in spite of a supporter.',
                  'SI 2014/2889 reg 4; NICE NG227',
                ),
                law.secondary(
                  'A possible deprivation of liberty was named in the regulations before these: think of it, though it is not required.',
                  'SI 2014/2824, replaced',
                ),
              ],
              notInCopy: true,
            },
          ),
          ...capacityQuestions,
          ask.yesno('refusedPart', 'Refused in part', 'Did the person say no to the assessment, or to a part of it?', {
            statutory: true,
            law: [
              law.confirmed(
                'A refusal does not stand where there is abuse or neglect, or no capacity to refuse and it is in their best interests.',
                'Care Act 2014 s.11(1) and (2)',
              ),
            ],
            notInCopy: true,
            meets: ['s.11(1)'],
          }),
        ],
        {
          opens: [
            opensCapacity,
            {
              work: 'consider-refusal',
              when: when('refusedPart', 'yes'),
              reason: 'The person said no to the assessment, or to a part of it',
            },
          ],
        },
      ),
      sharingPage,
    ]),
    section('home-and-family', 'Record home and family', [
      page('home', 'Home', [
        ask.table(
          'household',
          'Household',
          'Who lives in the household?',
          'person',
          [
            column.text('name', 'Name'),
            column.text('relationship', 'Who they are'),
            column.num('age', 'Age', [0, 130], true),
          ],
          { optional: true, known: [asLastTime('household'), ...toldBeside('livesWith', ...anAdult, 'referral')] },
        ),
        ask.choice(
          'tenure',
          'Home',
          'Whose is the home?',
          [
            ['own', 'Owned'],
            ['council-rent', 'Rented from the council'],
            ['association-rent', 'Rented from a housing association'],
            ['private-rent', 'Rented from a private landlord'],
            ['family', 'Family’s or friends’'],
            ['supported', 'Supported living or extra care'],
            ['care-home', 'A care home'],
            ['none', 'No settled home'],
          ],
          { known: [asLastTime('tenure'), ...toldBeside('whereNow', ...anAdult, 'referral')] },
        ),
        ask.text('landlord', 'Landlord', 'Who is the landlord?', {
          when: when('tenure', 'council-rent', 'association-rent', 'private-rent', 'supported'),
          optional: true,
          known: [asLastTime('landlord')],
        }),
        ask.yesno('homeSuitable', 'Home suits them', 'Does the home suit what the person needs?', {
          law: [law.confirmed('The suitability of the home is part of well-being.', 'Care Act 2014 s.1(2)(h)')],
          copy: 'Your home suits what you need',
        }),
        ask.long('homeProblems', 'What does not suit', 'What does not suit, and what was done about it?', {
          when: when('homeSuitable', 'no'),
        }),
      ]),
      page('carer', 'Carers', [
        ask.yesno('hasCarer', 'Has a carer', 'Does an unpaid carer look after the person?', {
          known: toldBeside('hasCarer', 'needs-assessment', 'referral'),
          meets: ['L14'],
          copy: 'You have a carer',
        }),
        ask.table(
          'carers',
          'Carers',
          'Who are they, and what do they do?',
          'carer',
          [
            column.text('name', 'Name'),
            column.text('relationship', 'Who they are'),
            column.text('contact', 'Phone or email', true),
            column.text('whatTheyDo', 'What they do'),
            column.num('hoursAWeek', 'Hours a week', [0, 168], true),
            column.yesno('livesIn', 'Lives with the person', true),
            column.yesno('agreesToContact', 'Agrees to contact', true),
          ],
          {
            when: hasCarer,
            known: [
              asLastTime('carers'),
              ...told('carers', 'needs-assessment'),
              ...toldBeside('carerContact', 'referral'),
            ],
            meets: ['L14'],
          },
        ),
        ask.long('carerViews', 'Carer’s views', 'What are the carer’s views, and what does caring do to them?', {
          when: hasCarer,
          statutory: true,
          law: [law.confirmed('Any carer the adult has must be involved.', 'Care Act 2014 s.9(5)(b)')],
          notInCopy: true,
        }),
        ask.choice(
          'carerAble',
          'Carer able',
          'Is the carer able to go on?',
          [
            ['yes', 'Yes'],
            ['for-now', 'For now'],
            ['no', 'No'],
          ],
          {
            when: hasCarer,
            known: [
              ...toldBeside('carerCanContinue', 'needs-assessment', 'referral'),
              ...toldBeside('ifCarerCannot', 'needs-assessment'),
            ],
            notInCopy: true,
          },
        ),
        ask.choice(
          'carerWilling',
          'Carer willing',
          'Is the carer willing to go on?',
          [
            ['yes', 'Yes'],
            ['for-now', 'For now'],
            ['no', 'No'],
          ],
          { when: hasCarer, known: toldBeside('carerCanContinue', 'needs-assessment', 'referral'), notInCopy: true },
        ),
        ask.choice(
          'carerOffered',
          'Carer’s assessment',
          'Was the carer offered an assessment of their own?',
          [
            ['accepted', 'Yes, and wanted'],
            ['declined', 'Yes, and not wanted'],
            ['has-one', 'Had one, or asked for one'],
            ['not-offered', 'Not yet'],
          ],
          {
            when: hasCarer,
            statutory: true,
            law: [
              law.confirmed(
                'It is due wherever a carer may have needs now or in the future, whatever the level.',
                'Care Act 2014 s.10(1) and (4)',
              ),
            ],
            known: toldBeside('carerWantsAssessment', 'needs-assessment', 'referral'),
            copy: 'Assessment for your carer',
            meets: ['CV56'],
          },
        ),
        ask.date('carerOfferedOn', 'Date of the offer', 'When was it offered?', {
          when: when('carerOffered', 'accepted', 'declined'),
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.choice(
          'carerNeedsAdvocate',
          'Advocate for the carer',
          'Has the carer substantial difficulty in taking part?',
          [
            ['no', 'No'],
            ['yes', 'Yes'],
            ['arranged', 'Yes, and an advocate is arranged'],
            ['supported', 'Yes, and someone appropriate supports them'],
          ],
          {
            when: hasCarer,
            statutory: true,
            law: [
              law.confirmed(
                'In the assessment of an adult the carer can need an advocate of their own, as whoever must be involved.',
                'Care Act 2014 s.67(3)(a) and (b)',
              ),
            ],
            notInCopy: true,
          },
        ),
        ...otherDetails('carerNeedsAdvocate'),
        ask.yesno('childrenCaring', 'A child who cares', 'Does a child look after the person?', {
          statutory: true,
          law: [
            law.fromMemory(
              'The effect on the whole family counts, on children who care above all.',
              'SI 2014/2827 reg 4',
            ),
          ],
          known: toldBeside('livesWith', ...anAdult, 'referral'),
          notInCopy: true,
          meets: ['SI 2014/2827 reg 4'],
        }),
        ask.long(
          'childrenCaringWhat',
          'What was done for the child',
          'What was done for the child, and who was told?',
          {
            when: when('childrenCaring', 'yes'),
            law: [law.design('Always refer to children’s services, or say why not.', 'Care Act 2014 s.63')],
            notInCopy: true,
          },
        ),
        ask.long('familyImpact', 'Effect on the family', 'How does it affect the others in the family?', {
          optional: true,
          known: [asLastTime('familyImpact'), ...toldBeside('looksAfter', ...anAdult)],
        }),
      ]),
    ]),
    section(
      'outcomes',
      'Record the ten outcomes',
      activities.map((activity) => adultOutcomePage(activity)),
      {
        hint: 'Each is considered, as if nobody helped',
      },
    ),
    section('whole', 'Record the effect, and what is wanted', [
      page('effect', 'Effect and wishes', [
        ask.long('needs', 'Needs', 'Which needs are there, and how do they affect daily life?', {
          statutory: true,
          known: [
            asLastTime('needs'),
            ...toldBeside('effectSize', ...anAdult),
            ...toldBeside('keptUp', 'keep-until-assessed'),
            ...toldBeside('fromCouncil', 'keep-until-assessed'),
            ...toldBeside('from', 'keep-until-assessed'),
            { list: 'triage', question: 'assessedBefore', beside: true },
            { list: 'triage', question: 'assessedBeforeWhere', beside: true },
            ...['plan-checks', 'council-agreement'].flatMap((list) =>
              ['sentBack', 'whatToChange'].map((question) => ({ list, question, beside: true as const })),
            ),
          ],
          copy: 'Your needs and how they affect your daily life',
          meets: ['L3', 's.9(4)(a)'],
        }),
        ask.multi(
          'wellbeingAreas',
          'Areas of well-being',
          'Which areas of well-being do the needs have an effect on?',
          wellbeingAreas,
          {
            alone: 'none',
            statutory: true,
            law: [law.confirmed('The effect on each area is assessed.', 'Care Act 2014 s.1(2), s.9(4)(a)')],
            known: toldBeside('effectAreas', ...anAdult),
            meets: ['s.1(2)'],
          },
        ),
        ask.choice(
          'primarySupportReason',
          'Primary support reason',
          'What is the main reason for which support is needed?',
          [
            ['physical', 'Physical support'],
            ['sensory', 'Sensory support'],
            ['memory-cognition', 'Support with memory and cognition'],
            ['learning-disability', 'Learning disability support'],
            ['mental-health', 'Mental health support'],
            ['social', 'Social support'],
          ],
          {
            law: [law.confirmed('The national return asks for one.', 'NHS England, client level data guidance')],
            known: [asLastTime('primarySupportReason'), ...toldBeside('conditions', ...anAdult, 'referral')],
            notInCopy: true,
          },
        ),
        ask.long('outcomesWanted', 'Outcomes wanted', 'What does the person want to achieve in daily life?', {
          statutory: true,
          known: [asLastTime('outcomesWanted'), ...toldBeside('betterLife', ...anAdult)],
          copy: 'What you want to achieve',
          meets: ['s.9(4)(b)'],
        }),
        ask.long(
          'supportCouldHelp',
          'How support could help',
          'Could care and support help to reach it, and how far?',
          {
            statutory: true,
            copy: 'How support could help',
            meets: ['s.9(4)(c)'],
            known: [
              { list: 'triage', question: 'urgentServices', beside: true },
              { list: 'triage', question: 'urgentReason', beside: true },
              { list: 'triage', question: 'urgentHours', beside: true },
              { list: 'triage', question: 'urgentStartsOn', beside: true },
              { list: 'triage', question: 'urgentReviewOn', beside: true },
              { list: 'short-term-review', question: 'summary', beside: true },
              { list: 'short-term-review', question: 'goalsReached', beside: true },
            ],
          },
        ),
      ]),
      page('strengths', 'Strengths and other ways', [
        ask.long('strengths', 'Strengths', 'What can the person do, and who helps already?', {
          statutory: true,
          law: [
            law.fromMemory('What else than care and support could help is considered with it.', 'Care Act 2014 s.9(6)'),
          ],
          known: [asLastTime('strengths'), ...toldBeside('strengths', ...anAdult)],
          copy: 'What you can do, and who helps already',
          meets: ['L1', 'L2', 'CV44'],
        }),
        ask.long('network', 'Network', 'Who in family and community helps, or could?', {
          optional: true,
          known: [
            asLastTime('network'),
            ...toldBeside('otherHelpDetail', ...anAdult),
            ...toldBeside('otherHelp', ...anAdult),
          ],
          meets: ['L2'],
        }),
        ask.long('whatMatters', 'What matters', 'Which people, places, routines, culture, faith or diet matter?', {
          optional: true,
          known: [asLastTime('whatMatters'), ...toldBeside('whatMatters', ...anAdult)],
          copy: 'What matters to you',
          meets: ['S15'],
        }),
        ask.multi(
          'technology',
          'Technology in use',
          'Which of these does the person use?',
          [
            ['mobile', 'Mobile phone'],
            ['landline', 'Landline phone'],
            ['internet', 'Internet'],
            ['voice-assistant', 'Voice assistant'],
            ['pendant', 'Pendant or other alarm'],
            ['none', 'None of these'],
          ],
          { alone: 'none', optional: true, known: [asLastTime('technology')] },
        ),
        ask.choice(
          'telecare',
          'Alarm or sensors',
          'Is an alarm or are sensors of use?',
          [
            ['not-needed', 'Not needed'],
            ['has', 'In place'],
            ['wanted', 'Yes, and wanted'],
            ['declined', 'Yes, and not wanted'],
          ],
          { known: [asLastTime('telecare')] },
        ),
        ask.table(
          'telecareContacts',
          'Alarm contacts',
          'Who comes when the alarm goes?',
          'contact',
          [column.text('name', 'Name'), column.text('phone', 'Phone'), column.yesno('hasKey', 'Has a key', true)],
          {
            when: when('telecare', 'has', 'wanted'),
            optional: true,
            known: [asLastTime('telecareContacts')],
          },
        ),
        ask.text(
          'equipmentDetail',
          'Equipment',
          'Which equipment or changes to the home are there, and do they work?',
          {
            optional: true,
            known: [
              asLastTime('equipmentDetail'),
              ...toldBeside('otherHelpDetail', ...anAdult),
              ...toldBeside('otherHelp', ...anAdult),
              { list: 'short-term-review', question: 'staysInPlace', beside: true },
            ],
          },
        ),
        ask.multi(
          'prevention',
          'Prevention considered',
          'Which of these were considered?',
          [
            ['community', 'Community'],
            ['technology', 'Technology'],
            ['equipment', 'Equipment or changes to the home'],
            ['reablement', 'Reablement'],
            ['advice', 'Information and advice'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            statutory: true,
            law: [law.confirmed('Whatever prevents, reduces or delays needs.', 'Care Act 2014 s.2(1)')],
            meets: ['L39'],
          },
        ),
        ask.long('preventionDetail', 'What came of it', 'What came of it?', {
          when: when('prevention', 'community', 'technology', 'equipment', 'reablement', 'advice'),
          known: [
            { list: 'short-term-review', question: 'adviceGiven', beside: true },
            { list: 'triage', question: 'adviceGiven', beside: true },
          ],
        }),
      ]),
    ]),
    section('risks', 'Record risks', [
      page('risks', 'Risks', [
        ask.table(
          'risks',
          'Risks',
          'Which risks are there?',
          'risk',
          [
            column.choice('kind', 'Kind', [
              ['falls', 'Falls'],
              ['skin', 'Skin'],
              ['nutrition', 'Nutrition'],
              ['fire', 'Fire'],
              ['medicines', 'Medicines'],
              ['alone', 'Being alone'],
              ['self-neglect', 'Self-neglect'],
              ['behaviour', 'Behaviour'],
              ['other', 'Other'],
            ]),
            column.choice('likelihood', 'Likelihood', lowToHigh),
            column.choice('impact', 'Impact', lowToHigh),
            column.long('mitigation', 'What is done about it'),
            column.yesno('agreedRisk', 'The person chooses to take it', true),
          ],
          { optional: true, known: [asLastTime('risks'), ...toldBeside('risks', ...anAdult, 'referral')] },
        ),
        ask.num('falls', 'Falls', 'How many falls in the last 12 months?', [0, 500], {
          optional: true,
          known: toldBeside('risks', ...anAdult, 'referral'),
        }),
        ask.num('hospitalStays', 'Hospital stays', 'How many hospital stays in the last 12 months?', [0, 100], {
          optional: true,
          known: toldBeside('risks', ...anAdult, 'referral'),
        }),
        ask.long('staysAndFallsDetail', 'Falls and stays', 'What happened?', { optional: true }),
        ask.long('medicines', 'Medicines', 'Which medicines does the person take?', {
          optional: true,
          known: [asLastTime('medicines'), ...toldBeside('risks', ...anAdult, 'referral')],
        }),
        ask.choice(
          'helpWithMedicines',
          'Help with medicines',
          'Which help do they need with medicines?',
          [
            ['none', 'None'],
            ['reminding', 'Reminding'],
            ['giving', 'Somebody gives the medicines'],
          ],
          { optional: true, known: [asLastTime('helpWithMedicines'), ...toldBeside('risks', ...anAdult, 'referral')] },
        ),
        ask.choice('lowMood', 'Low mood', 'Is the person low or anxious?', yesNoUnknown, {
          optional: true,
          known: toldBeside('risks', ...anAdult, 'referral'),
        }),
        ask.long('lowMoodDone', 'What was done about it', 'What was done about it?', { when: when('lowMood', 'yes') }),
        ask.choice('safeAlone', 'Safe alone', 'Is the person safe alone?', yesNoUnknown, {
          optional: true,
          known: toldBeside('risks', ...anAdult, 'referral'),
        }),
        ask.long(
          'visitRisks',
          'For those who visit',
          'What must those know who visit: access, pets, smoking, risks to workers?',
          {
            optional: true,
            known: [
              asLastTime('visitRisks'),
              ...toldBeside('beforeWeMeet', ...anAdult),
              ...toldBeside('visiting', 'referral'),
            ],
            notInCopy: true,
          },
        ),
      ]),
      harmPage(toldBeside('treatedBadly', ...anAdult, 'referral')),
    ]),
    section('health-and-money', 'Record health and money', [
      page(
        'health-interface',
        'Health',
        [
          ask.nhsno('nhsNumber', 'NHS number', 'What is the NHS number?', {
            optional: true,
            known: [{ list: 'person', question: 'nhsNumber' }, ...told('nhsNumber', 'referral')],
          }),
          ask.text('gpPractice', 'GP practice', 'Which GP practice?', {
            optional: true,
            known: [asLastTime('gpPractice'), ...told('gpPractice', ...anAdult)],
          }),
          ask.long(
            'healthConditions',
            'Health conditions',
            'Which illness, disability or impairment is there, and since when?',
            {
              known: [
                asLastTime('healthConditions'),
                ...toldBeside('conditionDetail', ...anAdult),
                ...toldBeside('conditions', ...anAdult, 'referral'),
              ],
              copy: 'Your health',
              meets: ['reg 2(1)(a)'],
            },
          ),
          ask.choice(
            'continuingHealthcare',
            'NHS continuing healthcare',
            'May the person be eligible for NHS continuing healthcare?',
            [
              ['no', 'No'],
              ['yes', 'Yes, and it has not been referred'],
              ['referred', 'Yes, and it has been referred'],
            ],
            {
              statutory: true,
              known: toldBeside('chcConsidered', 'referral'),
              law: [
                law.fromMemory('Where it appears so, the NHS body must be told.', 'SI 2014/2827 reg 7'),
                law.confirmed('The NHS body must see that it is assessed.', 'SI 2012/2996 reg 21(2)'),
              ],
              copy: 'You may be able to get NHS continuing healthcare',
              meets: ['SI 2014/2827 reg 7'],
            },
          ),
          ask.date('healthcareReferredOn', 'Day of the NHS referral', 'When was it referred?', {
            when: when('continuingHealthcare', 'referred'),
            range: 'past-or-today',
            known: [{ list: 'continuing-healthcare', question: 'referredOn' }],
          }),
          ask.long('healthcareNotReferredWhy', 'Why not referred yet', 'Why has it not been referred yet?', {
            when: when('continuingHealthcare', 'yes'),
            statutory: true,
            hint: 'A task opens to refer it.',
            notInCopy: true,
          }),
          ask.choice(
            'nursingContribution',
            'NHS-funded nursing care',
            'Is there NHS-funded nursing care?',
            yesNoUnknown,
            {
              optional: true,
              error: 'Select whether there is NHS-funded nursing care',
            },
          ),
          ask.choice('section117', 'Section 117 aftercare', 'Is there section 117 aftercare?', yesNoUnknown, {
            copy: 'Free aftercare from a stay in a mental health hospital',
            error: 'Select whether there is section 117 aftercare',
            law: [law.fromMemory('It is free of charge.', 'Mental Health Act 1983 s.117')],
            known: [asLastTime('section117')],
          }),
          ask.choice(
            'dischargePathway',
            'Discharge pathway',
            'By which way did the person leave, or will they leave, hospital?',
            [
              ['none', 'Not in hospital'],
              ['pathway-0', 'Pathway 0'],
              ['pathway-1', 'Pathway 1'],
              ['pathway-2', 'Pathway 2'],
              ['pathway-3', 'Pathway 3'],
            ],
            {
              known: [{ list: 'triage', question: 'dischargePathway', beside: true }],
              notInCopy: true,
            },
          ),
          ask.date('admittedOn', 'Date of admission', 'When were they admitted?', {
            reach: 'life',
            when: discharge,
            optional: true,
            range: 'past-or-today',
            known: told('admittedOn', 'referral'),
          }),
          ask.text('admissionReason', 'Reason for the stay', 'Why were they in hospital?', {
            when: discharge,
            optional: true,
            known: [
              { list: 'triage', question: 'ward', beside: true },
              { list: 'triage', question: 'dischargeTeam', beside: true },
              { list: 'triage', question: 'contactRoute', beside: true },
            ],
          }),
          ask.date('dischargedOn', 'Date of discharge', 'When is or was the discharge?', {
            reach: 'life',
            notBefore: 'admittedOn',
            when: discharge,
            known: [{ list: 'triage', question: 'dischargeExpectedOn' }],
          }),
        ],
        {
          opens: [
            {
              work: 'refer-continuing-healthcare',
              when: when('continuingHealthcare', 'yes'),
              reason: 'The person may be eligible for NHS continuing healthcare',
            },
          ],
        },
      ),
      page('finance-interface', 'Money', [
        ask.yesno(
          'toldAboutCharging',
          'Told about charging',
          'Was the person told that they may have to pay for support?',
          {
            law: [
              law.confirmed('The assessment itself is free, and money does not decide it.', 'Care Act 2014 s.9(3)'),
            ],
            copy: 'Told that you may have to pay towards support',
            meets: ['L37'],
          },
        ),
        ask.date('chargingToldOn', 'Day they were told', 'When were they told?', {
          when: when('toldAboutCharging', 'yes'),
          range: 'past-or-today',
          meets: ['L37'],
          copy: 'Told on',
        }),
        ask.text('moneyManager', 'Who manages the money', 'Who manages the money, and on what authority?', {
          optional: true,
          known: [asLastTime('moneyManager')],
        }),
        ask.choice('benefitsCheck', 'Benefits check', 'Was a benefits check offered?', [
          ['wanted', 'Yes, and wanted'],
          ['not-wanted', 'Yes, and not wanted'],
          ['not-offered', 'No'],
        ]),
        ask.choice(
          'overCapitalLimit',
          'Over the capital limit',
          'Do they seem to be over the capital limit?',
          yesNoUnknown,
          {
            error: 'Select whether they seem to be over the capital limit',
            optional: true,
            notInCopy: true,
          },
        ),
      ]),
    ]),
  ],
});
