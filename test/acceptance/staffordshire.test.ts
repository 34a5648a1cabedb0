import { expect } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { staffordshire } from './promises/staffordshire.ts';

const promise = promisesOf(staffordshire);
const story = aStory('staffordshire', { whatMatters: 'Her church on Sundays.' });

const agreed = 'Your care and support plan, version 2';
const reviewed = 'Review of your plan';

promise('S1', async () => {
  const { page, visitor } = await story.at('sent');

  const listed = await page('/cookies');
  expect(listed.text).toContain('We use only cookies that this service needs to work.');
  expect(listed.text).toContain('So we do not ask you to accept any.');
  // What is said is what is done: nothing is set before a form is begun, and then only what is listed.
  const browser = visitor();
  for (const path of ['', '/help', '/support', '/forms/needs-assessment']) await browser.open(`/staffordshire${path}`);
  expect([...browser.jar.keys()]).toEqual([]);
  await browser.press('Start now');
  for (const name of browser.jar.keys()) expect(listed.text).toContain(name);
  expect(browser.jar.size).toBeGreaterThan(0);
  expect(listed.html).not.toMatch(/<script[^>]+src="https?:/);
});

promise('S2', async () => {
  const { page } = await story.at('sent');

  const all = await page('/help');
  for (const question of [
    'What is a care and support plan?',
    'Who writes the plan?',
    'What happens when the plan is agreed?',
    'What is a review?',
    'How often do you review my plan?',
    'Who do I contact about a review?',
    'What if my needs or my money change?',
    'Can I change who helps me, or how I pay?',
  ]) {
    expect(all.text).toContain(question);
  }
  const found = await page('/help?q=light+tuch+reveiw');
  expect(found.text).toContain('What is a review?');
  expect(found.text).not.toContain('What if my needs or my money change?');
  const none = await page('/help?q=xylophone');
  expect(none.text).toContain('Nothing found');
});

promise('S3', async () => {
  const copy = await (await story.at('agreed')).copy(agreed);

  expect(copy.text).toContain('Your needs and how they are met');
  expect(copy.text).toContain('How it is met: A care worker visits each morning (home care)');
});

promise('S4', async () => {
  const copy = await (await story.at('agreed')).copy(agreed);

  expect(copy.text).toContain('What you want: To start the day clean and dressed');
  expect(copy.text).toMatch(/By: Example Home Care When: Every day at 8:00 for 45 minutes/);
});

promise('S5', async () => {
  const writing = await story.at('charged');

  expect(await writing.mailed()).toContain('We can also write it with you.');
  const task = await writing.taskPage('draft-plan');
  expect(task.text).toContain('Write the plan with the person.');
  expect((await writing.case()).text).toMatch(/Your social care contact is ([A-Z]\w+ \w+)/);
  const [, name = ''] = /Your social care contact is ([A-Z]\w+ \w+)/.exec((await writing.case()).text) ?? [];
  expect(task.text).toContain(`Held by ${name}`);
});

promise('S6', async () => {
  const writing = await story.fresh('charged');
  const person = await writing.person();

  expect(await writing.mailed()).toContain('You can write it, write it with help, or choose who writes it.');
  await writing.case('/plan/how');
  person.fill('I write it, with help from someone');
  await person.press('Save and continue');
  await writing.case('/plan/people');
  person.set([
    ['name', 'Daniel Okafor'],
    ['email', 'daniel@example.com'],
    ['invitedAs', 'family-or-friend'],
    ['invitedMay', 'write'],
    ['seesMoney', 'no'],
  ]);
  const invited = await person.press('Invite them');
  await writing.settle();
  const [, code = ''] = /Their code: (\d{6})/.exec(invited.text) ?? [];
  const [, link = ''] = /(\/staffordshire\/plan\/link\/\S+)/.exec(await writing.mailed('daniel@example.com')) ?? [];
  const daniel = writing.visitor();
  await daniel.open(link);
  daniel.fill('What is the code?', code);
  await daniel.press('Open the plan');
  await daniel.follow('Need 1: Keeping clean');
  daniel.set([['howMet', 'I help with the bath on Sundays']]);
  await daniel.press('Save and continue');

  expect((await writing.case('/plan/write/need-1')).html).toContain('I help with the bath on Sundays');
  expect((await writing.taskPage('draft-plan', 'needs')).html).toContain('I help with the bath on Sundays');
});

promise('S7', async () => {
  const writing = await story.fresh('charged');
  const short = {
    strengths: '',
    supportInPlace: '',
    howSupported: 'By people she knows.',
    whatMatters: 'Her church.',
    risks: [],
  };

  expect((await writing.taskPage('draft-plan')).text).toContain('It may be as short or as detailed as they wish.');
  await writing.finish('draft-plan', short);
  await writing.finish('check-plan');
  const plan = await writing.case('/plan');
  expect(plan.text).toContain('By people she knows.');
  // And long: each answer has room for pages of it.
  const detailed = await story.fresh('charged');
  const more = 'She likes to wash at the basin, and to sit while she dresses. '.repeat(60);
  await detailed.finish('draft-plan', { howSupported: more });
  await detailed.finish('check-plan');
  expect((await detailed.case('/plan')).text).toContain(more.trim());
});

promise('S8', async () => {
  const before = await story.at('assessed');
  const refused = await story.fresh('assessed');
  const kinds = async (scene: typeof before) => (await scene.tasks()).map(({ kind }) => kind);

  expect(await kinds(before)).not.toContain('draft-plan');
  await refused.finish('decide-eligibility', {
    result: 'not-eligible',
    condition3: 'no',
    condition3Reason: 'She manages well.',
    advicePreventOrDelay: 'The lunch club on Fridays.',
  });
  await refused.forward('P2W');
  expect(await kinds(refused)).not.toContain('draft-plan');
  expect(await kinds(await story.at('charged'))).toContain('draft-plan');
});

promise('S9', async () => {
  const after = await story.at('supported');

  expect(await after.mailed()).toContain('Your plan is now agreed.');
  expect((await after.copy(agreed)).text).toContain('Your needs and how they are met');
  expect((await after.person()).page.text).toContain('Download this as PDF');
  // Who got a copy, how and when is on record for staff.
  expect((await after.copy('How your support is set up')).text).toContain('The person');
});

promise('S10', async () => {
  const answering = await story.at('planned');
  const overview = await answering.case();
  expect(overview.text).toContain('Read your plan and tell us if you agree');

  // What she asked for reaches whoever writes the next version.
  const returned = await story.at('returned');
  const draft = await returned.taskPage('draft-plan', 'the-person');
  expect((await returned.copy('Your answer to the plan of 13 January 2026')).text).toContain(
    'A later visit on Sundays, so that she can sleep in.',
  );
  expect((await returned.taskPage('draft-plan')).text + draft.text).toContain('A later visit on Sundays');
});

promise('S11', async () => {
  const answering = await story.fresh('planned');

  expect((await answering.case('/plan')).text).toContain('you can have an independent advocate');
  await answering.ask('query', { decisionAbout: 'plan', disagrees: 'no', wantsAdvocate: 'yes' });
  const work = await answering.taskPage('arrange-advocacy');
  expect(work.text).toContain('The person would like an independent advocate');
});

promise('S12', async () => {
  const answering = await story.fresh('planned');
  await answering.ask('query', { decisionAbout: 'plan', disagrees: 'no', wantsAdvocate: 'yes' });

  // Whoever qualifies gets one: the same answers cannot end in none.
  await expect(answering.finish('arrange-advocacy', { arrangement: 'not-needed' })).rejects.toThrow(/advocate/i);
  await answering.finish('arrange-advocacy', { occasion: 'care-and-support-plan' });
  expect(await answering.mailed()).toMatch(/advocate/);
  expect((await answering.copy('Your independent advocate')).text).toContain('Noor Ali');
});

promise('S13', async () => {
  const copy = await (await story.at('agreed')).copy(agreed);

  expect(copy.text).toContain(
    'How you want to be supported The same two care workers, who know that she likes the radio on.',
  );
  await expect((await story.fresh('charged')).finish('draft-plan', { howSupported: '' })).rejects.toThrow(/support/i);
});

promise('S14', async () => {
  const copy = await (await story.at('agreed')).copy(agreed);

  expect(copy.text).toContain('How it is met: A care worker visits each morning (home care) By: Example Home Care');
});

promise('S15', async () => {
  const section = await (await story.at('charged')).taskPage('draft-plan', 'the-person');
  expect(section.text).toContain('What matters to the person: people, places, routines?');
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'What matters to you Her church on Sundays, her daughter, the radio in the morning.',
  );
});

