import type { Page, Question } from '../../form-language.ts';
import { ask, page, when } from './build.ts';
import { authorities, relationships } from './options.ts';

const atWork = when('filledInBy', 'professional');

/** Who may fill a form in: the only question in which somebody says “I”. L17, L18. */
const whoMay = {
  me: ['me', 'I am doing it for myself', 'person', { easy: 'I am doing it for me' }],
  person: ['me', 'I am the person who needs support', 'person', { easy: 'I need support' }],
  carer: [
    'carer',
    'I am doing it for someone I look after, without pay',
    'carer',
    { easy: 'I am doing it for someone I look after' },
  ],
  theCarer: ['carer', 'I am the carer', 'carer'],
  helper: [
    'helper',
    'I am doing it for a relative or friend',
    'friends',
    { easy: 'I am doing it for family or a friend' },
  ],
  professional: ['professional', 'I am doing it as part of my job', 'work', { easy: 'It is my job to do it' }],
} as const;

/** @param may who may fill this form in, in the order in which they are offered */
export const whoPage = (may: readonly (keyof typeof whoMay)[], rest: Pick<Page, 'links'> = {}): Page => ({
  id: 'who',
  ...rest,
  questions: [
    ask.choice(
      'filledInBy',
      'Who fills this in',
      'Who is filling this in?',
      may.map((one) => whoMay[one]),
      {
        error: 'Select who is filling this in',
        about: 'typist',
        easyRead: { label: 'Who is filling this in?', picture: 'pen' },
        meets: ['L17', 'CV20'],
      },
    ),
  ],
});

/** Who a helper is: asked of whoever types, about themselves. */
export const helperNames: Question[] = [
  ask.text('helperFirstName', 'Helper’s first name', 'What is your own first name?', {
    error: 'Enter your own first name',
    about: 'typist',
    easyRead: { label: 'Your own first name', picture: 'person' },
    autocomplete: 'given-name',
  }),
  ask.text('helperLastName', 'Helper’s last name', 'What is your own last name?', {
    error: 'Enter your own last name',
    about: 'typist',
    easyRead: { label: 'Your own last name', picture: 'name-label' },
    autocomplete: 'family-name',
  }),
];

/** What they do and where, of somebody at work. */
export const helperWork: Question[] = [
  ask.text('helperJob', 'Helper’s job', 'What is your job?', {
    error: 'Enter your job',
    about: 'typist',
    easyRead: { label: 'What is your job?', picture: 'work' },
  }),
  ask.text('helperOrganisation', 'Helper’s employer', 'Who do you work for?', {
    error: 'Enter who you work for',
    about: 'typist',
    easyRead: { label: 'Who do you work for?', picture: 'shop' },
    autocomplete: 'organization',
  }),
];

export const helperPhone = ask.phone('helperPhone', 'Helper’s phone number', 'What is your own phone number?', {
  error: 'Enter your own phone number',
  about: 'typist',
  easyRead: { label: 'Your own phone number', picture: 'phone' },
  autocomplete: 'tel',
});

export const helperEmail = ask.email('helperEmail', 'Helper’s email address', 'What is your own email address?', {
  error: 'Enter your own email address',
  about: 'typist',
  optional: true,
  easyRead: { label: 'Your own email address', picture: 'email' },
  autocomplete: 'email',
});

/** One way to reach whoever fills a form in is needed. */
export const phoneOrEmail = {
  of: ['helperPhone', 'helperEmail'],
  error: 'Enter a phone number or an email address',
};

/** Who gets news of what comes of it. @param whose whom the form is for */
export const updatesTo = (whose = 'The person who needs support') =>
  ask.multi(
    'updatesTo',
    'Who gets updates',
    'Who should get our updates?',
    [
      ['person', whose, 'person'],
      ['helper', 'Whoever fills this in', 'pen'],
    ],
    {
      error: 'Select who should get our updates',
      about: 'typist',
      easyRead: { label: 'Who should we send news to?', picture: 'letter' },
    },
  );

/** Whether the person wants this done for them. */
export const personAgrees = ask.yesno('personAgrees', 'The person agrees', '{Do you} agree to you doing this?', {
  error: 'Select yes if there is agreement to this',
  about: 'typist',
  easyRead: { label: '{Are you} happy for you to do this?', picture: 'respect' },
  meets: ['L17'],
});

const withoutAgreement = when('personAgrees', 'no');

/** By what right somebody does it who has no agreement. */
export const authorityQuestions: Question[] = [
  ask.choice(
    'helperAuthority',
    'Helper’s authority',
    'What gives you the right to do this for {them}?',
    [...authorities, ['best-interests', 'They cannot decide this, and it is best for them'], ['none', 'None of these']],
    {
      when: withoutAgreement,
      error: 'Select what gives the right to do this',
      about: 'typist',
      easyRead: { label: 'Why can you do this for {them}?', picture: 'paper' },
    },
  ),
  ask.file('helperProof', 'Proof of authority', 'Upload proof of this', {
    hint: 'For example, a photo of the first page of the power of attorney.',
    when: withoutAgreement,
    optional: true,
    maxFiles: 5,
    about: 'typist',
    easyRead: { label: 'Show us the paper that says so', picture: 'paper' },
  }),
];

/**
 * The person who fills a form in for another: who they are, whether the person agrees, and if not by what right. One way to reach them is needed,
 * whichever.
 *
 * @param privately which of the form's answers to “who is filling this in?” are no professionals
 * @param whose whom the form is for, as one who may get updates
 */
export const helperPages = (
  privately: readonly ('carer' | 'helper')[],
  whose = 'The person who needs support',
): Page[] => {
  const forSomeone = when('filledInBy', ...privately, 'professional');
  return [
    page(
      'helper',
      'About you',
      [
        ...helperNames,
        ask.choice('helperRelationship', 'Helper’s relationship', 'How do you know {you}?', relationships, {
          when: when('filledInBy', ...privately),
          error: 'Select how you know each other',
          about: 'typist',
          easyRead: { label: 'How do you know {you}?', picture: 'friends' },
        }),
        ...helperWork.map((question) => ({ ...question, when: atWork })),
        { ...helperPhone, optional: true },
        helperEmail,
        updatesTo(whose),
      ],
      { when: forSomeone, oneNeeded: phoneOrEmail },
    ),
    page('helper-agreement', 'Agreement', [personAgrees, ...authorityQuestions], { when: forSomeone }),
  ];
};
