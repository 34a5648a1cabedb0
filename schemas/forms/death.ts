import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** Whether a death that somebody recorded is true, found by somebody else. Nobody is written to about the person meanwhile. */
export const deathConfirmation = list({
  id: 'death-confirmation',
  version: 1,
  title: 'Confirm a death',
  audience: 'staff',
  intro: [
    'Somebody else than who recorded it confirms it. Ask the registrar, the hospital or the family.',
    'Messages to the person stay held until then.',
  ],
  send: 'Record what you found',
  exits: [],
  sections: [
    section('death', 'Confirm the death', [
      page('death', 'The death', [
        ask.choice(
          'found',
          'What was found',
          'What did you find?',
          [
            ['died', 'The person has died'],
            ['alive', 'The person has not died'],
          ],
          { notInCopy: true },
        ),
        ask.date('diedOn', 'Day of death', 'On which day did the person die?', {
          when: when('found', 'died'),
          range: 'past-or-today',
          optional: true,
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});

/** An adult whose carer has died: they may have relied on what the carer did. Care Act 2014 ss.9, 19(3) and 27(4). */
export const leftWithoutCarer = list({
  id: 'left-without-carer',
  version: 1,
  title: 'An adult whose carer has died',
  audience: 'staff',
  intro: ['Reach the adult today. Say what has happened with care, or find out who tells them.'],
  send: 'Record what follows',
  exits: [],
  sections: [
    section('adult', 'See how the adult is', [
      page('adult', 'The adult', [
        ask.date('seenOn', 'Day of contact', 'When did you reach the adult?', {
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.long('whatCarerDid', 'What the carer did', 'What did the carer do, and who does it now?', {
          notInCopy: true,
        }),
        ask.choice(
          'followsNow',
          'What follows',
          'What follows?',
          [
            ['looked-after', 'Others do it, for good'],
            ['assess', 'Needs are assessed, or assessed again'],
            ['review', 'The plan is reviewed'],
          ],
          {
            law: [
              law.confirmed(
                'Check whether others relied on a carer who has died.',
                'Published procedure, Lincolnshire',
              ),
              law.confirmed('Urgent needs of an adult may be met before an assessment.', 'Care Act 2014 s.19(3)'),
            ],
            notInCopy: true,
          },
        ),
        ask.long('doneAtOnce', 'What was done at once', 'What was done at once, so that needs are met meanwhile?', {
          when: when('followsNow', 'assess', 'review'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});

/** Money after support has ended: what is owed either way, and a direct payment that is left. Care Act 2014 ss.14 and 33. */
export const finalAccounts = list({
  id: 'final-accounts',
  version: 1,
  title: 'Final accounts',
  audience: 'staff',
  intro: ['Charges end with the support. Write to whoever settles the estate, never to the person.'],
  send: 'Record the accounts',
  exits: [],
  sections: [
    section('accounts', 'Settle the accounts', [
      page('accounts', 'Accounts', [
        ask.date('chargedUntil', 'Last day charged', 'What is the last day for which a charge was made?', {
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.choice(
          'balance',
          'Balance',
          'What is still owed?',
          [
            ['nothing', 'Nothing'],
            ['to-council', 'Something to the council'],
            ['to-estate', 'Something to the estate'],
          ],
          { notInCopy: true },
        ),
        ask.yesno('directPaymentLeft', 'Direct payment left', 'Is money of a direct payment still to be returned?', {
          law: [
            law.confirmed(
              'It is no part of the estate: its own debts are paid first, and the rest is returned.',
              'Published guidance, Warwickshire',
            ),
          ],
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});

/** A letter by hand to the family. No machine writes it. */
export const condolence = list({
  id: 'condolence',
  version: 1,
  title: 'A letter to the family',
  audience: 'staff',
  intro: ['Write by hand, and say whom they can call about what ends now.'],
  send: 'Record the letter',
  exits: [],
  sections: [
    section('letter', 'Write the letter', [
      page('letter', 'The letter', [
        ask.date('writtenOn', 'Day', 'When?', { range: 'past-or-today', notInCopy: true }),
        ask.yesno('providersTold', 'Providers', 'Do all who gave support or equipment know that it ends?', {
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