promise('S16', async () => {
  const writing = await story.fresh('charged');

  // The person says how they want to spend it, and whoever writes the plan and sets support up reads it.
  const person = await writing.person();
  await writing.case('/plan/how');
  person.fill('I write it, with help from someone');
  await person.press('Save and continue');
  await person.follow('What matters');
  person.set([['howToSpend', 'On swimming on Tuesdays, and less on lunches.']]);
  await person.press('Save and continue');
  expect((await writing.taskPage('draft-plan', 'the-person')).text).toContain('On swimming on Tuesdays');
  expect((await writing.taskPage('draft-plan', 'budget')).text).toContain('How is the budget held? Direct payment');
  expect((await (await story.at('agreed')).taskPage('set-up-support', 'start')).text).toContain(
    'On the morning visits. The council arranges them',
  );
  const copy = await (await story.at('agreed')).copy(agreed);
  expect(copy.text).toContain('Your personal budget');
  expect(copy.text).toContain(
    'How you want to spend your budget On the morning visits. The council arranges them: she wants no accounts to keep.',
  );
  expect(copy.text).toMatch(/How the budget is spent .*Help to wash each morning Example Home Care £189.00/);
  expect(copy.text).toContain('How the budget is held Arranged by the council: £189.00 a week');
});

promise('S17', async () => {
  const writing = await story.fresh('charged');
  const needs = await writing.taskPage('draft-plan', 'needs');

  expect(needs.text).toContain(
    'Need: Cannot wash below the waist.; Outcome: Keeping clean; Meets the eligibility criteria: Yes',
  );
  // An eligible need that the plan forgets is named.
  const one = {
    need: 'Help to wash each morning',
    outcome: 'hygiene',
    eligible: 'yes',
    councilMeets: 'yes',
    supportType: 'home-care',
    howMet: 'A care worker visits each morning',
    provider: 'Example Home Care',
    when: 'Every day at 8:00 for 45 minutes',
    weeklyCost: 18_900,
    outcomeWanted: 'To start the day clean and dressed',
    wellbeing: ['dignity'],
  };
  await expect(writing.finish('draft-plan', { needs: [one] })).rejects.toThrow(/Getting dressed/i);
});

