import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const waits = when('state', 'waits');

/** A look at somebody who waits for an assessment: their rank, whether waiting does harm, and what they are told. Guidance 6.29. */
export const waitingReview = listAgain({
  id: 'waiting-review',
  version: 1,
  title: 'A wait for an assessment',
  audience: 'staff',
  intro: ['Speak with the person, or with whoever helps them. Ask what has changed.'],
  copyTitle: 'Your wait for an assessment',
  copyEnd: [
    'We are sorry that you have to wait.',
    'If things get worse, or someone who helps you cannot go on, call us at once. If you think that this is wrong, ask us to look again, or complain to us.',
  ],
  send: 'Record the new rank',
  exits: [],
  sections: [
    section('wait', 'Look at the wait', [
      page('wait', 'The wait', [
        ask.choice(
          'state',
          'Still waiting',
          'Does the person still wait?',
          [
            ['waits', 'Yes'],
            ['assessed', 'No: the assessment has begun'],
          ],
          { notInCopy: true },
        ),
        ask.long('changed', 'What has changed', 'What has changed since the last look?', { when: waits }),
        ask.choice(
          'riskOfWaiting',
          'Harm by waiting',
          'Does waiting bring a risk of decline, or of abuse or neglect?',
          [
            ['no', 'No'],
            ['decline', 'Yes, of decline'],
            ['abuse', 'Yes, of abuse or neglect'],
          ],
          {
            when: waits,
            law: [
              law.secondary(
                'Where no date can be given, be satisfied that waiting adds no risk of decline or abuse.',
                'tri.x, assessment of needs',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.choice(
          'urgency',
          'New rank',
          'Which rank has the person now?',
          [
            ['urgent', 'Now: we see you at once'],
            ['carer-breakdown', 'Soon: whoever cares for you cannot go on'],
            ['standard', 'In turn: we see people in the order in which they asked'],
          ],
          {
            when: waits,
            statutory: true,
            law: [
              law.confirmed(
                'A queue that is ranked and explained is still a failure of service, for which we say sorry.',
                'Ombudsman, Hampshire 24 011 142',
              ),
            ],
            copy: 'How soon',
            known: [
              { list: 'triage', question: 'priorityBecause', beside: true },
              { list: 'triage', question: 'priorityScore', beside: true },
              { list: 'triage', question: 'reasons', beside: true },
              { list: 'triage', question: 'whyNotSooner', beside: true },
            ],
          },
        ),
        ask.long('rankReasons', 'Reasons', 'Why?', { when: waits, copy: 'Why' }),
        ask.date('seenBy', 'When we expect to see you', 'By when is the assessment expected?', {
          when: waits,
          range: 'today-or-future',
          known: [{ list: 'triage', question: 'timescaleTold', beside: true }],
        }),
      ]),
    ]),
  ],
});
