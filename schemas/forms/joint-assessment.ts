import type { Exit, Form, Page, Section } from '../form-language.ts';
import { caringSections } from './carers-assessment.ts';
import { ask, page } from './fragments/build.ts';
import { communicationPages } from './fragments/communication.ts';
import { consentExit, consentPages } from './fragments/consent.ts';
import {
  addressPage,
  dateOfBirth,
  filledInBy,
  gpPage,
  helperPages,
  homePostcode,
  namePage,
  phoneAndEmailPage,
} from './fragments/contact.ts';
import { documentsSection } from './fragments/documents.ts';
import { forSecondPerson } from './fragments/second-person.ts';
import { startExits, startPages } from './fragments/start.ts';
import { needsAssessment } from './needs-assessment.ts';

const bothAgree: Page = page('both-agree', 'Do you both agree?', [
  ask.yesno(
    'personAgreesToJoint',
    'The person agrees to a joint assessment',
    'Does the person who needs support agree to a joint assessment?',
    {
      error: 'Select yes if the person who needs support agrees',
      easyRead: { label: 'Is the person who needs support happy to do this together?', picture: 'respect' },
      meets: ['L21', 's.12(5)'],
    },
  ),
  ask.yesno(
    'carerAgreesToJoint',
    'The carer agrees to a joint assessment',
    'Does the carer agree to a joint assessment?',
    {
      error: 'Select yes if the carer agrees',
      easyRead: { label: 'Is the carer happy to do this together?', picture: 'carer' },
      meets: ['L21', 's.12(5)'],
    },
  ),
]);

/** Without both agreeing there are two separate assessments. Care Act 2014 s.12(5); L22. */
const notBoth: Exit = {
  id: 'separate-assessments',
  when: {
    any: [
      { question: 'personAgreesToJoint', is: ['no'] },
      { question: 'carerAgreesToJoint', is: ['no'] },
    ],
  },
  title: 'Use two separate forms.',
  body: [
    'We only assess you together if you both agree. You can each fill in a form of your own.',
    'Call us if you want to talk about it first.',
  ],
  action: 'contact-us',
};

const carerConsentExit: Exit = {
  ...consentExit,
  id: 'carer-information-not-to-be-used',
  when: { question: 'carerUseMyInformation', is: ['no'] },
};

const alreadyAsked = ['jointOrSeparate', 'carerWantsAssessment'];

/** The person's sections as in the needs assessment, less what the joint form says by itself and what belongs to one of two forms. */
const personSections: Section[] = needsAssessment.sections
  .filter(({ id }) => !['before-you-start', 'helper', 'equality', 'consent'].includes(id))
  .map(({ after, ...section }) => section)
  .map((section) => ({
    ...section,
    pages: section.pages
      .map((own) => ({ ...own, questions: own.questions.filter(({ id }) => !alreadyAsked.includes(id)) }))
      .filter(({ questions }) => questions.length > 0),
  }));

const carerSections: Section[] = forSecondPerson(
  [
    {
      id: 'about-you',
      title: 'Tell us about you',
      pages: [
        { id: 'date-of-birth', questions: [dateOfBirth] },
        { id: 'postcode', questions: [homePostcode] },
        namePage,
        addressPage,
        phoneAndEmailPage,
        gpPage,
      ],
    },
    { id: 'communication', title: 'Tell us what you need to take part', pages: communicationPages },
    ...caringSections,
    documentsSection,
  ],
  'carer',
  'Carer',
);

/**
 * One assessment of a person with needs and of their carer, who both agree to it and both sign. Care Act 2014 s.12(5).
 *
 * The person's answers have the ids of the needs assessment; the carer's begin with `carer` (`carerFirstName`).
 */
export const jointAssessment: Form = {
  id: 'joint-assessment',
  version: 1,
  title: 'Ask for a joint assessment of a person and their carer',
  audience: 'public',
  minutes: 60,
  intro: [
    'Use this form only if the person who needs support and the carer both agree.',
    'It takes about an hour. You can save it and come back later.',
    'Either of you can ask for a separate assessment instead, at any time.',
  ],
  send: 'Send your form',
  answering: { question: 'filledInBy', forSomeoneElse: ['helper', 'professional'] },
  exits: [...startExits, notBoth, consentExit, carerConsentExit],
  sections: [
    {
      id: 'before-you-start',
      title: 'Check before you start',
      pages: [
        ...startPages,
        { id: 'who-is-filling-this-in', questions: [filledInBy] },
        bothAgree,
        { id: 'date-of-birth', questions: [dateOfBirth] },
        { id: 'postcode', questions: [homePostcode] },
      ],
    },
    {
      id: 'helper',
      title: 'Tell us about you, the helper',
      after: ['before-you-start'],
      pages: helperPages,
    },
    ...personSections,
    ...carerSections,
    {
      id: 'consent',
      title: 'Agree and sign, both of you',
      pages: [
        ...consentPages,
        page('carer-declaration', 'The carer signs', [
          ask.yesno(
            'carerUseMyInformation',
            'Carer: record and use',
            'Carer: can we record and use what you tell us?',
            {
              error: 'Select yes if we can record and use what the carer tells us',
              easyRead: { label: 'Carer: can we write down and use what you tell us?', picture: 'write-down' },
            },
          ),
          ask.sign('carerDeclaration', 'Carer’s signature', 'Carer: sign by typing your full name', {
            hint: 'By signing you say that what you told us is true as far as you know.',
            easyRead: { label: 'Carer: type your name to sign', picture: 'sign' },
          }),
        ]),
      ],
    },
  ],
};

/** The questions that the carer answers about themselves; the rest of a joint form is the person's. */
export const carersQuestions: ReadonlySet<string> = new Set([
  ...carerSections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ id }) => id))),
  'carerAgreesToJoint',
  'carerUseMyInformation',
  'carerDeclaration',
]);