promise('S18', async () => {
  const section = await (await story.at('charged')).taskPage('draft-plan', 'the-person');

  expect(section.text).toContain('Her church on Sundays.');
  expect(section.text).toContain('Known , What matters to the person: people, places, routines?');
  // What her family sees is asked, and stands in the plan.
  expect(section.text).toContain('Who was asked while the plan was made?');
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'Ada Okafor (family or friend): Worried about the stairs',
  );
});

promise('S19', async () => {
  const writing = await story.at('charged');

  expect((await writing.taskPage('draft-plan', 'needs')).text).toContain('How it is met');
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain('Other ways that');
});

promise('S20', async () => {
  const writing = await story.at('charged');

  expect((await writing.taskPage('draft-plan', 'needs')).text).toContain(
    'What the person wants to achieve: To start the day clean and dressed',
  );
});

promise('S21', async () => {
  const writing = await story.at('charged');

  expect((await writing.taskPage('draft-plan', 'the-person')).text).toContain('Cooks her own lunch.');
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'What you can do yourself Cooks her own lunch and manages her own money.',
  );
});

promise('S22', async () => {
  const writing = await story.at('charged');

  expect((await writing.taskPage('draft-plan', 'the-person')).text).toMatch(
    /Known , Which support from family, friends and community is there\? \(optional\) : Ask for [^?]* The lunch club at the church, on Wednesdays/,
  );
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'Support that is there already Her daughter visits on Sundays.',
  );
});

