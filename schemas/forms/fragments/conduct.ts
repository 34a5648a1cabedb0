import type { Condition, KnownFrom } from '../../form-language.ts';
import { ask, column, page, when } from './build.ts';
import { bothOf, carerToldBeside, eachToldBeside, law, toldBeside } from './staff-words.ts';

const supportedSelf = when('method', 'supported-self-assessment');
const together = when('joint', 'together');
const notShared: Condition = when('sharing', 'limited', 'refused');

/**
 * When and how an assessment was made, and why in that way. Assessment Regulations 2014 (SI 2014/2827) regs 2 and 3; Care Act 2014
 * s.12(5).
 *
 * @param takingPart where the person has said what makes it hard to take part
 */
export const conductPage = (takingPart: KnownFrom[]) =>
  page('conduct', 'How it was done', [
    ask.date('startedOn', 'Begun', 'When did the assessment begin?', { range: 'past-or-today' }),
    ask.date('completedOn', 'Finished', 'When was the assessment finished?', {
      notBefore: 'startedOn',
      range: 'past-or-today',
    }),
    ask.yesno(
      'selfAssessmentWanted',
      'Supported self-assessment wanted',
      'Does the person want a supported self-assessment?',
      {
        statutory: true,
        law: [
          law.confirmed(
            'Ask. It is made where the person wants it and can take part, together with you: a form alone never decides.',
            'SI 2014/2827 reg 2',
          ),
        ],
        known: toldBeside('selfAssessment', ...bothOf),
        copy: 'You wanted a supported self-assessment',
      },
    ),
    ask.choice(
      'method',
      'How it was done',
      'How was the assessment done?',
      [
        ['home-visit', 'At home'],
        ['phone', 'By phone'],
        ['video', 'By video call'],
        ['office', 'At our office'],
        ['hospital', 'In hospital'],
        ['supported-self-assessment', 'A self-assessment with our support'],
      ],
      {
        known: [...eachToldBeside('preferredWay'), ...carerToldBeside('bestTime')],
        meets: ['CV50'],
      },
    ),
    ask.yesno(
      'canTakePartInSelf',
      'Able to take part in it',
      'Has the person capacity to take part in a self-assessment?',
      {
        when: supportedSelf,
        statutory: true,
        notInCopy: true,
      },
    ),
    ask.yesno('heldInformationGiven', 'What we hold was given', 'Were they given what we hold that matters to it?', {
      when: supportedSelf,
      statutory: true,
      law: [
        law.confirmed(
          'In a carer’s case, about the other person only with that person’s consent or in their best interests.',
          'SI 2014/2827 reg 2(5) and (6)',
        ),
      ],
      notInCopy: true,
    }),
    ask.yesno('confirmedTogether', 'Confirmed together', 'Did you go through it with them, and confirm it?', {
      when: supportedSelf,
      statutory: true,
      copy: 'We went through it together',
    }),
    ask.long('methodReason', 'Why in this way', 'Why was it done in this way?', {
      known: toldBeside('beforeWeMeet', ...bothOf),
      copy: 'Why it was done in this way',
    }),
    ask.yesno('methodExplained', 'Reason explained', 'Was the reason explained to the person?', {
      copy: 'We explained why',
    }),
    ask.yesno(
      'informedBeforehand',
      'Informed beforehand',
      'Were they told beforehand how it is done, in a form they can use?',
      {
        statutory: true,
        law: [law.confirmed('Before the assessment wherever that can be done.', 'SI 2014/2827 reg 3(4) and (5)')],
        meets: ['SI 2014/2827 reg 3'],
        copy: 'We told you beforehand how it is done',
      },
    ),
    ask.choice(
      'interpreter',
      'Interpreter',
      'Who interpreted?',
      [
        ['not-needed', 'Not needed'],
        ['professional', 'A professional interpreter'],
        ['someone-else', 'Someone else, with agreement'],
      ],
      {
        known: [{ list: 'person', question: 'language', beside: true }],
      },
    ),
    ask.text('interpreterDetail', 'Language and interpreter', 'For which language, and who was it?', {
      when: when('interpreter', 'professional', 'someone-else'),
      notInCopy: true,
    }),
    ask.yesno(
      'deafblind',
      'Deafblind',
      'Are both sight and hearing affected, so that one cannot make up for the other?',
      {
        statutory: true,
        known: takingPart,
        notInCopy: true,
      },
    ),
    ask.yesno('specialistAssessor', 'Specialist assessor', 'Was the assessor trained for people who are deafblind?', {
      when: when('deafblind', 'yes'),
      statutory: true,
      law: [
        law.confirmed(
          'A person who is deafblind is assessed by someone trained for it.',
          'Deafblind guidance under s.78; reg 6',
        ),
      ],
      notInCopy: true,
    }),
    ask.choice(
      'joint',
      'Joint assessment',
      'Was it combined with another person’s assessment?',
      [
        ['no', 'No'],
        ['together', 'Yes, with the carer’s or the cared-for person’s'],
      ],
      {
        known: toldBeside('jointOrSeparate', 'needs-assessment', 'carers-assessment'),
        meets: ['CV57', 's.12(5)'],
        copy: 'Combined with another assessment',
      },
    ),
    ask.yesno('personAgreesJoint', 'The person agreed to that', 'Does the person with care needs agree to that?', {
      when: together,
      statutory: true,
      law: [law.confirmed('Only where both agree. Ask each alone where that is safer.', 'Care Act 2014 s.12(5)')],
      notInCopy: true,
    }),
    ask.yesno('carerAgreesJoint', 'The carer agreed to that', 'Does the carer agree to that?', {
      when: together,
      statutory: true,
      notInCopy: true,
    }),
  ]);

