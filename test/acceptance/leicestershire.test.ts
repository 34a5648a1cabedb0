import { expect } from 'vitest';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { linkTo } from '../support/followed-case.ts';
import { begin } from '../support/form-journey.ts';
import { walks } from '../support/walked-people.ts';
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
  const assessing = await story.fresh('triaged');

  expect((await assessing.copy('What you told us')).text).toContain('Ada Okafor');
  const section = await assessing.taskPage('assess-needs', 'whole');
  expect(section.text).toMatch(
    /Who in family and community helps, or could\? \(optional\) : Ask for [^?]* The lunch club at the church, on Wednesdays/,
  );
  // What help there could be is found with them, and stands in their copy.
  await assessing.finish('assess-needs', { network: 'Her neighbour Joan could sit with her on Fridays.' });
  expect((await assessing.copy('Your assessment')).text).toContain('Her neighbour Joan could sit with her on Fridays.');
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
  expect(refused.errors.join()).toContain('children’s services help anyone who is younger');
  expect((await fillIn(needsAssessment, { ...application, dateOfBirth: '2008-01-05' })).page.path).toContain('/check');
  // A carer asks under the same rule.
  const young = await fillIn(carersAssessment, { dateOfBirth: '2008-01-06' });
  expect(young.page.errors.join()).toContain('18 or over');
});

promise('L5', async () => {
  const { page, send, fillIn, taskPage, finish, reference } = await story.fresh('confirmed');

  expect((await page('')).text).toContain('live in Leicestershire');
  // The form says it at once, and stops nobody who may live there all the same.
  const asked = await fillIn(needsAssessment, { ...application, postcode: 'SW1A 1AA' });
  await asked.open('/leicestershire/draft/pages/address');
  const told = await asked.press('Continue');
  expect(told.text).toContain('SW1A 1AA may not be in Leicestershire.');
  const sent = await send(needsAssessment, { ...application, email: 'lea@example.com', postcode: 'SW1A 1AA' });
  expect(sent.page.text).toContain('The postcode that you gave may not be in Leicestershire.');
  expect(sent.page.html).toContain('https://www.gov.uk/find-local-council');
  // Whoever looks at it first reads so, and assesses nobody who lives elsewhere.
  expect((await taskPage('triage-request', undefined, sent.reference)).text).toContain(
    'The postcode may not be in Leicestershire.',
  );
  expect((await taskPage('triage-request', undefined, reference)).text).not.toContain('may not be in Leicestershire');
  await expect(finish('triage-request', { residence: 'elsewhere' }, sent.reference)).rejects.toThrow(
    /how the person reaches the council where they live/,
  );
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
  const { page, mailed } = await story.at('confirmed');

  expect((await page('/forms/needs-assessment')).text).toContain(
    'Think about daily life before you start: what is easy, what is hard, and who helps.',
  );
  expect(await mailed()).toContain('You can think about what matters most to you and who helps now.');
});

promise('L9', async () => {
  const { page, fillIn, send, taskPage } = await story.fresh('confirmed');
  const start = await page('');

  // The form comes first on the page, and the ways that take longer after it.
  expect(start.text.indexOf('Start now')).toBeLessThan(start.text.indexOf('Other ways to ask'));
  const asked = await fillIn(needsAssessment, { ...application, dateOfBirth: '2008-01-06' });
  expect(asked.page.text).toContain('Have we assessed you before?');
  const signIn = await asked.follow('Sign in to a case that is open, to tell us of a change or ask for a review');
  expect(signIn.path).toContain('/case/sign-in');
  expect((await taskPage('triage-request')).text).toMatch(/Assessed before , [^.]* No /);
  // Who was assessed before and sends the form all the same is known to be so.
  const again = await send(needsAssessment, { ...application, email: 'una@example.com', assessedBefore: 'yes' });
  expect((await taskPage('triage-request', undefined, again.reference)).text).toMatch(/Assessed before , [^.]* Yes /);
});