promise('S23', async () => {
  const { page } = await story.at('sent');
  const writing = await story.at('charged');

  expect((await page('/support')).text).toContain('What help there is');
  const needs = await writing.taskPage('draft-plan', 'needs');
  expect(needs.text).toContain('What help there is, with the id of each entry');
  for (const kind of ['Home care', 'Day opportunities', 'Shared Lives', 'Equipment'])
    expect(needs.text).toContain(kind);
});

promise('S24', async () => {
  const after = await story.at('supported');

  expect(await after.mailed()).toContain('The support in your plan starts on Wednesday 21 January 2026.');
  expect((await after.case()).text).toContain('Support started Done on Wednesday 21 January 2026');
  expect((await after.copy('How your support is set up')).text).toContain('Example Home Care');
});

promise('S25', async () => {
  const after = await story.fresh('supported');
  const calls = async () => (await after.tasks()).filter(({ kind }) => kind === 'check-support');

  expect((await after.page('/help')).text).toContain('and again about every 12 weeks');
  expect((await after.case()).text).toContain('Your social care contact asks you how it goes about every 12 weeks.');
  expect(await calls()).toEqual([]);
  await after.forward('P13W');
  expect(await calls()).toHaveLength(1);
  const page = await after.taskPage('check-support', 'call');
  expect(page.text).toContain('How is support going, and is the person happy with it?');
  await after.finish('check-support');
  await after.forward('P13W');
  expect(await calls()).toHaveLength(1);
});

promise('S26', async () => {
  // Between the first review and the next.
  const after = await story.fresh('firstReview');
  await after.forward('P6W');

  expect((await after.taskPage('check-support', 'call')).text).toContain('Have the assessed needs changed?');
  await after.finish('check-support', { needsChanged: 'yes' });
  await after.forward('P1D');
  expect((await after.taskPage('review-plan')).text).toContain('needs have changed');
});

promise('S27', async () => {
  const { page } = await story.at('sent');
  expect((await page('/help')).text).toContain(
    'We check that your support is safe and still right for you. The law asks us to do it.',
  );
  const reviewing = await story.at('firstReminder');
  expect((await reviewing.taskPage('review-plan')).text).toContain('under section 27 of the Care Act');
});

promise('S28', async () => {
  const reviewing = await story.fresh('firstReminder');

  const asked = await reviewing.taskPage('review-plan', 'seven-questions');
  expect(asked.text).toContain('Is the support still right for the person, and safe?');
  expect(asked.text).toContain('Have needs or circumstances changed in a way that affects the plan?');
  await expect(reviewing.finish('review-plan', { supportAppropriate: 'no' })).rejects.toThrow(/not right or safe/i);
  // What is not right or safe cannot stay as it is: the plan is kept up to date.
  const unsafe = { supportAppropriate: 'no', supportInappropriateWhy: 'Two visits were missed in February.' };
  await expect(reviewing.finish('review-plan', unsafe)).rejects.toThrow(/the plan cannot stay as it is/);
  await reviewing.finish('review-plan', {
    ...unsafe,
    outcome: 'revise',
    details: ['arranged-differently'],
    changes: [{ what: 'Another agency', by: '2026-03-20' }],
  });
  await reviewing.forward('P1D');
  expect((await reviewing.tasks()).map(({ kind }) => kind)).toContain('draft-plan');
  expect((await reviewing.copy(reviewed)).text).toContain('Two visits were missed in February.');
  expect((await (await story.at('yearReminder')).copy(reviewed)).text).toContain('Is the support right and safe? Yes');
});

