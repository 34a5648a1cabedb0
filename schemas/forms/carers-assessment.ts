import type { Form, Page } from '../form-language.ts';
import { ask, page, section, when } from './fragments/build.ts';
import { caredForPage, caringSections } from './fragments/caring.ts';
import { communicationPages } from './fragments/communication.ts';
import { shareLimits, shareWith, signPage, tellPersonCaredFor } from './fragments/consent.ts';
import { addressPage, dateOfBirth, nameQuestions, preferredName, reachPage } from './fragments/contact.ts';
import { documentsPage } from './fragments/documents.ts';
import { reportFirst, treatedBadlyPage } from './fragments/safety.ts';
import { startExits, startPages } from './fragments/start.ts';
import { helperPages, whoPage } from './fragments/who.ts';
import {
  beforeWeMeet,
  bestTime,
  peoplePresent,
  preferredWay,
  selfAssessment,
  talkAlone,
} from './fragments/working-together.ts';

/** Who a carer is, without what the council knows of persons with needs. */
export const carerNamePage = page('name', '{Your} name and date of birth', [
  ...nameQuestions,
  preferredName,
  dateOfBirth,
]);

/** Whether anyone harms the carer: the person cared for may be the one. Care Act 2014 s.42. */
export const carerSafety = section('staying-safe', 'Staying safe', [
  treatedBadlyPage('Anyone counts, the person cared for included.', [
    { ...reportFirst, when: when('filledInBy', 'professional') },
  ]),
]);

/** With whom a carer shares, what nobody is told of it, and what the person cared for may be told. */
export const carersSharing: Page = page('sharing', 'Sharing', [
  shareWith('person-cared-for'),
  {
    ...shareLimits,
    when: when('shareWith', 'gp', 'nhs', 'person-cared-for', 'family', 'provider', 'housing', 'other'),
  },
  tellPersonCaredFor,
]);

const before = { after: ['before-you-start'] };

/**
 * A carer's assessment as carers ask for it online. Care Act 2014 s.10: whatever the level of need and the money of either person, and
 * whether or not the person cared for is assessed.
 */
export const carersAssessment: Form = {
  id: 'carers-assessment',
  version: 2,
  title: 'Ask for a carer’s assessment',
  audience: 'public',
  intro: [
    'You are a carer if you look after an adult who could not manage without you, and you are not paid for it.',
    'The assessment is free. It does not judge how well anyone cares.',
  ],
  ready: ['the postcode of each person cared for', 'the name and phone number of someone who could step in'],
  send: 'Send your form',
  answering: {
    question: 'filledInBy',
    subject: { is: ['me'], unnamed: 'the carer', name: 'firstName' },
    cared: { is: [], unnamed: 'the person {you care} for' },
  },
  exits: startExits,
  sections: [
    section('before-you-start', 'Check first', [
      ...startPages,
      whoPage(['me', 'helper', 'professional']),
      {
        id: 'can-go-on',
        phone: true,
        questions: [
          ask.yesno('cannotGoOn', 'Cannot go on caring', 'Is it so hard that {you} cannot go on caring?', {
            hint: 'Call us if it is. Do not wait for an answer to this form.',
            error: 'Select yes if caring cannot go on',
            easyRead: { label: 'Is it too hard to go on caring?', picture: 'alarm' },
            meets: ['s.19(3)'],
          }),
        ],
      },
    ]),
    section('helper', 'About you, who fill this in', helperPages(['helper'], 'The carer'), before),
    section('about-you', 'About {you}', [carerNamePage, addressPage, reachPage], before),
    section('taking-part', 'Taking part', communicationPages, before),
    ...caringSections.map((one) => ({
      ...one,
      ...before,
      pages: one.id === 'caring' ? [caredForPage, ...one.pages] : one.pages,
    })),
    { ...carerSafety, ...before },
    section(
      'working-together',
      'The assessment',
      [
        page('working-together', 'The assessment', [
          selfAssessment,
          preferredWay,
          ask.choice(
            'jointOrSeparate',
            'Together or separately',
            'Should we assess {you} together with {cared:you}?',
            [
              ['joint', 'Together, if both agree', 'friends'],
              ['combined', 'Separately, with one plan for both', 'paper'],
              ['separate', 'Separately', 'person'],
            ],
            {
              error: 'Select together or separately',
              easyRead: { label: 'Together with {cared:you}, or alone?', picture: 'carer' },
              meets: ['CV57', 's.12(5)'],
            },
          ),
          bestTime,
          talkAlone,
          { ...peoplePresent, meets: ['s.10(7)'] },
          { ...beforeWeMeet, hint: 'For example what would help, how to get in, pets or smoking.' },
        ]),
      ],
      before,
    ),
    section('agree-and-sign', 'Agree and sign', [carersSharing, documentsPage, signPage], {
      after: [
        'before-you-start',
        'helper',
        'about-you',
        'taking-part',
        'caring',
        'own-life',
        'staying-safe',
        'working-together',
      ],
    }),
  ],
};