promise('L10', async () => {
  const { send } = await story.fresh('sent');
  const { page } = await send(needsAssessment, { ...application, email: 'ida@example.com' });

  expect(page.text).toContain('This is not a decision.');
  expect(page.text).toContain('You may be eligible');
  // Another’s answers say otherwise.
  const able = await send(needsAssessment, {
    ...application,
    email: 'abe@example.com',
    conditions: ['none'],
    hardActivities: ['none'],
  });
  expect(able.page.text).toContain('This is not a decision.');
  expect(able.page.text).not.toContain('You may be eligible');
});

promise('L11', async () => {
  const { visitor, page } = await story.at('sent');
  const reader = visitor();

  await reader.open('/leicestershire');
  expect((await reader.follow('Find answers and explanations')).heading).toBe('Help and contact');
  // From each page of the form as well.
  expect((await page('/forms/needs-assessment')).html).toContain('href="/leicestershire/help"');
  const found = (await page('/help?q=review')).text;
  expect(found).toContain('How often do you review my plan?');
  expect(found).not.toContain('Can someone speak up for me?');
});

promise('L12', async () => {
  const { page, send, staffPage } = await story.fresh('sent');
  const forms = walks.filter(({ form }) => form.id === needsAssessment.id);

  expect((await page('')).text).toContain('The form takes 20 to 35 minutes.');
  expect((await page('/forms/needs-assessment')).text).toContain('It takes 20 to 35 minutes.');
  // What is said is reckoned from what is asked of people whose answers differ.
  expect(forms.map(({ minutes }) => minutes).toSorted()).toEqual([19, 26, 27, 28, 35]);
  // And measured: whoever may correct it sees what people took, five minutes each time.
  for (const name of ['ann', 'bea', 'cat', 'dot', 'eve']) {
    await send(needsAssessment, { ...application, firstName: name, email: `${name}@example.com` });
  }
  expect((await staffPage('manager', '/team/forms')).text).toMatch(
    /care and support needs assessment 20 to 35 minutes 5 minutes 5 5 Fewer than 5 Fewer than 5/,
  );
});

promise('L13', async () => {
  const told = await (await story.at('confirmed')).copy('What you told us');

  expect(told.text).toMatch(/About you First name Rose Last name Okafor/);
  expect((await (await story.at('confirmed')).taskPage('triage-request')).text).toContain('Rose Okafor');
});

promise('L14', async () => {
  const scene = await story.at('confirmed');

  expect((await scene.copy('What you told us')).text).toMatch(
    /Who helps .*Name: Ada Okafor; Who they are: Daughter; What they help with: Visits on Sundays and cooks/,
  );
  // Whoever triages reads who it is, and somebody is to offer the carer an assessment of their own.
  expect((await scene.taskPage('triage-request')).text).toContain('Ada Okafor, Daughter');
  expect((await (await story.at('triaged')).tasks()).map(({ kind }) => kind)).toContain('offer-carers-assessment');
});

promise('L15', async () => {
  const { visitor, fillIn, forward, mails, platform } = await story.fresh('sent');
  const [here, elsewhere] = [await fillIn(needsAssessment, application), visitor()];
  await here.open('/leicestershire/draft/save');
  here.fill('What is your email address?', 'later@example.com');
  await here.press('Save and send me a link');
  expect((await mails('later@example.com')).at(-1)?.text).toContain('/return/');
  await forward('P3D');

  // The link of that day is over, and another comes as often as it is asked for.
  await elsewhere.open('/leicestershire/return');
  elsewhere.fill('What is your email address?', 'later@example.com');
  await elsewhere.press('Send me a link');
  await elsewhere.open(await linkTo(platform, 'later@example.com', 'return'));
  elsewhere.set([
    ['dateOfBirth.day', '2'],
    ['dateOfBirth.month', '3'],
    ['dateOfBirth.year', '1948'],
  ]);
  await elsewhere.press('Open my form');
  expect((await elsewhere.open('/leicestershire/draft/pages/name')).html).toContain('value="Okafor"');
});

