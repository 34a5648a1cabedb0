import { expect } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { revisedPlan, revisingReview } from '../../local/demo/staff-answers.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { directPaymentAllowed } from '../support/direct-payment-answers.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { walkCaseForm } from '../support/walk-case-form.ts';
import { aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { cambridgeshire } from './promises/cambridgeshire.ts';
import type { Scene } from './scene.ts';

const promise = promisesOf(cambridgeshire);
const story = aStory('cambridgeshire');

const first = 'Your care and support plan, version 1';
const agreed = 'Your care and support plan, version 2';
const checked = 'What we found when we checked your plan';
const decided = 'What we decided about your plan';
const keyWorker = 'Kwame Goodall';
const phone = '0345 045 5202';

const kinds = async (scene: Scene) => (await scene.tasks()).map(({ kind }) => kind);

/** The person says how their plan is to be written. */
const says = async (scene: Scene, how: string) => {
  await scene.case('/plan/how');
  const person = await scene.person();
  person.fill(how);
  return person.press('Save and continue');
};

/** Somebody opens the plan to which they were invited, by the link in their mail and the code that the person tells them. */
const opened = async (scene: Scene, name: string, email: string) => {
  const { text } = await scene.case('/plan/write');
  const [, code = ''] = /Their code: (\d{6})/.exec(text.slice(text.indexOf(name))) ?? [];
  const [, link = ''] = /(\/cambridgeshire\/plan\/link\/\S+)/.exec(await scene.mailed(email)) ?? [];
  const guest = scene.visitor();
  await guest.open(link);
  guest.fill('What is the code?', code);
  await guest.press('Open the plan');
  return guest;
};

/** The person invites somebody to write in their plan, who opens it. */
const invited = async (scene: Scene, name: string, email: string, invitedAs: 'family-or-friend' | 'provider') => {
  await scene.case('/plan/people');
  const person = await scene.person();
  person.set(Object.entries({ name, email, invitedAs, invitedMay: 'write', seesMoney: 'no' }));
  await person.press('Invite them');
  await scene.settle();
  return opened(scene, name, email);
};

/** Whoever has the plan open writes how its first need is met. */
const writes = async (
  browser: Awaited<ReturnType<typeof opened>>,
  howMet: string,
  more: Record<string, string> = {},
) => {
  await browser.follow('Need 1: Keeping clean');
  browser.set(Object.entries({ howMet, ...more }));
  return browser.press('Save and continue');
};

/** A plan that waits for its checks. */
const checking = async (answers: object = {}) => {
  const scene = await story.fresh('charged');
  await scene.finish('draft-plan', answers);
  return scene;
};

/** Somebody finds a planner for the person, who opens the plan. */
const planned = async () => {
  const writing = await story.fresh('charged');
  await says(writing, 'An independent support planner helps to write it');
  await writing.settle();
  await writing.finish('find-planner', { plannerFor: ['write', 'set-up'], plannerSeesMoney: 'yes' });
  return { writing, planner: await opened(writing, 'Ines Moreno', 'ines.moreno@example.org') };
};

/** A page of the case on which staff do something by hand. */
const byHand = async (
  scene: Scene,
  role: 'key-worker' | 'manager',
  page: string,
  fields: Record<string, string>,
  send: string,
) => {
  const worker = await scene.staff(role);
  await scene.staffCase(role, page);
  worker.set(Object.entries(fields));
  const sent = await worker.press(send);
  await scene.settle();
  return sent;
};

promise('CB1', async () => {
  const scene = await story.fresh('supported');

  for (const path of ['', '/help', '/support', '/forms/needs-assessment']) {
    expect((await scene.page(path)).html).toContain('/cambridgeshire/accessibility');
  }
  expect((await scene.page('/accessibility')).heading).toBe('Accessibility statement');
  const person = await scene.person();
  await scene.case('/details');
  person.set([['formats', 'large-print']]);
  await person.press('Save');
  expect((await scene.staffCase('key-worker', '/people')).text).toContain('Write in: Large print.');
  // Whoever writes to her next has it as work to send it so.
  await scene.ask('query', { decisionAbout: 'plan', wantsAdvocate: 'no' });
  await scene.finish('answer-query');
  expect((await scene.taskPage('send-copy')).text).toContain('Asked for: large print');
});

promise('CB2', async () => {
  const scene = await story.fresh('charged');
  await says(scene, 'I write it, with help from someone');
  const person = await scene.person();

  expect((await scene.taskPage('draft-plan')).text).toContain('Write the plan with the person.');
  expect((await scene.case('/plan/write/need-1')).text).toContain(
    'What do you want to achieve? To start the day clean and dressed',
  );
  person.set([['outcomeWanted', 'To wash by myself, so that I can stay in my own home']]);
  await person.press('Save and continue');
  const goal = 'To wash by myself, so that I can stay in my own home';
  expect((await scene.taskPage('draft-plan', 'needs')).text).toContain(goal);
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'What you want: To start the day clean and dressed',
  );
});

promise('CB3', async () => {
  const writing = await story.fresh('charged');
  const [need] = writing.usual()['draft-plan'].needs;

  await expect(writing.finish('draft-plan', { needs: [need] })).rejects.toThrow(/Getting dressed/);
  const copy = (await (await story.at('agreed')).copy(agreed)).text;
  expect(copy).toMatch(/Need 1: Help to wash each morning .*How it is met: A care worker visits each morning/);
  expect(copy).toMatch(/Need 2: Help with buttons and shoes .*How it is met: The care worker helps her to dress/);
});

promise('CB4', async () => {
  const writing = await story.at('charged');

  const asked = (await writing.taskPage('draft-plan', 'the-person')).text;
  expect(asked).toContain('Which support from family, friends and community is there?');
  expect(asked).toContain('The lunch club at the church, on Wednesdays');
  const needs = (await writing.taskPage('draft-plan', 'needs')).text;
  for (const source of ['Family and friends', 'Community groups', 'Home care', 'Day opportunities'])
    expect(needs).toContain(source);
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'Support that is there already Her daughter visits on Sundays.',
  );
});

