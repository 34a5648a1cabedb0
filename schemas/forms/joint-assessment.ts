import type { Exit, Form, Page, Question, Section } from '../form-language.ts';
import { carerNamePage, carerSafety, carersSharing } from './carers-assessment.ts';
import { ask, page, section, when } from './fragments/build.ts';
import { caringSections } from './fragments/caring.ts';
import { communicationPages } from './fragments/communication.ts';
import { copyBy, declaration, howWeUseIt, sharingPage } from './fragments/consent.ts';
import { addressPage, reachPage } from './fragments/contact.ts';
import { documentsPage } from './fragments/documents.ts';
import { relationships } from './fragments/options.ts';
import { livesWith, looksAfter, otherHelpPage } from './fragments/people.ts';
import { forCarer, pagesForCarer } from './fragments/second-person.ts';
import { startExits, startPages, urgentPage } from './fragments/start.ts';
import {
  authorityQuestions,
  helperEmail,
  helperNames,
  helperPhone,
  helperWork,
  personAgrees,
  phoneOrEmail,
  updatesTo,
  whoPage,
} from './fragments/who.ts';
import {
  beforeWeMeet,
  bestTime,
  peoplePresent,
  preferredWay,
  selfAssessment,
  talkAlone,
} from './fragments/working-together.ts';
import { personSections } from './needs-assessment.ts';

const bothAgree: Page = page('both-agree', 'Do both agree?', [
  ask.yesno(
    'personAgreesToJoint',
    'The person agrees to a joint assessment',
    '{Do you} agree to be assessed together with {carer:you}?',
    {
      error: 'Select yes if the person who needs support agrees',
      easyRead: { label: '{Are you} happy to do this together with {carer:you}?', picture: 'respect' },
      meets: ['L21', 's.12(5)'],
    },
  ),
  ask.yesno(
    'carerAgreesToJoint',
    'The carer agrees to a joint assessment',
    '{Do you} agree to be assessed together with {subject:you}?',
    {
      error: 'Select yes if the carer agrees',
      about: 'carer',
      easyRead: { label: '{Are you} happy to do this together with {subject:you}?', picture: 'carer' },
      meets: ['L21', 's.12(5)'],
    },
  ),
]);

/** Without both agreeing there are two separate assessments. Care Act 2014 s.12(5). */
const notBoth: Exit = {
  id: 'separate-assessments',
  when: {
    any: [when('personAgreesToJoint', 'no'), when('carerAgreesToJoint', 'no'), when('carerAgreesToHelper', 'no')],
  },
  title: 'Use two separate forms.',
  body: [
    'We only assess two people together if both agree. Each can fill in a form of their own.',
    'Call us if you want to talk about it first.',
  ],
  action: 'contact-us',
  links: [
    { path: 'together', text: 'Be assessed together, and each fill in a part of your own' },
    { path: 'forms/needs-assessment', text: 'Ask for a care and support needs assessment' },
    { path: 'forms/carers-assessment', text: 'Ask for a carer’s assessment' },
  ],
};

/** A question that is put to everybody: where only some were asked it, that it is there would tell the other what was answered before it. */
const askedOfAll = ({ when: _someAlone, ...question }: Question, words: Partial<Question>): Question =>
  ({ ...question, ...words }) as Question;

const whoIsThere = askedOfAll(peoplePresent, { label: 'If someone should be there too, who?' });

/** Where one of two says whether anyone harms them, the form says how the other does not see it. Care Act 2014 s.42. */
const orApart = (of: Section): Section => ({
  ...of,
  pages: of.pages.map((one) =>
    one.sensitive
      ? {
          ...one,
          questions: one.questions.map((question) =>
            question.when
              ? askedOfAll(question, { hint: 'Leave it empty if any time and any way is safe.' })
              : question,
          ),
          links: [
            ...(one.links ?? []),
            { path: 'together', text: 'Fill in two parts apart, so that neither sees the other’s' },
          ],
        }
      : one,
  ),
});

/** Neither of the two: who they are is not known from the rest of the form. */
const someoneElse = when('filledInBy', 'helper', 'professional');

/** Of the two whom somebody else fills it in for, the carer too is asked whether they agree to that. */
const carerAgrees = ask.yesno(
  'carerAgreesToHelper',
  'The carer agrees to the help',
  '{carer:Do you} agree to you doing this?',
  {
    error: 'Select yes if the carer agrees to this',
    about: 'typist',
    easyRead: { label: '{carer:Are you} happy for you to do this?', picture: 'respect' },
  },
);