promise('L16', async () => {
  const { visitor, page } = await story.fresh('sent');
  const browser = visitor();
  await begin(browser, needsAssessment);

  const save = await browser.open('/leicestershire/draft/save');
  expect((await page('')).text).toContain('You can save it and come back later: for this you need an email address.');
  expect(
    [...save.html.matchAll(/<(?:input|select|textarea)[^>]*type="(?!hidden)(\w+)"/g)].map(([, type]) => type),
  ).toEqual(['email']);
  browser.fill('What is your email address?', 'not an address');
  expect((await browser.press('Save and send me a link')).errors).toHaveLength(1);
  browser.fill('What is your email address?', 'valid@example.com');
  expect((await browser.press('Save and send me a link')).text).toContain('valid@example.com');
});

promise('L17', async () => {
  const { send, mails, page, confirm, taskPage, tasks } = await story.fresh('sent');
  const byHer = { filledInBy: 'helper', helperFirstName: 'Ada', helperEmail: 'ada@example.com', updatesTo: ['helper'] };

  expect((await page('')).text).toContain('Someone else can do it for you if you agree.');
  const sent = await send(needsAssessment, {
    ...application,
    ...byHer,
    personAgrees: 'yes',
    firstName: 'Ida',
    email: '',
  });
  expect(sent.reference).not.toBe('');
  await confirm('ada@example.com');
  expect((await mails('ada@example.com')).at(-1)?.text).toContain('Hello Ada');
  expect((await taskPage('triage-request', undefined, sent.reference)).text).toMatch(/Ada[^.]*: the person agrees/i);
  // Without agreement and without a right to ask, somebody decides first if the person is contacted.
  const unasked = await send(needsAssessment, {
    ...application,
    ...byHer,
    personAgrees: 'no',
    helperAuthority: 'none',
    firstName: 'Una',
    email: '',
    helperEmail: 'eve@example.com',
  });
  expect((await tasks(unasked.reference)).map(({ kind }) => kind)).toContain('decide-contact');
  expect((await taskPage('decide-contact', undefined, unasked.reference)).text).toContain(
    'without the person’s agreement and without a right to ask',
  );
});

promise('L18', async () => {
  const { staff, page, settle, taskPage, platform } = await story.fresh('sent');
  expect((await page('')).text).toContain('Other ways to ask');
  const officer = await staff('contact-officer');
  await officer.open('/leicestershire/staff/open');
  officer.set(
    Object.entries({
      channel: 'phone',
      caller: 'other',
      callerName: 'Mrs Patel next door',
      callerPhone: '01632 960 010',
      agrees: 'yes',
      danger: 'no',
      happening: 'She cannot wash by herself any more.',
      firstName: 'Winnie',
      lastName: 'Achebe',
      phone: '01632 960 011',
    }),
  );
  const recorded = await officer.press('Record');
  await settle();

  const reference = /cases\/([0-9A-Z-]{12})/.exec(recorded.path)?.[1] ?? '';
  expect(recorded.text).toContain('Winnie Achebe');
  // Whoever looks at it first has how it came, who rang, and what they said.
  expect((await taskPage('triage-request', undefined, reference)).text).toContain(
    'By phone, received on Monday 5 January 2026, written down by staff',
  );
  const contact = (await taskPage('triage-request', 'contact', reference)).text;
  expect(contact).toContain('Mrs Patel next door');
  expect(contact).toContain('She cannot wash by herself any more.');
  expect(platform.errors).toEqual([]);
});

promise('L19', async () => {
  const waits = await story.at('triaged');

  expect((await waits.page('')).text).toContain('There is a waiting list for assessments.');
  const list = await waits.staffPage('manager', '/team/waiting');
  expect(list.text).toMatch(new RegExp(`${waits.reference} .*In turn`));
  const mine = await waits.case();
  expect(mine.text).toMatch(/Care and support assessment Now – we aim to be in touch by Monday 2 February 2026/);
});

