import { ask, list, page, section, when } from './fragments/build.ts';
import { law, toldBeside, whoever } from './fragments/staff-words.ts';
import { harmPage } from './fragments/staff-worries.ts';

const acts = when('decision', 'helper-acts');
const byPower = when('helperMayAct', 'lpa-health', 'deputy-welfare', 'deputy-both');

/**
 * Whether the person is contacted where somebody asked for them without their agreement and without a right to, and what whoever asked may
 * know of it from now on. Care Act 2014 ss.9(1) and 11; Mental Capacity Act 2005.
 */
export const contactDecision = list({
  id: 'contact-decision',
  version: 1,
  title: 'Decision on contact',
  audience: 'staff',
  intro: ['Whoever sent it cannot follow the case, and gets no updates and no copies, until you have decided.'],
  send: 'Record the decision',
  exits: [],
  sections: [
    section('contact', 'Decide on contact', [
      page('contact', 'Contact', [
        ask.choice(
          'decision',
          'Decision',
          'What is decided?',
          [
            ['helper-acts', 'We go on, and whoever sent it may help'],
            ['person-alone', 'We go on with the person alone'],
            ['no-contact', 'We make no contact'],
          ],
          {
            law: [
              law.confirmed(
                'The duty to assess depends on an appearance of need, and not on who reports it.',
                'Care Act 2014 s.9(1)',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.choice(
          'helperMayAct',
          'By what right',
          'By what right may they help?',
          [
            ['agrees', 'The person agrees'],
            ['lpa-health', 'Attorney for health and welfare'],
            ['deputy-welfare', 'Deputy for health and welfare'],
            ['deputy-both', 'Deputy for welfare and for property'],
            ['best-interests', 'The person cannot decide it, and it is in their best interests'],
          ],
          {
            when: acts,
            law: [
              law.confirmed(
                'Staff check with the Public Guardian that a power exists and reaches the decision.',
                'South Tyneside, published procedure',
              ),
            ],
            known: toldBeside(
              'helperAuthority',
              'needs-assessment',
              'joint-assessment',
              'carers-assessment',
              'referral',
            ),
            notInCopy: true,
          },
        ),
        ask.date('authoritySeenOn', 'Proof seen', 'When did you see the proof of it?', {
          when: byPower,
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.long('reasons', 'Reasons', 'What are the reasons, and what did the person say?', {
          known: toldBeside('reasonForReferral', 'referral'),
          notInCopy: true,
        }),
      ]),
      harmPage(toldBeside('treatedBadly', ...whoever)),
    ]),
  ],
});