promise('CB5', async () => {
  const scene = await story.fresh('charged');

  expect((await scene.case()).text).toContain('Say how you want your plan to be written');
  await says(scene, 'I write it myself');
  const person = await scene.person();
  await scene.case('/plan/write/need-1');
  person.set([['howMet', 'A seat in the shower, and nobody with me']]);
  await person.press('Save and continue');
  person.set([['howMet', 'My sister does the buttons']]);
  await person.press('Save and continue');
  await scene.case('/plan/write');
  expect((await person.press('The plan is ready: send it')).text).toContain('It was said that the plan is ready.');

  const task = await scene.taskPage('draft-plan');
  expect(task.text).toContain('The plan was written outside the council, and they say it is ready.');
  const needs = (await scene.taskPage('draft-plan', 'needs')).text;
  expect(needs).toContain('A seat in the shower, and nobody with me');
  expect(needs).toContain('My sister does the buttons');
  await scene.finish('draft-plan', { writtenBy: 'person', writtenWith: undefined });
  expect((await scene.copy(first)).text).toMatch(/Who wrote it You You wrote in it .*Your needs and how they are met/);
});

promise('CB6', async () => {
  const scene = await story.fresh('charged');
  const ways = (await scene.case('/plan/how')).text;
  for (const way of ['I write it, with help from someone', 'The Key Worker writes it with me'])
    expect(ways).toContain(way);
  await says(scene, 'I write it, with help from someone');

  const daniel = await invited(scene, 'Daniel Okafor', 'daniel@example.com', 'family-or-friend');
  await writes(daniel, 'I help with the bath on Sundays');
  const bright = await invited(scene, 'Bright Care', 'bright@example.com', 'provider');
  expect((await bright.follow('Need 1: Keeping clean')).html).toContain('I help with the bath on Sundays');
  await bright.press('Save and continue');
  bright.set([['howMet', 'We come each morning at nine']]);
  await bright.press('Save and continue');

  const needs = (await scene.taskPage('draft-plan', 'needs')).text;
  expect(needs).toContain('I help with the bath on Sundays');
  expect(needs).toContain('We come each morning at nine');
  await scene.finish('draft-plan');
  const copy = (await scene.copy(first)).text;
  expect(copy).toMatch(/Daniel Okafor \(family or friend\) wrote in it/i);
  expect(copy).toContain('Bright Care (gives support) wrote in it');
});

promise('CB7', async () => {
  const scene = await story.fresh('charged');
  await says(scene, 'Family or a friend writes it for me');
  const daniel = await invited(scene, 'Daniel Okafor', 'daniel@example.com', 'family-or-friend');
  await writes(daniel, 'I wash her on Sundays, and a care worker on the other days');

  expect((await scene.taskPage('draft-plan')).text).toContain('Who writes it Family or a friend, for them');
  expect((await scene.taskPage('draft-plan', 'needs')).text).toContain('I wash her on Sundays');
  await scene.finish('draft-plan', {
    writtenBy: 'someone-for-person',
    writtenWith: 'Daniel Okafor',
    bestInterests: 'yes',
    bestInterestsWhy: 'She told us so, alone.',
  });
  expect((await scene.copy(first)).text).toContain('Who wrote it Someone for you: Daniel Okafor');
});

promise('CB8', async () => {
  const writing = await story.fresh('charged');
  const byAnother = { writtenBy: 'someone-for-person', writtenWith: 'Bright Care' };

  await expect(writing.finish('draft-plan', byAnother)).rejects.toThrow(/best interests/);
  await expect(
    writing.finish('draft-plan', { ...byAnother, bestInterests: 'no', bestInterestsWhy: 'They left out her church.' }),
  ).rejects.toThrow(/Go on once the council is satisfied that the writer acted in the person/);
  await writing.finish('draft-plan', { ...byAnother, bestInterests: 'yes', bestInterestsWhy: 'She said so, alone.' });
  // Whoever checks the plan reads how it is known, and she that it was looked at.
  expect((await writing.taskPage('check-plan', 'checks')).text).toContain('She said so, alone.');
  expect((await writing.copy(first)).text).toContain('Written in your best interests Yes. We have made sure of it');
});

promise('CB9', async () => {
  const { writing, planner } = await planned();

  expect(planner.page.text).toContain('The estimated personal budget is £189.00 a week.');
  await writes(planner, 'A personal assistant of her own', { weeklyCost: '150' });
  expect((await writing.case('/plan/write')).text).toContain('What stands in the plan so far comes to £150.00 a week.');
  expect((await writing.taskPage('draft-plan', 'needs')).text).toContain('A personal assistant of her own');
  await writing.finish('draft-plan', { writtenWith: 'Ines Moreno' });
  expect((await writing.copy(first)).text).toMatch(/Ines Moreno \(independent support planner\) wrote in it/i);
});

promise('CB10', async () => {
  const writing = await story.fresh('charged');

  expect((await writing.page('/help')).text).toContain(
    'An independent support planner can help too. Your Key Worker can tell you how to find one.',
  );
  expect((await writing.page('/support')).text).toContain('If you have a Key Worker, ask them');
  await says(writing, 'An independent support planner helps to write it');
  const task = (await writing.taskPage('find-planner')).text;
  expect(task).toContain('The person would like an independent support planner to help with the plan.');
  expect(task).toContain(`Held by ${keyWorker}`);
  await writing.finish('find-planner');
  expect(await writing.mailed()).toContain('Our answer is ready to read.');
  expect((await writing.copy('Your independent support planner')).text).toContain(
    'Who it is Ines Moreno They work for Example Support Planning',
  );
});

promise('CB11', async () => {
  const scene = await story.fresh('charged');

  // She has not said how it is to be written: it is written all the same, by her Key Worker.
  expect((await scene.taskPage('draft-plan')).text).toContain(`Held by ${keyWorker}`);
  await scene.finish('draft-plan', { writtenBy: 'council', writtenWith: undefined });
  const copy = (await scene.copy(first)).text;
  expect(copy).toContain('Who wrote it The council, with you');
  expect(copy).toContain('How it is met: A care worker visits each morning (home care)');
  expect(copy).toMatch(/How the budget is spent .*Help to wash each morning Example Home Care £189.00/);
});

