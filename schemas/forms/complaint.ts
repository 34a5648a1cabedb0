import type { Form } from '../form-language.ts';
import { contactPage } from './fragments/about-case.ts';
import { ask, page, when } from './fragments/build.ts';
import { startExits, startPages } from './fragments/start.ts';

/**
 * A complaint about adult social care. SI 2009/309: within 12 months of the event or of noticing it, later for good reason.
 *
 * The clocks, the findings and the remedy are recorded by staff, not asked here.
 */
export const complaint: Form = {
  id: 'complaint',
  version: 1,
  title: 'Make a complaint',
  audience: 'public',
  intro: [
    'Complaining never changes the care you get.',
    'We tell you that we have it within 3 working days.',
    'If you are not happy with our answer, the Local Government and Social Care Ombudsman can look at it. It is free.',
  ],
  send: 'Send your complaint',
  exits: startExits,
  sections: [
    { id: 'before-you-start', title: 'Check before you start', pages: startPages },
    { id: 'about-you', title: 'Tell us about you', pages: [contactPage] },
    {
      id: 'the-complaint',
      title: 'Tell us what went wrong',
      pages: [
        page('complainant', 'Who it is about', [
          ask.yesno('onBehalfOf', 'For someone else', 'Are you complaining for someone else?', {
            error: 'Select yes if you are complaining for someone else',
          }),
          ask.text('complaintFor', 'Who it is for', 'Who is it for?', {
            error: 'Enter the name of the person',
            when: when('onBehalfOf', 'yes'),
          }),
          ask.choice(
            'complaintConsent',
            'Their agreement',
            'Do they agree to it?',
            [
              ['yes', 'Yes'],
              ['cannot-decide', 'They cannot decide this'],
              ['has-died', 'They have died'],
              ['no', 'No'],
            ],
            { error: 'Select whether they agree', when: when('onBehalfOf', 'yes') },
          ),
        ]),
        page('what-went-wrong', 'What went wrong', [
          ask.multi(
            'complaintAbout',
            'What it is about',
            'What is it about?',
            [
              ['decision', 'A decision'],
              ['delay', 'A delay'],
              ['quality', 'The quality of care'],
              ['staff', 'How someone treated me'],
              ['charge', 'What I pay'],
              ['information', 'Information we gave, or did not give'],
              ['other', 'Something else'],
            ],
            { error: 'Select what it is about', meets: ['L32', 'CB25'] },
          ),
          ask.long('complaintDetail', 'What happened', 'What happened?', { error: 'Tell us what happened' }),
          ask.date('eventOn', 'Date it happened', 'When did it happen?', {
            error: 'Enter the date it happened',
            range: 'past-or-today',
            hint: 'If you do not know the day, give the first day of the month.',
          }),
          ask.date('noticedOn', 'Date you noticed', 'When did you notice it, if that was later?', {
            notBefore: 'eventOn',
            error: 'Enter the date you noticed it',
            range: 'past-or-today',
            optional: true,
            meets: ['SI 2009/309 reg 12'],
          }),
          ask.long('complaintWants', 'What should happen', 'What would put it right?', {
            error: 'Tell us what would put it right',
          }),
        ]),
      ],
    },
  ],
};
