/**
 * Who people are and how to reach them, page by page, and the same of whoever fills a form in for them.
 *
 * Longer than most files because these pages are read together.
 */
import type { Page, Question } from '../../form-language.ts';
import { authorities, relationships } from './options.ts';

const adultsOnly =
  'You must be 18 or over to use this form. If you are under 18, ask the council’s children’s services for help.';

/** Name of the person that the form is about. */
export const namePage: Page = {
  id: 'name',
  title: 'Your name',
  questions: [
    {
      id: 'title',
      type: 'text',
      label: 'What is your title?',
      name: 'Title',
      hint: 'For example Ms, Mr, Mx or Dr.',
      error: 'Enter your title',
      optional: true,
      maxLength: 30,
      forHelper: { label: 'What is the person’s title?' },
      easyRead: { label: 'Are you Mr, Mrs, Ms or something else?', picture: 'name-label' },
      autocomplete: 'honorific-prefix',
    },
    {
      id: 'firstName',
      type: 'text',
      label: 'What is your first name?',
      name: 'First name',
      error: 'Enter your first name',
      forHelper: { label: 'What is the person’s first name?' },
      easyRead: { label: 'Your first name', picture: 'person' },
      autocomplete: 'given-name',
      meets: ['L13'],
    },
    {
      id: 'lastName',
      type: 'text',
      label: 'What is your last name?',
      name: 'Last name',
      error: 'Enter your last name',
      forHelper: { label: 'What is the person’s last name?' },
      easyRead: { label: 'Your last name', picture: 'person' },
      autocomplete: 'family-name',
      meets: ['L13'],
    },
    {
      id: 'preferredName',
      type: 'text',
      label: 'What do you like to be called?',
      name: 'Preferred name',
      error: 'Enter what you like to be called',
      optional: true,
      forHelper: { label: 'What does the person like to be called?' },
      easyRead: { label: 'What do you like people to call you?', picture: 'speak' },
      autocomplete: 'nickname',
    },
  ],
};

/** Date of birth of an adult. Care Act 2014 Part 1: 18 or over; L4. */
export const dateOfBirth: Question = {
  id: 'dateOfBirth',
  type: 'date',
  label: 'What is your date of birth?',
  name: 'Date of birth',
  hint: 'For example, 27 3 1950.',
  error: 'Enter your date of birth',
  range: 'past',
  minimumAge: { years: 18, error: adultsOnly },
  forHelper: { label: 'What is the person’s date of birth?', hint: 'For example, 27 3 1950. They must be 18 or over.' },
  easyRead: { label: 'When were you born?', picture: 'birthday' },
  autocomplete: 'bday',
  meets: ['L4'],
};

/** Home postcode. Living elsewhere never stops an application: staff decide ordinary residence later (s.13(3)(c); L5). */
export const homePostcode: Question = {
  id: 'postcode',
  type: 'postcode',
  label: 'What is your home postcode?',
  name: 'Home postcode',
  error: 'Enter your home postcode',
  forHelper: { label: 'What is the person’s home postcode?' },
  easyRead: { label: 'Your postcode', picture: 'letter' },
  autocomplete: 'postal-code',
  meets: ['L5'],
};

/** Address without its postcode, which `homePostcode` asks. */
export const addressPage: Page = {
  id: 'address',
  title: 'Your address',
  questions: [
    {
      id: 'addressLine1',
      type: 'text',
      label: 'Address line 1',
      name: 'Address line 1',
      error: 'Enter the first line of your address',
      easyRead: { label: 'Your house number and street', picture: 'house' },
      autocomplete: 'address-line1',
    },
    {
      id: 'addressLine2',
      type: 'text',
      label: 'Address line 2',
      name: 'Address line 2',
      error: 'Enter the second line of your address',
      optional: true,
      easyRead: { label: 'The next line of your address', picture: 'house' },
      autocomplete: 'address-line2',
    },
    {
      id: 'town',
      type: 'text',
      label: 'Town or city',
      name: 'Town or city',
      error: 'Enter your town or city',
      easyRead: { label: 'Your town or city', picture: 'house' },
      autocomplete: 'address-level2',
    },
    {
      id: 'usualHome',
      type: 'yesno',
      label: 'Is this where you usually live?',
      name: 'Usual home',
      error: 'Select yes if this is where you usually live',
      forHelper: { label: 'Is this where the person usually lives?' },
      easyRead: { label: 'Do you live here most of the time?', picture: 'house' },
      meets: ['L5', 's.13(3)(c)'],
    },
  ],
};