promise('CB12', async () => {
  const dear = await story.fresh('charged');
  const twice = revisedPlan(dear.today());

  await expect(dear.finish('draft-plan', twice)).rejects.toThrow(/The estimate was £189.00 a week. Say why/);
  await dear.finish('draft-plan', { ...twice, estimateDiffersWhy: 'She needs two visits.' });
  const check = (await dear.taskPage('check-plan', 'checks')).text;
  expect(check).toContain('Is the plan within the budget?');
  expect(check).toContain('The plan costs £315.00 a week and the estimate was £189.00.');
  // It is the Key Worker’s, who gives a reason that she reads.
  expect((await dear.taskPage('check-plan')).text).toContain(`Held by ${keyWorker}`);
  await expect(dear.finish('check-plan', { affordableWhy: '' })).rejects.toThrow(/Give the reason: affordable/);
  await dear.finish('check-plan', {
    affordable: 'no',
    affordableWhy: 'One visit and a seat in the shower meet the same need.',
    whatToChange: 'Plan one visit.',
  });
  expect((await dear.copy(checked)).text).toContain(
    'Affordable: no. One visit and a seat in the shower meet the same need.',
  );
  expect(await kinds(dear)).toContain('draft-plan');
});

promise('CB13', async () => {
  const plan = await checking();

  expect((await plan.taskPage('check-plan', 'checks')).text).toContain('Is it a sensible and legal use of the budget?');
  await expect(plan.finish('check-plan', { lawfulWhy: '' })).rejects.toThrow(/Give the reason: lawful/);
  await plan.finish('check-plan', {
    lawful: 'no',
    lawfulWhy: 'It pays for nursing, which is for the NHS.',
    whatToChange: 'Leave the nursing out.',
  });
  expect((await plan.copy(checked)).text).toContain('Lawful: no. It pays for nursing, which is for the NHS.');
  expect(await kinds(plan)).not.toContain('agree-plan-for-council');
  expect((await (await story.at('planned')).case('/plan')).text).toContain('Lawful: Yes. All of it is care at home.');
});

promise('CB14', async () => {
  const plan = await checking();

  const check = (await plan.taskPage('check-plan', 'checks')).text;
  expect(check).toContain('Does it achieve the assessed outcomes?');
  // What was assessed stands beside.
  expect(check).toContain('Outcomes that count');
  await expect(plan.finish('check-plan', { effectiveWhy: '' })).rejects.toThrow(/Give the reason: effective/);
  await plan.finish('check-plan', {
    effective: 'no',
    effectiveWhy: 'Nobody comes on Sundays.',
    whatToChange: 'Say who comes on Sundays.',
  });
  expect((await plan.copy(checked)).text).toContain('Effective: no. Nobody comes on Sundays.');
  expect(await kinds(plan)).not.toContain('agree-plan-for-council');
});

promise('CB15', async () => {
  const risky = await checking();
  await risky.finish('check-plan', { risksCovered: 'no', whatToChange: 'Say what is done about the stairs.' });
  expect((await risky.copy(checked)).text).toContain('Risks and sudden changes are covered: no');
  expect(await kinds(risky)).toContain('draft-plan');

  // All of it found good, a manager agrees for the council, with reasons that she reads.
  const good = await checking();
  await good.finish('check-plan');
  expect(await kinds(good)).not.toContain('agree-plan');
  expect((await good.taskPage('agree-plan-for-council', 'agreement')).text).toContain(
    'Agreed when the outcomes are met, risks were thought of, and it is reasonable for the budget.',
  );
  await good.finish('agree-plan-for-council');
  expect((await good.copy(decided)).text).toContain(
    'We agree to your plan. Why It meets both eligible outcomes, and costs what was estimated.',
  );
  expect(await kinds(good)).toContain('agree-plan');
});

promise('CB16', async () => {
  const scene = await story.at('agreed');

  expect(await scene.mailed()).toContain('Your plan is now agreed.');
  const copy = (await scene.copy(agreed)).text;
  expect(copy).toMatch(
    /How the budget is spent Need By Each week Once Help to wash each morning Example Home Care £189.00 Help with buttons and shoes Example Home Care £0.00/,
  );
  expect(copy).toContain('How the budget is held Arranged by the council: £189.00 a week');
  expect(copy).toContain('Download this as PDF');
});

promise('CB17', async () => {
  const scene = await story.at('agreed');
  const wish = 'The same two care workers, who know that she likes the radio on.';

  expect((await scene.copy(agreed)).text).toMatch(
    /What matters to you .*How you want to be supported .*Your needs and how they are met/,
  );
  // Whoever sets the support up has it before them.
  const setUp = (await scene.taskPage('set-up-support', 'start')).text;
  expect(setUp).toContain(wish);
  expect(setUp).toContain('Her church on Sundays, her daughter, the radio in the morning.');
});

promise('CB18', async () => {
  const scene = await story.fresh('planned');
  await scene.answerPlan({
    answer: 'changes-asked',
    whatChanges: 'A walk-in shower, and no visit.',
    budgetHeld: 'as-planned',
  });

  expect((await scene.taskPage('draft-plan', 'the-person')).text).toContain('A walk-in shower, and no visit.');
  const [wash, dress] = scene.usual()['draft-plan'].needs;
  const needs = [{ ...wash, supportType: 'equipment-adaptations', howMet: 'A walk-in shower, with a seat' }, dress];
  await scene.finish('draft-plan', { needs, changesMade: 'A shower is put in.' });
  await scene.finish('check-plan');
  await scene.finish('agree-plan-for-council');
  expect((await scene.case('/plan')).text).toContain('How it is met: A walk-in shower, with a seat');
  await scene.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  expect((await scene.copy(agreed)).text).toContain('How it is met: A walk-in shower, with a seat');
});

promise('CB19', async () => {
  const no = {
    agreed: 'no',
    leadsTo: 'not-agreed',
    why: 'A later visit on Sundays is not needed for what was assessed.',
    whatToChange: 'Nothing: the first plan stands.',
  };
  // A plan that was changed before any is in force: she is asked about the first one again.
  const before = await story.fresh('returned');
  await before.finish('draft-plan', { changesMade: 'The visit on Sundays is later.' });
  await before.finish('check-plan');
  await before.finish('agree-plan-for-council', no);
  expect((await before.mails()).map(({ text }) => text).join('\n')).toContain(
    'We have looked at your plan. What we found, and why, is ready to read.',
  );
  const copy = (await before.copy(decided)).text;
  expect(copy).toContain('We do not agree to this plan. The plan before it stands.');
  expect(copy).toContain(no.why);
  expect(copy).toContain('If you do not agree Ask the Key Worker');
  const plan = (await before.case('/plan')).text;
  expect(plan).toContain('Where it stands Waiting to be agreed Written 13 January 2026');
  await before.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  expect((await before.copy(first)).text).toMatch(/Where it stands Agreed .*signed by Rose Okafor/);
  expect(await kinds(before)).toContain('set-up-support');

  // And one that a review revised: the plan in force stays in force.
  const later = await story.fresh('yearReminder');
  await later.finish('review-plan', revisingReview(later.today()));
  await later.finish('draft-plan', revisedPlan(later.today()));
  await later.finish('check-plan');
  await later.finish('agree-plan-for-council', no);
  expect((await later.copy(agreed)).text).toContain('Where it stands In force now');
  expect((await later.case()).text).toContain('What the support costs £189.00');
  expect((await later.copy(decided)).text).toContain('The plan before it stands.');
});

