import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** The acknowledgement of a complaint, with the offer to talk about how it is handled. SI 2009/309 regs 9, 12 and 13. */
export const complaintAcknowledgement = list({
  id: 'complaint-acknowledgement',
  version: 1,
  title: 'Acknowledge a complaint',
  audience: 'staff',
  intro: ['The days by which to acknowledge and to answer are worked out from the day it was received.'],
  copyTitle: 'We have your complaint',
  send: 'Record the acknowledgement',
  exits: [],
  sections: [
    section('acknowledgement', 'Record how it is handled', [
      page('acknowledgement', 'Acknowledgement', [
        ask.date('receivedOn', 'Date received', 'When was it received, if that was before it was recorded here?', {
          range: 'past-or-today',
          optional: true,
        }),
        ask.date('acknowledgedOn', 'Date acknowledged', 'When was it acknowledged?', {
          notBefore: 'receivedOn',
          range: 'past-or-today',
          statutory: true,
          law: [
            law.confirmed(
              'Acknowledge within three working days, and offer to talk about handling and time.',
              'SI 2009/309 reg 13, as councils restate it',
            ),
          ],
          copy: 'We wrote to you about it on',
        }),
        ask.yesno('talkOffered', 'Talk offered', 'Was a talk about handling and time offered?', {
          statutory: true,
          copy: 'We offered to talk about how we handle it, and by when',
        }),
        ask.date('agreedAnswerOn', 'Agreed date for the answer', 'By when was the answer agreed?', {
          notBefore: 'acknowledgedOn',
          optional: true,
          law: [
            law.confirmed(
              'Answer within six months, or by a later day that was agreed.',
              'SI 2009/309 reg 14, as the ombudsman restates it',
            ),
          ],
          copy: 'We agreed to answer by',
        }),
        ask.text('handledBy', 'Who looks into it', 'Who looks into it?', {
          // Nobody can say who looks into it, or if it is about the NHS too, who has not read it.
          known: ['complaintAbout', 'complaintDetail', 'complaintWants'].map((question) => ({
            list: 'complaint',
            question,
            beside: true as const,
          })),
          copy: 'Who looks into it',
        }),
        ask.yesno('withNhs', 'Also about the NHS', 'Is it also about the NHS, so that one answer is given together?', {
          optional: true,
          law: [law.confirmed('One joint answer with the NHS is given.', 'SI 2009/309 reg 9')],
          copy: 'We answer together with the NHS',
        }),
      ]),
      page('who', 'For whom it is made', [
        ask.choice(
          'forAnother',
          'Made for someone else',
          'If it is made for someone else: may it be?',
          [
            ['may', 'Yes: they agree, or someone must speak for them'],
            ['may-not', 'No'],
          ],
          {
            optional: true,
            known: [
              { list: 'complaint', question: 'onBehalfOf', beside: true },
              { list: 'complaint', question: 'complaintFor', beside: true },
              { list: 'complaint', question: 'complaintConsent', beside: true },
            ],
            law: [
              law.fromMemory(
                'A representative may complain with agreement, for someone who has died, or for who cannot and in their best interests. Otherwise say in writing why not.',
                'SI 2009/309 reg 5',
              ),
            ],
            notInCopy: true,
          },
        ),
      ]),
      page('late', 'Time limits', [
        ask.yesno('late', 'Made late', 'Was it made more than 12 months after the event or after noticing it?', {
          law: [
            law.confirmed(
              'A late complaint may still be looked at for good reason, if that is fair.',
              'SI 2009/309 reg 12, as councils restate it',
            ),
          ],
          known: [
            { list: 'complaint', question: 'noticedOn', beside: true },
            { list: 'complaint', question: 'eventOn', beside: true },
          ],
          notInCopy: true,
        }),
        ask.choice(
          'lateDecision',
          'If made late',
          'Is it looked at all the same?',
          [
            ['looked-at', 'Yes: there is good reason, and it is still fair'],
            ['not-looked-at', 'No'],
          ],
          { when: when('late', 'yes'), copy: 'It came late, and we look at it' },
        ),
        ask.long('whyNotTaken', 'Why it is not looked at', 'If it is not looked at: why, in words for the person?', {
          optional: true,
          copy: 'Why we do not look at it',
        }),
      ]),
    ]),
  ],
});