/** Phone and email. Neither is required: people without them are written to by post. */
export const phoneAndEmailPage: Page = {
  id: 'phone-and-email',
  title: 'Phone and email',
  guidance: ['We send updates by email if you give us an address. You do not need one.'],
  questions: [
    {
      id: 'phone',
      type: 'phone',
      label: 'What is your phone number?',
      name: 'Phone number',
      error: 'Enter your phone number',
      optional: true,
      forHelper: { label: 'What is the person’s phone number?' },
      easyRead: { label: 'Your phone number', picture: 'phone' },
      autocomplete: 'tel',
    },
    {
      id: 'safeToLeaveMessage',
      type: 'yesno',
      label: 'Is it safe to leave a message on this number?',
      name: 'Safe to leave a message',
      error: 'Select yes if it is safe to leave a message',
      optional: true,
      easyRead: { label: 'Is it safe to leave a message on your phone?', picture: 'communicate' },
    },
    {
      id: 'email',
      type: 'email',
      label: 'What is your email address?',
      name: 'Email address',
      error: 'Enter your email address',
      optional: true,
      forHelper: { label: 'What is the person’s email address?' },
      easyRead: { label: 'Your email address', picture: 'email' },
      autocomplete: 'email',
      meets: ['L16'],
    },
  ],
};

/** NHS number and GP. */
export const gpPage: Page = {
  id: 'nhs-and-gp',
  title: 'Your GP and NHS number',
  questions: [
    {
      id: 'nhsNumber',
      type: 'nhsno',
      label: 'What is your NHS number?',
      name: 'NHS number',
      hint: 'It has 10 digits. It is on letters from the NHS. Leave it blank if you do not know it.',
      error: 'Enter your NHS number',
      optional: true,
      forHelper: { label: 'What is the person’s NHS number?' },
      easyRead: { label: 'Your NHS number', picture: 'hospital' },
    },
    {
      id: 'gpName',
      type: 'text',
      label: 'Who is your GP?',
      name: 'GP',
      error: 'Enter the name of your GP',
      optional: true,
      forHelper: { label: 'Who is the person’s GP?' },
      easyRead: { label: 'Who is your doctor?', picture: 'doctor' },
    },
    {
      id: 'gpPractice',
      type: 'text',
      label: 'Which GP practice is it?',
      name: 'GP practice',
      error: 'Enter the name of your GP practice',
      optional: true,
      easyRead: { label: 'Where do you see your doctor?', picture: 'hospital' },
    },
  ],
};

const someoneElse = { question: 'filledInBy', is: ['helper', 'professional'] };

/** Who fills the form in. L17, L18. */
export const filledInBy: Question = {
  id: 'filledInBy',
  type: 'choice',
  label: 'Who is filling this in?',
  name: 'Who is filling this in',
  error: 'Select who is filling this in',
  options: [
    {
      value: 'me',
      label: 'I am filling it in for myself',
      easyRead: { label: 'I am doing it for me', picture: 'person' },
    },
    {
      value: 'helper',
      label: 'I am helping someone I know',
      easyRead: { label: 'I am helping someone I know', picture: 'friends' },
    },
    {
      value: 'professional',
      label: 'I am helping someone as part of my job',
      easyRead: { label: 'It is my job to help someone', picture: 'work' },
    },
  ],
  easyRead: { label: 'Who is filling this in?', picture: 'pen' },
  meets: ['L17', 'CV20', 'CV21'],
};