promise('CB20', async () => {
  const eligible = (await (await story.at('decided')).copy('Our decision')).text;
  expect(eligible).toContain('The balance class at the community centre on Tuesdays.');

  const refused = await story.fresh('assessed');
  const no = { result: 'not-eligible', condition3: 'no', condition3Reason: 'She manages well.' };
  await expect(refused.finish('decide-eligibility', { ...no, advicePreventOrDelay: '' })).rejects.toThrow(
    /Advice: prevent or delay/,
  );
  await refused.finish('decide-eligibility', { ...no, advicePreventOrDelay: 'The lunch club on Fridays.' });
  expect((await refused.copy('Our decision')).text).toContain('The lunch club on Fridays.');
  expect(await refused.mailed()).toContain('We have written down advice and information that may help.');

  // Nobody is sent away at once without it either, and the plan has its own.
  const asking = await story.fresh('confirmed');
  await expect(asking.finish('triage-request', { outcome: 'advice-only', appearsToHaveNeeds: 'no' })).rejects.toThrow(
    /Enter the advice that was given/,
  );
  await expect((await story.fresh('charged')).finish('draft-plan', { advicePreventOrDelay: '' })).rejects.toThrow(
    /prevent or delay/,
  );
  expect((await (await story.at('agreed')).copy(agreed)).text).toContain(
    'What can prevent or delay needs The balance class at the community centre on Tuesdays.',
  );
});

promise('CB21', async () => {
  const scene = await story.fresh('charged');
  await says(scene, 'I write it myself');
  await scene.finish('draft-plan');
  const why = 'Say who helps when your sister is away.';
  const no = { effective: 'no', effectiveWhy: 'It does not say who helps at weekends.' };

  await expect(scene.finish('check-plan', no)).rejects.toThrow(/Name the answers that go back, or enter what/);
  await scene.finish('check-plan', { ...no, leadsTo: 'change', sentBack: [{ part: 'needs', row: 2, why }] });
  expect(await scene.mailed()).toContain('We have looked at your plan.');
  const copy = (await scene.copy(checked)).text;
  expect(copy).toContain('Your plan is changed first, and checked again. We ask you about it.');
  expect(copy).toContain(why);
  // She and whoever writes it with her find the reason where it is put right.
  expect((await scene.case()).text).toContain('Write your plan, and tell us when it is ready');
  expect((await scene.case('/plan/write/need-2')).text).toContain(`Sent back to you: ${why}`);
  expect((await scene.taskPage('draft-plan')).text).toContain(`Number 2: ${why}`);
});

promise('CB22', async () => {
  const { writing, planner } = await planned();
  const { path } = planner.page;
  await writing.finish('draft-plan', { writtenWith: 'Ines Moreno' });
  await writing.finish('check-plan', {
    effective: 'no',
    effectiveWhy: 'Nobody comes on Sundays.',
    sentBack: [{ part: 'needs', row: 1, why: 'Say who comes on Sundays.' }],
  });

  await planner.open(path);
  expect(planner.page.text).toContain('Need 1: Keeping clean Sent back');
  const need = await planner.follow('Need 1: Keeping clean');
  expect(need.text).toContain('Sent back to you: Say who comes on Sundays.');
  planner.set([['howMet', 'A personal assistant, and her sister on Sundays']]);
  await planner.press('Save and continue');
  expect((await writing.taskPage('draft-plan', 'needs')).text).toContain('and her sister on Sundays');
  expect((await writing.case('/plan/write/need-1')).text).toContain('and her sister on Sundays');
});

const notClear = {
  effective: 'no',
  effectiveWhy: 'It is not clear what she can do in the evening.',
  leadsTo: 'assess-again',
  whatToChange: 'Look again at the evenings.',
};

promise('CB23', async () => {
  const plan = await checking();
  await plan.finish('check-plan', notClear);

  expect(await plan.mailed()).toContain('We have looked at your plan.');
  expect((await plan.copy(checked)).text).toContain(
    'It is not clear to us how this plan meets your needs. We look at your assessment again with you.',
  );
  // It is her Key Worker still, and she reads who assesses.
  const { text } = await plan.case();
  expect(text).toMatch(/Care and support assessment Now .*Decision Next .*Your plan Later/);
  expect(text).toMatch(new RegExp(`Your Key Worker is ${keyWorker}[^.]*\\. Daniel Underhill does the assessment\\.`));
  // Whoever assesses knows why, and has a visit to arrange with her.
  const task = (await plan.taskPage('assess-needs')).text;
  expect(task).toContain('A plan was not clear, so the assessment is looked at again.');
  expect(task).toContain('Why it is assessed again A plan was not clear. Look again at the evenings.');
  expect((await plan.taskPage('assess-needs', 'whole')).text).toContain('Look again at the evenings.');
  expect(await kinds(plan)).toContain('arrange-visit');
  // What it finds is decided on again and comes back into her plan, which is checked, and put to her.
  const found = { hygieneNeedAsIfNoCarer: 'Cannot wash below the waist, nor in the evening.' };
  await plan.finish('assess-needs', found);
  expect((await plan.copy('Your assessment')).text).toContain('nor in the evening.');
  expect((await plan.taskPage('decide-eligibility')).text).toContain('nor in the evening.');
  await plan.finish('decide-eligibility', found);
  await plan.finish('estimate-budget');
  expect((await plan.taskPage('draft-plan')).text).toContain(`Held by ${keyWorker}`);
  expect((await plan.taskPage('draft-plan', 'needs')).text).toContain(
    'Cannot wash below the waist, nor in the evening.',
  );
  for (const kind of ['draft-plan', 'check-plan', 'agree-plan-for-council'] as const) await plan.finish(kind);
  await plan.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  expect(await kinds(plan)).toContain('set-up-support');

  // So it is with a plan that a review revised; the plan in force holds meanwhile.
  const later = await story.fresh('yearReminder');
  await later.finish('review-plan', revisingReview(later.today()));
  await later.finish('draft-plan', revisedPlan(later.today()));
  await later.finish('check-plan', notClear);
  expect((await later.case()).text).toContain('Your plan from before holds until a new one is agreed.');
  const again = (await later.taskPage('assess-needs')).text;
  expect(again).toContain('Needs are assessed again.');
  expect(again).toContain('Why it is assessed again A plan was not clear. Look again at the evenings.');
  expect((await later.copy(agreed)).text).toContain('Where it stands In force now');
});

