import type { KnownFrom, LawNote } from '../../form-language.ts';
import { ask, page, when } from './build.ts';
import { law } from './staff-words.ts';

const fourDifficulties = [
  ['understanding', 'Understanding information'],
  ['retaining', 'Keeping it in mind'],
  ['weighing', 'Using or weighing it'],
  ['communicating', 'Saying what is wanted, thought or felt'],
] as const;
const difficulties = [...fourDifficulties, ['none', 'None of these']] as const;

/** That there is substantial difficulty in at least one of the four. Care Act 2014 s.67(4). */
export const hasDifficulty = when('substantialDifficulty', 'understanding', 'retaining', 'weighing', 'communicating');

/** The four difficulties in taking part. Care Act 2014 s.67(4). @param known where the person has said what is hard for them */
export const difficultyQuestion = (known: KnownFrom[]) =>
  ask.multi(
    'substantialDifficulty',
    'Substantial difficulty',
    'In which of these does the person have substantial difficulty?',
    difficulties,
    {
      alone: 'none',
      statutory: true,
      law: [
        law.confirmed('Any one of the four is enough. Ask from first contact on.', 'Care Act 2014 s.67(4); NICE NG227'),
      ],
      known,
      notInCopy: true,
      meets: ['s.67(4)'],
    },
  );

/** Who supports somebody who has difficulty in taking part. Care Act 2014 s.67(2) and (5). */
export const supportQuestion = ask.choice(
  'supportToTakePart',
  'Support to take part',
  'Who supports them to take part?',
  [
    ['appropriate-person', 'Someone appropriate, whom the person agrees to'],
    ['advocate', 'An independent advocate'],
    ['nobody', 'Nobody suitable yet'],
  ],
  {
    when: hasDifficulty,
    statutory: true,
    law: [
      law.confirmed(
        'Nobody who is paid or a professional in their care counts as appropriate, nor anyone the person does not agree to.',
        'Care Act 2014 s.67(5) and (6)',
      ),
      law.secondary(
        'Assessing before the advocate has come was found unlawful, and a shortage is no excuse.',
        'High Court 2015, Haringey',
      ),
    ],
    meets: ['s.67(5)'],
  },
);

/** Who that is, by name. @param known where the person has named somebody */
export const supporterQuestion = (known: KnownFrom[]) =>
  ask.text('supporterName', 'Name of the supporter', 'Who is it?', {
    when: when('supportToTakePart', 'appropriate-person', 'advocate'),
    known: [...known, { list: 'advocacy', question: 'advocateName', beside: true }],
  });

const agreement = [
  ['agrees', 'Yes'],
  ['does-not-agree', 'No'],
  ['best-interests', 'Cannot decide it, and it is in the best interests'],
  ['not-best-interests', 'Cannot decide it, and it is not in the best interests'],
] as const;
const paidLaw = [
  law.confirmed('Then they are not appropriate: a personal assistant is paid too.', 'Care Act 2014 s.67(5)'),
];
const agreedLaw = [law.confirmed('Only with consent, or without capacity in best interests.', 'Care Act 2014 s.67(6)')];

/** What makes whoever supports somebody appropriate, or not: asked of each. Care Act 2014 s.67(5) and (6). */
export const supporterChecks = [
  ask.yesno(
    'supporterPaid',
    'Paid or professional',
    'Are they paid, or a professional, in the person’s care or treatment?',
    {
      when: when('supportToTakePart', 'appropriate-person'),
      statutory: true,
      law: paidLaw,
      notInCopy: true,
    },
  ),
  ask.choice('supporterAgreed', 'Agreed to', 'Does the person agree to them?', agreement, {
    when: when('supportToTakePart', 'appropriate-person'),
    statutory: true,
    law: agreedLaw,
    notInCopy: true,
    known: [{ list: 'triage', question: 'supporterAgreed', beside: true }],
  }),
] as const;

/** From when the advocate supports somebody: who is named without a day has not come. Care Act 2014 s.67(2). */
export const advocateFromQuestion = ask.date(
  'advocateFrom',
  'Advocate since',
  'From when has the advocate supported them?',
  {
    reach: 'life',
    when: when('supportToTakePart', 'advocate'),
    range: 'past-or-today',
    known: [{ list: 'advocacy', question: 'startsOn' }],
  },
);

/**
 * What is asked of the other individual who has difficulty and must be involved: the carer in an adult’s case, in a carer’s plan the adult
 * whom the carer asked in. Care Act 2014 s.67(3), (5) and (6).
 *
 * @param asked the question that says how they are supported
 */
