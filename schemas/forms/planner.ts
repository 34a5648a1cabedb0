import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const found = when('planner', 'found');
const notFound = when('planner', 'nobody-free', 'not-wanted');

/** An independent support planner whom the person has asked for, to help write or change the plan, or set the support up. CB9, CB22 and CB29. */
export const planner = list({
  id: 'planner',
  version: 1,
  title: 'An independent support planner',
  audience: 'staff',
  intro: [
    'The person would like somebody who is not from the council to help with the plan. They choose the planner.',
    'A planner who helps to write the plan is invited to it when you record them.',
  ],
  copyTitle: 'Your independent support planner',
  copyEnd: ['If you want another planner, or none, tell us.'],
  send: 'Record what was arranged',
  exits: [],
  sections: [
    section('planner', 'Say who it is', [
      page('who', 'The planner', [
        ask.choice(
          'planner',
          'The planner',
          'Is there a planner?',
          [
            ['found', 'Yes, the person has chosen one'],
            ['nobody-free', 'No, nobody could be found'],
            ['not-wanted', 'The person does not want one any more'],
          ],
          { copy: 'A planner', meets: ['CB22', 'CB29'] },
        ),
        ask.text('plannerName', 'Name of the planner', 'What is the name of the planner?', {
          when: found,
          copy: 'Who it is',
        }),
        ask.text('plannerFrom', 'Where the planner works', 'For whom do they work?', {
          optional: true,
          when: found,
          copy: 'They work for',
        }),
        ask.email('plannerEmail', 'Email address of the planner', 'What is their email address?', {
          when: found,
          notInCopy: true,
        }),
        ask.multi(
          'plannerFor',
          'What the planner helps with',
          'What do they help with?',
          [
            ['write', 'Write or change the plan'],
            ['set-up', 'Set up the support'],
          ],
          { when: found, copy: 'They help to' },
        ),
        ask.yesno('plannerAgreed', 'Agreement of the person', 'Has the person agreed to them, and to what they see?', {
          when: found,
          notInCopy: true,
          law: [law.confirmed('Whoever the adult asks to be involved is involved.', 'Care Act 2014 s.25(3)')],
        }),
        ask.choice(
          'plannerMay',
          'What the planner may do',
          'What may they do with the plan?',
          [
            ['read', 'Read it'],
            ['suggest', 'Read it and suggest'],
            ['write', 'Write in it'],
          ],
          { when: when('plannerFor', 'write'), copy: 'What they may do with the plan' },
        ),
        ask.yesno('plannerSeesMoney', 'Money', 'May they see the money in the plan?', {
          when: when('plannerFor', 'write'),
          copy: 'They see the money in it',
        }),
        ask.long('plannerInstead', 'What happens instead', 'What was agreed instead?', {
          when: notFound,
          copy: 'What happens instead',
        }),
      ]),
    ]),
  ],
});
