import { expect } from 'vitest';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { application, aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { leicestershire } from './promises/leicestershire.ts';

const promise = promisesOf(leicestershire);
const story = aStory('leicestershire');

promise('L1', async () => {
  const decided = await story.at('decided');
  const assessing = await story.at('triaged');

  expect((await decided.copy('What you told us')).text).toContain('I cook my own lunch.');
  const section = await assessing.taskPage('assess-needs', 'whole');
  expect(section.text).toContain('What can the person do, and who helps already?');
  expect(section.text).toContain('I cook my own lunch.');
  expect((await decided.copy('Your assessment')).text).toContain(
    'What you can do, and who helps already Cooks her own lunch.',
  );
});

promise('L2', async () => {
  const assessing = await story.at('triaged');

  expect((await assessing.copy('What you told us')).text).toContain('Ada Okafor');
  const section = await assessing.taskPage('assess-needs', 'whole');
  expect(section.text).toMatch(
    /Who in family and community helps, or could\? \(optional\) : Ask for [^?]* The lunch club at the church, on Wednesdays/,
  );
});

promise('L3', async () => {
  const decided = await story.at('decided');

  expect((await decided.copy('What you told us')).text).toContain('I cannot wash below the waist.');
  const assessment = await decided.copy('Your assessment');
  expect(assessment.text).toContain('Keeping clean: need Cannot wash below the waist.');
  expect(assessment.text).toContain('How support could help');
});

promise('L4', async () => {
  const { page, fillIn } = await story.at('sent');

  expect((await page('')).text).toContain('You can ask if you are 18 or over');
  // Seventeen on the day of the form, the fifth of January 2026.
  const { page: refused } = await fillIn(needsAssessment, { ...application, dateOfBirth: '2008-01-06' });
  expect(refused.path).toContain('/pages/name');
  expect(refused.errors.join()).toContain('18 or over');
  expect((await fillIn(needsAssessment, { ...application, dateOfBirth: '2008-01-05' })).page.path).toContain('/check');
});

promise('L5', async () => {
  const { page, send } = await story.fresh('sent');

  expect((await page('')).text).toContain('live in Leicestershire');
  const sent = await send(needsAssessment, { ...application, email: 'lea@example.com', postcode: 'SW1A 1AA' });
  expect(sent.page.text).toContain('The postcode that you gave may not be in Leicestershire.');
  expect(sent.page.html).toContain('https://www.gov.uk/find-local-council');
});

promise('L6', async () => {
  const triaging = await story.fresh('confirmed');
  const noNeeds = { appearsToHaveNeeds: 'no', outcome: 'assess' };

  expect((await triaging.page('')).text).toContain('seem to need care and support');
  await expect(triaging.finish('triage-request', noNeeds)).rejects.toThrow(/may have needs/);
  const triaged = await story.at('triaged');
  expect((await triaged.copy('What happens first')).text).toContain('You may have needs for support Yes');
  expect((await triaged.taskPage('assess-needs')).heading).toContain('Assess needs');
});

promise('L7', async () => {
  const [advised, refused] = [await story.fresh('confirmed'), await story.fresh('assessed')];
  const adviceOnly = { appearsToHaveNeeds: 'no', outcome: 'advice-only' };
  const not = { result: 'not-eligible', condition3: 'no', condition3Reason: 'She manages well.' };

  await expect(advised.finish('triage-request', adviceOnly)).rejects.toThrow(/still gets written advice/);
  await advised.finish('triage-request', { ...adviceOnly, adviceGiven: 'The balance class on Tuesdays.' });
  expect((await advised.mails()).at(-1)?.subject).toContain('information for you');
  expect((await advised.copy('What happens first')).text).toContain('The balance class on Tuesdays.');

  await expect(refused.finish('decide-eligibility', { ...not, advicePreventOrDelay: '' })).rejects.toThrow(
    /prevent or delay/,
  );
  await refused.finish('decide-eligibility', { ...not, advicePreventOrDelay: 'The lunch club on Fridays.' });
  const copy = await refused.copy('Our decision');
  expect(copy.text).toContain('You do not have eligible needs.');
  expect(copy.text).toContain('The lunch club on Fridays.');
});

promise('L8', async () => {
  const { page, mails } = await story.at('confirmed');

  expect((await page('')).text).toContain(
    'Think about an ordinary day: what you do, what is hard, and who helps you now.',
  );
  expect((await page('/forms/needs-assessment')).text).toContain('Think about daily life before you start');
  expect((await mails())[0]?.text).toContain('You can think about what matters most to you and who helps now.');
});

promise('L9', async () => {
  const { page, fillIn, taskPage } = await story.at('confirmed');
  const start = await page('');

  // The form comes first on the page, and the ways that take longer after it.
  expect(start.text.indexOf('Start now')).toBeLessThan(start.text.indexOf('Other ways to ask'));
  const asked = await fillIn(needsAssessment, { ...application, dateOfBirth: '2008-01-06' });
  expect(asked.page.text).toContain('Have we assessed you before?');
  const signIn = await asked.follow('Sign in to a case that is open, to tell us of a change or ask for a review');
  expect(signIn.path).toContain('/case/sign-in');
  expect((await taskPage('triage-request')).text).toMatch(/Assessed before , [^.]* No /);
});

promise('L10', async () => {
  const { send } = await story.fresh('sent');
  const { page } = await send(needsAssessment, { ...application, email: 'ida@example.com' });

  expect(page.text).toContain('This is not a decision.');
  expect(page.text).toContain('You may be eligible');
});