/**
 * The person who fills a form in for another: who they are, whether the person agrees, and if not on what authority.
 *
 * @param who whom the form is for, as one who may get updates: "The carer"
 */
export const helperPagesFor = (who: string): Page[] => [
  {
    id: 'helper',
    title: 'About you, the person filling this in',
    when: someoneElse,
    questions: [
      {
        id: 'helperFirstName',
        type: 'text',
        label: 'What is your own first name?',
        name: 'Helper’s first name',
        error: 'Enter your own first name',
        easyRead: { label: 'Your own first name', picture: 'person' },
        autocomplete: 'given-name',
      },
      {
        id: 'helperLastName',
        type: 'text',
        label: 'What is your own last name?',
        name: 'Helper’s last name',
        error: 'Enter your own last name',
        easyRead: { label: 'Your own last name', picture: 'name-label' },
        autocomplete: 'family-name',
      },
      {
        id: 'helperRelationship',
        type: 'choice',
        label: 'How do you know the person?',
        name: 'Helper’s relationship',
        error: 'Select how you know the person',
        options: relationships,
        easyRead: { label: 'How do you know the person?', picture: 'friends' },
      },
      {
        id: 'helperOrganisation',
        type: 'text',
        label: 'Where do you work?',
        name: 'Helper’s organisation',
        error: 'Enter where you work',
        when: { question: 'filledInBy', is: ['professional'] },
        easyRead: { label: 'Where do you work?', picture: 'work' },
        autocomplete: 'organization',
      },
      {
        id: 'helperPhone',
        type: 'phone',
        label: 'What is your own phone number?',
        name: 'Helper’s phone number',
        error: 'Enter your own phone number',
        easyRead: { label: 'Your own phone number', picture: 'phone' },
        autocomplete: 'tel',
      },
      {
        id: 'helperEmail',
        type: 'email',
        label: 'What is your own email address?',
        name: 'Helper’s email address',
        error: 'Enter your own email address',
        optional: true,
        easyRead: { label: 'Your own email address', picture: 'email' },
        autocomplete: 'email',
      },
      {
        id: 'updatesTo',
        type: 'multi',
        label: 'Who should get our updates?',
        name: 'Who gets updates',
        error: 'Select who should get our updates',
        options: [
          { value: 'person', label: who },
          { value: 'helper', label: 'Me', easyRead: { label: 'Me', picture: 'pen' } },
        ],
        easyRead: { label: 'Who should we send news to?', picture: 'letter' },
      },
    ],
  },
  {
    id: 'helper-agreement',
    title: 'Does the person agree?',
    when: someoneElse,
    questions: [
      {
        id: 'personAgrees',
        type: 'yesno',
        label: 'Does the person agree to you doing this?',
        name: 'The person agrees',
        error: 'Select yes if the person agrees to you doing this',
        easyRead: { label: 'Is the person happy for you to do this?', picture: 'respect' },
        meets: ['L17'],
      },
      {
        id: 'helperAuthority',
        type: 'choice',
        label: 'What gives you the right to do this for them?',
        name: 'Helper’s authority',
        error: 'Select what gives you the right to do this',
        when: { question: 'personAgrees', is: ['no'] },
        options: [
          ...authorities,
          { value: 'best-interests', label: 'They cannot decide this, and it is best for them' },
          { value: 'none', label: 'None of these' },
        ],
        easyRead: { label: 'Why can you do this for them?', picture: 'paper' },
      },
      {
        id: 'helperProof',
        type: 'file',
        label: 'Upload proof of this',
        name: 'Proof of authority',
        hint: 'For example, a photo of the first page of the power of attorney.',
        error: 'Upload a document',
        when: { question: 'personAgrees', is: ['no'] },
        optional: true,
        maxFiles: 5,
        easyRead: { label: 'Show us the paper that says so', picture: 'paper' },
      },
    ],
  },
];

/** The same, where the form is for a person who needs support. */
export const helperPages: Page[] = helperPagesFor('The person who needs support');
