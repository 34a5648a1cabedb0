import type { Form } from '../form-language.ts';
import { activities, hardActivities, hardActivitiesGuidance } from './fragments/activities.ts';
import { ask, page, section, when } from './fragments/build.ts';
import { formats, language, otherLanguage, takingPart } from './fragments/communication.ts';
import { declaration, shareLimits } from './fragments/consent.ts';
import {
  addressPages,
  dateOfBirth,
  dischargeExpectedOn,
  inHospital,
  nameQuestions,
  phone,
  safeToLeaveMessage,
  ward,
  whereNowPage,
} from './fragments/contact.ts';
import { documentsPage } from './fragments/documents.ts';
import { yesNoNotSure } from './fragments/options.ts';
import { carerCanContinue, carerWantsAssessment, hasCarer, livesWith } from './fragments/people.ts';
import { conditions, reportFirst, risksPage, treatedBadlyPage } from './fragments/safety.ts';
import { startExits, startPages, urgentQuestion } from './fragments/start.ts';
import {
  authorityQuestions,
  helperEmail,
  helperNames,
  helperPhone,
  helperWork,
  personAgrees,
  phoneOrEmail,
  updatesTo,
} from './fragments/who.ts';

const hospital = page(
  'hospital',
  'In hospital',
  [
    ward,
    ask.date('admittedOn', 'Date of going into hospital', 'When did {they} go into hospital?', {
      error: 'Enter the date of going into hospital',
      range: 'past-or-today',
      optional: true,
      easyRead: { label: 'What day did {they} go in?', picture: 'calendar' },
    }),
    dischargeExpectedOn,
    ask.choice(
      'dischargePathway',
      'Discharge pathway',
      'Which discharge pathway is it?',
      [
        ['pathway-0', 'Pathway 0: home, with no new need', 'house'],
        ['pathway-1', 'Pathway 1: home, with a new need', 'helping'],
        ['pathway-2', 'Pathway 2: a bed in the community, to recover', 'bed'],
        ['pathway-3', 'Pathway 3: a care home', 'care-home'],
        ['not-known', 'Not known yet', 'question'],
      ],
      { easyRead: { label: 'What is the plan for leaving?', picture: 'steering' } },
    ),
    ask.choice(
      'chcConsidered',
      'Continuing healthcare considered',
      'Is NHS continuing healthcare being looked at?',
      yesNoNotSure,
      {
        error: 'Select whether NHS continuing healthcare is being looked at',
        easyRead: { label: 'Might the NHS pay for all of the care?', picture: 'hospital' },
        meets: ['SI 2014/2827 reg 7'],
      },
    ),
  ],
  { when: inHospital },
);

/**
 * A referral by somebody at work: a nurse, a doctor, a housing officer. It says that a person may have needs for care and support, which is all
 * that the duty to assess asks for, so it gives no indication. Care Act 2014 s.9(1).
 *
 * Where the person has not agreed and nothing gives a right to ask for them, staff decide on contact, and whoever sent it cannot follow it.
 */
export const referral: Form = {
  id: 'referral',
  version: 1,
  title: 'Refer someone for an assessment',
  audience: 'public',
  intro: [
    'Use this form if you ask for an assessment of someone as part of your job.',
    'You can add your own assessment as a document instead of typing it.',
    'We tell the person that you have asked for them. They can add a form of their own.',
  ],
  ready: ['the person’s date of birth and NHS number', 'for someone in hospital, the ward and the day of leaving'],
  send: 'Send the referral',
  answering: {
    always: 'professional',
    subject: { is: [], unnamed: 'the person', name: 'firstName' },
    carer: { is: [], unnamed: 'the carer' },
  },
  exits: startExits,
  sections: [
    section('before-you-start', 'Check first', startPages),
    section('referrer', 'About you', [
      page('referrer', 'About you', [...helperNames, ...helperWork, { ...helperPhone, optional: true }, helperEmail], {
        oneNeeded: phoneOrEmail,
      }),
      page('helper-agreement', 'Agreement', [personAgrees, ...authorityQuestions]),
    ]),
    section('person', 'About {you}', [
      page('person', '{Your} details', [
        ...nameQuestions,
        dateOfBirth,
        ask.nhsno('nhsNumber', 'NHS number', 'What is {your} NHS number?', {
          hint: 'It has 10 digits.',
          optional: true,
          easyRead: { label: '{Your} NHS number', picture: 'hospital' },
        }),
      ]),
      whereNowPage,
      hospital,
      ...addressPages,
      page('reach', 'How to reach {you}', [
        phone,
        safeToLeaveMessage,
        ask.text('whomToRing', 'Whom to ring', 'Whom should we ring, if not {them}?', {
          hint: 'A name and a phone number.',
          error: 'Enter whom we should ring',
          optional: true,
          easyRead: { label: 'Who else can we ring?', picture: 'phone' },
        }),
      ]),
      page('talk-and-write', 'Talking and writing', [language, otherLanguage, formats, takingPart]),
    ]),
    section('need', 'What is needed', [
      page('reason', 'Why you refer {them}', [
        ask.long('reasonForReferral', 'Reason for the referral', 'Why do you refer {them}, and what is asked of us?', {
          error: 'Tell us the reason for the referral',
          about: 'typist',
          easyRead: { label: 'Why do you ask us? What should we do?', picture: 'write-down' },
          meets: ['s.9(1)'],
        }),
        urgentQuestion,
      ]),
      { id: 'conditions', questions: [conditions] },
      {
        id: 'hard-activities',
        guidance: hardActivitiesGuidance,
        questions: [
          hardActivities(activities, 'Which of these are hard for {you}?', 'What is hard for {you}?', ['L3']),
        ],
      },
      risksPage,
      treatedBadlyPage(undefined, [reportFirst]),
    ]),
    section('people', 'People and help', [
      page('people', 'People around {you}', [livesWith, hasCarer]),
      page(
        'carer',
        'The carer',
        [
          ask.text('carerContact', 'Carer’s name and contact', 'Who is the carer, and how can we reach them?', {
            error: 'Enter who the carer is',
            optional: true,
            about: 'carer',
            easyRead: { label: 'Who is the carer? How can we talk to them?', picture: 'carer' },
          }),
          carerCanContinue,
          carerWantsAssessment,
        ],
        { when: when('hasCarer', 'yes') },
      ),
      page('help-and-visits', 'Help and visits', [
        ask.text('helpNow', 'Help that is in place', 'What help is in place now?', {
          error: 'Tell us what help is in place',
          optional: true,
          easyRead: { label: 'What help is there now?', picture: 'support' },
        }),
        ask.text('visiting', 'Before a visit', 'What should we know before a visit?', {
          hint: 'For example how to get in, pets, or who is there.',
          error: 'Tell us what we should know before a visit',
          optional: true,
          easyRead: { label: 'What should we know before we come?', picture: 'house' },
        }),
      ]),
    ]),
    section('agree-and-sign', 'Documents and signature', [
      documentsPage,
      page('sign', 'Sign', [updatesTo(), shareLimits, declaration]),
    ]),
  ],
};
