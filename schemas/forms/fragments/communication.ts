import type { Page } from '../../form-language.ts';
import { ask, page, when } from './build.ts';
import { yesNoNotSure } from './options.ts';

/** Any of the four difficulties that may call for an independent advocate. Care Act 2014 s.67(4). */
export const anyDifficulty = when('takingPart', 'understand', 'remember', 'decide', 'say');

export const language = ask.choice(
  'language',
  'Language',
  'Which language {do you} want to use?',
  [
    ['english', 'English', 'speak'],
    ['bsl', 'British Sign Language', 'helping'],
    ['other', 'Another language', 'language'],
  ],
  {
    hint: 'An interpreter is free.',
    error: 'Select the language',
    easyRead: { label: 'What language {do you} want to use?', picture: 'language' },
  },
);

export const otherLanguage = ask.text('otherLanguage', 'Other language', 'Which other language?', {
  when: when('language', 'other'),
  error: 'Enter the language',
  easyRead: { label: 'What other language?', picture: 'language' },
});

export const formats = ask.multi(
  'formats',
  'Formats',
  'How should we write to {you}?',
  [
    ['large-print', 'Large print', 'eye', { easy: 'Big letters' }],
    ['easy-read', 'Easy Read', 'books', { easy: 'Easy words and pictures', hint: 'Short sentences with pictures.' }],
    ['braille', 'Braille'],
    ['audio', 'Audio', 'ear', { easy: 'Something to listen to' }],
    ['text-relay', 'Text relay', 'phone'],
    ['other', 'Another format'],
  ],
  {
    hint: 'Leave it blank for ordinary letters and emails.',
    error: 'Select the formats from the list',
    optional: true,
    easyRead: { label: 'How should we write to {you}?', picture: 'letter' },
    meets: ['CB1', 'CV90'],
  },
);

/** Care Act 2014 s.67(4): the four difficulties; SI 2014/2827 reg 6: trouble with both sight and hearing needs a specialist assessor. */
export const takingPart = ask.multi(
  'takingPart',
  'Hard when taking part',
  'Is any of this hard for {you}?',
  [
    ['understand', 'Understanding information', 'understand'],
    ['remember', 'Remembering it', 'remember'],
    ['decide', 'Weighing it up to decide', 'choose', { easy: 'Making choices' }],
    ['say', 'Saying what is wanted', 'speak', { hint: 'By talking, signing or any other way.' }],
    ['see', 'Seeing', 'eye'],
    ['hear', 'Hearing', 'ear'],
    ['none', 'None of these', 'none'],
  ],
  {
    hint: 'It helps us to find the right person to do the assessment.',
    error: 'Select what is hard, or none of these',
    alone: 'none',
    easyRead: { label: 'Is any of this hard for {you}?', picture: 'thinking' },
    meets: ['s.67(4)(a)', 's.67(4)(b)', 's.67(4)(c)', 's.67(4)(d)', 'SI 2014/2827 reg 6'],
  },
);

/** Communication and access, asked alike of people with needs and of carers. Care Act 2014 s.67; SI 2014/2827 regs 3 and 6. */
export const communicationPages: Page[] = [
  page('talk-and-write', 'Talking and writing', [language, otherLanguage, formats]),
  { id: 'taking-part', questions: [takingPart] },
  page(
    'support-to-take-part',
    'Help to take part',
    [
      ask.long('whatWouldHelp', 'What would help', 'What would help {you} to take part?', {
        error: 'Tell us what would help',
        optional: true,
        easyRead: { label: 'What would help {you} to join in?', picture: 'thinking' },
      }),
      ask.yesno('someoneToSupport', 'Someone to give support', 'Is there someone {you trust} who can support {them}?', {
        hint: 'This can be family or a friend. It cannot be someone who is paid to care.',
        error: 'Select yes if there is someone who can give support',
        easyRead: { label: 'Can someone {you trust} help {them} with this?', picture: 'support' },
        meets: ['s.67(5)'],
      }),
      ask.text('supporter', 'Supporter', 'Who is it, and how can we reach them?', {
        hint: 'A name, and a phone number or an email address.',
        error: 'Enter who can give support',
        optional: true,
        when: when('someoneToSupport', 'yes'),
        easyRead: { label: 'Who is it, and how can we talk to them?', picture: 'phone' },
      }),
      ask.choice('wantsAdvocate', 'Advocate', 'Would {you} like an independent advocate?', yesNoNotSure, {
        hint: 'An advocate is not from the council. They help with following what is said, and with being heard.',
        error: 'Select whether an advocate is wanted',
        easyRead: { label: 'Would {you} like someone to help {them} speak up?', picture: 'speak' },
        meets: ['s.67'],
      }),
    ],
    { when: anyDifficulty },
  ),
];