promise('L20', async () => {
  const scene = await story.fresh('confirmed');
  const urgent = await scene.send(needsAssessment, {
    ...application,
    firstName: 'Ida',
    email: 'ida@example.com',
    urgent: ['no-food-heat-or-medicine'],
  });

  expect((await scene.page('')).text).toContain('We see the people who need help most first.');
  const work = await scene.staffPage('contact-officer', '/tasks?whose=unclaimed');
  expect(work.text.indexOf(urgent.reference)).toBeLessThan(work.text.indexOf(scene.reference));
  expect((await scene.tasks(urgent.reference))[0]?.dueOn).toBe('2026-01-05');

  // Whom triage finds to be vulnerable waits before who asked earlier, whatever the form said.
  await scene.finish('triage-request');
  const frail = await scene.send(needsAssessment, { ...application, firstName: 'Una', email: 'una@example.com' });
  const presses = { urgency: 'urgent', priorityBecause: ['not-safe-alone'] };
  await scene.finish('triage-request', presses, frail.reference);
  const waits = (await scene.staffPage('manager', '/team/waiting')).text;
  expect(waits.indexOf(frail.reference)).toBeGreaterThan(0);
  expect(waits.indexOf(frail.reference)).toBeLessThan(waits.indexOf(scene.reference));
});

promise('L21', async () => {
  const { send, tasks, page, finish, taskPage, confirm } = await story.fresh('sent');
  expect((await page('')).text).toContain('Ask for a joint assessment');
  const sent = await send(jointAssessment, { email: 'ida@example.com', carerEmail: 'carl@example.com' });

  const [, hers = '', his = ''] =
    /reference ([0-9A-Z-]{12}) .*Its reference is ([0-9A-Z-]{12})/.exec(sent.page.text) ?? [];
  expect((await tasks(hers)).map(({ kind }) => kind)).toContain('triage-request');
  expect((await tasks(his)).map(({ kind }) => kind)).toContain('triage-request');
  // Whoever assesses either has the other beside it.
  await confirm('ida@example.com').catch(() => {});
  await finish('triage-request', {}, hers);
  await finish('triage-request', {}, his);
  expect((await taskPage('assess-needs', undefined, hers)).text).toContain(
    `Assessed together with case ${his}, as long as both agree. See each alone first.`,
  );
  expect((await taskPage('assess-carer', undefined, his)).text).toContain(`Assessed together with case ${hers}`);
});

promise('L22', async () => {
  const { send, page, finish, tasks, taskPage, staff, reference } = await story.fresh('confirmed');
  expect((await page('')).text).toContain('or each have your own assessment');
  const carer = await send(carersAssessment, { email: 'ada@example.com' });

  expect((await tasks(carer.reference)).map(({ kind }) => kind)).toContain('triage-request');
  await finish('triage-request');
  const offer = await taskPage('offer-carers-assessment');
  expect(offer.text).toContain('A carer is named. They agree to be contacted.');
  expect(offer.text).toContain('Separately was asked for.');
  // The carer who says yes has a case of their own.
  await finish('offer-carers-assessment', {
    answer: 'accepted',
    carerFirstName: 'Ada',
    carerLastName: 'Okafor',
    carerDateOfBirth: '1975-07-19',
    carerEmail: 'ada.okafor@example.com',
    personAgreesLink: 'yes',
    carerAgreesLink: 'yes',
  });
  const officer = await staff('contact-officer');
  const work = (await officer.open('/leicestershire/staff/tasks?whose=unclaimed')).text;
  const adas = /([0-9A-Z-]{12}) Ada/.exec(work)?.[1] ?? '';
  const manager = await staff('manager');
  const people = await manager.open(`/leicestershire/staff/cases/${adas}/people`);
  expect(people.text).toContain(`${reference} : Of the person they look after`);
});

