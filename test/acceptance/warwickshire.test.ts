import { expect } from 'vitest';
import { walkCaseForm } from '../support/walk-case-form.ts';
import { aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { warwickshire } from './promises/warwickshire.ts';

const promise = promisesOf(warwickshire);
const story = aStory('warwickshire', { town: 'Warwick', postcode: 'CV34 4RL' });

/** The stages of the council's overview, in its order. */
const stages = [
  'You ask for help',
  'We find out what you need',
  'We decide',
  'You see what it may cost',
  'We write your plan with you',
  'We look at your money',
  'Your support starts',
  'We look at how it is going',
];

/** Whether texts stand on a page one after the other. */
const inOrder = (text: string, parts: readonly string[]): string[] => {
  const places = parts.map((part) => text.indexOf(part));
  return parts.filter((_, at) => (places[at] ?? -1) > (places[at - 1] ?? -1));
};

promise('W1', async () => {
  const [decided, planned] = [await story.at('decided'), await story.at('planned')];
  const agreed = await story.at('agreed');
  const help = (await planned.page('/help')).text;

  expect(inOrder(help.slice(help.lastIndexOf('What happens at each stage')), stages)).toEqual(stages);
  const steps = [
    'Care and support needs assessment',
    'Decision',
    'Estimated budget',
    'Your plan',
    'Financial assessment',
    'Support starts',
    'Next review',
  ];
  for (const scene of [decided, planned]) {
    expect(inOrder((await scene.case()).text.split(/steps (?:is|are) done\./)[1] ?? '', steps)).toEqual(steps);
  }
  // The financial assessment is not under way while the plan is written, and is once it is agreed.
  expect((await planned.case()).text).toMatch(/Your plan Now .*Financial assessment (Next|Later)/);
  expect((await agreed.case()).text).toMatch(/Your plan Done on .*Financial assessment Now/);
});

promise('W2', async () => {
  const { staff, settle, tasks, facts } = await story.fresh('sent');
  const advisor = await staff('contact-officer');
  expect(facts.teams['contact-officer']?.name).toBe('Customer service advisors');
  await advisor.open('/warwickshire/staff/open');
  advisor.set(
    Object.entries({
      channel: 'phone',
      caller: 'person',
      danger: 'no',
      safeToTalk: 'yes',
      happening: 'I cannot wash by myself any more.',
      firstName: 'Winnie',
      lastName: 'Achebe',
      phone: '01632 960 011',
    }),
  );
  const recorded = await advisor.press('Record');
  await settle();

  const reference = /cases\/([0-9A-Z-]{12})/.exec(recorded.path)?.[1] ?? '';
  const [triage] = (await tasks(reference)).filter(({ kind }) => kind === 'triage-request');
  expect(triage?.role).toBe('contact-officer');
  expect((await advisor.open(`/warwickshire/staff/tasks/${triage?.id}`)).text).toContain('By phone');
  expect((await advisor.open(`/warwickshire/staff/tasks/${triage?.id}/sections/contact`)).text).toContain(
    'I cannot wash by myself any more.',
  );
});

promise('W3', async () => {
  const [triaging, triaged] = [await story.at('confirmed'), await story.at('triaged')];

  expect((await triaging.taskPage('triage-request', 'first-step')).text).toContain('Who assesses?');
  const assessing = await triaged.taskPage('assess-needs');
  expect(assessing.heading).toContain('Assess needs');
  // The practitioner knows of it by mail, and the person who it is.
  const { name = '', email = '' } = (await triaged.task('assess-needs')).assignee ?? {};
  expect((await triaged.mails(email)).at(-1)?.text).toContain(triaged.reference);
  expect(assessing.text).toContain(`Held by ${name}`);
  expect((await triaged.case()).text).toContain('Your social care practitioner is');
  expect((await triaged.copy('What happens first')).text).toContain('An assessment');
});

promise('W4', async () => {
  const [triaged, assessed] = [await story.at('triaged'), await story.at('decided')];

  expect((await triaged.copy('What you told us')).text).toContain('Size of the effect A big effect');
  expect((await triaged.taskPage('assess-needs')).text).toContain('I cannot wash below the waist.');
  const copy = (await assessed.copy('Your assessment')).text;
  expect(copy).toContain('Keeping clean: need Cannot wash below the waist.');
  expect(copy).toContain('how they affect your daily life Cannot wash or dress without help because of arthritis.');
});

promise('W5', async () => {
  const [drafting, planned] = [await story.at('estimated'), await story.at('planned')];

  expect((await drafting.taskPage('draft-plan', 'the-person')).text).toContain(
    'Who was asked while the plan was made?',
  );
  expect((await drafting.taskPage('draft-plan', 'needs')).text).toContain(
    'Which other ways to meet the needs were talked through?',
  );
  const plan = (await planned.case('/plan')).text;
  expect(plan).toContain('Other ways that we talked through A bath seat and a perching stool were tried.');
  expect(plan).toMatch(
    /Who was asked Rose Okafor \(person\) Ada Okafor \(family or friend\): Worried about the stairs/,
  );
});

promise('W6', async () => {
  const drafting = await story.fresh('estimated');
  const asked = (askedForBy: string) => ({
    consulted: [
      { name: 'Rose Okafor', role: 'person', askedForBy: 'law' },
      { name: 'Ben Okafor', role: 'family-or-friend', askedForBy },
    ],
  });

  expect((await drafting.taskPage('draft-plan')).text).toContain(
    'With the carer, family; with no other relative or friend.',
  );
  await expect(drafting.finish('draft-plan', asked('interested-in-welfare'))).rejects.toThrow(
    /only with the person’s permission/,
  );
  await drafting.finish('draft-plan', asked('person'));
  await drafting.finish('check-plan');
  expect((await drafting.case('/plan')).text).toContain('Ben Okafor (family or friend)');
});

promise('W7', async () => {
  const estimated = await story.at('estimated');

  expect(await estimated.mailed()).toContain('We have worked out your estimated budget.');
  expect((await estimated.copy('Your estimated budget')).text).toContain('The estimate £189.00 a week.');
  expect((await estimated.case()).text).toMatch(/Decision Done .*Estimated budget Done/);
});

promise('W8', async () => {
  const plan = (await (await story.at('planned')).case('/plan')).text;

  expect(plan).toMatch(
    /How the budget is spent Need By Each week Once Help to wash each morning Example Home Care £189.00/,
  );
});

promise('W9', async () => {
  const plan = (await (await story.at('planned')).case('/plan')).text;

  expect(plan).toContain(
    'How you want to be supported The same two care workers, who know that she likes the radio on.',
  );
  expect(plan).toContain('How you want to spend your budget On the morning visits.');
  expect(plan).toContain('By: Example Home Care When: Every day at 8:00 for 45 minutes');
  expect(plan).toContain('How the budget is held Arranged by the council: £189.00 a week');
});

promise('W10', async () => {
  const [agreed, charged] = [await story.at('agreed'), await story.at('charged')];

  expect((await agreed.taskPage('assess-finances')).heading).toContain('Assess finances');
  expect(await agreed.mailed()).toContain('We need to know about your money');
  expect((await agreed.case()).text).toContain('Tell us about your money');
  expect((await charged.copy('What you pay towards your support')).text).toContain('You pay £41.55');
  expect((await agreed.page('')).text).toContain("We look at everyone's money");
});

promise('W11', async () => {
  const { text } = await (await story.at('agreed')).page('/help');
  const stage = /We look at your money (We find out [\s\S]*?) More about this stage/.exec(text)?.[1];

  expect(stage).toContain('It settles your personal budget, and you can ask for that as direct payments.');
});

promise('W12', async () => {
  const [planned, supported] = [await story.at('planned'), await story.at('supported')];

  expect((await planned.case('/plan')).text).toContain('Your estimated budget Each week (estimated)');
  const plan = (await supported.copy('Your care and support plan, version 2')).text;
  expect(plan).toMatch(/Your personal budget Fixed on \d+ January 2026/);
  expect(plan).toContain('What your support costs £189.00 You pay £41.55 The council pays £147.45');
  expect((await supported.case()).text).toMatch(/Your personal budget Done/);
});

promise('W13', async () => {
  const [planned, supported] = [await story.fresh('planned'), await story.fresh('supported')];
  await planned.answerPlan({
    answer: 'changes-asked',
    whatChanges: 'I want to pay my own care worker.',
    budgetHeld: 'direct-payment',
  });
  expect((await planned.taskPage('draft-plan', 'budget')).text).toContain('Paid to them, as a direct payment');

  // Once support runs as well.
  await supported.ask('change', { changed: ['direct-payment'], changeDetail: 'I have found somebody.' });
  const asked = await supported.taskPage('look-at-change');
  expect(asked.text).toContain('They want their budget as a direct payment.');
  expect(asked.text).toContain('I have found somebody.');
  await supported.finish('look-at-change', { leadsTo: 'review', whatWasDone: 'Explained how a direct payment works.' });
  expect((await supported.case()).text).toContain('Our answer');
  // Whoever reviews the plan has it before them, and sets the plan's budget up so.
  await supported.forward('P1D');
  expect((await supported.taskPage('review-plan')).text).toContain('Explained how a direct payment works.');
});

promise('W14', async () => {
  const planned = await story.fresh('planned');
  const words = /direct payment gives (you )?independence, choice and control/i;

  expect((await planned.page('/help')).text).toMatch(words);
  // And where it is chosen.
  const answering = await planned.person();
  await walkCaseForm(answering, `/warwickshire/case/${planned.reference}/plan`, [['answer', 'changes-asked']]);
  expect(answering.page.text).toContain('Paid to me, as a direct payment');
  expect(answering.page.text).toMatch(words);
});

promise('W15', async () => {
  const [reviewing, reviewed] = [await story.at('firstReminder'), await story.at('firstReview')];

  expect((await reviewing.taskPage('review-plan', 'seven-questions')).text).toMatch(/achieved/);
  expect((await reviewed.copy('Review of your plan')).text).toContain(
    'Have you achieved what you wanted? She is up and dressed by nine each day.',
  );
});

promise('W16', async () => {
  const [reviewing, reviewed] = [await story.at('firstReminder'), await story.at('firstReview')];

  expect((await reviewing.taskPage('review-plan', 'seven-questions')).text).toMatch(/works/);
  const copy = (await reviewed.copy('Review of your plan')).text;
  expect(copy).toContain('What works, and what does not? The morning visits work well.');
  expect(copy).toContain('What could be better? A later visit on Sundays.');
});

promise('W17', async () => {
  const [reviewing, reviewed] = [await story.at('firstReminder'), await story.at('firstReview')];

  expect((await reviewing.taskPage('review-plan', 'seven-questions')).text).toMatch(/budget/);
  expect((await reviewed.copy('Review of your plan')).text).toContain('Is the budget enough? Yes.');
});

promise('W18', async () => {
  const help = await (await story.at('sent')).page('/help');
  const pages = [
    'gettingstarted',
    'gettingstarted',
    'gettingstarted',
    'directpayments',
    'gettingstarted',
    'financialassessment',
    'yourcareyourchoice',
    'directpayments',
  ];

  const found = [
    ...help.html.matchAll(/href="https:\/\/www\.warwickshire\.gov\.uk\/(\w+)"[\s\S]{0,300}?tel:01926410410/g),
  ].map(([, page]) => page);
  expect(found.slice(0, 8)).toEqual(pages);
});

/** The words of the help page, each with its id, what it means and which words it leads to. */
const glossary = async () => {
  const { html } = await (await story.at('sent')).page('/help');
  return [...html.matchAll(/<dt id="([^"]+)">([^<]+)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g)].map(
    ([, id = '', term = '', meaning = '']) => ({
      id,
      term,
      meaning,
      see: [...meaning.matchAll(/href="[^"#]*#([^"]+)"/g)].map(([, to]) => to),
    }),
  );
};

promise('W19', async () => {
  const words = await glossary();

  expect(words.map(({ term }) => term)).toEqual([
    'Adult social care',
    'Advocacy',
    'Assessment',
    'Care plan',
    'Direct payments',
    'Eligibility',
    'Personal budget',
    'Reablement',
    'Support plan',
    'Universal services',
    'Wellbeing',
  ]);
  expect(words.filter(({ meaning }) => meaning.length < 20)).toEqual([]);
});

promise('W20', async () => {
  const words = await glossary();
  const leadsTo = (term: string) => {
    const [to] = words.find((one) => one.term === term)?.see ?? [];
    return words.find(({ id }) => id === to)?.term;
  };

  expect(leadsTo('Care plan')).toBe('Support plan');
  expect(leadsTo('Direct payments')).toBe('Personal budget');
});

promise('W21', async () => {
  const confirmed = await story.at('confirmed');

  for (const path of ['', '/help', '/forms/needs-assessment', '/privacy']) {
    const { html, text } = await confirmed.page(path);
    expect(html).toContain('https://www.warwickshire.gov.uk/socialcareandhealth');
    expect(text).toContain('01926 410410');
  }
  const all = await confirmed.mails();
  expect(all.length).toBeGreaterThan(0);
  for (const { text } of [...all, ...(await (await story.at('charged')).mails())]) {
    expect(text).toContain('01926 410410');
  }
});
