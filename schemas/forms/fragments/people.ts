import type { Condition, Page } from '../../form-language.ts';
import { ask, column, page, when } from './build.ts';
import { yesNoNotSure } from './options.ts';

export const livesWith = ask.choice(
  'livesWith',
  'Who lives there too',
  'Who lives with {you}?',
  [
    ['alone', 'Nobody', 'person'],
    ['others', 'Other people', 'family'],
  ],
  {
    error: 'Select whether anyone lives there too',
    easyRead: { label: 'Who lives with {you}?', picture: 'family' },
  },
);

export const looksAfter = ask.multi(
  'looksAfter',
  'Looks after',
  '{Do you} look after anyone?',
  [
    ['child', 'A child', 'child'],
    ['adult', 'Another adult', 'carer', { hint: 'A carer’s assessment is possible too.' }],
    ['nobody', 'Nobody', 'none'],
  ],
  {
    error: 'Select who is looked after, or nobody',
    alone: 'nobody',
    easyRead: { label: '{Do you} look after anyone?', picture: 'carer' },
    meets: ['reg 2(2)(j)', 's.10'],
  },
);

/** Asked of everybody; a carer who fills the form in is asked for others. */
export const hasCarer = ask.choice(
  'hasCarer',
  'Unpaid carer',
  'Does anyone{else} help {you} without being paid?',
  yesNoNotSure,
  {
    hint: 'For example a relative, a friend or a neighbour.',
    error: 'Select whether anyone helps without being paid',
    easyRead: { label: 'Does family or a friend{else} help {you}?', picture: 'helping' },
    meets: ['L14', 'L2'],
  },
);

const someoneHelps = when('hasCarer', 'yes');
/** Somebody helps without being paid: the one who fills the form in, or others. */
export const hasAnyCarer: Condition = { any: [someoneHelps, when('filledInBy', 'carer')] };

export const carerCanContinue = ask.choice(
  'carerCanContinue',
  'Help can go on',
  'Can {they} go on helping {subject:you}?',
  [
    ['yes', 'Yes', 'yes'],
    ['with-support', 'Only with more support', 'support'],
    ['no', 'No', 'no'],
    ['not-sure', 'Not known', 'question'],
  ],
  {
    error: 'Select whether the help can go on',
    about: 'carer',
    easyRead: { label: 'Can {they} still help {subject:you}?', picture: 'carer' },
  },
);

export const carerWantsAssessment = ask.choice(
  'carerWantsAssessment',
  'Carer’s assessment',
  'Would {they} like an assessment as a carer?',
  [
    ['yes', 'Yes', 'yes'],
    ['no', 'No', 'no'],
    ['ask-them', 'Please ask', 'question'],
  ],
  {
    hint: 'Anyone who gives unpaid care can have one. It is free.',
    error: 'Select whether a carer’s assessment is wanted',
    about: 'carer',
    easyRead: { label: 'Should we look at what {they} need too?', picture: 'form' },
    meets: ['CV56'],
  },
);

/** Who lives with the person, whom they look after, and who helps. */
export const peoplePage: Page = page('people', 'People around {you}', [
  { ...livesWith, when: when('whereNow', 'home', 'hospital', 'staying', 'no-fixed-home') },
  looksAfter,
  hasCarer,
]);

/** Those who help without being paid, and what would become of it. */
export const carersPages: Page[] = [
  {
    id: 'carers',
    when: someoneHelps,
    questions: [
      ask.table(
        'carers',
        'Unpaid carers',
        'Who{else} helps {you}?',
        'helper',
        [
          column.text('name', 'Name'),
          { ...column.text('relationship', 'Who they are'), hint: 'For example a daughter or a friend.' },
          column.text('contact', 'Phone or email', true),
          column.text('whatTheyDo', 'What they help with'),
          {
            ...column.yesno('agreesToContact', 'Agrees that we contact them'),
            label: 'Have they agreed that we contact them?',
            error: 'Select yes if they have agreed that we contact them',
          },
        ],
        {
          maxRows: 10,
          easyRead: { label: 'Who{else} helps {you}?', picture: 'friends' },
          meets: ['L14'],
        },
      ),
    ],
  },
  page(
    'carers-future',
    'If the help stopped',
    [
      carerCanContinue,
      ask.long('ifCarerCannot', 'If the help stopped', 'What would happen if {they} could not help?', {
        error: 'Tell us what would happen',
        optional: true,
        about: 'carer',
        easyRead: { label: 'What would happen if {they} could not help?', picture: 'alarm' },
      }),
      carerWantsAssessment,
      ask.choice(
        'jointOrSeparate',
        'Together or separately',
        'Should we assess {subject:you} together with {them}, or separately?',
        [
          ['joint', 'Together', 'friends'],
          ['separate', 'Separately', 'person'],
          ['no-carer', 'The carer does not want to take part', 'no'],
        ],
        {
          hint: 'Together only if both agree.',
          error: 'Select together or separately',
          about: 'carer',
          easyRead: { label: 'Should we see {subject:you} together with {them}, or alone?', picture: 'choose' },
          meets: ['L21', 's.12(5)'],
        },
      ),
    ],
    { when: hasAnyCarer },
  ),
];

/** Paid and other help, and what is at home. */
export const otherHelpPage: Page = page('other-help', 'Other help', [
  ask.multi(
    'otherHelp',
    'Other help',
    'What other help {do you} have?',
    [
      ['paid-care', 'Paid care', 'work'],
      ['groups', 'Groups, neighbours or a faith community', 'friends'],
      ['alarm', 'An alarm to wear, or sensors', 'alarm'],
      ['walking-aid', 'A walking aid or wheelchair', 'wheelchair'],
      ['bathroom', 'Bathroom equipment', 'washing'],
      ['bed-or-chair', 'A special bed or chair', 'bed'],
      ['ramp-or-rail', 'Ramps, rails or a stairlift', 'stairs'],
      ['other', 'Something else', 'question'],
      ['none', 'None of these', 'none'],
    ],
    {
      error: 'Select the other help, or none of these',
      optional: true,
      alone: 'none',
      easyRead: { label: 'What else helps {you}?', picture: 'support' },
      meets: ['L2', 'CB4'],
    },
  ),
  ask.text('otherHelpDetail', 'More about other help', 'Which help is it, and how often?', {
    error: 'Tell us more about the other help',
    optional: true,
    easyRead: { label: 'Is there more to say about it?', picture: 'write-down' },
  }),
]);