promise('L23', async () => {
  const { page, visitor } = await story.at('sent');

  for (const path of ['', ...[...applicationForms.keys()].map((id) => `/forms/${id}`)]) {
    expect((await page(path)).text).toContain('If someone is in danger now, call 999');
  }
  const browser = visitor();
  await begin(browser, needsAssessment);
  browser.set([['reportAbuse', 'yes']]);
  const stopped = await browser.press('Continue');
  expect(stopped.heading).toBe('Call our safeguarding team about it now.');
});

promise('L24', async () => {
  const [scene, decided] = [await story.at('triaged'), await story.at('decided')];

  expect((await scene.page('')).text).toContain(
    'A partner, relative, friend or neighbour can be with you when we talk.',
  );
  expect((await scene.taskPage('assess-needs', 'conduct')).text).toMatch(
    /Known , Who took part\? : Ask for [^?]* My daughter Ada/,
  );
  expect((await decided.copy('Your assessment')).text).toContain('Name: Ada Okafor; Who they are: A carer');
});

promise('L25', async () => {
  const { page, send, finish, task, taskPage, confirm, mails } = await story.fresh('sent');
  const told = { takingPart: ['understand'], someoneToSupport: 'no', wantsAdvocate: 'yes' };
  expect((await page('')).text).toContain('we can find you an independent advocate');
  const { reference } = await send(needsAssessment, {
    ...application,
    ...told,
    email: 'ida@example.com',
    firstName: 'Ida',
  });
  await finish('triage-request', { substantialDifficulty: ['understanding'], supportToTakePart: 'nobody' }, reference);

  expect((await taskPage('arrange-advocacy', undefined, reference)).heading).toBe('Arrange an independent advocate');
  // Nobody assesses before there is one.
  await expect(
    finish('assess-needs', { substantialDifficulty: ['understanding'], supportToTakePart: 'nobody' }, reference),
  ).rejects.toThrow(/Appoint an independent advocate before going on/);
  expect((await task('arrange-advocacy', reference)).role).toBe('assessor');
  // And the person is told who it is, before they are assessed.
  await confirm('ida@example.com');
  await finish('arrange-advocacy', { occasion: 'needs-assessment' }, reference);
  expect((await mails('ida@example.com')).at(-1)?.text).toContain('independent advocate');
  expect((await taskPage('assess-needs', undefined, reference)).text).toContain('Noor Ali');
});

promise('L26', async () => {
  const decided = await story.at('decided');

  expect((await decided.copy('Your assessment')).heading).toBe('Your assessment');
  expect((await decided.mails()).at(-2)?.text).toContain(
    'The decision and our reasons are written down, and so is the assessment.',
  );
  const pdf = /href="([^"]+assess-needs\/pdf)"/.exec((await decided.case()).html)?.[1] ?? '';
  expect((await (await decided.person()).open(pdf)).headers.get('content-type')).toBe('application/pdf');

  // Whoever wants it on paper has somebody who sends it.
  const { send, finish, taskPage } = await story.fresh('sent');
  const byPost = { ...application, firstName: 'Ida', email: 'ida@example.com', copyBy: 'post' };
  const { reference } = await send(needsAssessment, byPost);
  await finish('triage-request', {}, reference);
  await finish('assess-needs', {}, reference);
  await finish('decide-eligibility', {}, reference);
  const sending = (await taskPage('send-copy', undefined, reference)).text;
  for (const needed of ['Your assessment', 'by post', 'For Ida Okafor', 'Address', 'LE'])
    expect(sending).toContain(needed);
  await finish('send-copy', { to: 'Ida Okafor' }, reference);
});

promise('L27', async () => {
  const decided = await story.at('decided');

  expect(await decided.mailed()).toContain('We have made a decision about your request.');
  expect((await decided.copy('Our decision')).text).toContain('What we decided You have eligible needs.');
});

promise('L28', async () => {
  const decided = await story.at('decided');
  const condition = 'your needs come from a physical or mental impairment or an illness';

  expect((await decided.page('')).text).toContain(condition);
  expect((await decided.copy('Our decision')).text).toContain(
    'from a physical or mental impairment or an illness: Yes.',
  );
  const without = await story.fresh('assessed');
  await expect(without.finish('decide-eligibility', { condition1: 'no' })).rejects.toThrow(
    /three conditions say .{0,6}not-eligible/,
  );
});

