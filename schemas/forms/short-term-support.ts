import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { anAdult, law, toldBeside } from './fragments/staff-words.ts';

/**
 * Support for up to six weeks, free of charge: what it is for, what is given, and by whom. Care Act 2014 s.2; Charging
 * Regulations 2014 (SI 2014/2672) reg 3.
 */
export const shortTermSupport = listAgain({
  id: 'short-term-support',
  version: 1,
  title: 'Short-term support',
  audience: 'staff',
  intro: ['Agree with the person what they want to be able to do, and by when.'],
  copyTitle: 'Your short-term support',
  send: 'Record the support',
  exits: [],
  sections: [
    section('goals', 'Agree what it is for', [
      page('goals', 'Goals', [
        ask.long('goals', 'Goals', 'What does the person want to achieve?', {
          known: [
            { list: 'triage', question: 'presentingIssue', beside: true },
            ...toldBeside('betterLife', ...anAdult),
            { list: 'last', question: 'goals' },
          ],
          copy: 'What you want to achieve',
        }),
        ask.yesno('personAgrees', 'The person agrees', 'Does the person agree to it?', {
          copy: 'You agree to it',
        }),
        ask.long('personAgreesNot', 'Why it is given all the same', 'Why is it given all the same?', {
          when: when('personAgrees', 'no'),
        }),
      ]),
    ]),
    section('support', 'Record the support', [
      page('support', 'Support', [
        ask.multi(
          'supportKinds',
          'Kinds of support',
          'Which kinds of support?',
          [
            ['reablement', 'Reablement at home'],
            ['intermediate-bed', 'A bed to recover in'],
            ['equipment', 'Equipment'],
            ['technology', 'Technology'],
            ['other', 'Something else'],
          ],
          {
            law: [
              law.confirmed('Intermediate care and reablement are free for up to six weeks.', 'SI 2014/2672 reg 3'),
            ],
            copy: 'Kinds of support',
            meets: ['CV29'],
          },
        ),
        ask.long('services', 'Support', 'Which support is given, and how often?', { copy: 'The support' }),
        ask.text('provider', 'Provider', 'Who gives it?', { optional: true, copy: 'Who gives it' }),
        ask.yesno('charged', 'Charged for', 'Is any of it charged for?', {
          optional: true,
          hint: 'Reablement and a bed to recover in are free. Technology and other things may not be.',
          copy: 'You may have to pay for some of it',
        }),
        ask.date('toldOfCostOn', 'Told of the cost', 'When was the person told what they will pay?', {
          when: when('charged', 'yes'),
          range: 'past-or-today',
          law: [
            law.confirmed(
              'Starting support that is charged for before the cost was told was fault.',
              'LGSCO, Hartlepool 19 018 353',
            ),
          ],
          copy: 'We told you what you pay on',
        }),
        ask.date('leavesOn', 'Leaves hospital on', 'When do they leave hospital, if that day has changed?', {
          known: [{ list: 'triage', question: 'dischargeExpectedOn', beside: true }],
          optional: true,
          copy: 'You leave hospital on',
        }),
        ask.date('startsOn', 'First day', 'What is the first day?', {
          hint: 'For somebody who goes home from hospital, the day on which they leave.',
        }),
        ask.long('startsLaterWhy', 'Why it starts later', 'If it starts after they leave hospital, why?', {
          hint: 'Say who helps until then.',
          optional: true,
          copy: 'Why it starts later, and who helps until then',
        }),
        ask.date('endsOn', 'Last day', 'What is the last day?', {
          notBefore: 'startsOn',
          hint: 'It is looked at again on this day, or on the last working day before it.',
        }),
      ]),
    ]),
  ],
});