promise('S29', async () => {
  const due = await story.fresh('yearReminder');
  const [review] = (await due.tasks()).filter(({ kind }) => kind === 'review-plan');

  // The first was held on 11 March 2026.
  expect(review?.dueOn).toBe('2027-03-11');
  await due.forward('P8W');
  expect((await due.teamMails('manager')).map(({ text }) => text).join('\n')).toContain(due.reference);
});

promise('S30', async () => {
  const supported = await story.at('supported');
  const revised = await story.at('revised');

  // 7 weeks after 21 January, and again 7 weeks after the revised plan of 16 March.
  expect((await supported.case()).text).toContain('Next – we aim to do it by Wednesday 11 March 2026');
  expect((await revised.case()).text).toContain('Next – we aim to do it by Tuesday 4 May 2027');
  expect((await supported.page('/help')).text).toContain(
    'We will look at your plan 6 to 8 weeks after it starts, and again after each big change.',
  );
});

promise('S31', async () => {
  const running = await story.fresh('firstReview');

  const worker = await running.staff('key-worker');
  await running.staffCase('key-worker', '/review');
  worker.set([
    ['askedBy', 'council'],
    ['reason', 'The provider has changed.'],
  ]);
  await worker.press('Bring the review forward');
  await running.forward('P1D');
  expect((await running.taskPage('review-plan')).text).toContain('The provider has changed.');
});

promise('S32', async () => {
  const running = await story.fresh('firstReview');
  const today = running.today();

  await running.ask('review-request', {
    reviewReasons: ['crisis'],
    requestDetail: 'My daughter has gone into hospital.',
    requestUrgent: 'yes',
    requestUrgentWhy: 'Nobody can help me on Sunday.',
  });
  const asked = await running.task('decide-review-request');
  expect(asked.dueOn).toBe(today);
  expect((await running.taskPage('decide-review-request')).text).toContain('There is a crisis');
  await running.finish('decide-review-request', { urgency: 'urgent' });
  await running.forward('P1D');
  const review = await running.task('review-plan');
  expect(Date.parse(review.dueOn) - Date.parse(today)).toBeLessThanOrEqual(4 * 86_400_000);
});