promise('L29', async () => {
  const decided = await story.at('decided');

  expect((await decided.page('')).text).toContain('you cannot do at least two daily activities');
  expect((await decided.copy('Our decision')).text).toContain('you cannot do at least two daily activities: Yes.');
  const without = await story.fresh('assessed');
  await expect(without.finish('decide-eligibility', { clothedMeanings: ['able'] })).rejects.toThrow(
    /three conditions say .{0,6}not-eligible/,
  );
});

promise('L30', async () => {
  const decided = await story.at('decided');

  expect((await decided.page('')).text).toContain('has a significant impact on your wellbeing');
  expect((await decided.copy('Our decision')).text).toContain('has a significant impact on your wellbeing: Yes.');
  const without = await story.fresh('assessed');
  await expect(without.finish('decide-eligibility', { condition3: 'no' })).rejects.toThrow(
    /three conditions say .{0,6}not-eligible/,
  );
});

promise('L31', async () => {
  const asked = await story.fresh('decided');
  const sent = await asked.ask('query', {
    decisionAbout: 'eligibility',
    question: 'Why is cooking not counted?',
    disagrees: 'no',
  });

  expect(sent.heading).toBe('We have it');
  const assessing = await (await story.at('triaged')).taskPage('assess-needs');
  const [, assessor = 'nobody'] = /Held by (\w+ \w+)/.exec(assessing.text) ?? [];
  expect((await asked.taskPage('answer-query')).text).toContain(`Held by ${assessor}`);
  await asked.finish('answer-query', { answer: 'You told us that you manage it.' });
  expect(await asked.mailed()).toContain('we have answered you');
  expect((await asked.copy('Our answer to your question')).text).toContain('You told us that you manage it.');

  // An appeal that shows the decision to be wrong has it made again.
  await asked.ask('query', {
    decisionAbout: 'eligibility',
    question: 'Why is the stairs not counted?',
    disagrees: 'yes',
    whyWrong: 'I fell there twice.',
  });
  expect((await asked.taskPage('answer-query', 'answer')).text).toContain('I fell there twice.');
  await asked.finish('answer-query', {
    answer: 'You are right: the falls were left out.',
    decisionStands: 'no',
    decideAgain: 'eligibility',
    nextSteps: 'We decide again this week.',
  });
  const again = (await asked.taskPage('decide-eligibility')).text;
  expect(again).toContain('A question showed that the decision does not stand.');
  expect(again).toContain('I fell there twice.');
});

promise('L32', async () => {
  const unhappy = await story.fresh('decided');
  expect((await unhappy.copy('Our decision')).text).toContain('You can complain to the Customer Relations Manager');
  await unhappy.ask('complaint', {
    onBehalfOf: 'no',
    complaintAbout: ['decision'],
    complaintDetail: 'Cooking was not counted.',
    eventOn: '2026-01-08',
  });

  expect((await unhappy.teamMails('complaints-manager')).at(-1)?.text).toContain(unhappy.reference);
  const acknowledging = (await unhappy.taskPage('acknowledge-complaint')).text;
  expect(acknowledging).toContain('Acknowledge it in 3 working days');
  // Who decides on whose desk it goes has read it.
  expect(acknowledging).toContain('Cooking was not counted.');
  await unhappy.finish('acknowledge-complaint');
  await unhappy.finish('answer-complaint');
  expect((await unhappy.copy('Our answer to your complaint')).text).toContain(
    'Local Government and Social Care Ombudsman',
  );
});

