import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { bothOf, law, toldBeside } from './fragments/staff-words.ts';

const attorneyOrDeputy = when(
  'power',
  'welfare-attorney',
  'property-attorney',
  'both-attorney',
  'welfare-deputy',
  'property-deputy',
  'both-deputy',
);

/** Whether somebody has the power that they say they have, and what it covers. Mental Capacity Act 2005; SI 2014/2871 and s.32(4) for payments. */
export const authorityCheck = listAgain({
  id: 'authority-check',
  version: 1,
  title: 'A power to act for the person',
  audience: 'staff',
  intro: [
    'Nobody signs for the person outside what a power covers. Without one the council decides in their best interests.',
  ],
  send: 'Record the power',
  exits: [],
  sections: [
    section('power', 'Record the power', [
      page('power', 'The power', [
        ask.text('holder', 'Who holds it', 'Who says that they hold a power?', { notInCopy: true }),
        ask.choice(
          'power',
          'Power',
          'Which power is it?',
          [
            ['welfare-attorney', 'Attorney for health and welfare'],
            ['property-attorney', 'Attorney for property and money'],
            ['both-attorney', 'Attorney for both'],
            ['welfare-deputy', 'Deputy for health and welfare'],
            ['property-deputy', 'Deputy for property and money'],
            ['both-deputy', 'Deputy for both'],
            ['appointee', 'Appointee for benefits'],
            ['none', 'None was found'],
          ],
          {
            statutory: true,
            known: toldBeside('helperAuthority', ...bothOf, 'referral'),
            law: [
              law.confirmed('An appointee is for benefits alone.', 'Published guidance'),
              law.secondary('Those for property decide on money, not on the plan.', 'Councils’ published procedures'),
            ],
            notInCopy: true,
          },
        ),
        ask.yesno('seen', 'Seen', 'Was the power found with the Public Guardian, or its order seen?', {
          when: attorneyOrDeputy,
          statutory: true,
          law: [
            law.confirmed('Staff verify that the power exists and covers the decision.', 'Ombudsman, South Tyneside'),
          ],
          notInCopy: true,
        }),
        ask.date('seenOn', 'Day it was seen', 'When?', {
          reach: 'life',
          when: when('seen', 'yes'),
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.multi(
          'covers',
          'What it covers',
          'Which decisions does it cover?',
          [
            ['care-and-support', 'Care and support'],
            ['where-to-live', 'Where to live'],
            ['money', 'Money'],
            ['none', 'None of these'],
          ],
          { when: when('seen', 'yes'), alone: 'none', statutory: true, notInCopy: true },
        ),
        ask.long('limits', 'Limits', 'What does it leave out, or who has to act together?', {
          optional: true,
          notInCopy: true,
        }),
        ask.date('askAgainOn', 'Ask again', 'When is it asked for again?', {
          when: when('seen', 'no'),
          range: 'today-or-future',
          hint: 'A task opens on that day.',
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