promise('CB24', async () => {
  const scene = await story.fresh('supported');
  await scene.ask('query', {
    decisionAbout: 'plan',
    question: 'Why is the visit so early?',
    disagrees: 'yes',
    whyWrong: 'I sleep until nine.',
    wantsAdvocate: 'no',
  });

  const task = (await scene.taskPage('answer-query')).text;
  expect(task).toContain(`Held by ${keyWorker}`);
  expect(task).toContain('Why is the visit so early?');
  expect(task).toContain('I sleep until nine.');
  await scene.finish('answer-query', { answer: 'The first round is at eight. We ask for a later one.' });
  expect(await scene.mailed()).toContain('Our answer is ready to read.');
  expect((await scene.copy('Our answer to your question')).text).toContain('The first round is at eight.');
  expect((await scene.page('/help')).text).toContain('Talk to your Key Worker first. Ask why.');
});

promise('CB25', async () => {
  const scene = await story.fresh('supported');
  const sent = await scene.ask('complaint', {
    onBehalfOf: 'no',
    complaintAbout: ['decision'],
    complaintDetail: 'The visit is still too early.',
    complaintWants: 'A later visit.',
    eventOn: '2026-01-26',
  });

  expect(sent.text).toContain('We write to you by Thursday 29 January 2026 to say who looks into it');
  expect((await scene.task('acknowledge-complaint')).dueOn).toBe('2026-01-29');
  expect((await scene.teamMails('complaints-manager')).map(({ text }) => text).join('\n')).toContain(
    'Hello Customer Services, complaints',
  );
  await scene.finish('acknowledge-complaint');
  expect((await scene.taskPage('answer-complaint')).text).toContain('The visit is still too early.');
  await scene.finish('answer-complaint');
  expect((await scene.case()).text).toMatch(/answer to your complaint/i);
  expect((await scene.page('/help')).text).toContain('If you are still not happy, complain to Customer Services.');
});

const paidToHer = {
  changesMade: 'It is paid to her.',
  paymentRoutes: ['direct-payment'],
  directPayments: [
    {
      needs: '1',
      weekly: 18_900,
      every: 'weekly',
      amountEachTime: 18_900,
      paidTo: 'person',
      recipientName: 'Rose Okafor',
    },
  ],
  managedWeekly: undefined,
  ...directPaymentAllowed,
};

/** She asks for a way to hold the budget; the plan says so, is agreed and set up. */
const heldAs = async (budgetHeld: 'direct-payment' | 'both', answers: object, arrangements: string[]) => {
  const scene = await story.fresh('planned');
  await scene.answerPlan({ answer: 'changes-asked', whatChanges: 'I want to pay for it myself.', budgetHeld });
  await scene.finish('draft-plan', answers);
  await scene.finish('check-plan');
  await scene.finish('agree-plan-for-council');
  await scene.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  await expect(scene.finish('set-up-support')).rejects.toThrow(/Hold the budget so, or have the plan changed first/);
  const today = scene.today();
  await scene.finish('set-up-support', {
    arrangements,
    separateAccount: 'yes',
    paymentAgreedOn: today,
    firstPaidOn: today,
  });
  return scene;
};

promise('CB26', async () => {
  const asking = await story.fresh('planned');
  await asking.answerPlan({
    answer: 'changes-asked',
    whatChanges: 'I want to pay for it myself.',
    budgetHeld: 'direct-payment',
  });
  expect((await asking.taskPage('draft-plan', 'budget')).text).toContain('Paid to them, as a direct payment');
  await expect(asking.finish('draft-plan', { changesMade: 'Nothing.' })).rejects.toThrow(
    /The person asked for a direct payment. Make it, or say in writing why there is none/,
  );

  const scene = await heldAs('direct-payment', paidToHer, ['direct-payment']);
  expect((await scene.copy(agreed)).text).toContain(
    'How the budget is held Direct payment: £189.00 a week, paid as £189.00 weekly to Rose Okafor. It is for these needs: 1',
  );
  expect((await scene.copy('How your support is set up')).text).toContain('How your budget is held Direct payment');
});

promise('CB27', async () => {
  const [before, after] = [await story.at('agreed'), await story.at('supported')];

  expect((await before.taskPage('set-up-support', 'start')).text).toContain('Managed by the council');
  const copy = (await after.copy('How your support is set up')).text;
  expect(copy).toContain('How your budget is held Managed by the council');
  expect(copy).toContain('Name: Example Home Care; What they give: A visit each morning; From: 23 January 2026');
  expect(await after.mailed()).toContain('The support in your plan starts on Friday 23 January 2026.');
});

promise('CB28', async () => {
  const [payment] = paidToHer.directPayments;
  const both = {
    ...paidToHer,
    paymentRoutes: ['direct-payment', 'council-managed'],
    directPayments: [{ ...payment, weekly: 10_000, amountEachTime: 10_000 }],
    managedWeekly: 8_900,
  };
  const wrong = await story.fresh('returned');
  await expect(wrong.finish('draft-plan', { ...both, managedWeekly: 5_000 })).rejects.toThrow(/must come to £189.00/);

  const scene = await heldAs('both', both, ['direct-payment', 'council-managed']);
  const copy = (await scene.copy(agreed)).text;
  expect(copy).toContain('Direct payment: £100.00 a week');
  expect(copy).toContain('Arranged by the council: £89.00 a week');
  expect((await scene.copy('How your support is set up')).text).toContain(
    'How your budget is held Direct payment Managed by the council',
  );
});

