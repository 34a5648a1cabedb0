import type { Form } from '../form-language.ts';
import { ask, page, section, when } from './fragments/build.ts';
import { dateOfBirth, homePostcode, nameQuestions, phone, safeToLeaveMessage } from './fragments/contact.ts';
import { startExits, startPages, urgentOptions } from './fragments/start.ts';
import { helperNames, helperPhone, personAgrees, whoPage } from './fragments/who.ts';

/**
 * “I need help now”: urgent needs may be met before any assessment, whoever’s they are and wherever they live. Care Act 2014 s.19(3).
 *
 * It asks what somebody must know to ring back the same day, and nothing else; it is not signed. Calling is quicker, so the number stands first.
 */
export const helpNow: Form = {
  id: 'help-now',
  version: 1,
  title: 'Ask for help now',
  audience: 'public',
  callFirst: true,
  intro: [
    'Use this form if you cannot call, for help that cannot wait for an assessment.',
    'You do not have to sign it.',
    'Someone reads it on the same day, or on the next working day if we are closed.',
  ],
  send: 'Ask for help now',
  answering: {
    question: 'filledInBy',
    subject: { is: ['me'], unnamed: 'the person', name: 'firstName' },
  },
  exits: startExits,
  sections: [
    section('help-now', 'Help now', [
      ...startPages,
      page('happening', 'What is happening', [
        ask.multi('urgent', 'What is happening', 'What is happening?', urgentOptions, {
          error: 'Select what is happening',
          easyRead: { label: 'What is happening?', picture: 'alarm' },
          meets: ['s.19(3)'],
        }),
        ask.long('whatIsHappening', 'More about it', 'What else should we know?', {
          error: 'Tell us what is happening',
          optional: true,
          maxLength: 2000,
          easyRead: { label: 'What else should we know?', picture: 'write-down' },
        }),
      ]),
      whoPage(['me', 'carer', 'helper', 'professional']),
      page('helper', 'About you', [...helperNames, helperPhone, personAgrees], {
        when: when('filledInBy', 'carer', 'helper', 'professional'),
      }),
      page('name', '{Your} name and date of birth', [...nameQuestions, dateOfBirth]),
      page('where', 'Where {you are} now', [
        ask.text('whereToFind', 'Place to be found', 'Where {are you} now?', {
          hint: 'The address, or another place.',
          error: 'Enter the place',
          easyRead: { label: 'Where {are you} now?', picture: 'house' },
        }),
        { ...homePostcode, optional: true },
      ]),
      page('reach', 'How to reach {you}', [
        phone,
        safeToLeaveMessage,
        ask.text('neededOnCall', 'Needed for a call', 'What is needed for a call?', {
          hint: 'For example an interpreter, text relay, or time to answer the door.',
          error: 'Tell us what is needed for a call',
          optional: true,
          easyRead: { label: 'What do we need to know when we call?', picture: 'communicate' },
        }),
      ]),
    ]),
  ],
};