/** Who took part, and which professionals were asked. Care Act 2014 ss.9(5) and 10(7). @param gpPractice where they have named theirs */
export const involvedPage = (gpPractice: KnownFrom[]) =>
  page('who-took-part', 'Who took part', [
    ask.table(
      'tookPart',
      'Who took part',
      'Who took part?',
      'person',
      [
        column.text('name', 'Name'),
        column.choice('role', 'Who they are', [
          ['person', 'The person'],
          ['carer', 'A carer'],
          ['family', 'Family or friend'],
          ['advocate', 'Advocate'],
          ['interpreter', 'Interpreter'],
          ['professional', 'Professional'],
          ['other', 'Someone else'],
        ]),
      ],
      {
        statutory: true,
        law: [
          law.confirmed(
            'The person, any carer, and whomever they ask for; where they cannot ask, who is interested in their welfare.',
            'Care Act 2014 s.9(5), s.10(7)',
          ),
        ],
        known: [...eachToldBeside('peoplePresent'), { list: 'triage', question: 'keyContacts', beside: true }],
        meets: ['L24'],
      },
    ),
    ask.table(
      'professionalsConsulted',
      'Professionals',
      'Which professionals are involved, or were asked?',
      'professional',
      [
        column.text('name', 'Name'),
        column.text('job', 'Job'),
        column.text('contact', 'Phone or email', true),
        column.date('askedOn', 'Asked on', true),
        column.long('view', 'What they say', true),
      ],
      {
        optional: true,
        known: [{ list: 'last', question: 'professionalsConsulted' }, ...gpPractice],
      },
    ),
  ]);

/** With whom what was found may be shared. */
export const sharingPage = page('sharing', 'Sharing', [
  ask.choice(
    'sharing',
    'Consent to share',
    'Does the person agree that we share what we found with those who need it?',
    [
      ['given', 'Yes'],
      ['limited', 'Yes, with limits'],
      ['refused', 'No'],
      ['cannot-consent', 'Cannot decide this'],
    ],
    {
      known: eachToldBeside('shareWith'),
      law: [
        law.confirmed(
          'Consent is asked where choice is real: which relatives may be told. Family and friends only with it.',
          'Councils’ rules; UK GDPR art 6(1)(c) and (e)',
        ),
      ],
      copy: 'You agree that we share it',
    },
  ),
  ask.long('sharingLimits', 'Limits on sharing', 'What must not be shared, or with whom?', {
    when: notShared,
    known: [
      ...eachToldBeside('shareLimits'),
      ...toldBeside('shareLimits', 'referral'),
      ...carerToldBeside('tellPersonCaredFor'),
    ],
  }),
  ask.choice(
    'sharedAnyway',
    'Shared without consent',
    'Was anything shared without consent?',
    [
      ['no', 'No'],
      ['professional', 'Yes, with a professional or an authority'],
      ['family', 'Yes, with family or friends'],
    ],
    { when: when('sharing', 'limited', 'refused', 'cannot-consent'), notInCopy: true },
  ),
  ask.long('sharedAnywayWhy', 'Why it was shared', 'Why was it shared all the same?', {
    when: when('sharedAnyway', 'professional', 'family'),
    notInCopy: true,
  }),
]);

/** The nine areas of well-being as staff name them. Care Act 2014 s.1(2). */
export const wellbeingAreas = [
  ['dignity', 'Dignity and respect'],
  ['health', 'Physical and mental health, and feelings'],
  ['protection', 'Protection from abuse and neglect'],
  ['control', 'Control over day-to-day life'],
  ['participation', 'Work, education, training and recreation'],
  ['economic', 'Social and economic well-being'],
  ['relationships', 'Family and personal relationships'],
  ['accommodation', 'Suitability of the home'],
  ['contribution', 'Contribution to society'],
  ['none', 'None of these'],
] as const;