promise('L33', async () => {
  const drafting = await story.fresh('charged');
  const plan = await story.at('planned');

  expect((await drafting.taskPage('draft-plan', 'the-person')).text).toContain(
    'Who was asked while the plan was made?',
  );
  // No plan goes on that was made without the person.
  await expect(
    drafting.finish('draft-plan', {
      consulted: [{ name: 'Ada Okafor', role: 'family-or-friend', askedForBy: 'person' }],
    }),
  ).rejects.toThrow(/Record how the person was involved/);
  const copy = (await plan.case('/plan')).text;
  expect(copy).toContain('What matters to you Her church on Sundays, her daughter');
  expect(copy).toContain('What you want: To start the day clean and dressed');
  expect(copy).toContain('Who was asked Rose Okafor (person)');
});

promise('L34', async () => {
  const drafting = await story.at('charged');
  const needs = (await drafting.taskPage('draft-plan', 'needs')).text;

  for (const kind of [
    'Information and advice',
    'Community groups',
    'Equipment or changes to the home',
    'Home care',
    'Care home',
  ]) {
    expect(needs).toContain(kind);
  }
  expect((await drafting.staffPage('key-worker', '/support?words=lunch')).text).toMatch(/lunch/i);
  const plan = (await (await story.at('planned')).case('/plan')).text;
  expect(plan).toContain('Other ways that we talked through A bath seat and a perching stool were tried.');
  expect(plan).toContain('What can meet or reduce your needs A grab rail by the bath');
});

promise('L35', async () => {
  const charged = await story.at('charged');
  const copy = (await charged.copy('What you pay towards your support')).text;

  expect(copy).toContain('For Care at home');
  // 230.25 + 73.90 - 232.60 - 20 - 10.
  expect(copy).toContain('You pay £41.55');
  expect(copy).toContain('The council pays £147.45');
  expect(await charged.mailed()).toContain('worked out what you will pay for support');
});

promise('L36', async () => {
  const home = await story.fresh('estimated');
  await home.finish('assess-finances', {
    setting: 'care-home',
    weeklyFee: 100_000,
    budgetRate: 100_000,
    admittedForGoodOn: home.today(),
    topUpPayer: 'none',
    deferredPayment: 'no',
    benefits: [{ kind: 'state-pension', weekly: 26_000 }],
    capital: [{ kind: 'savings-account', owners: 1, value: 1_000_000 }],
    housingCosts: [],
    hasDisabilityCosts: 'no',
  });

  const copy = (await home.copy('What you pay towards your support')).text;
  expect(copy).toContain('For A care home');
  // 260.00 less the personal expenses allowance of 30.65.
  expect(copy).toContain('You pay £229.35');
  expect(copy).toContain('The council pays £770.65');
});

promise('L37', async () => {
  const { page } = await story.at('sent');
  const decided = await story.at('decided');

  expect((await page('')).text).toContain('Adult social care is not free. Most people pay something towards it.');
  expect((await page('/forms/needs-assessment')).text).toContain('Most people pay something towards care and support');
  expect((await decided.copy('Your assessment')).text).toContain('Told that you may have to pay towards support Yes');
  // Whoever was not told in the assessment is told by somebody.
  const untold = await story.fresh('triaged');
  await untold.finish('assess-needs', { toldAboutCharging: 'no' });
  expect((await untold.taskPage('tell-of-cost')).text).toContain('has not been told yet that they may have to pay');
});

promise('L38', async () => {
  const charged = await story.fresh('charged');
  const person = await charged.person();
  await charged.case();
  await person.follow('Say how you want your plan to be written');
  person.fill('I write it, with help from someone');
  await person.press('Save and continue');
  await person.follow('What matters');
  person.set([['howSupported', 'By a woman, and after nine.']]);
  await person.press('Save and continue');

  expect((await charged.taskPage('draft-plan', 'the-person')).text).toContain('By a woman, and after nine.');
  const plan = (await (await story.at('planned')).case('/plan')).text;
  expect(plan).toContain('How it is met: A care worker visits each morning (home care)');
  expect(plan).toContain('The button for your answer is at the end.');
});

