import { ask } from './build.ts';

/** How the assessment is done; a carer may ask for a supported self-assessment as well. SI 2014/2827 reg 2. */
export const selfAssessment = ask.yesno(
  'selfAssessment',
  'Supported self-assessment',
  'Would {you} like to do the assessment {themselves}, with our support?',
  {
    hint: 'We then go through it together and agree it.',
    error: 'Select yes if a self-assessment with our support is wanted',
    easyRead: { label: 'Would {you} like to do it {themselves}, with our help?', picture: 'form' },
    meets: ['SI 2014/2827 reg 2'],
  },
);

export const preferredWay = ask.choice(
  'preferredWay',
  'Preferred way to talk',
  'How would {you} like to talk to us?',
  [
    ['home', 'At home', 'house'],
    ['phone', 'By phone', 'phone'],
    ['video', 'By video call', 'computer'],
    ['online', 'Online', 'computer', { easy: 'On a computer' }],
    ['office', 'At our office', 'work'],
  ],
  {
    error: 'Select how to talk to us',
    easyRead: { label: 'How would {you} like to talk to us?', picture: 'communicate' },
    meets: ['CV50'],
  },
);

export const peoplePresent = ask.text('peoplePresent', 'Who should be there', 'Who should be there?', {
  hint: 'Give their names. They hear what we talk about.',
  error: 'Tell us who should be there',
  optional: true,
  easyRead: { label: 'Who should be there too?', picture: 'friends' },
  meets: ['L24'],
});

export const beforeWeMeet = ask.long('beforeWeMeet', 'Before we meet', 'What should we know before we meet?', {
  hint: 'For example good and bad times, what would help, how to get in, pets or smoking.',
  error: 'Tell us what we should know before we meet',
  optional: true,
  maxLength: 2000,
  easyRead: { label: 'What should we know before we meet?', picture: 'calendar' },
});
