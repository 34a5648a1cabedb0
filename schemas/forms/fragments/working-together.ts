import { ask, when } from './build.ts';

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

/** Anybody may ask for it, of whom no harm is feared too, and each of two who are assessed together by themselves. Care Act 2014 s.42. */
export const talkAlone = ask.choice(
  'talkAlone',
  'Alone or with someone',
  'Should we talk to {you} alone?',
  [
    ['alone', 'Yes, alone', 'person'],
    ['someone', 'No, someone should be there too', 'friends'],
    ['either', 'It does not matter', 'none'],
  ],
  {
    hint: 'Only our staff are told what is answered here.',
    error: 'Select whether we should talk alone',
    optional: true,
    easyRead: { label: 'Should we talk to {you} alone?', picture: 'person' },
    meets: ['L24'],
  },
);

export const peoplePresent = ask.text('peoplePresent', 'Who should be there', 'Who should be there?', {
  hint: 'Give their names. They hear what we talk about.',
  when: when('talkAlone', 'someone'),
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

/** When a carer, whose days are full, can be reached. */
export const bestTime = ask.text('bestTime', 'Best time', 'When is a good time to be in touch with {you}?', {
  hint: 'For example weekday mornings.',
  error: 'Tell us a good time',
  optional: true,
  easyRead: { label: 'When is a good time to talk to {you}?', picture: 'clock' },
});