promise('L39', async () => {
  const [planning, needed] = [await story.fresh('charged'), await story.fresh('confirmed')];
  const [washing, dressing] = planning.usual()['draft-plan'].needs;
  const withEquipment = {
    ...dressing,
    supportType: 'equipment-adaptations',
    howMet: 'A button hook and a long shoehorn',
    provider: 'Example Equipment',
  };
  const withTechnology = {
    ...dressing,
    supportType: 'technology',
    howMet: 'A speaker that says when it is time to dress',
  };
  await planning.finish('draft-plan', { needs: [washing, withEquipment, withTechnology] });
  await planning.finish('check-plan');
  const plan = (await planning.case('/plan')).text;
  expect(plan).toContain('How it is met: A button hook and a long shoehorn (equipment or changes to the home)');
  expect(plan).toContain('How it is met: A speaker that says when it is time to dress (technology)');
  // Whoever sets support up has them before them, with who gives each.
  await planning.answerPlan({ answer: 'agreed', signature: 'Rose Okafor' });
  const setUp = (await planning.taskPage('set-up-support', 'start')).text;
  expect(setUp).toContain('A button hook and a long shoehorn');
  expect(setUp).toContain('Example Equipment');

  await needed.finish('triage-request', { outcome: 'short-term-support' });
  await needed.finish('give-short-term-support', { supportKinds: ['reablement'] });
  expect((await needed.copy('Your short-term support')).text).toContain('Reablement at home');
});

promise('L40', async () => {
  const estimated = await story.at('estimated');
  const estimate = (await estimated.copy('Your estimated personal budget')).text;

  expect(estimate).toContain('The estimate £189.00 a week.');
  expect(estimate).toContain('5 hours 15 minutes a week at £36.00 an hour');
  expect(await estimated.mailed()).toContain('estimated personal budget');
  expect((await estimated.tasks()).map(({ kind }) => kind)).not.toContain('draft-plan');
  expect((await (await story.at('planned')).case('/plan')).text).toContain('What your support costs £189.00');
});

promise('L41', async () => {
  const supported = await story.at('supported');
  const reminded = await story.at('firstReminder');

  expect((await supported.copy('How your support is set up')).text).toContain('Support starts 21 January 2026');
  // 42 days after it.
  expect((await supported.case()).text).toMatch(/Next review .*4 March 2026/);
  expect((await reminded.mails()).find(({ tags }) => tags['message']?.includes('remind'))?.text).toContain(
    'Your plan has run for its first few weeks. We would like to see how it is going.',
  );
  expect((await reminded.taskPage('review-plan')).text).toContain('Due Wednesday 4 March 2026');
});

promise('L42', async () => {
  const [reviewed, nextMorning] = [await story.at('firstReview'), await story.fresh('firstReview')];
  const reminded = await story.at('yearReminder');
  await nextMorning.forward('P1D');

  expect((await reviewed.copy('Review of your plan')).text).toContain('Held on 4 March 2026');
  expect((await reviewed.case()).text).toMatch(/Next review .*4 March 2027/);
  expect((await nextMorning.staffPage('manager', '/team/reviews')).text).toContain('March 2027: 1');
  expect((await reminded.taskPage('review-plan')).text).toContain('Due Thursday 4 March 2027');
});

promise('L43', async () => {
  const supported = await story.fresh('supported');
  const sent = await supported.ask('change', {
    changed: ['needs'],
    changeDetail: 'My sight is worse.',
    changeUrgent: 'no',
  });
  expect(sent.heading).toBe('We have it');
  expect((await supported.taskPage('look-at-change')).text).toContain('My sight is worse.');

  await supported.ask('review-request', {
    requesterRole: 'person',
    reviewReasons: ['needs-changed'],
    requestDetail: 'I need help in the evening.',
    requestUrgent: 'no',
  });
  await supported.finish('decide-review-request');
  expect(await supported.mailed()).toContain('we have answered');
  expect((await supported.case()).text).toContain('Our answer to your request for a review');
  // Whoever has no email finds whom to contact on every page.
  expect((await supported.page('/help')).text).toContain('What if my needs or my money change?');
});
