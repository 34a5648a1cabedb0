import { expect } from 'vitest';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { examplePeople } from '../../schemas/forms/example-people.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import { directPaymentAllowed } from '../support/direct-payment-answers.ts';
import { signedIn } from '../support/followed-case.ts';
import { application, aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { coventry } from './promises/coventry.ts';
import type { Scene } from './scene.ts';

const promise = promisesOf(coventry);
const story = aStory('coventry', { town: 'Coventry', postcode: 'CV1 5RR' });

/** Plays something once, and gives it to each test that only looks at it. */
const once = <Of>(play: () => Promise<Of>): (() => Promise<Of>) => {
  let played: Promise<Of> | undefined;
  return () => {
    played ??= play();
    return played;
  };
};

/** What the public list of help says of an entry, narrowed as somebody has asked. */
const help = async (id: string, query = ''): Promise<string> => {
  const { html } = await (await story.at('sent')).page(`/support${query}`);
  const entry = html.split('<h3').find((part) => part.includes(`id="${id}"`)) ?? '';
  return entry
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

/** The copy of somebody's case, other than the story's person, whose link has this text. */
const copyOf = async ({ platform }: Scene, address: string, reference: string, link: string): Promise<string> => {
  const browser = await signedIn(platform, address, 'coventry');
  await browser.open(`/coventry/case/${reference}`);
  return (await browser.follow(link)).text;
};

/** Help that is offered at the first look, all of it wanted, and found: no assessment follows. */
const advised = once(async () => {
  const scene = await story.lasting('confirmed');
  const wanted = (what: string, support: string) => ({ what, support, answer: 'wanted' });
  await scene.finish('triage-request', {
    outcome: 'advice-only',
    appearsToHaveNeeds: 'no',
    adviceGiven: 'A grab rail by the bath, and a rubber mat.',
    helpOffered: [
      wanted('A pendant alarm and a fall sensor', 'telecare'),
      wanted('The app Brain in Hand', 'brain-in-hand'),
      wanted('A perching stool', 'equipment-and-adaptations'),
    ],
  });
  const work = (await scene.taskPage('arrange-wanted-help', 'help')).text;
  const alarm = { what: 'A pendant alarm', support: 'telecare', done: 'ordered', who: 'Telecare, 01632 960 020' };
  const unanswered = scene.finish('arrange-wanted-help', { help: [alarm] });
  const refused = await unanswered.then(() => '', String);
  await scene.finish('arrange-wanted-help', {
    help: [
      { ...alarm, callers: 'Her daughter Ada, 01632 960 021; nobody else: then 999' },
      { what: 'Brain in Hand', support: 'brain-in-hand', done: 'referred', who: 'The app’s team, 01632 960 022' },
      { what: 'A stool', support: 'equipment-and-adaptations', done: 'ordered', who: 'The store, 01632 960 023' },
    ],
  });
  return { scene, work, refused, found: (await scene.copy('Help that we found for you')).text };
});

/** A plan in which needs are met by each kind of support of the council's list. */
const planned = once(async () => {
  const scene = await story.lasting('charged');
  const usual = scene.usual()['draft-plan'];
  const met = (supportType: string, support: string, howMet: string) => ({
    ...usual.needs[1],
    supportType,
    support,
    howMet,
    provider: `Whoever gives ${support}`,
  });
  const work = (await scene.taskPage('draft-plan', 'needs')).text;
  const budget = (await scene.taskPage('draft-plan', 'budget')).text;
  await scene.finish('draft-plan', {
    needs: [
      { ...usual.needs[0], support: 'home-support' },
      met('equipment-adaptations', 'equipment-and-adaptations', 'A bath board'),
      met('day-opportunities', 'day-opportunities', 'The day centre on Mondays'),
      met('reablement', 'reablement', 'Learning to dress again'),
      met('housing-with-care', 'housing-with-care', 'A flat with care on site'),
      met('shared-lives', 'shared-lives', 'A weekend with a Shared Lives carer'),
      met('care-home', 'care-homes', 'A week in a care home'),
    ],
  });
  await scene.finish('check-plan');
  return { work, budget, plan: (await scene.copy('Your care and support plan, version 1')).text };
});

const cys = 'cy@example.com';

/** A carer who wants everything that is offered, from their form to the plan that waits for their answer. */
const carer = once(async () => {
  const scene = await story.lasting('confirmed');
  const wants = ['information', 'groups', 'training', 'counselling'];
  const { reference } = await scene.send(carersAssessment, {
    email: cys,
    firstName: 'Cy',
    supportWanted: wants,
    breakWanted: 'A weekend by the sea',
    emergencyPlan: 'want',
  });
  await scene.confirm(cys);
  await scene.finish('triage-request', {}, reference);
  const assessing = (await scene.taskPage('assess-carer', undefined, reference)).text;
  await scene.finish('assess-carer', { supportWanted: wants, breakWanted: 'A weekend by the sea' }, reference);
  const help = (await scene.taskPage('arrange-wanted-help', 'help', reference)).text;
  const reason = (await scene.taskPage('arrange-wanted-help', undefined, reference)).text;
  const emergency = (await scene.taskPage('make-emergency-plan', 'emergency', reference)).text;
  const given = (what: string, support: string) => ({
    what,
    support,
    done: 'referred',
    who: `01632 960 011 (${what})`,
  });
  await scene.finish(
    'arrange-wanted-help',
    {
      help: [
        given('Facts on benefits', 'information-and-advice'),
        given('A group on Tuesdays', 'carers-groups'),
        given('Moving a person safely', 'carers-training'),
        given('Six talks with a counsellor', 'carers-counselling'),
        given('Somebody to talk to, at the Carers Trust', 'carers-trust'),
      ],
    },
    reference,
  );
  await scene.finish('make-emergency-plan', { service: 'CRESS, 01632 960 013, day and night' }, reference);
  for (const kind of ['decide-carer-eligibility', 'estimate-budget', 'assess-finances'] as const)
    await scene.finish(kind, {}, reference);
  const planning = (await scene.taskPage('draft-plan', 'needs', reference)).text;
  const [need, other] = scene.usual()['draft-plan'].needs;
  const payment = { needs: '1', weekly: 18_900, every: 'weekly', amountEachTime: 18_900, paidTo: 'person' };
  await scene.finish(
    'draft-plan',
    {
      about: 'carer',
      consulted: [{ name: 'Cy Okafor', role: 'carer', askedForBy: 'law' }],
      careToAdult: 'no',
      needs: [
        { ...need, outcome: 'recreation', supportType: 'carer-break', support: 'carers-hours', howMet: 'A sitter' },
        { ...other, outcome: 'carer-health', supportType: 'carer-support', support: 'carers-direct-payment' },
      ],
      paymentRoutes: ['direct-payment'],
      directPayments: [{ ...payment, recipientName: 'Cy Okafor' }],
      managedWeekly: undefined,
      ...directPaymentAllowed,
    },
    reference,
  );
  await scene.finish('check-plan', {}, reference);
  const copy = (link: string) => copyOf(scene, cys, reference, link);
  return { scene, assessing, help, reason, emergency, planning, copy, found: await copy('Help that we found for you') };
});

/** Two who are assessed together: the form is sent, and both have been looked at first. */
const together = async () => {
  const scene = await story.fresh('confirmed');
  const sent = await scene.send(jointAssessment, {
    email: 'ida@example.com',
    firstName: 'Ida',
    carerEmail: 'carl@example.com',
    carerFirstName: 'Carl',
    carerBreakWanted: 'A week away in June',
  });
  const [, hers = '', his = ''] =
    /reference ([0-9A-Z-]{12}) .*Its reference is ([0-9A-Z-]{12})/.exec(sent.page.text) ?? [];
  await scene.confirm('ida@example.com');
  for (const of of [hers, his]) await scene.finish('triage-request', {}, of);
  return { scene, hers, his };
};

/** A carer's plan in which the adult is cared for, so that the carer has a break. */
const withBreak = ({ usual }: Scene, adultAgrees: string, support: string) => {
  const [need, other] = usual()['draft-plan'].needs;
  return {
    about: 'carer',
    consulted: [{ name: 'Carl Okafor', role: 'carer', askedForBy: 'law' }],
    careToAdult: 'yes',
    adultAgrees,
    needs: [
      { ...need, outcome: 'recreation', supportType: 'carer-break', support, howMet: 'She stays at The Limes' },
      { ...other, outcome: 'carer-health', supportType: 'carer-support', support: 'carers-groups' },
    ],
  };
};

const hospital = {
  inHospital: 'yes',
  ward: 'Ward 3',
  dischargeExpectedOn: '2026-01-09',
  dischargeTeam: 'Sister Jones, 01632 960 040',
  contactRoute: 'discharge',
  priorityBecause: ['leaving-hospital'],
};

/** Somebody goes from hospital to a bed to recover in, and is then assessed. */
const recovering = once(async () => {
  const scene = await story.lasting('confirmed');
  await scene.finish('triage-request', {
    ...hospital,
    outcome: 'short-term-support',
    dischargePathway: 'pathway-2',
  });
  const giving = (await scene.taskPage('give-short-term-support')).text;
  await scene.finish('give-short-term-support', {
    supportKinds: ['intermediate-bed'],
    services: 'A bed to recover in, with a physiotherapist each day',
    provider: 'The Limes, Earlsdon',
    startsOn: '2026-01-09',
    endsOn: '2026-02-10',
  });
  const copy = (await scene.copy('Your short-term support')).text;
  const before = (await scene.tasks()).map(({ kind }) => kind);
  await scene.forward('P6D');
  const after = (await scene.taskPage('assess-after-discharge')).text;
  await scene.finish('assess-after-discharge', { assessBy: '2026-02-20' });
  await scene.forward('P30D');
  await scene.finish('review-short-term-support');
  return { scene, giving, copy, before, after };
});

/** Support for a short time at home, up to its end; the goals are met. */
const helped = once(async () => {
  const scene = await story.lasting('confirmed');
  await scene.finish('triage-request', { outcome: 'short-term-support' });
  const goals = (await scene.taskPage('give-short-term-support', 'goals')).text;
  const support = {
    goals: 'To wash by herself again',
    supportKinds: ['reablement', 'equipment'],
    services: 'An occupational therapist practises with the bath board. A support worker helps to wash and dress.',
    provider: 'Example Home Care',
    endsOn: '2026-02-10',
  };
  const refusals: string[] = [];
  for (const wrong of [{ endsOn: '2026-03-30' }, { supportKinds: ['technology'] }, { personAgrees: 'no' }])
    refusals.push(await scene.finish('give-short-term-support', { ...support, ...wrong }).then(() => '', String));
  await scene.finish('give-short-term-support', support);
  const [mail, during, copy] = [
    await scene.mailed(),
    (await scene.case()).text,
    (await scene.copy('Your short-term support')).text,
  ];
  await scene.forward('P36D');
  const looking = (await scene.taskPage('review-short-term-support', 'how-it-went')).text;
  const review = {
    outcome: 'outcomes-met',
    summary: 'She washes by herself.',
    goalsReached: 'To wash, and to dress but for buttons',
    staysInPlace: 'The bath board',
  };
  const noAdvice = await scene.finish('review-short-term-support', review).then(() => '', String);
  await scene.finish('review-short-term-support', { ...review, adviceGiven: 'The balance class on Tuesdays.' });
  return { scene, goals, refusals, mail, during, copy, looking, noAdvice };
});

promise('CV1', async () => {
  const washing = '?outcome=hygiene&for=adult';
  expect(await help('home-support', washing)).toContain('Help at home.');
  expect(await help('carers-groups', washing)).toBe('');
  expect(await help('carers-groups', '?for=carer')).toContain('A way to meet other carers');

  // Whoever plans has the need, what the person wants to achieve, and the same list beside each other.
  const { work } = await planned();
  expect(work).toContain('Need: Cannot wash below the waist.; Outcome: Keeping clean');
  expect(work).toContain('What the person wants to achieve: To start the day clean and dressed');
  expect(work).toContain('look in the support catalogue');
  const planning = await story.at('charged');
  const list = await planning.staffPage('key-worker', '/support?outcome=hygiene&for=adult');
  expect(list.text).toContain('home-support');
  expect(list.text).not.toContain('carers-groups');
});

promise('CV2', async () => {
  expect(await help('information-and-advice')).toContain('The council and its partners');

  const { scene } = await advised();
  expect(await scene.mailed()).toContain('We have written down advice and information that may help.');
  expect((await scene.copy('What happens first')).text).toContain('Advice A grab rail by the bath, and a rubber mat.');
});

promise('CV3', async () => {
  const entry = await help('carers-trust', '?for=carer');
  expect(entry).toContain('It may be a break, or someone to turn to with how they feel.');
  expect(entry).toContain('Contact Adult Social Care Direct on 024 7683 3003');

  expect((await carer()).found).toContain(
    'What is wanted: Somebody to talk to, at the Carers Trust; Entry in the support catalogue: carers-trust; What was done: They were referred, and agreed to it',
  );
});

promise('CV4', async () => {
  expect(await help('equipment-and-adaptations')).toContain('changes to the home');

  expect((await advised()).found).toContain('Who gives it, and how they are reached: The store, 01632 960 023');
  expect((await planned()).plan).toContain('How it is met: A bath board (equipment or changes to the home)');
});

promise('CV5', async () => {
  const entry = await help('day-opportunities');
  expect(entry).toContain('for older people and for adults with a disability');
  expect(entry).toContain('It may be a day centre, or support made for one person.');

  expect((await planned()).plan).toContain('The day centre on Mondays (day opportunities) By: Whoever gives');
});

promise('CV6', async () => {
  expect(await help('direct-payment')).toContain('Money from the council for a person to choose and pay for');
  const answering = await story.fresh('planned');
  await answering.answerPlan({
    answer: 'changes-asked',
    whatChanges: 'I want to pay my own care worker.',
    budgetHeld: 'direct-payment',
  });
  expect((await answering.taskPage('draft-plan', 'budget')).text).toContain('Paid to them, as a direct payment');
});

promise('CV7', async () => {
  expect(await help('home-support')).toContain('personal care, such as help to wash and dress, or help to make meals');

  expect((await planned()).plan).toMatch(/A care worker visits each morning \(home care\) By: Example Home Care/);
});

promise('CV8', async () => {
  expect(await help('reablement')).toContain(
    'Help to get lost skills back, to make skills better or to learn new ones.',
  );

  expect((await helped()).copy).toContain('Kinds of support Reablement at home');
  expect((await planned()).plan).toContain('Learning to dress again (reablement)');
});

promise('CV9', async () => {
  expect(await help('housing-with-care')).toContain('A flat of one’s own, with care on the same site.');

  expect((await planned()).plan).toContain('A flat with care on site (housing with care)');
});

promise('CV10', async () => {
  expect(await help('shared-lives')).toContain('The council has a scheme called Shared Lives.');

  expect((await planned()).plan).toContain('A weekend with a Shared Lives carer (Shared Lives)');
});

promise('CV11', async () => {
  expect(await help('care-homes')).toContain('It may be a residential home or a nursing home.');

  expect((await planned()).plan).toContain('A week in a care home (care home)');
});

promise('CV12', async () => {
  expect(await help('information-and-advice', '?for=carer')).toContain(
    'It is for adults who need care, and for carers.',
  );
  const { reason, help: work, found } = await carer();

  expect(reason).toContain('The carer would like information and advice, training, counselling, a group of carers');
  expect(work).toContain('Information and advice');
  expect(found).toContain('Who gives it, and how they are reached: 01632 960 011 (Facts on benefits)');
});

promise('CV13', async () => {
  expect(await help('carers-groups', '?for=carer')).toContain('A way to meet other carers and get support from them.');
  const { reason, help: work, found } = await carer();

  expect(reason).toContain('a group of carers');
  expect(work).toContain('Groups with other carers');
  expect(found).toContain('01632 960 011 (A group on Tuesdays)');
});

promise('CV14', async () => {
  expect(await help('carers-training', '?for=carer')).toContain('how to move a person (manual handling)');
  const { reason, help: work, found } = await carer();

  expect(reason).toContain('training');
  expect(work).toContain('Training, for example in safe lifting');
  expect(found).toContain('01632 960 011 (Moving a person safely)');
});

promise('CV15', async () => {
  expect(await help('carers-counselling', '?for=carer')).toContain('A way to see a counsellor.');
  const { reason, help: work, found } = await carer();

  expect(reason).toContain('counselling');
  expect(work).toContain('Counselling');
  expect(found).toContain('01632 960 011 (Six talks with a counsellor)');
});

promise('CV16', async () => {
  expect(await help('cress', '?for=carer')).toContain('Carers Response Emergency Support Service (CRESS)');
  const { emergency, copy } = await carer();

  expect(emergency).toContain('No, and one is wanted');
  const plan = await copy('Your emergency plan');
  expect(plan).toContain('Who to call in an emergency CRESS, 01632 960 013, day and night');
  expect(plan).toContain('Name: Bola Okafor; Phone or email: 01632 960 012; They agree: Yes');
});

promise('CV17', async () => {
  expect(await help('carers-direct-payment', '?for=carer')).toContain('Money that the council pays to a carer');

  expect(await (await carer()).copy('Your support plan, version 1')).toContain(
    'How the budget is held Direct payment: £189.00 a week, paid as £189.00 weekly to Cy Okafor.',
  );
});

promise('CV18', async () => {
  expect(await help('carers-stay-away', '?for=carer')).toContain('The two are assessed together for it.');
  expect(await help('carers-hours', '?for=carer')).toContain('Some hours of support through the week.');
  // Asked for in the form, it stands before whoever assesses and whoever plans.
  const { assessing, planning, copy } = await carer();
  expect(assessing).toContain('A weekend by the sea');
  expect(planning).toContain('A weekend by the sea');
  expect(await copy('Your support plan, version 1')).toContain('How it is met: A sitter (break for a carer)');

  const { scene, hers, his } = await together();
  expect((await scene.taskPage('assess-carer', undefined, his)).text).toContain('A week away in June');
  expect((await scene.taskPage('assess-carer', undefined, his)).text).toContain(`Assessed together with case ${hers}`);
  for (const kind of ['assess-carer', 'decide-carer-eligibility', 'estimate-budget', 'assess-finances'] as const)
    await scene.finish(kind, {}, his);
  // She stays away only if she agrees to it.
  await expect(scene.finish('draft-plan', withBreak(scene, 'no', 'carers-stay-away'), his)).rejects.toThrow(
    /the adult does not agree to care for this/,
  );
  await scene.finish('draft-plan', withBreak(scene, 'yes', 'carers-stay-away'), his);
  const manager = await scene.staff('manager');
  await manager.open(`/coventry/staff/cases/${his}/plan`);
  const plan = await manager.follow('The plan , version 1');
  expect(plan.text).toContain('She stays at The Limes (break for a carer)');
});

promise('CV19', async () => {
  expect(await help('support-for-cared-for', '?for=carer')).toContain(
    'Support that goes straight to the person, and so helps the carer too.',
  );
  const { scene, hers, his } = await together();

  // Staff see that the two belong together, and her own case ends in support for her.
  expect((await scene.taskPage('assess-needs', undefined, hers)).text).toContain(`Assessed together with case ${his}`);
  const manager = await scene.staff('manager');
  expect((await manager.open(`/coventry/staff/cases/${his}/people`)).text).toContain(
    `${hers} : Of the person they look after`,
  );
  for (const kind of ['assess-needs', 'decide-eligibility', 'estimate-budget', 'assess-finances'] as const)
    await scene.finish(kind, {}, hers);
  expect((await scene.taskPage('draft-plan', undefined, hers)).text).toContain(`Assessed together with case ${his}`);
  await scene.finish('draft-plan', { combined: 'yes', combinedAgreed: 'yes' }, hers);
  await scene.finish('check-plan', {}, hers);
  const plan = await copyOf(scene, 'ida@example.com', hers, 'Your care and support plan, version 1');
  expect(plan).toContain('A care worker visits each morning (home care) By: Example Home Care');
});

promise('CV20', async () => {
  const scene = await story.fresh('sent');
  const triage = async (answers: object) => {
    const { reference } = await scene.send(needsAssessment, { ...application, email: '', ...answers });
    return (await scene.taskPage('triage-request', undefined, reference)).text;
  };

  expect((await scene.page('')).text).toContain('You can fill in the form yourself. Someone else can do it for you');
  expect((await scene.taskPage('triage-request')).text).toContain('I am doing it for myself');
  const helper = { personAgrees: 'yes', updatesTo: ['helper'], helperFirstName: 'Ben', helperEmail: 'ben@example.com' };
  const byFamily = await triage({ filledInBy: 'helper', firstName: 'Ida', ...helper });
  expect(byFamily).toContain('Ben Okafor: The person agrees.');
  expect(byFamily).toContain('I am doing it for a relative or friend');
  const byCarer = await triage({ filledInBy: 'carer', firstName: 'Una', ...helper });
  expect(byCarer).toContain('I am doing it for someone I look after, without pay');
  // Whoever rings is written down by the member of staff who takes the call, and stands before whoever triages too.
  const officer = await scene.staff('contact-officer');
  await officer.open('/coventry/staff/open');
  const call = { channel: 'phone', caller: 'other', callerName: 'Ben Okafor, her son', callerPhone: '01632 960 010' };
  const about = { firstName: 'Winnie', lastName: 'Achebe', phone: '01632 960 011', happening: 'She cannot wash.' };
  officer.set(Object.entries({ ...call, ...about, agrees: 'yes', danger: 'no' }));
  const { path } = await officer.press('Record');
  await scene.settle();
  const rung = await scene.taskPage('triage-request', undefined, /cases\/([0-9A-Z-]{12})/.exec(path)?.[1]);
  expect(rung.text).toContain('By phone, received on Monday 5 January 2026, written down by staff');
  expect(rung.text).toContain('Ben Okafor, her son');
});

promise('CV21', async () => {
  const { send, page, taskPage, finish, tasks } = await story.fresh('sent');
  expect((await page('')).text).toContain('Nurses, doctors and others at work can refer someone for an assessment');
  const sent = await send(referral, {
    ...examplePeople.referral.nurse,
    helperFirstName: 'Nia',
    helperJob: 'Practice nurse',
    helperOrganisation: 'Earlsdon Surgery',
    firstName: 'Ida',
    reasonForReferral: 'She has fallen twice, and cannot wash.',
  });

  expect(sent.page.heading).toBe('We have your referral');
  const triage = (await taskPage('triage-request', undefined, sent.reference)).text;
  expect(triage).toContain('Nia Okafor, Earlsdon Surgery: The person agrees.');
  expect(triage).toContain('Practice nurse');
  expect(triage).toContain('She has fallen twice, and cannot wash.');
  await finish('triage-request', { contactSource: 'gp' }, sent.reference);
  expect((await tasks(sent.reference)).map(({ kind }) => kind)).toContain('assess-needs');
  // Hospital staff and other health professionals come in by the same way, each by their name, job and reason.
  for (const [firstName, helperJob, helperOrganisation, contactSource] of [
    ['Una', 'Ward sister', 'University Hospital', 'hospital'],
    ['Eve', 'District nurse', 'The community nursing team', 'other'],
  ] as const) {
    const { reference } = await send(referral, {
      ...examplePeople.referral.nurse,
      firstName,
      helperFirstName: 'Sam',
      helperJob,
      helperOrganisation,
      reasonForReferral: `${firstName} needs help to wash.`,
    });
    const page = (await taskPage('triage-request', undefined, reference)).text;
    expect(page).toContain(`Sam Okafor, ${helperOrganisation}: The person agrees.`);
    expect(page).toContain(helperJob);
    expect(page).toContain(`${firstName} needs help to wash.`);
    await finish('triage-request', { contactSource }, reference);
    expect((await tasks(reference)).map(({ kind }) => kind)).toContain('assess-needs');
  }
});

promise('CV22', async () => {
  const { visitor, task } = await story.at('sent');
  const browser = visitor();

  await browser.open('/coventry');
  expect((await browser.follow('Start now')).heading).toBe('Ask for a care and support needs assessment');
  expect((await browser.press('Start now')).path).toContain('/coventry/draft');
  expect((await task('triage-request')).kind).toBe('triage-request');
});

/** Every page that somebody may come in by, and a mail. */
const waysIn = ['', '/help', '/support', '/forms/needs-assessment', '/forms/carers-assessment', '/privacy'];

promise('CV23', async () => {
  const scene = await story.at('confirmed');

  for (const path of waysIn) expect((await scene.page(path)).text).toMatch(/Adult Social Care Direct .*024 7683 3003/);
  expect(await scene.mailed()).toContain('Phone: 024 7683 3003');
  expect((await scene.case()).text).toContain('Phone: 024 7683 3003');
});

promise('CV24', async () => {
  const scene = await story.at('confirmed');

  for (const path of waysIn) expect((await scene.page(path)).html).toContain('href="mailto:ascdirect@coventry.gov.uk"');
  expect(await scene.mailed()).toContain('Email: ascdirect@coventry.gov.uk');
});

promise('CV25', async () => {
  const looking = (await (await story.at('confirmed')).taskPage('triage-request', 'first-step')).text;
  expect(looking).toContain('Which help was offered that prevents, reduces or delays needs?');
  expect(looking).toContain('Short-term support Advice, and no assessment');

  const { scene, work } = await advised();
  const copy = (await scene.copy('What happens first')).text;
  expect(copy).toContain('Help that we offered What was offered: A pendant alarm and a fall sensor');
  expect(work).toContain('What was offered: A pendant alarm and a fall sensor');
  expect((await scene.case()).text).toContain('We gave you advice and information.');
  // Whoever seems to have needs is not put off with it.
  const triaging = await story.fresh('confirmed');
  await expect(
    triaging.finish('triage-request', { outcome: 'advice-only', adviceGiven: 'A grab rail.' }),
  ).rejects.toThrow(/it appears that the person may have needs/);
});

promise('CV26', async () => {
  expect(await help('equipment-and-adaptations')).toContain('that make hard things easier or safer. There is advice');
  const { scene, work, found } = await advised();

  expect(work).toContain('What was offered: A perching stool; Entry in the support catalogue');
  expect(found).toContain('What is wanted: A stool');
  expect((await scene.copy('What happens first')).text).toContain('A grab rail by the bath, and a rubber mat.');
  expect(await scene.mailed()).toContain('we have answered you');
});

promise('CV27', async () => {
  const entry = await help('telecare', '?words=pendant');
  expect(entry).toContain('linked by the phone line to a centre, which is there day and night');
  expect(entry).toContain('Trained staff then ring the family or the emergency services.');
  const { refused, found } = await advised();
  expect(refused).toContain('Enter who is called when the alarm goes off');
  expect(found).toContain('Who is called when an alarm goes off: Her daughter Ada, 01632 960 021; nobody else');

  // Found in an assessment it is arranged as well, by somebody who reads whom to call.
  const assessing = await story.fresh('triaged');
  const contacts = [{ name: 'Ada Okafor', phone: '01632 960 021', hasKey: 'yes' }];
  await assessing.finish('assess-needs', { telecare: 'wanted', telecareContacts: contacts });
  const arranging = (await assessing.taskPage('arrange-wanted-help', 'help')).text;
  expect(arranging).toContain('Yes, and wanted');
  expect(arranging).toContain('Name: Ada Okafor; Phone: 01632 960 021');
});

promise('CV28', async () => {
  expect(await help('brain-in-hand')).toContain('An app for a phone that gives some support');
  const { work, found } = await advised();

  expect(work).toContain('What was offered: The app Brain in Hand');
  expect(found).toContain('Who gives it, and how they are reached: The app’s team, 01632 960 022');
});

promise('CV29', async () => {
  expect(await help('short-term-support')).toContain('A therapist may come to try out equipment or show new ways');

  const { copy } = await helped();
  expect(copy).toContain('Kinds of support Reablement at home Equipment');
  expect(copy).toContain('An occupational therapist practises with the bath board. A support worker helps to wash');
  expect(copy).toContain('Who gives it Example Home Care');
});

promise('CV30', async () => {
  const { goals, refusals, copy, mail } = await helped();
  const [tooLong, , notAgreed] = refusals;

  expect(goals).toContain('Agree what it is for');
  expect(goals).toContain('Does the person agree to it?');
  expect(goals).toContain('To stay in my own home.');
  expect(tooLong).toContain('Short-term support is free for up to 6 weeks. Choose an earlier last day');
  expect(notAgreed).toContain('Enter why it is given all the same');
  expect(copy).toContain('What you want to achieve To wash by herself again You agree to it Yes');
  expect(copy).toContain('First day 5 January 2026 Last day 10 February 2026');
  expect(mail).toContain('have arranged help for you for a short time, up to 6 weeks.');
});

promise('CV31', async () => {
  expect(await help('short-term-support')).toContain('There is no charge, as a rule.');
  const { mail, during, refusals, scene } = await helped();

  expect(mail).toContain('There is nothing to pay for it, as a rule.');
  expect(during).toContain('Help for up to 6 weeks. As a rule it is free.');
  // What may cost something is never given without saying so; and nobody is assessed for a charge.
  expect(refusals[1]).toContain('Select whether any of it is charged for');
  expect((await scene.staffCase('manager', '/work')).text).not.toContain('Assess finances');
});

promise('CV32', async () => {
  const { mail, looking, scene } = await helped();

  expect(mail).toContain('Before it ends we look at how it went. Then we say what comes next.');
  expect(looking).toContain('What can the person do now of what they wanted?');
  expect(looking).toContain('To wash by herself again');
  const copy = (await scene.copy('How your short-term support went')).text;
  expect(copy).toContain('What was reached To wash, and to dress but for buttons');
  expect((await scene.case()).text).toContain('Short-term support Done on Tuesday 10 February 2026');
  // In between whoever gives it asks how it goes, and the person can say at any time that it does not help.
  const given = await story.fresh('confirmed');
  await given.finish('triage-request', { outcome: 'short-term-support' });
  await given.finish('give-short-term-support', { goals: 'To wash by herself again', endsOn: '2026-02-10' });
  expect(await given.mailed()).toContain('We get in touch in between, to hear how you get on.');
  expect((await given.case()).text).toContain('We get in touch in between, to hear how you get on.');
  await given.ask('change', { changed: ['other'], changeDetail: 'The worker comes too late to help me dress.' });
  expect((await given.taskPage('look-at-change')).text).toContain('The worker comes too late to help me dress.');
  await given.forward('P14D');
  expect((await given.taskPage('ask-short-term', 'contact')).text).toContain('To wash by herself again');
  await given.finish('ask-short-term', {
    whatTheySaid: 'The mornings are rushed.',
    progress: 'She washes her face and arms.',
    changeNeeded: 'yes',
    whatChange: 'The worker comes at 8 from 20 January.',
  });
  expect((await given.copy('How you get on with your short-term support')).text).toContain(
    'What you said The mornings are rushed. How far you have come She washes her face and arms.',
  );
  await given.forward('P14D');
  await given.finish('ask-short-term', { whatTheySaid: 'Better now.', progress: 'She dresses but for buttons.' });
  await given.forward('P8D');
  const last = (await given.taskPage('review-short-term-support', 'how-it-went')).text;
  for (const said of [
    'The mornings are rushed.',
    'The worker comes at 8',
    'Better now.',
    'She dresses but for buttons.',
  ])
    expect(last).toContain(said);
});

promise('CV33', async () => {
  const { noAdvice, scene } = await helped();

  expect(noAdvice).toContain('advice');
  const copy = (await scene.copy('How your short-term support went')).text;
  expect(copy).toContain('What stays The bath board');
  expect(copy).toContain('Advice The balance class on Tuesdays.');
  expect(await scene.mailed()).toContain('We have written down advice and information that may help.');
  expect((await scene.case()).text).toContain('Short-term support helped you to reach what you wanted.');
});

promise('CV34', async () => {
  const { scene } = await helped();

  for (const [link, says] of [
    ['What you told us', 'I cannot wash below the waist.'],
    ['What happens first', 'You may have needs for support Yes'],
    ['Your short-term support', 'A support worker helps to wash and dress.'],
    ['How your short-term support went', 'She washes by herself.'],
  ] as const) {
    expect((await scene.copy(link)).text).toContain(says);
  }
  // All of it stands in one copy too, under the name that an assessment has.
  const whole = (await scene.copy('Your assessment')).text;
  for (const part of [
    'I cannot wash below the waist.',
    'To wash by herself again',
    'She washes by herself.',
    'The balance class',
  ])
    expect(whole).toContain(part);
  // Where an assessment was made it is one of them.
  expect((await (await story.at('assessed')).copy('Your assessment')).text).toContain('Cannot wash below the waist.');
});

promise('CV35', async () => {
  const [confirmed, decided, charged] = [
    await story.at('confirmed'),
    await story.at('decided'),
    await story.at('charged'),
  ];

  expect((await confirmed.page('/forms/needs-assessment')).text).toContain(
    'Think about daily life before you start: what is easy, what is hard, and who helps.',
  );
  expect((await confirmed.copy('What you told us')).text).toContain(
    'What would make life better To stay in my own home.',
  );
  const assessment = (await decided.copy('Your assessment')).text;
  expect(assessment).toContain('What you want to achieve To stay in her own home.');
  expect(assessment).toContain('How support could help A care worker each morning would let her stay.');
  expect((await decided.copy('Our decision')).text).toContain('What could help without care and support');
  expect((await charged.taskPage('draft-plan', 'needs')).text).toContain(
    'Which other ways to meet the needs were talked through?',
  );
});

promise('CV36', async () => {
  expect(await help('leaving-hospital')).toContain('Ask the team at the hospital to refer you. They can use this form');
  const scene = await story.fresh('sent');
  const ward = { ward: 'Ward 12', dischargeExpectedOn: '2026-01-08' };
  const byTeam = await scene.send(referral, {
    ...examplePeople.referral.nurse,
    ...ward,
    helperOrganisation: 'University Hospital',
    firstName: 'Ida',
    dischargePathway: 'pathway-1',
  });
  const bySelf = await scene.send(needsAssessment, {
    ...application,
    ...ward,
    email: '',
    firstName: 'Una',
    whereNow: 'hospital',
  });

  for (const { reference } of [byTeam, bySelf]) {
    const triage = (await scene.taskPage('triage-request', undefined, reference)).text;
    expect(triage).toContain('In Ward 12. They are expected to leave on Thursday 8 January 2026.');
  }
  const triage = await scene.taskPage('triage-request', undefined, byTeam.reference);
  expect(triage.text).toContain('Pathway 1: home, with a new need');
  const route = { ...hospital, ...ward, dischargePathway: 'pathway-1' };
  await scene.finish('triage-request', route, byTeam.reference);
  expect((await scene.taskPage('assess-needs', undefined, byTeam.reference)).text).toContain('In Ward 12.');
});

promise('CV37', async () => {
  const { scene } = await recovering();

  expect((await scene.case()).text).toMatch(/Short-term support Done .*Care and support assessment Now/);
  // Nobody asks how it goes any more.
  expect((await scene.tasks()).map(({ kind }) => kind)).not.toContain('ask-short-term');
  expect((await scene.taskPage('assess-needs')).heading).toContain('Assess needs');
  // The decision on what goes on comes after it, and before any money.
  const assessed = await story.at('assessed');
  expect((await assessed.taskPage('decide-eligibility')).heading).toContain('Decide');
  expect((await (await story.at('decided')).copy('Our decision')).text).toContain('You have eligible needs.');
});

promise('CV38', async () => {
  const [estimated, charged] = [await story.at('estimated'), await story.at('charged')];

  expect((await estimated.taskPage('assess-finances')).heading).toContain('Assess finances');
  expect(await estimated.mailed()).toContain('We need to know about your money');
  expect((await estimated.case()).text).toMatch(/Decision Done .*Financial assessment Now .*Your plan Next/);
  expect((await charged.copy('What you pay towards your support')).text).toContain('You pay £41.55');
  // Whoever plans has its result beside the budget, in pounds.
  const { budget } = await planned();
  expect(budget).toContain('£41.55');
  expect(budget).not.toMatch(/\b(?:18900|4155)\b/);
});

promise('CV39', async () => {
  const triaging = await story.fresh('confirmed');

  expect((await triaging.page('')).text).toContain('seem to need care and support');
  await expect(
    triaging.finish('triage-request', { outcome: 'advice-only', adviceGiven: 'Ask your family.' }),
  ).rejects.toThrow(/Choose an assessment/);
  await triaging.finish('triage-request');
  expect((await triaging.taskPage('assess-needs')).heading).toContain('Assess needs');
  expect(await triaging.mailed()).toContain('care and support assessment');
});

promise('CV40', async () => {
  const decided = (await (await story.at('decided')).copy('Our decision')).text;
  expect(decided).toContain('Because of those needs you cannot do two or more everyday things');
  expect(decided).toContain('Because you cannot do them, your wellbeing is affected a lot, or is likely to be: Yes.');
  // A carer's decision rests on the conditions for carers.
  const carers = await (await carer()).copy('Our decision');
  expect(carers).toContain('You need support because you give someone care that they need: Yes.');
  expect(carers).not.toContain('Your needs come from a physical or mental impairment');
  // Whoever decides and whoever works out the charge have the law beside the question.
  const assessed = await story.at('assessed');
  const { html } = await assessed.taskPage('decide-eligibility');
  const sections = [...html.matchAll(/\/sections\/([a-z0-9-]+)"/g)].map(([, section]) => section);
  const asked = await Promise.all(
    sections.map(async (section) => (await assessed.taskPage('decide-eligibility', section)).text),
  );
  expect(asked.join(' ')).toContain('Eligibility Regulations 2015 reg 2');
  const charge = (await (await story.at('charged')).staffCase('finance-officer', '/plan')).text;
  expect(charge).toContain('SI 2014/2672');
});

promise('CV41', async () => {
  const scene = await story.fresh('confirmed');
  const home = { ...hospital, dischargePathway: 'pathway-1', urgency: 'urgent', urgentSupport: 'yes' };
  const given = {
    urgentServices: 'A care worker twice a day at home.',
    urgentReason: 'She cannot go home without it.',
    urgentStartsOn: '2026-01-09',
    urgentReviewOn: '2026-01-20',
  };

  // A nurse refers somebody who leaves tomorrow: nobody looks at it later than that, whatever was ticked.
  const { reference } = await scene.send(referral, {
    ...examplePeople.referral.nurse,
    firstName: 'Ida',
    dischargeExpectedOn: '2026-01-06',
  });
  expect((await scene.taskPage('triage-request', undefined, reference)).text).toContain('Due Tuesday 6 January 2026');
  // Without support in place the assessment is due before they leave, however ordinary the request is.
  const plain = await story.fresh('confirmed');
  await plain.finish('triage-request', { ...hospital, dischargePathway: 'pathway-1' });
  expect((await plain.taskPage('assess-needs')).text).toContain('Due Friday 9 January 2026');
  await scene.finish('triage-request', { ...home, ...given });
  const copy = (await scene.copy('What happens first')).text;
  expect(copy).toContain('A care worker twice a day at home.');
  expect(copy).toContain('9 January 2026');
  expect((await recovering()).giving).toContain('In Ward 3. They are expected to leave on Friday 9 January 2026.');
});

promise('CV42', async () => {
  expect(await help('leaving-hospital')).toContain('If home is not safe yet, there is a place with care for a while.');
  const { copy, scene } = await recovering();

  expect(copy).toContain('Kinds of support A bed to recover in');
  expect(copy).toContain('Who gives it The Limes, Earlsdon First day 9 January 2026 Last day 10 February 2026');
  expect(await scene.mailed()).toContain('arranged help for you for a short time');
  expect((await scene.copy('How your short-term support went')).text).toContain('Yes: an assessment follows');
});

promise('CV43', async () => {
  const asked = (await (await story.at('confirmed')).taskPage('triage-request', 'priority')).text;
  for (const way of ['Pathway 0: home', 'Pathway 1: home', 'Pathway 2: a bed', 'Pathway 3: a care home'])
    expect(asked).toContain(way);
  const { before, after, scene } = await recovering();

  // The task to agree the assessment comes on the day of the discharge, and the assessment is due as agreed.
  expect(before).not.toContain('assess-after-discharge');
  expect(after).toContain('The discharge from hospital was expected on this day');
  expect(after).toContain('Sister Jones, 01632 960 040');
  expect((await scene.taskPage('assess-needs')).text).toContain('Due Friday 20 February 2026');
  expect((await scene.case()).text).toContain('Care and support assessment Now – we aim to be in touch by Friday 20');
  expect((await scene.taskPage('assess-needs', 'health-and-money')).text).toContain('Pathway 2: a bed to recover in');
});

promise('CV44', async () => {
  const [assessing, decided] = [await story.at('triaged'), await story.at('decided')];

  const section = (await assessing.taskPage('assess-needs', 'whole')).text;
  expect(section).toContain('What can the person do, and who helps already?');
  expect(section).toContain('I cook my own lunch.');
  expect((await decided.copy('Your assessment')).text).toContain(
    'What you can do, and who helps already Cooks her own lunch.',
  );
  const decision = (await decided.copy('Our decision')).text;
  expect(decision).toContain('You have eligible needs.');
  expect(decision).toContain('What could help without care and support A perching stool helps, but is not enough.');
});

promise('CV45', async () => {
  const assessing = await story.fresh('triaged');
  expect((await assessing.taskPage('assess-needs', 'home-and-family')).text).toContain(
    'What are the carer’s views, and what does caring do to them?',
  );
  await expect(assessing.finish('assess-needs', { carerViews: '' })).rejects.toThrow(/views/);

  // What they said at the assessment stands before whoever plans, who asks them again.
  const planning = (await (await story.at('charged')).taskPage('draft-plan', 'the-person')).text;
  expect(planning).toContain('Ada worries about the stairs. She works full time and cannot do more.');
  expect((await planned()).plan).toContain('Ada Okafor (family or friend): Worried about the stairs');
});

promise('CV46', async () => {
  const assessing = await story.fresh('triaged');
  const self = {
    selfAssessmentWanted: 'yes',
    method: 'supported-self-assessment',
    canTakePartInSelf: 'yes',
    heldInformationGiven: 'yes',
  };

  // What they wrote online is kept word for word, and stands beside each question of the assessment.
  expect((await assessing.copy('What you told us')).text).toContain('Supported self-assessment Yes');
  const work = await assessing.taskPage('assess-needs');
  expect(work.text).toContain('They want to do the assessment themselves, with our support.');
  expect((await assessing.taskPage('assess-needs', 'outcomes')).text).toContain('I cannot wash below the waist.');
  await expect(assessing.finish('assess-needs', { ...self, confirmedTogether: 'no' })).rejects.toThrow(/confirm/i);
  await assessing.finish('assess-needs', { ...self, confirmedTogether: 'yes' });
  const copy = (await assessing.copy('Your assessment')).text;
  expect(copy).toContain('How it was done A self-assessment with our support');
  expect(copy).toContain('We went through it together Yes');
});