export const otherDetails = (asked: string) =>
  [
    ask.multi(
      'otherDifficulty',
      'The other’s difficulty',
      'In which of these have they substantial difficulty?',
      fourDifficulties,
      {
        when: when(asked, 'yes', 'supported', 'arranged'),
        optional: true,
        notInCopy: true,
        known: [{ list: 'triage', question: 'otherDifficulty', beside: true }],
      },
    ),
    ask.yesno(
      'otherSupporterPaid',
      'The other’s supporter is paid',
      'Is their supporter paid, or a professional, in the care?',
      {
        when: when(asked, 'supported'),
        statutory: true,
        law: paidLaw,
        notInCopy: true,
        known: [{ list: 'triage', question: 'otherSupporterPaid', beside: true }],
      },
    ),
    ask.choice('otherSupporterAgreed', 'The other’s agreement', 'Do they agree to that supporter?', agreement, {
      when: when(asked, 'supported'),
      statutory: true,
      law: agreedLaw,
      notInCopy: true,
      known: [{ list: 'triage', question: 'otherSupporterAgreed', beside: true }],
    }),
    ask.text('otherAdvocateName', 'The other’s advocate', 'Who is their advocate?', {
      when: when(asked, 'arranged'),
      notInCopy: true,
      known: [{ list: 'triage', question: 'otherAdvocateName', beside: true }],
    }),
    ask.date('otherAdvocateFrom', 'The other’s advocate since', 'From when has that advocate been there?', {
      reach: 'life',
      when: when(asked, 'arranged'),
      range: 'past-or-today',
      notInCopy: true,
      known: [{ list: 'triage', question: 'otherAdvocateFrom', beside: true }],
    }),
  ] as const;

/** How the other individual takes part, where there is one. Care Act 2014 ss.9(5), 25(3) and (4), 27(2) and (3), 67(3). */
export const otherInvolvedQuestions = [
  ask.choice(
    'otherNeedsAdvocate',
    'Advocate for the other',
    'Has the carer, or in a carer’s case the adult asked in, substantial difficulty in taking part?',
    [
      ['nobody', 'Nobody else must be involved'],
      ['no', 'No'],
      ['supported', 'Yes, and someone appropriate supports them'],
      ['yes', 'Yes, and nobody suitable supports them'],
      ['arranged', 'Yes, and an advocate is arranged'],
    ],
    {
      optional: true,
      statutory: true,
      law: [
        law.confirmed(
          'Each individual who must be involved can need an advocate of their own.',
          'Care Act 2014 s.67(3)(a) and (b)',
        ),
      ],
      known: [{ list: 'assessment', question: 'carerNeedsAdvocate', beside: true }],
      notInCopy: true,
    },
  ),
  ...otherDetails('otherNeedsAdvocate'),
] as const;

/** Whether somebody's capacity for a decision is in doubt, and which decision. Mental Capacity Act 2005 ss.1 to 3. */
export const capacityQuestions = [
  ask.choice(
    'capacityDoubted',
    'Reason to doubt capacity',
    'Is there reason to doubt that they can make a decision that has to be made now?',
    [
      ['no', 'No'],
      ['yes', 'Yes, and it has not been assessed'],
      ['assessed', 'Yes, and it has been assessed'],
    ],
    {
      law: [
        law.fromMemory(
          'A person is taken to have capacity until it is shown otherwise, for one decision at one time.',
          'Mental Capacity Act 2005 s.1(2)',
        ),
      ],
      notInCopy: true,
    },
  ),
  ask.text('capacityDecision', 'Decision in doubt', 'Which decision is it?', {
    when: when('capacityDoubted', 'yes'),
    notInCopy: true,
  }),
] as const;

/** What follows where capacity for a decision is in doubt. */
export const opensCapacity = {
  work: 'assess-capacity',
  when: when('capacityDoubted', 'yes'),
  reason: 'There is reason to doubt capacity for a decision',
} as const;

/**
 * Whether anything suggests abuse or neglect. It is in no copy: whoever reads it with the person may be the one they fear.
 * Care Act 2014 s.42.
 *
 * @param known where the person has said that somebody worries them
 */
export const harmPage = (known: KnownFrom[]) =>
  page(
    'harm',
    'Abuse or neglect',
    [
      ask.choice(
        'harmSuspected',
        'Abuse or neglect',
        'Does anything suggest abuse or neglect, or a risk of it?',
        [
          ['no', 'No'],
          ['yes', 'Yes, and it has not been raised'],
          ['raised', 'Yes, and it has been raised'],
        ],
        {
          statutory: true,
          law: [
            law.confirmed(
              'Reasonable cause to suspect is enough. It does not depend on eligible needs, or on where the person lives.',
              'Care Act 2014 s.42(1)',
            ),
          ],
          known,
          notInCopy: true,
          meets: ['s.42(1)'],
        },
      ),
      ask.long('harmWhat', 'What suggests it', 'What suggests it, and is anyone in danger now?', {
        when: when('harmSuspected', 'yes'),
        notInCopy: true,
      }),
    ],
    {
      sensitive: true,
      opens: [
        {
          work: 'look-into-safety',
          when: when('harmSuspected', 'yes'),
          reason: 'Something that staff saw or heard suggests abuse or neglect',
        },
      ],
    },
  );

/** Whether harm stands behind a wish that is not simply followed: no refusal stands then. Care Act 2014 s.11(2)(b). @param law what that means here */
export const abuseQuestion = (law: LawNote[]) =>
  ask.choice(
    'abuseOrNeglect',
    'Abuse or neglect',
    'Is the person experiencing, or at risk of, abuse or neglect?',
    [
      ['no', 'No'],
      ['yes', 'Yes, and it has not been raised'],
      ['raised', 'Yes, and it has been raised'],
    ],
    { statutory: true, law, notInCopy: true, meets: ['s.11(2)(b)'] },
  );