promise('S33', async () => {
  const running = await story.fresh('firstReview');

  // The person, signed in.
  const sent = await running.ask('review-request', { reviewReasons: ['needs-changed'], requestUrgent: 'no' });
  expect(sent.text).toContain('We decide if we review the plan now.');
  await running.finish('decide-review-request');
  await running.forward('P1D');
  expect((await running.tasks()).map(({ kind }) => kind)).toContain('review-plan');
  // A carer, who has no case of their own here.
  const carer = running.visitor();
  await carer.open('/staffordshire/review-request');
  const asked = { askerRole: 'carer', fullName: 'Ada Okafor', personName: 'Rose Okafor', personKnows: 'agrees' };
  carer.set(fieldsOf(reviewForAnother, completeAnswers(reviewForAnother, { ...asked, requestUrgent: 'no' })));
  await carer.press(reviewForAnother.send);
  await running.settle();
  const work = await running.staffPage('contact-officer', '/tasks?whose=unclaimed');
  expect(work.text).toContain(kindsOfWork['find-person'].title);
  // Whoever finds the person brings it to their case, where it is decided as the person's own would be.
  const [, asking = ''] = /staff\/tasks\/([0-9A-Z-]{12})\.[^"]*find-person/.exec(work.html) ?? [];
  const found = { found: 'yes', reference: running.reference, howYouKnow: 'Ada is her carer.', whereLooked: undefined };
  await running.finish('find-person', found, asking);
  expect((await running.taskPage('decide-review-request')).text).toContain(
    'Someone else has asked for a review of the plan.',
  );
});

promise('S34', async () => {
  const running = await story.fresh('firstReview');

  await running.ask('review-request', {
    reviewReasons: ['needs-changed'],
    requestDetail: 'I fell twice.',
    requestUrgent: 'no',
  });
  const page = await running.taskPage('decide-review-request');
  expect(page.text).toContain('Needs have changed');
  expect(page.text).toContain('I fell twice.');
  expect(page.text).toContain('A request is reasonable when something that matters to the care has changed.');
  const refusal = { decision: 'refuse', reasons: 'Nothing has changed since the review in March.' };
  await expect(running.finish('decide-review-request', refusal)).rejects.toThrow(/challenge/i);
  await running.finish('decide-review-request', { ...refusal, howToChallenge: 'Complain to the complaints manager.' });
  expect((await running.mails()).at(-1)?.text).toMatch(/answer/i);
  expect((await running.copy('Our answer to your request for a review')).text).toContain(
    'Nothing has changed since the review',
  );
});

promise('S35', async () => {
  const reviewing = await story.at('firstReminder');

  expect(await reviewing.mailed()).toContain(
    'It is a talk about what goes well, what does not, and what should change.',
  );
  expect((await reviewing.page('/help')).text).toContain('It is a good time to say what you would like.');
  expect((await reviewing.taskPage('review-plan')).text).toContain('A review is a chance to take stock.');
});

const asks = [
  ['S36', 'Have needs or circumstances changed', 'Have your circumstances or needs changed? No change.'],
  [
    'S37',
    'What works, what does not, and what must change?',
    'What works, and what does not? The morning visits work well.',
  ],
  [
    'S38',
    'Which outcomes of the plan have been achieved, each in turn?',
    'Have you achieved what you wanted? She is up and dressed by nine each day.',
  ],
  ['S39', 'What could be better?', 'What could be better? A later visit on Sundays.'],
  ['S40', 'Is the budget meeting the needs and outcomes?', 'Is the budget enough? Yes.'],
  [
    'S41',
    'What has changed in support from family, friends and community, good or bad?',
    'What has changed among family, friends and community? Her daughter has moved nearer.',
  ],
  [
    'S42',
    'Is the advocate satisfied with the plan?',
    'You are satisfied with the plan Yes Your carer is satisfied with it There is none Your advocate is satisfied with it There is none',
  ],
] as const;
for (const [id, question, copied] of asks) {
  promise(id, async () => {
    expect((await (await story.at('firstReminder')).taskPage('review-plan', 'seven-questions')).text).toContain(
      question,
    );
    expect((await (await story.at('yearReminder')).copy(reviewed)).text).toContain(copied);
  });
}

promise('S43', async () => {
  const reviewing = await story.fresh('firstReminder');
  await reviewing.finish('review-plan', { nextReviewOn: '2026-09-07' });

  expect((await reviewing.page('/help')).text).toContain('at least once every 12 months');
  expect((await reviewing.case()).text).toContain('Monday 7 September 2026');
});

promise('S44', async () => {
  const running = await story.fresh('supported');

  expect((await running.case()).text).toContain('Ask for a review of the plan');
  expect((await running.page('/help')).text).toContain('Can I ask for a review sooner? Yes, at any time.');
  await running.ask('review-request', { reviewReasons: ['needs-changed'], requestUrgent: 'no' });
  expect((await running.tasks()).map(({ kind }) => kind)).toContain('decide-review-request');
});

promise('S45', async () => {
  const { page, case: own } = await story.at('supported');

  expect((await page('/help')).text).toContain(
    'Call your social care contact or your community wellbeing team if you have the number.',
  );
  expect((await own()).text).toMatch(/Your social care contact is [A-Z]\w+ \w+/);
});

promise('S46', async () => {
  const { page, mails } = await story.at('supported');

  for (const path of ['', '/help', '/support', '/cookies', '/review-request']) {
    expect((await page(path)).text).toContain('Contact Staffordshire Cares at Staffordshire County Council');
  }
  const all = await mails();
  expect(all.length).toBeGreaterThan(5);
  for (const { text } of all) expect(text).toContain('Staffordshire Cares at Staffordshire County Council');
});

promise('S47', async () => {
  const running = await story.fresh('supported');

  await running.ask('change', { changed: ['needs'], changeDetail: 'I cannot climb the stairs.', changeUrgent: 'yes' });
  const told = await running.task('look-at-change');
  expect(told.dueOn).toBe(running.today());
  const [, contact = 'nobody'] = /Your social care contact is ([A-Z]\w+ \w+)/.exec((await running.case()).text) ?? [];
  expect((await running.taskPage('look-at-change')).text).toContain(`Held by ${contact}`);
  expect((await running.page('/help')).text).toContain('Tell your social care contact at once.');
  expect((await running.taskPage('look-at-change')).text).toContain('I cannot climb the stairs.');
});

promise('S48', async () => {
  const running = await story.fresh('supported');

  await running.ask('change', { changed: ['money'], changeDetail: 'My pension has gone up.', changeUrgent: 'no' });
  expect((await running.taskPage('look-at-money')).text).toContain('My pension has gone up.');
  await running.finish('look-at-money', { assessAgain: 'yes' });
  expect((await running.tasks()).map(({ kind }) => kind)).toContain('assess-finances');
  expect((await running.case()).text).toContain('Tell us about your money');
});

promise('S49', async () => {
  const { page } = await story.at('sent');

  expect((await page('/help')).text).toContain('If you do not know who that is, contact Staffordshire Cares.');
  expect((await page('/help')).html).toContain('https://www.gov.uk/find-local-council');
});

promise('S50', async () => {
  const running = await story.fresh('supported');

  await running.ask('review-request', {
    reviewReasons: ['outcomes-not-reached'],
    requestDetail: 'I am still not up and dressed by nine.',
    requestUrgent: 'no',
  });
  const deciding = (await running.taskPage('decide-review-request')).text;
  expect(deciding).toContain('The plan does not help to do what was wanted');
  expect(deciding).toContain('I am still not up and dressed by nine.');
  // And whoever holds the review has it before them.
  await running.finish('decide-review-request');
  await running.forward('P1D');
  expect((await running.taskPage('review-plan')).text).toContain('The plan does not help to do what was wanted');
});

promise('S51', async () => {
  const reviewing = await story.fresh('yearReminder');

  await reviewing.finish('review-plan', {
    outcome: 'reassess',
    needsChanged: 'yes',
    whatChanged: 'She has had a stroke.',
    reasons: 'Much has changed.',
  });
  await reviewing.forward('P1D');
  expect((await reviewing.tasks()).map(({ kind }) => kind)).toContain('assess-needs');
  expect((await reviewing.case()).text).toContain('New care needs assessment Now');
  expect(await reviewing.mailed()).toContain('We look at your needs again');
  // Whoever assesses knows why.
  expect((await reviewing.taskPage('assess-needs')).text).toContain('She has had a stroke.');
});

promise('S52', async () => {
  const revised = await story.at('revised');

  expect((await revised.copy('Your care and support plan, version 3')).text).toContain('£315.00');
  expect((await revised.case()).text).toContain('What the support costs £315.00');
});

promise('S53', async () => {
  const running = await story.fresh('firstReview');

  await running.ask('review-request', {
    reviewReasons: ['major-change-wanted'],
    requestDetail: 'I want another agency.',
    requestUrgent: 'no',
  });
  await running.finish('decide-review-request', {
    decision: 'minor-change',
    change: 'Another agency',
    arrangementOnly: 'yes',
    personContent: 'yes',
  });
  const small = await running.task('change-plan');
  const [, author = ''] = /Your social care contact is ([A-Z]\w+ \w+)/.exec((await running.case()).text) ?? [];
  const changing = (await running.taskPage('change-plan')).text;
  expect(changing).toContain(`Held by ${author}`);
  expect(changing).toContain('I want another agency.');
  expect(small.reason).toContain('It needs no review');
  await running.finish('change-plan', { newProvider: 'Another Home Care' });
  expect((await running.copy('Your care and support plan, version 3')).text).toContain('Another Home Care');
});

promise('S54', async () => {
  const { page } = await story.at('sent');
  const help = await page('/help');

  expect(help.text).toContain('The NHS also has a guide to social care and support');
  expect(help.html).toMatch(/href="https:\/\/www\.nhs\.uk\//);
  expect(help.text).toContain('Staffordshire Cares');
});
