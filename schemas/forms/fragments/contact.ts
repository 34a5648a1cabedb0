/** Who a person is, where they are, and how to reach them, page by page. Every question is about the person, whoever types. */
import type { Page, Question } from '../../form-language.ts';
import { ask, page, when } from './build.ts';
import { yesNoNotSure } from './options.ts';

/** Name and date of birth. Care Act 2014 Part 1: 18 or over; L4. */
export const nameQuestions: Question[] = [
  ask.text('firstName', 'First name', 'What is {your} first name?', {
    error: 'Enter the first name',
    easyRead: { label: '{Your} first name', picture: 'person' },
    autocomplete: 'given-name',
    meets: ['L13'],
  }),
  ask.text('lastName', 'Last name', 'What is {your} last name?', {
    error: 'Enter the last name',
    easyRead: { label: '{Your} last name', picture: 'name-label' },
    autocomplete: 'family-name',
    meets: ['L13'],
  }),
];

export const preferredName = ask.text('preferredName', 'Preferred name', 'What {do you} like to be called?', {
  optional: true,
  easyRead: { label: 'What {do you} like to be called?', picture: 'speak' },
  autocomplete: 'nickname',
});

export const dateOfBirth = ask.date('dateOfBirth', 'Date of birth', 'What is {your} date of birth?', {
  hint: 'For example, 27 3 1950.',
  range: 'past',
  minimumAge: {
    years: 18,
    error: 'This form is for people aged 18 or over. The council’s children’s services help anyone who is younger.',
  },
  easyRead: { label: 'When {were you} born?', picture: 'birthday' },
  autocomplete: 'bday',
  meets: ['L4'],
});

/** Whether the council knows the person already, and what they may do then. */
export const assessedBefore = ask.choice(
  'assessedBefore',
  'Assessed before',
  'Have we assessed {you} before?',
  yesNoNotSure,
  {
    error: 'Select whether we have done an assessment before',
    easyRead: { label: 'Have we looked at {your} needs before?', picture: 'form' },
    meets: ['L43'],
  },
);

/** Name and date of birth of the person, and whether they are known. */
export const namePage: Page = page(
  'name',
  '{Your} name and date of birth',
  [...nameQuestions, preferredName, dateOfBirth, assessedBefore],
  {
    links: [
      { path: 'case/sign-in', text: 'Sign in to a case that is open, to tell us of a change or ask for a review' },
    ],
  },
);

/** Where the person is, which says at once where they live and whether they are in hospital. */
export const whereNowPage: Page = {
  id: 'where-now',
  questions: [
    ask.choice(
      'whereNow',
      'Where now',
      'Where {are you} now?',
      [
        ['home', 'At home', 'house'],
        ['hospital', 'In hospital', 'hospital'],
        ['staying', 'Staying somewhere else for now', 'bed'],
        ['care-home', 'In a care home', 'care-home'],
        ['no-fixed-home', 'No fixed home', 'none'],
      ],
      {
        error: 'Select the place',
        easyRead: { label: 'Where {are you} now?', picture: 'house' },
        meets: ['L5', 's.13(3)(c)'],
      },
    ),
  ],
};

export const inHospital = when('whereNow', 'hospital');

export const ward = ask.text('ward', 'Hospital and ward', 'Which hospital and ward is it?', {
  easyRead: { label: 'What hospital and ward is it?', picture: 'hospital' },
});

export const dischargeExpectedOn = ask.date(
  'dischargeExpectedOn',
  'Date of leaving hospital',
  'When {do you} expect to leave hospital?',
  {
    error: 'Enter the date of leaving hospital',
    range: 'today-or-future',
    optional: true,
    easyRead: { label: 'What day {do you} think {they} will leave?', picture: 'calendar' },
  },
);

export const hospitalPage: Page = page('hospital', 'In hospital', [ward, dischargeExpectedOn], { when: inHospital });

export const homePostcode = ask.postcode('postcode', 'Home postcode', 'Postcode', {
  error: 'Enter the home postcode',
  easyRead: { label: 'The postcode', picture: 'letter' },
  autocomplete: 'postal-code',
  meets: ['L5'],
});

const addressQuestions: Question[] = [
  ask.text('addressLine1', 'Address line 1', 'Address line 1', {
    error: 'Enter the first line of the address',
    easyRead: { label: 'House number and street', picture: 'house' },
    autocomplete: 'address-line1',
  }),
  ask.text('addressLine2', 'Address line 2', 'Address line 2', {
    error: 'Enter the second line of the address',
    optional: true,
    easyRead: { label: 'The next line of the address', picture: 'house' },
    autocomplete: 'address-line2',
  }),
  ask.text('town', 'Town or city', 'Town or city', {
    error: 'Enter the town or city',
    easyRead: { label: 'Town or city', picture: 'house' },
    autocomplete: 'address-level2',
  }),
  homePostcode,
];

/** Home address. Living elsewhere never stops an application: staff decide ordinary residence later (s.13(3)(c); L5). */
export const addressPage: Page = page('address', '{Your} home address', addressQuestions, {
  guidance: ['Anyone can send this form. If the home is not in our area, we say which council can help.'],
});

/** The home address of someone who may have none, and where to find who has none. */
export const addressPages: Page[] = [
  { ...addressPage, when: when('whereNow', 'home', 'hospital', 'staying', 'care-home') },
  {
    id: 'where-to-find',
    when: when('whereNow', 'no-fixed-home'),
    questions: [
      ask.text('whereToFind', 'Place to be found', 'Where can we find {you}?', {
        hint: 'For example a hostel, a day centre, or a friend’s address.',
        error: 'Enter where we can find them',
        easyRead: { label: 'Where can we find {you}?', picture: 'house' },
      }),
    ],
  },
];

export const phone = ask.phone('phone', 'Phone number', 'What is {your} phone number?', {
  optional: true,
  easyRead: { label: '{Your} phone number', picture: 'phone' },
  autocomplete: 'tel',
});

export const safeToLeaveMessage = ask.yesno(
  'safeToLeaveMessage',
  'Safe to leave a message',
  'Is it safe to leave a message on this number?',
  {
    error: 'Select yes if it is safe to leave a message',
    optional: true,
    easyRead: { label: 'Is it safe to leave a message on this phone?', picture: 'communicate' },
  },
);

export const email = ask.email('email', 'Email address', 'What is {your} email address?', {
  optional: true,
  easyRead: { label: '{Your} email address', picture: 'email' },
  autocomplete: 'email',
  meets: ['L16'],
});

/** Phone and email. Neither is required: people without them are written to by post. */
export const reachPage: Page = page('reach', 'How to reach {you}', [phone, safeToLeaveMessage, email], {
  guidance: ['We send updates by email where we have an address. It is not needed.'],
});
