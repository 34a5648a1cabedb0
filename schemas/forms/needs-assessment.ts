import type { Form, Section } from '../form-language.ts';
import { activityPages } from './fragments/activities.ts';
import { ask, page, section, when } from './fragments/build.ts';
import { communicationPages } from './fragments/communication.ts';
import { sharingPage, signPage } from './fragments/consent.ts';
import { addressPages, hospitalPage, namePage, reachPage, whereNowPage } from './fragments/contact.ts';
import { documentsPage } from './fragments/documents.ts';
import { carersPages, otherHelpPage, peoplePage } from './fragments/people.ts';
import { healthPage, reportFirst, risksPage, treatedBadlyPage } from './fragments/safety.ts';
import { startExits, startPages, urgentPage } from './fragments/start.ts';
import { effectPage } from './fragments/wellbeing.ts';
import { helperPages, whoPage } from './fragments/who.ts';
import { beforeWeMeet, peoplePresent, preferredWay, selfAssessment, talkAlone } from './fragments/working-together.ts';

/** What matters to the person, in their own words; the one long text that somebody must write. Care Act 2014 s.9(4)(b). */
const goalsPage = page('goals', 'What matters to {you}', [
  ask.long('betterLife', 'What would make life better', 'What would make {your} life better?', {
    error: 'Tell us what would make life better',
    easyRead: { label: 'What would make {your} life better?', picture: 'good-day' },
    meets: ['s.9(4)(b)'],
  }),
  ask.long('whatMatters', 'What matters', 'What matters to {you}?', {
    hint: 'Think of people, places, what fills the day, food, culture and faith.',
    error: 'Tell us what matters',
    optional: true,
    easyRead: { label: 'What is important to {you}?', picture: 'heart' },
    meets: ['S15'],
  }),
  ask.long('strengths', 'What goes well', 'What {do you} do well?', {
    error: 'Tell us what goes well',
    optional: true,
    easyRead: { label: 'What {do you} do well?', picture: 'happy' },
    meets: ['L1'],
  }),
  ask.long('anythingElse', 'Anything else', 'Is there anything else that we should know about {you}?', {
    error: 'Tell us what else we should know',
    optional: true,
    easyRead: { label: 'What else should we know about {you}?', picture: 'culture' },
  }),
]);

/** What is asked about the person alone, in the needs assessment and in the joint one. */
export const personSections = {
  about: section('about-you', 'About {you}', [namePage, whereNowPage, hospitalPage, ...addressPages, reachPage]),
  takingPart: section('taking-part', 'Taking part', communicationPages),
  dailyLife: section('daily-life', 'Daily life', [healthPage, ...activityPages, effectPage()], {
    hint: 'Only the activities that are hard are asked about one by one',
  }),
  safety: section('staying-safe', 'Staying safe', [
    risksPage,
    treatedBadlyPage(undefined, [{ ...reportFirst, when: when('filledInBy', 'professional') }]),
  ]),
  goals: section('what-matters', 'What matters', [goalsPage]),
} satisfies Record<string, Section>;

const before = { after: ['before-you-start'] };

/**
 * An adult's needs assessment as people ask for it online, for themselves or for someone. Care Act 2014 s.9.
 *
 * It asks what the council needs to begin: an indication, how soon, and how to reach and take part. What a member of staff asks anyway is not
 * asked twice. It never asks about money (s.9(3)), and its answers give an indication only: staff record the determination.
 *
 * @example { "filledInBy": "me", "firstName": "Rose", "dateOfBirth": "1948-03-02", "hardActivities": ["nutrition"],
 *            "nutritionUnable": ["needs-help", "changes"], "carers": [{ "name": "Ann", "relationship": "Daughter", … }] }
 */
export const needsAssessment: Form = {
  id: 'needs-assessment',
  version: 2,
  title: 'Ask for a care and support needs assessment',
  audience: 'public',
  intro: [
    'Think about daily life before you start: what is easy, what is hard, and who helps.',
    'The assessment is free. Most people pay something towards care and support that follows from it. We may ask about money then.',
    'At the end we tell you whether support from us is possible. A member of staff then looks at what you told us.',
  ],
  ready: ['the name of the GP practice', 'names and phone numbers of people who help'],
  send: 'Send your application',
  answering: {
    question: 'filledInBy',
    subject: { is: ['me'], unnamed: 'the person', name: 'firstName' },
    carer: { is: ['carer'], unnamed: 'the carer' },
  },
  exits: startExits,
  sections: [
    section('before-you-start', 'Check first', [
      ...startPages,
      whoPage(['me', 'carer', 'helper', 'professional'], {
        links: [{ path: 'forms/referral', text: 'Use the shorter form, if it is part of your job' }],
      }),
      urgentPage,
    ]),
    section('helper', 'About you, who fill this in', helperPages(['carer', 'helper']), before),
    { ...personSections.about, ...before },
    { ...personSections.takingPart, ...before },
    { ...personSections.dailyLife, ...before },
    { ...personSections.safety, ...before },
    section('who-helps', 'Who helps', [peoplePage, ...carersPages, otherHelpPage], before),
    {
      ...section('what-matters', 'What matters', [
        goalsPage,
        page('working-together', 'The assessment', [
          selfAssessment,
          preferredWay,
          talkAlone,
          peoplePresent,
          beforeWeMeet,
        ]),
      ]),
      ...before,
    },
    section('agree-and-sign', 'Agree and sign', [sharingPage('carer'), documentsPage, signPage], {
      after: [
        'before-you-start',
        'helper',
        'about-you',
        'taking-part',
        'daily-life',
        'staying-safe',
        'who-helps',
        'what-matters',
      ],
    }),
  ],
};