promise('CB29', async () => {
  const scene = await story.fresh('agreed');
  const reason = 'She wants her planner to help her set it up.';
  await byHand(scene, 'key-worker', '/open-work', { kind: 'find-planner', reason }, 'Open it');

  expect((await scene.taskPage('find-planner')).text).toContain(reason);
  await scene.finish('find-planner', { plannerFor: ['set-up'], plannerMay: undefined, plannerSeesMoney: undefined });
  expect((await scene.copy('Your independent support planner')).text).toContain('They help to Set up the support');
  const setUp = (await scene.taskPage('set-up-support', 'start')).text;
  expect(setUp).toContain('Ines Moreno');
  expect(setUp).toContain('Set up the support');

  // A planner who helped with the plan, and was found for both, stands there without anybody asking again.
  const { writing } = await planned();
  await writing.finish('draft-plan', { writtenWith: 'Ines Moreno' });
  for (const kind of ['check-plan', 'agree-plan-for-council'] as const) await writing.finish(kind);
  await writing.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  expect((await writing.taskPage('set-up-support', 'start')).text).toMatch(/Ines Moreno.*Set up the support/);
  expect((await writing.copy('Your independent support planner')).text).toMatch(/They help to .*Set up the support/);
});

promise('CB30', async () => {
  const scene = await story.fresh('agreed');
  await scene.finish('set-up-support');

  expect(await scene.mailed()).toContain('We ask soon how it is going.');
  const call = await scene.taskPage('check-support', 'call');
  expect(call.text).toContain('How is support going, and is the person happy with it?');
  expect((await scene.taskPage('check-support')).text).toContain(`Held by ${keyWorker}`);
  await scene.finish('check-support', { changeNeeded: 'yes', whatChange: 'The visits are too early.' });
  await scene.forward('P1D');
  expect((await scene.taskPage('review-plan')).text).toContain(
    'Why it is held early The key worker found a change is needed. The visits are too early.',
  );
});

promise('CB31', async () => {
  const scene = await story.at('supported');

  const { text } = await scene.case();
  expect(text).toContain(`Your Key Worker is ${keyWorker}`);
  expect(text).toContain('Contact Customer Services at Cambridgeshire County Council');
  const mail = (await scene.mails()).find(({ text: said }) => said.includes('Your support is set up'))?.text;
  expect(mail).toContain(`Your Key Worker is ${keyWorker}.`);
  expect(mail).toContain(`Phone: ${phone}`);
});

promise('CB32', async () => {
  const scene = await story.fresh('firstReminder');

  // Support began on 23 January: weeks 6 to 12 are 6 March to 17 April.
  expect(await scene.mailed()).toContain('We will agree a day and a place with you.');
  expect((await scene.taskPage('arrange-visit')).text).toContain(`Held by ${keyWorker}`);
  await expect(scene.finish('arrange-visit', { visitOn: '2026-05-11' })).rejects.toThrow(
    /This review lies between Friday 6 March 2026 and Friday 17 April 2026/,
  );
  await scene.finish('arrange-visit', { visitOn: '2026-03-24' });
  expect(await scene.mailed()).toContain('Tuesday 24 March 2026 at 14:30');
  const { text } = await scene.case();
  expect(text).toContain('Your review Tuesday 24 March 2026 at 14:30 Your home');
  expect(text).toContain('Put it into your calendar');
  expect(text).toContain('Ask to move it or call it off');
});

promise('CB33', async () => {
  const scene = await story.fresh('firstReminder');

  expect((await scene.taskPage('review-plan', 'seven-questions')).text).toContain(
    'Which outcomes of the plan have been achieved, each in turn?',
  );
  await expect(scene.finish('review-plan', { supportAppropriate: 'no' })).rejects.toThrow(/not right or safe/i);
  const copy = (await (await story.at('yearReminder')).copy('Review of your plan')).text;
  expect(copy).toContain('What works, and what does not? The morning visits work well.');
  expect(copy).toContain('Have you achieved what you wanted? She is up and dressed by nine each day.');
});

promise('CB34', async () => {
  const year = await story.at('yearReminder');

  // The first was held on 27 March 2026.
  expect((await year.task('review-plan')).dueOn).toBe('2027-03-27');
  expect((await year.case()).text).toContain('we aim to do it by Saturday 27 March 2027');
  expect((await year.page('/help')).text).toContain('After that we look at it every year.');
});

const guests = [
  { name: 'Dr Green', role: 'My doctor' },
  { name: 'Example Home Care', role: 'My care workers' },
  { name: 'Ada Okafor', role: 'My daughter' },
];

promise('CB35', async () => {
  const scene = await story.fresh('firstReminder');

  expect((await scene.case()).text).toContain('Say who you want at your review');
  const person = await scene.person();
  await person.open(`/cambridgeshire/case/${scene.reference}/ask/invitation`);
  await person.follow('Start now');
  for (const [row, { name, role }] of guests.entries()) {
    if (row > 0) await person.press('Add another person');
    person.set([
      [`guests[${row}].name`, name],
      [`guests[${row}].role`, role],
    ]);
  }
  await person.press('Continue');
  await person.press('Continue');
  const sent = await person.press('Send this to us');
  await scene.settle();
  expect(sent.text).toContain('Whoever holds the review knows now whom you want there.');
  const review = (await scene.taskPage('review-plan', 'about-the-review')).text;
  for (const { name, role } of guests) expect(review).toContain(`Name: ${name}; How you know them: ${role}`);
  await scene.finish('arrange-visit', { visitOn: '2026-03-24', whoComes: [{ name: 'Dr Green', role: 'Your doctor' }] });
  expect((await scene.case()).text).toContain('Who comes: Dr Green (Your doctor)');
});

promise('CB36', async () => {
  const scene = await story.fresh('supported');

  // Weeks before the review is prepared.
  await scene.ask('invitation', { guests, guestsNeed: 'A quiet room' });
  const task = (await scene.taskPage('look-at-change')).text;
  expect(task).toContain(`Held by ${keyWorker}`);
  expect(task).toContain('The person has said whom they want at the review.');
  expect(task).toContain('Dr Green');
  expect(task).toContain('A quiet room');
  expect(await (await story.at('firstReminder')).mailed()).toContain('Tell your Key Worker who is coming.');
});