/** The carer who fills it in gives their name and how to reach them where the form asks the carer for it. */
const helperPages: Page[] = [
  page(
    'helper',
    'About you',
    [
      ...helperNames.map((question) => ({ ...question, when: someoneElse })),
      ask.choice('helperRelationship', 'Helper’s relationship', 'How do you know {you}?', relationships, {
        when: when('filledInBy', 'helper'),
        error: 'Select how you know each other',
        about: 'typist',
        easyRead: { label: 'How do you know {you}?', picture: 'friends' },
      }),
      ...helperWork.map((question) => ({ ...question, when: when('filledInBy', 'professional') })),
      { ...helperPhone, optional: true, when: someoneElse },
      { ...helperEmail, when: someoneElse },
      updatesTo(),
    ],
    {
      when: when('filledInBy', 'carer', 'helper', 'professional'),
      oneNeeded: phoneOrEmail,
    },
  ),
  page('helper-agreement', 'Agreement', [personAgrees, carerAgrees, ...authorityQuestions], { when: someoneElse }),
];

const carerSections: Section[] = forCarer([
  section('about-you', 'About {you}', [
    {
      ...carerNamePage,
      questions: [
        ...carerNamePage.questions,
        ask.choice('relationship', 'Relationship', 'Who {are you} to {cared:you}?', relationships, {
          error: 'Select who the carer is',
          easyRead: { label: 'Who {are you} to {cared:you}?', picture: 'family' },
          meets: ['s.10(3)'],
        }),
      ],
    },
    {
      id: 'same-home',
      questions: [
        ask.yesno('sameHome', 'Lives in the same home', '{Do you} live in the same home as {cared:you}?', {
          error: 'Select yes if it is the same home',
          easyRead: { label: 'Is it the same home?', picture: 'house' },
        }),
      ],
    },
    { ...addressPage, when: when('sameHome', 'no') },
    reachPage,
  ]),
  section('taking-part', 'Taking part', communicationPages),
  ...caringSections,
  orApart(carerSafety),
]);

const carersWishes = pagesForCarer([
  page('working-together', 'The assessment', [preferredWay, bestTime, talkAlone, whoIsThere]),
  carersSharing,
]);
const carerDocuments = pagesForCarer([documentsPage]);

/** Whoever fills it in signs, in their own name: nobody signs as another, and the other one is asked when we meet. */
const signatures: Question[] = [
  { ...declaration, when: when('filledInBy', 'me') },
  { ...declaration, id: 'carerDeclaration', name: 'Carer’s signature', when: when('filledInBy', 'carer') },
  { ...declaration, id: 'helperDeclaration', name: 'Helper’s signature', when: someoneElse },
];

/**
 * One assessment of a person with needs and of their carer, who both agree to it. Care Act 2014 s.12(5).
 *
 * The person's answers have the ids of the needs assessment; the carer's begin with `carer` (`carerFirstName`).
 */
export const jointAssessment: Form = {
  id: 'joint-assessment',
  version: 3,
  title: 'Ask for a joint assessment of a person and their carer',
  audience: 'public',
  intro: [
    'Use this form only if the person who needs support and the carer both agree.',
    'Each of the two can ask for a separate assessment instead, at any time. Each can also ask to talk to us alone.',
    'Whoever looks at this form sees what both have answered. You can each fill in a part of your own instead.',
  ],
  ready: ['the name of the GP practice', 'names and phone numbers of people who help or could step in'],
  send: 'Send your form',
  answering: {
    question: 'filledInBy',
    subject: { is: ['me'], unnamed: 'the person', name: 'firstName' },
    carer: { is: ['carer'], unnamed: 'the carer', name: 'carerFirstName' },
  },
  exits: [...startExits, notBoth],
  sections: [
    section('before-you-start', 'Check first', [
      ...startPages,
      whoPage(['person', 'theCarer', 'helper', 'professional']),
      bothAgree,
      urgentPage,
    ]),
    section('helper', 'About you, who fill this in', helperPages, { after: ['before-you-start'] }),
    personSections.about,
    personSections.takingPart,
    personSections.dailyLife,
    orApart(personSections.safety),
    section('people', 'People and other help', [
      page('people', 'People around {you}', [livesWith, looksAfter]),
      otherHelpPage,
    ]),
    personSections.goals,
    ...carerSections,
    section('agree-and-sign', 'Agree and sign', [
      page('working-together', 'The assessment', [selfAssessment, preferredWay, talkAlone, whoIsThere, beforeWeMeet]),
      ...carersWishes.slice(0, 1),
      sharingPage('carer'),
      ...carersWishes.slice(1),
      documentsPage,
      ...carerDocuments,
      page('sign', 'Sign', [copyBy, ...signatures], { guidance: howWeUseIt }),
    ]),
  ],
};

/** The questions that the carer answers about themselves; the rest of a joint form is the person's. */
export const carersQuestions: ReadonlySet<string> = new Set([
  ...[...carerSections.flatMap(({ pages }) => pages), ...carersWishes, ...carerDocuments].flatMap(({ questions }) =>
    questions.map(({ id }) => id),
  ),
  'carerAgreesToJoint',
  'carerAgreesToHelper',
  'carerDeclaration',
]);
