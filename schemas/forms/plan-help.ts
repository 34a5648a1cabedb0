import { ask, list, page, section, when } from './fragments/build.ts';
import { sentBackQuestion } from './fragments/sent-back.ts';
import { planInvitationForm } from './plan-invitation.ts';

const invites = when('planHelp', 'invite');

/** Whom the person wants to invite, as they are asked it themselves, where staff invite on their word. */
const invitationQuestions = planInvitationForm.sections
  .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
  .map((question) => ({ ...question, when: invites }));

/** What staff may do about who writes a plan, on the person's word: say it for them, invite somebody, or give a draft back with reasons. */
export const planHelp = list({
  id: 'plan-help',
  version: 1,
  title: 'Who writes the plan, and who helps',
  audience: 'staff',
  intro: ['Do this when the person has asked for it. They are told, and see it beside their plan.'],
  send: 'Save',
  exits: [],
  sections: [
    section('plan-help', 'Who writes the plan, and who helps', [
      page('plan-help', 'Who writes the plan, and who helps', [
        ask.choice('planHelp', 'What is done', 'What do you want to do?', [
          ['who-writes', 'Say who writes the plan'],
          ['invite', 'Invite somebody to help'],
          ['send-back', 'Give the draft back to whoever writes it, with reasons'],
        ]),
        ask.choice(
          'how',
          'Who writes the plan',
          'Who writes the plan?',
          [
            ['person', 'The person'],
            ['with-help', 'The person, with help from someone'],
            ['someone', 'Family or a friend, for them'],
            ['provider', 'A provider, for them'],
            ['planner', 'An independent support planner helps'],
            ['worker', 'The council’s worker, with them'],
          ],
          { when: when('planHelp', 'who-writes') },
        ),
        ...invitationQuestions,
        sentBackQuestion('staff', { when: when('planHelp', 'send-back') }),
      ]),
    ]),
  ],
});