promise('CB37', async () => {
  const scene = await story.fresh('firstReminder');
  await scene.finish('review-plan', { substantialDifficulty: ['communicating'], supportToTakePart: 'nobody' });

  const task = await scene.taskPage('arrange-advocacy');
  expect(task.text).toContain('Arrange an independent advocate');
  await expect(
    scene.finish('arrange-advocacy', {
      substantialDifficulty: ['communicating'],
      supporter: 'no',
      arrangement: 'not-needed',
    }),
  ).rejects.toThrow(/advocate/);
  await scene.finish('arrange-advocacy', { occasion: 'revising-care-and-support-plan' });
  expect(await scene.mailed()).toContain('They are called an independent advocate.');
  expect((await scene.copy('Your independent advocate')).text).toContain('Noor Ali');
});

promise('CB38', async () => {
  const scene = await story.fresh('firstReminder');
  const revising = revisingReview(scene.today());

  await expect(scene.finish('review-plan', { ...revising, changes: [] })).rejects.toThrow(/at least one change/);
  const undated = [{ what: 'An evening visit as well', by: undefined }];
  await expect(scene.finish('review-plan', { ...revising, changes: undated })).rejects.toThrow(/Done by/i);
  await scene.finish('review-plan', { ...revising, changes: [{ what: 'An evening visit as well', by: '2026-04-13' }] });
  expect((await scene.copy('Review of your plan')).text).toContain(
    'Change: An evening visit as well; Done by: 13 April 2026',
  );
});

promise('CB39', async () => {
  const scene = await story.fresh('firstReminder');
  const later = { personSigning: 'by-themselves', personSigns: undefined, personSignedOn: undefined };

  await expect(scene.finish('review-plan', { ...later, workerSigns: undefined })).rejects.toThrow(/full name to sign/);
  await expect(scene.finish('review-plan', { ...later, personSigning: undefined })).rejects.toThrow(
    /Select how the person signs, or that they do not/,
  );
  await scene.finish('review-plan', later);
  expect(await scene.mailed()).toMatch(/sign/);
  const person = await scene.person();
  await scene.case();
  const heldOn = 'Friday 13 March 2026';
  expect((await person.follow(`Read and sign the record of your review of ${heldOn}`)).text).toContain(
    'You and we both sign the review.',
  );
  person.fill('Sign by typing your full name', 'Rose Okafor');
  expect((await person.press('Sign the review')).text).toContain('Both sides have signed it now.');
  const copy = (await scene.copy('Review of your plan')).text;
  expect(copy).toContain('Signed for the council');
  expect(copy).toMatch(/Rose Okafor[^.]*13 March 2026/);
});

promise('CB40', async () => {
  const scene = await story.fresh('firstReview');
  await scene.ask('query', {
    decisionAbout: 'review',
    question: 'Why does nothing change?',
    disagrees: 'yes',
    whyWrong: 'The visits are too short.',
    wantsAdvocate: 'no',
  });

  const task = (await scene.taskPage('answer-query')).text;
  expect(task).toContain(`Held by ${keyWorker}`);
  expect(task).toContain('Why does nothing change?');
  await scene.finish('answer-query', {
    decisionStands: 'no',
    decideAgain: 'review',
    nextSteps: 'We meet again in May.',
  });
  expect((await scene.copy('Our answer to your question')).text).toContain('We meet again in May.');
  await scene.forward('P1D');
  // Whoever holds it again reads what was answered, and her own words.
  const again = (await scene.taskPage('review-plan')).text;
  expect(again).toContain('A question showed that the review does not stand. We meet again in May.');
  expect(again).toContain('Your question: Why does nothing change?');
  expect(again).toContain('Why it is wrong: The visits are too short.');
});

/** Somebody who is not signed in asks for a review of Rose’s plan. */
const askedBy = async (scene: Scene, askerRole: 'carer' | 'provider') => {
  const asker = scene.visitor();
  await asker.open('/cambridgeshire/review-request');
  const asked = {
    askerRole,
    fullName: 'Ada Okafor',
    personName: 'Rose Okafor',
    knowsDateOfBirth: 'yes',
    personDateOfBirth: '1948-03-02',
    caseReference: scene.reference,
    personKnows: 'agrees',
    requestDetail: 'She fell twice.',
    requestUrgent: 'no',
  };
  asker.set(fieldsOf(reviewForAnother, completeAnswers(reviewForAnother, asked)));
  const sent = await asker.press(reviewForAnother.send);
  await scene.settle();
  return sent;
};

promise('CB41', async () => {
  const scene = await story.fresh('supported');

  for (const [askerRole, who] of [
    ['carer', 'I look after them without pay'],
    ['provider', 'I work for a service that supports them'],
  ] as const) {
    expect((await askedBy(scene, askerRole)).text).toContain('We have your request');
    const task = (await scene.taskPage('decide-review-request')).text;
    expect(task).toContain(who);
    expect(task).toContain('She fell twice.');
    await scene.finish('decide-review-request', {
      decision: 'refuse',
      reasons: 'The plan was reviewed last week.',
      howToChallenge: 'Complain to Customer Services.',
    });
    await scene.forward('PT2H');
  }
  await scene.ask('review-request', { reviewReasons: ['needs-changed'], requestUrgent: 'no' });
  expect(await kinds(scene)).toContain('decide-review-request');
  // The council begins one by itself.
  await byHand(
    scene,
    'key-worker',
    '/review',
    { askedBy: 'council', reason: 'The provider closes.' },
    'Bring the review forward',
  );
  expect((await scene.taskPage('review-plan')).text).toContain('The provider closes.');
});

const reasons = [
  ['CB42', 'needs-changed', 'Needs have changed'],
  ['CB43', 'support-no-longer-meets-needs', 'The support does not meet the needs any more'],
  ['CB44', 'major-change-wanted', 'A big change to the plan is wanted'],
  ['CB45', 'unmanageable-risks', 'There are risks we cannot manage'],
  ['CB46', 'council-asks', 'The council asked for it'],
] as const;
for (const [id, reason, words] of reasons) {
  promise(id, async () => {
    const scene = await story.fresh('supported');
    await scene.ask('review-request', {
      reviewReasons: [reason],
      requestDetail: 'The stairs are steep.',
      requestUrgent: 'no',
    });

    const task = (await scene.taskPage('decide-review-request')).text;
    expect(task).toContain(words);
    expect(task).toContain('The stairs are steep.');
    await scene.finish('decide-review-request');
    await scene.forward('P1D');
    // Whoever holds the review reads it too, in their words.
    const review = (await scene.taskPage('review-plan')).text;
    expect(review).toContain(`What has changed: ${words}`);
    expect(review).toContain('More about it: The stairs are steep.');
  });
}

promise('CB47', async () => {
  const scene = await story.fresh('supported');
  const person = await scene.person();

  expect((await scene.case()).text).toContain('If you do not feel safe, or someone makes you do what you do not want,');
  await person.follow('tell us');
  const asked = await walkCaseForm(person, `/cambridgeshire/case/${scene.reference}/ask/change`, []);
  expect(asked.text).toContain('making them do what they do not want');
  person.set([['reportAbuse', 'yes']]);
  const told = await person.press('Continue');
  await scene.settle();
  expect(told.text).toContain('If someone is in danger now: call 999 , day or night.');
  // It is looked into by the next working day, whether she calls or not.
  const task = await scene.task('look-into-safety');
  expect(task.dueOn).toBe('2026-01-27');
  expect((await scene.taskPage('look-into-safety')).text).toContain(
    'Before the form “Tell us something has changed” it was answered that someone is in danger, or is being hurt or neglected.',
  );
  expect((await scene.teamMails('safeguarding-lead')).map(({ text }) => text).join('\n')).toContain(
    'Look into a worry about safety for Rose',
  );
  for (const path of ['', '/help', '/support']) {
    expect((await scene.page(path)).text).toContain('If someone is in danger now, call 999');
  }
});

promise('CB48', async () => {
  for (const chapter of ['triaged', 'assessed', 'decided', 'charged', 'planned', 'agreed', 'supported'] as const) {
    const scene = await story.at(chapter);
    expect((await scene.case()).text, chapter).toContain(`Your Key Worker is ${keyWorker}`);
    // No mail is due between the first look and the decision.
    if (chapter === 'triaged' || chapter === 'assessed') continue;
    expect(await scene.mailed(), chapter).toContain(`Your Key Worker is ${keyWorker}.`);
  }
  // Before there is one, Customer Services are named.
  expect((await (await story.at('sent')).case()).text).toContain('Contact Customer Services');
});

promise('CB49', async () => {
  const scene = await story.fresh('decided');
  const sent = await scene.ask('query', {
    decisionAbout: 'eligibility',
    question: 'Why is cooking left out?',
    disagrees: 'yes',
    whyWrong: 'I cannot lift a pan.',
    wantsAdvocate: 'yes',
  });

  expect(sent.text).toContain('You can complain at any time instead.');
  expect((await scene.taskPage('arrange-advocacy')).text).toContain('The person would like an independent advocate');
  await scene.finish('arrange-advocacy');
  expect(await scene.mailed()).toContain('They are called an independent advocate.');
  expect((await scene.copy('Your independent advocate')).text).toContain('Noor Ali');
  expect((await scene.copy('Our decision')).text).toContain('An independent advocate can help you with any of this.');
});

promise('CB50', async () => {
  const scene = await story.fresh('planned');

  const { text } = await scene.page('/support');
  expect(text).toMatch(
    new RegExp(
      `Independent advocate .*If you have a Key Worker, ask them.*Contact Customer Services on ${phone} : Independent advocate`,
    ),
  );
  // Whoever of them is asked by phone opens the work.
  const reason = 'She rang: she wants somebody to speak up for her about the plan.';
  await byHand(scene, 'key-worker', '/open-work', { kind: 'arrange-advocacy', reason }, 'Open it');
  expect((await scene.taskPage('arrange-advocacy')).text).toContain(reason);
  await scene.finish('arrange-advocacy', { occasion: 'care-and-support-plan' });
  expect((await scene.copy('Your independent advocate')).text).toContain('Noor Ali');
});

promise('CB51', async () => {
  const scene = await story.fresh('triaged');
  await scene.finish('assess-needs', {
    professionalsConsulted: [
      { name: 'Priya Shah', job: 'Occupational therapist', contact: '01223 496 0002', askedOn: scene.today() },
    ],
  });

  const people = (await scene.staffCase('key-worker', '/people')).text;
  expect(people).toContain(`Key worker ${keyWorker}`);
  expect(people).toContain('Occupational therapist Priya Shah');
  // All the work of planning is theirs, and where they change, she is told who it is.
  const planning = await story.fresh('planned');
  expect((await planning.taskPage('agree-plan')).text).toContain(`Held by ${keyWorker}`);
  const worker = await planning.staff('manager');
  await planning.staffCase('manager', '/key-worker');
  worker.fill('Marek Kaur');
  worker.set([['reason', 'He is nearer.']]);
  await worker.press('Change the key worker');
  await planning.settle();
  expect(await planning.mailed()).toContain('Marek Kaur');
  expect((await planning.case()).text).toContain('Your Key Worker is Marek Kaur');
  expect((await planning.taskPage('agree-plan')).text).toContain('Held by Marek Kaur');
});

promise('CB52', async () => {
  const scene = await story.at('supported');

  for (const path of ['', '/help', '/support', '/forms/needs-assessment', '/review-request']) {
    const { text, html } = await scene.page(path);
    expect(text).toContain(phone);
    expect(text).toContain('Monday to Friday 8am to 6pm');
    expect(html).toContain('tel:03450455202');
  }
  expect(await scene.mailed()).toContain(`Phone: ${phone}\nOpen: Monday to Friday 8am to 6pm`);
});

promise('CB53', async () => {
  const scene = await story.at('supported');

  for (const path of ['', '/help', '/support']) expect((await scene.page(path)).text).toContain('Saturday 9am to 1pm');
  expect((await scene.case()).text).toContain('Saturday 9am to 1pm');
  expect(await scene.mailed()).toContain('Saturday 9am to 1pm');
});

promise('CB54', async () => {
  const scene = await story.fresh('sent');
  const reader = scene.visitor();

  for (const path of ['', '/support', '/help']) {
    expect((await reader.open(`/cambridgeshire${path}`)).text).toContain('Is anything wrong with this page?');
  }
  await reader.follow('Is anything wrong with this page? (opens in new tab)');
  expect(reader.page.text).toContain('Was it useful?');
  reader.set([['useful', 'no']]);
  reader.fill('What should we change? (optional)', 'I do not know what a panel is.');
  expect((await reader.press('Send')).heading).toBe('Thank you');
  const read = (await scene.staffPage('manager', '/feedback')).text;
  expect(read).toContain('/help');
  expect(read).toContain('I do not know what a panel is.');
});
