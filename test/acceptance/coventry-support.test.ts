import { expect } from 'vitest';
import { topUpAgreementTerms } from '../../domain/plan/accommodation-choice.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { signedIn } from '../support/followed-case.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { sendCaseForm } from '../support/walk-case-form.ts';
import { application, aStory } from './played.ts';
import { promisesOf } from './promised.ts';
import { coventrySupport } from './promises/coventry-support.ts';
import type { Scene } from './scene.ts';

const promise = promisesOf(coventrySupport);
const story = aStory('coventry');

const agreed = 'Your care and support plan, version 2';
const agreedFirst = 'Your care and support plan, version 1';
const setUp = 'How your support is set up';
const charge = 'What you pay towards your support';

/** A scene that several tests look at, played when the first asks for it. */
const once = <T>(play: () => Promise<T>): (() => Promise<T>) => {
  let played: Promise<T> | undefined;
  return () => {
    played ??= play();
    return played;
  };
};

const kinds = async ({ tasks }: Scene, of?: string) => (await tasks(of)).map(({ kind }) => kind);

/** How a plan holds its budget as a direct payment that her daughter looks after. */
const directPayment = {
  paymentRoutes: ['direct-payment'],
  managedWeekly: undefined,
  waysTalkedThrough: 'She does not want to keep accounts. Her daughter looks after it.',
  directPayments: [
    {
      needs: '1, 2',
      weekly: 18_900,
      every: 'every-four-weeks',
      amountEachTime: 75_600,
      paidTo: 'nominee',
      recipientName: 'Ada Okafor',
    },
  ],
  contributionPaid: 'to-council',
  paymentAskedFor: 'yes',
  paymentCapacity: 'yes',
  recipientAgrees: 'yes',
  paymentManageable: 'yes',
  paymentRuledOut: 'no',
  paymentAppropriate: 'yes',
  paysRelative: 'no',
  otherPublicMoney: [{ source: 'health', detail: 'A nurse for the dressing', weekly: 5000 }],
};

const copies = (today: string) => [
  { to: 'The person', how: 'By email', on: today },
  { to: 'Dr Shah, GP', how: 'By secure email', on: today, basis: 'professional' },
  { to: 'Her daughter Ada', how: 'By email', on: today, basis: 'consent' },
];

/** Rose asks for a direct payment, and her next plan holds the budget so. A GP was asked in her assessment. */
const paidDirectly = once(async () => {
  const scene = await story.lasting('triaged');
  await scene.finish('assess-needs', {
    professionalsConsulted: [{ name: 'Dr Shah', job: 'GP', view: 'Her hands get worse.' }],
  });
  for (const kind of ['decide-eligibility', 'estimate-budget', 'assess-finances', 'draft-plan', 'check-plan'] as const)
    await scene.finish(kind);
  await scene.answerPlan({ answer: 'changes-asked', whatChanges: 'Pay it to us.', budgetHeld: 'direct-payment' });
  const drafting = (await scene.taskPage('draft-plan', 'budget')).text;
  const sharing = (await scene.taskPage('draft-plan', 'agreement')).text;
  await scene.finish('draft-plan', directPayment);
  await scene.finish('check-plan');
  await scene.finish('agree-plan');
  const giving = (await scene.taskPage('set-up-support', 'copies')).text;
  const start = {
    arrangements: ['direct-payment'],
    paymentAgreedOn: scene.today(),
    separateAccount: 'yes',
    helpToManage: 'Example Payroll, 01632 960 020',
    copiesGiven: copies(scene.today()),
  };
  await expect(scene.finish('set-up-support', start)).rejects.toThrow(/Enter the first payment/);
  const set = { ...start, firstPaidOn: scene.today() };
  const refused = (answers: object) => scene.finish('set-up-support', { ...set, ...answers }).then(() => '', String);
  const contribution = await refused({ contributionHow: undefined });
  const unshared = await refused({ copiesGiven: copies(scene.today()).filter(({ to }) => !to.includes('GP')) });
  await scene.finish('set-up-support', set);
  return { scene, drafting, sharing, giving, contribution, unshared };
});

/** What the finance officer finds of Rose, who is to live in a home for good. */
const livesInHome = (today: string) => ({
  setting: 'care-home',
  weeklyFee: 100_000,
  budgetRate: 100_000,
  admittedForGoodOn: today,
  deferredPayment: 'no',
  benefits: [{ kind: 'state-pension', weekly: 26_000 }],
  capital: [{ kind: 'savings-account', owners: 1, value: 1_000_000 }],
  housingCosts: [],
  hasDisabilityCosts: 'no',
});

/** Rose is to live in a care home, and her brother pays for a dearer one than the budget allows. */
const inHome = once(async () => {
  const scene = await story.lasting('estimated');
  await scene.finish('assess-finances', {
    ...livesInHome(scene.today()),
    weeklyFee: 115_000,
    topUpPayer: 'third-party',
    topUpAble: 'yes',
    topUpAgreedOn: scene.today(),
  });
  const [washing, dressing] = scene.usual()['draft-plan'].needs;
  const home = { supportType: 'care-home', provider: 'Elm House', howMet: 'Care in a home', when: 'Day and night' };
  const timed = { times: undefined, minutes: undefined, per: undefined, rate: undefined };
  await scene.finish('draft-plan', {
    needs: [
      { ...washing, ...home, ...timed, weeklyCost: 100_000 },
      { ...dressing, ...home, weeklyCost: 0 },
    ],
    budgetCost: 100_000,
    managedWeekly: 100_000,
    estimateDiffersWhy: 'She needs care at night.',
  });
  await scene.finish('check-plan');
  await scene.finish('agree-plan');
  const start = {
    placePreferred: 'yes',
    placeIs: ['same-type', 'suitable', 'available', 'accepts-terms'],
    placeArranged: 'yes',
    topUp: 'yes',
    topUpOffered: 'yes',
    topUpPayer: 'third-party',
    topUpPayerName: 'Sam Okafor, her brother',
    topUpAbleAndWilling: 'yes',
    topUpFee: 115_000,
    topUpBudgetRate: 100_000,
    topUpTerms: topUpAgreementTerms,
    providers: [{ name: 'Elm House', gives: 'Care, day and night' }],
  };
  const dearer = [{ name: 'Elm House', weekly: 115_000 }];
  const offered = [...dearer, { name: 'Oak House', weekly: 100_000, said: 'Too far from her church' }];
  const refused = (answers: object) => scene.finish('set-up-support', { ...start, ...answers }).then(() => '', String);
  const refusals = {
    nothingOffered: await refused({}),
    dearerOnly: await refused({ placesOffered: dearer }),
    notAgreed: await refused({ placesOffered: offered, topUpTerms: topUpAgreementTerms.slice(1) }),
    nobodyPays: await refused({ placesOffered: offered, topUpAbleAndWilling: 'no' }),
  };
  await scene.finish('set-up-support', { ...start, placesOffered: offered });
  return { scene, refusals };
});

/** Rose sends her money form without a word about her money, and the finance officer works out what follows. */
const undisclosed = once(async () => {
  const scene = await story.lasting('estimated');
  const overview = (await scene.case()).text;
  await scene.ask('financial-assessment', { financialChoice: 'decline' });
  const task = (await scene.taskPage('assess-finances')).text;
  await scene.finish('assess-finances', { financialChoice: 'decline', refusalPrevented: 'yes', stillMeets: 'yes' });
  return { scene, overview, task };
});

const ada = 'ada@example.com';

/** Ada asks for an assessment of her own as a carer; it is triaged. */
const carerAsks = async (answers: object = {}) => {
  const scene = await story.lasting('triaged');
  const { reference } = await scene.send(carersAssessment, {
    email: ada,
    firstName: 'Ada',
    jointOrSeparate: 'combined',
    keepDoing: 'Cooking with her.',
    wantHelpWith: 'Bathing her.',
    wantToStop: 'Lifting her.',
    breaksHowOften: 'never',
    emergencyPlan: 'want',
    ...answers,
  });
  await scene.confirm(ada);
  await scene.finish('triage-request', {}, reference);
  return { scene, of: reference };
};
const carerAsked = once(carerAsks);

/** A page of Ada's case, whose browser signs in anew. */
const adasCopy = async ({ platform }: Scene, of: string, link?: string) => {
  const browser = await signedIn(platform, ada, 'coventry');
  const page = await browser.open(`/coventry/case/${of}`);
  return link === undefined ? page : browser.follow(link);
};

/** Ada's plan, together with her mother's, and her support is set up. */
const carersPlan = once(async () => {
  const { scene, of } = await carerAsks();
  for (const kind of ['assess-carer', 'decide-carer-eligibility', 'estimate-budget'] as const)
    await scene.finish(kind, {}, of);
  const decision = (await adasCopy(scene, of, 'Our decision')).text;
  await scene.finish('assess-finances', { service: 'support-for-carer' }, of);
  const drafting = (await scene.taskPage('draft-plan', 'needs', of)).text;
  const [need] = scene.usual()['draft-plan'].needs;
  const choir = { ...need, need: 'An evening to herself', outcome: 'recreation', supportType: 'carer-support' };
  const plan = {
    about: 'carer',
    careToAdult: 'no',
    combined: 'yes',
    combinedAgreed: 'yes',
    otherNeedsAdvocate: 'no',
    consulted: [
      { name: 'Ada Okafor', role: 'carer', askedForBy: 'law' },
      { name: 'Rose Okafor', role: 'cared-for-adult', askedForBy: 'person' },
    ],
    needs: [choir, { ...choir, need: 'To sleep', outcome: 'carer-health', weeklyCost: 0, times: undefined }],
  };
  await expect(scene.finish('draft-plan', { ...plan, combinedAgreed: 'no' }, of)).rejects.toThrow(/Write plans apart/);
  await scene.finish('draft-plan', plan, of);
  await scene.finish('check-plan', {}, of);
  await scene.finish('agree-plan', { signature: 'Ada Okafor' }, of);
  await scene.finish('set-up-support', {}, of);
  return { scene, of, decision, drafting };
});

/** The drawings of a page that move: the file that moves, and the one for whoever has asked for less motion. */
const drawn = (html: string) =>
  [
    ...html.matchAll(
      /<source media="\(prefers-reduced-motion: no-preference\)" srcset="([^"]+)"><img src="([^"]+)" alt=""/g,
    ),
  ].map(([, moving = '', still = '']) => [moving, still] as const);

promise('CV47', async () => {
  const { visitor, platform } = await story.at('sent');
  const file = async (path: string) => (await fetch(platform.url + path)).text();
  const reader = visitor();
  await reader.open('/coventry/forms/needs-assessment');
  const page = await reader.press('Start with easy read and pictures');

  expect(page.html).toMatch(/class="careway-pictured"><img src="[^"]+\.svg"/);
  expect(page.text).toContain('Go back to the plain words');

  // How the form works, how to come back to it and what happens next are drawn too: the drawing moves once, and stands still where less motion is asked for.
  const beforeIt = await reader.open('/coventry/forms/needs-assessment');
  expect(beforeIt.text).toContain('We ask one thing at a time.');
  expect(beforeIt.text).toContain('To stop for a while, choose “Save and come back later”.');
  const { page: sent } = await (await story.fresh('sent')).send(needsAssessment, { ...application, email: '' });
  expect(sent.text).toContain('A member of staff reads what you told us.');
  expect([beforeIt, sent].map(({ html }) => drawn(html).length)).toEqual([2, 1]);
  for (const [moving, still] of [beforeIt, sent].flatMap(({ html }) => drawn(html))) {
    const [motion = '', rest] = [await file(moving), await file(still)];
    expect(motion).toMatch(/<style>.*animation:.*@keyframes/);
    expect(motion).not.toContain('infinite');
    expect(motion.replace(/<style>.*<\/style>/, '')).toBe(rest);
  }
});

promise('CV48', async () => {
  const assessing = await story.at('triaged');

  expect((await assessing.taskPage('assess-needs', 'outcomes')).text).toContain(
    'Ask for a care and support needs assessment, Monday 5 January 2026 I cannot wash below the waist.',
  );
  expect((await assessing.taskPage('assess-needs', 'whole')).text).toContain('I cook my own lunch.');
  // The plan begins with what was found.
  expect((await (await story.at('charged')).taskPage('draft-plan', 'needs')).text).toContain(
    'Need: Cannot wash below the waist.; Outcome: Keeping clean',
  );
});

promise('CV49', async () => {
  const offering = await story.fresh('triaged');

  expect((await offering.taskPage('offer-carers-assessment', 'offer')).text).toContain('Name: Ada Okafor');
  expect((await offering.task('offer-carers-assessment')).reason).toContain('They agree to be contacted.');
  await offering.finish('offer-carers-assessment', {
    answer: 'accepted',
    carerFirstName: 'Ada',
    carerLastName: 'Okafor',
    carerDateOfBirth: '1975-07-19',
    carerEmail: ada,
    personAgreesLink: 'yes',
    carerAgreesLink: 'yes',
  });
  expect(await offering.mailed(ada)).toContain('Ask for a carer’s assessment');
  expect((await offering.staffPage('contact-officer', '/tasks?whose=unclaimed')).text).toMatch(/[0-9A-Z-]{12} Ada/);
  expect((await offering.page('/support?for=carer')).text).toContain('Groups for carers');
});

promise('CV50', async () => {
  const arranging = await story.fresh('triaged');
  const visit = (await arranging.taskPage('arrange-visit', 'visit')).text;

  // What she would like stands where the day is arranged, and where the way is recorded.
  expect(visit).toMatch(/Known , How is it held\? : Ask for [^?]* At home/);
  expect((await arranging.taskPage('assess-needs', 'conduct')).text).toContain(
    'At home By phone By video call At our office In hospital A self-assessment with our support',
  );
  await arranging.finish('arrange-visit', { how: 'video', place: undefined });
  expect((await arranging.case()).text).toMatch(/video call/i);
  expect((await (await story.at('assessed')).copy('Your assessment')).text).toContain('How it was done At home');
});

promise('CV51', async () => {
  const arranging = await story.fresh('triaged');

  await arranging.finish('arrange-visit', { howWhy: 'The difficulties are in the bathroom. She would like that.' });
  expect((await arranging.copy('About a visit')).text).toContain(
    'Why in this way The difficulties are in the bathroom. She would like that.',
  );
  const copy = (await (await story.at('assessed')).copy('Your assessment')).text;
  expect(copy).toContain('Why it was done in this way She asked to be seen at home');
  expect(copy).toContain('We explained why Yes');
  await expect(arranging.finish('assess-needs', { methodReason: '' })).rejects.toThrow(/this way/);
});

promise('CV52', async () => {
  const scene = await story.fresh('sent');
  const alone = { takingPart: ['understand'], someoneToSupport: 'no', wantsAdvocate: 'yes' };
  const { reference } = await scene.send(needsAssessment, { ...application, email: ada, firstName: 'Ida', ...alone });
  await scene.confirm(ada);
  await scene.finish(
    'triage-request',
    { substantialDifficulty: ['understanding'], supportToTakePart: 'nobody' },
    reference,
  );

  const page = (await scene.taskPage('arrange-advocacy', undefined, reference)).text;
  expect(page).toContain('They have nobody who could support them. They would like an independent advocate.');
  const difficulty = { substantialDifficulty: ['understanding'] };
  await expect(scene.finish('assess-needs', { ...difficulty, supportToTakePart: 'nobody' }, reference)).rejects.toThrow(
    /Appoint an independent advocate/,
  );
  await scene.finish('arrange-advocacy', difficulty, reference);
  expect((await adasCopy(scene, reference, 'Your independent advocate')).text).toContain('Noor Ali');
  // A relative or friend does it where there is one: whoever assesses reads who it is, and no advocate is looked for.
  const withSister = {
    ...alone,
    someoneToSupport: 'yes',
    supporter: 'My sister Bea, 01632 960 021',
    wantsAdvocate: 'no',
  };
  const other = await scene.send(needsAssessment, { ...application, email: '', firstName: 'Una', ...withSister });
  const supported = { substantialDifficulty: ['understanding'], supportToTakePart: 'appropriate-person' };
  const sister = {
    ...supported,
    supporterName: 'Her sister Bea',
    supporterAgreed: 'agrees',
    otherAdvocacyTriggers: ['none'],
  };
  await scene.finish('triage-request', { ...sister, supporterPaid: 'no' }, other.reference);
  expect(await kinds(scene, other.reference)).not.toContain('arrange-advocacy');
  expect((await scene.taskPage('assess-needs', 'conduct', other.reference)).text).toContain(
    'My sister Bea, 01632 960 021',
  );
  // Nobody who is paid for the care, or whom the person does not want, takes that place.
  for (const wrong of [{ supporterPaid: 'yes' }, { supporterPaid: 'no', supporterAgreed: 'does-not-agree' }]) {
    await expect(scene.finish('assess-needs', { ...sister, ...wrong }, other.reference)).rejects.toThrow(/appropriate/);
  }
  await scene.finish('assess-needs', { ...sister, supporterPaid: 'no' }, other.reference);
  expect(await kinds(scene, other.reference)).toContain('decide-eligibility');
  expect((await scene.page('')).text).toContain(
    'A partner, relative, friend or neighbour can be with you when we talk.',
  );
});

promise('CV53', async () => {
  const { scene, overview, task } = await undisclosed();

  expect(await scene.mailed()).toContain('We need to know about your money');
  expect(overview).toContain('Tell us about your money by Friday 6 February 2026');
  expect(task).toContain('Tell us about your money, Friday 9 January 2026');
});

promise('CV54', async () => {
  const { scene, task } = await undisclosed();

  expect((await scene.page('')).text).toContain(
    'If you do not want to tell us about your money, you pay for all of your care.',
  );
  expect(task).toContain('Do not look at it: I will pay the full cost');
  const copy = (await scene.copy(charge)).text;
  expect(copy).toContain('You pay the full cost.');
  expect(copy).toContain('You pay £189.00 The council pays £0.00');
});

promise('CV55', async () => {
  const { scene } = await undisclosed();

  expect((await scene.page('')).text).toContain(
    'Whether or not we pay for your care, we give you advice and information.',
  );
  expect((await scene.page('/support')).text).toContain('You can use some of it without an assessment.');
  expect((await scene.copy('Our decision')).text).toContain('What can prevent or delay needs The balance class');
  // The plan goes on, and has advice too.
  await scene.finish('draft-plan');
  await scene.finish('check-plan');
  expect((await scene.case('/plan')).text).toContain('What can prevent or delay needs The balance class');
});

promise('CV56', async () => {
  const { scene, of } = await carerAsked();

  expect((await scene.page('')).text).toContain('Ask for a carer’s assessment , if you look after an adult');
  expect((await scene.page('/forms/carers-assessment')).text).toContain('The assessment is free.');
  expect(await kinds(scene, of)).toContain('assess-carer');
});

promise('CV57', async () => {
  const { scene, of } = await carerAsked();

  // Together, combined or apart, as the carer says it.
  expect((await scene.page('')).text).toContain('You and your carer can be assessed together, or each have your own');
  const page = (await scene.taskPage('assess-carer', 'conduct', of)).text;
  expect(page).toMatch(/Was it combined with another person’s assessment\? : [^?]* Separately, with one plan for both/);
  await expect(
    scene.finish('assess-carer', { joint: 'together', personAgreesJoint: 'no', carerAgreesJoint: 'yes' }, of),
  ).rejects.toThrow(/agree/);
  expect((await scene.taskPage('assess-needs')).text).toContain('do not see them together');
});

promise('CV58', async () => {
  const { scene, of } = await carerAsked();
  const page = (await scene.taskPage('assess-carer', 'able-and-willing', of)).text;

  for (const words of ['Cooking with her.', 'Bathing her.', 'Lifting her.']) expect(page).toContain(words);
  expect((await scene.taskPage('assess-carer', 'effect', of)).text).toContain(
    'What does caring do to the carer’s life?',
  );
  const done = await carersPlan();
  const copy = (await adasCopy(done.scene, done.of, 'Your assessment as a carer')).text;
  expect(copy).toContain('What you want to keep doing, have help with, or stop She wants to keep cooking');
  expect(copy).toContain('What caring does to your life She has no evening to herself.');
});

promise('CV59', async () => {
  const { scene, of } = await carerAsked();

  expect((await scene.taskPage('assess-carer', 'effect', of)).text).toMatch(
    /How often do they have a break\? : [^?]* Never/,
  );
  const done = await carersPlan();
  const copy = (await adasCopy(done.scene, done.of, 'Your assessment as a carer')).text;
  expect(copy).toContain('Breaks Never');
  expect(copy).toContain('Free time: need She has not sung in her choir since March.');
});

promise('CV60', async () => {
  const { scene, of } = await carersPlan();

  const copy = (await adasCopy(scene, of, 'Your assessment as a carer')).text;
  expect(copy).toContain('If you cannot go on Nobody else could step in.');
  expect((await scene.task('make-emergency-plan', of)).reason).toContain('has no plan for an emergency, and wants one');
  await scene.finish('make-emergency-plan', {}, of);
  expect((await adasCopy(scene, of, 'Your emergency plan')).text).toContain('Bola Okafor');
});

promise('CV61', async () => {
  const { scene, of, decision, drafting } = await carersPlan();

  expect(decision).toContain('You need support because you give someone care that they need: Yes.');
  // What she asked for reaches whoever writes it, and nothing is combined against anybody's will.
  expect(drafting).toContain('Separately, with one plan for both, if both agree.');
  const copy = (await adasCopy(scene, of, 'Your support plan, version 1')).text;
  expect(copy).toContain('Need 1: An evening to herself');
  expect(copy).toContain('This plan goes together with the plan of the person you look after.');
});

promise('CV62', async () => {
  const { scene, of } = await carersPlan();

  expect((await adasCopy(scene, of)).text).toMatch(/Next review .*2026/);
  const browser = await signedIn(scene.platform, ada, 'coventry');
  const form = caseForms.get('review-request') ?? needsAssessment;
  const asked = completeAnswers(form, { reviewReasons: ['needs-changed'], requestUrgent: 'no' });
  await sendCaseForm(browser, `/coventry/case/${of}/ask/review-request`, fieldsOf(form, asked), form.send);
  await scene.settle();
  await scene.finish('decide-review-request', {}, of);
  await scene.forward('P1D');
  expect((await scene.taskPage('review-plan', undefined, of)).text).toContain('What has changed: Needs have changed');
});

promise('CV63', async () => {
  const { page } = await story.at('sent');

  expect((await page('/support?for=carer')).text).toContain(
    'Carers Trust Heart of England Help for those who care for someone without pay. It may be a break, or someone to turn to with how they feel. How to get it Contact Adult Social Care Direct on 024 7683 3003',
  );
  // Its website is not in the council’s page, so it is never given as certain.
  const { html } = await page('/support?for=carer');
  expect(html).toContain(
    'We have not confirmed this address yet: <a class="govuk-link" href="https://www.carerstrusthofe.org.uk/"',
  );
});

promise('CV64', async () => {
  const [drafting, after] = [await story.at('charged'), await story.at('agreed')];

  expect((await drafting.copy('Your estimated personal budget')).text).toContain('The estimate £189.00 a week.');
  expect((await drafting.taskPage('draft-plan', 'budget')).text).toContain(
    'What does it cost the council each week to meet the needs? : Estimated personal budget, Friday 9 January 2026 £189.00',
  );
  expect((await after.copy(agreed)).text).toContain('Your personal budget Fixed on 20 January 2026.');
});

promise('CV65', async () => {
  const { scene, drafting } = await paidDirectly();

  expect((await scene.page('/help')).text).toContain('You can have it paid to you, and buy your own support.');
  // What she asked for stands before whoever writes the plan again, and then in her plan.
  expect(drafting).toMatch(
    /If a direct payment was asked for and there is none, why not\? [^:]*: [^?]*as a direct payment/,
  );
  expect((await scene.copy(agreed)).text).toContain(
    'Direct payment: £189.00 a week, paid as £756.00 every 4 weeks to Ada Okafor. It is for these needs: 1, 2',
  );
});

promise('CV66', async () => {
  const after = await story.at('supported');

  expect((await after.page('/help')).text).toContain('Or we can arrange the support.');
  expect((await after.copy(agreed)).text).toContain('How the budget is held Arranged by the council: £189.00 a week');
  expect((await after.copy(setUp)).text).toContain('How your budget is held Managed by the council');
  expect((await after.copy(setUp)).text).toContain('Name: Example Home Care; What they give: A visit each morning');
});

promise('CV67', async () => {
  const { scene, contribution } = await paidDirectly();

  expect((await scene.copy(agreed)).text).toContain('It is for these needs: 1, 2 You pay your part to the council.');
  // Nobody is charged before they know how they pay it, and it stands in their copy.
  expect(contribution).toContain('The person pays a part to the council: enter how they pay it, and from when');
  expect((await scene.copy(setUp)).text).toContain('How you pay your part By a bill every four weeks');
  // Where it is taken off instead, the plan says that.
  const other = await story.fresh('charged');
  const [payment] = directPayment.directPayments;
  await other.finish('draft-plan', {
    ...directPayment,
    budgetStage: 'final',
    budgetPerson: 4155,
    budgetCouncil: 14_745,
    contributionPaid: 'taken-off-direct-payment',
    directPayments: [{ ...payment, weekly: 14_745, every: 'weekly', amountEachTime: 14_745 }],
  });
  await other.finish('check-plan');
  expect((await other.case('/plan')).text).toContain('What you pay is taken off the direct payment.');
});

promise('CV68', async () => {
  const { scene, drafting } = await paidDirectly();

  expect(drafting).toContain('What was said when these ways were talked through?');
  expect((await scene.copy(agreed)).text).toContain(
    'What we said about the ways to hold it: She does not want to keep accounts. Her daughter looks after it.',
  );
  expect((await scene.page('/help')).text).toContain('A direct payment gives you independence, choice and control.');
});

promise('CV69', async () => {
  const { scene } = await paidDirectly();
  const unwilling = await story.fresh('charged');

  expect((await scene.page('/help')).text).toContain('Someone can look after it for you.');
  expect((await scene.copy(agreed)).text).toContain('to Ada Okafor');
  await expect(unwilling.finish('draft-plan', { ...directPayment, recipientAgrees: 'no' })).rejects.toThrow(
    /nominated person does not agree/,
  );
});

promise('CV70', async () => {
  const scene = await story.fresh('triaged');
  await scene.finish('assess-needs', { continuingHealthcare: 'yes', healthcareNotReferredWhy: 'Found today.' });

  expect((await scene.taskPage('refer-continuing-healthcare')).text).toContain('Found today.');
  await scene.finish('refer-continuing-healthcare', { decision: 'awaited', askAgainOn: scene.today() });
  const copy = (await scene.copy('NHS continuing healthcare')).text;
  expect(copy).toContain('We told the NHS Yes NHS body The integrated care board');
  expect(copy).toContain('What the NHS decided Not decided yet');
  // Somebody asks again until it is decided.
  expect((await scene.task('refer-continuing-healthcare')).reason).toBe('The NHS had not decided yet');
  await scene.finish('refer-continuing-healthcare', { decision: 'eligible' });
  expect(await kinds(scene)).not.toContain('refer-continuing-healthcare');
});

promise('CV71', async () => {
  const { scene } = await paidDirectly();

  expect((await scene.copy(agreed)).text).toContain(
    'Other public money beside it, each week From Amount The NHS: A nurse for the dressing £50.00',
  );
  // In a nursing home the NHS pays for nursing: that comes off the fee, and the letter says so.
  const nursing = await story.fresh('estimated');
  expect((await nursing.taskPage('assess-finances', 'care')).text).toContain(
    'At which rate does the NHS pay for nursing care?',
  );
  await nursing.finish('assess-finances', {
    ...livesInHome(nursing.today()),
    topUpPayer: 'none',
    nursingCare: 'standard',
  });
  expect((await nursing.copy(charge)).text).toContain('The NHS pays the home £254.06 a week for your nursing care.');
});

promise('CV72', async () => {
  const copy = (await (await story.at('agreed')).copy(agreed)).text;

  expect(copy).toContain('How it is met: A care worker visits each morning (home care) By: Example Home Care');
  expect(copy).toContain('When: Every day at 8:00 for 45 minutes');
  expect(copy).toContain('What you want: To start the day clean and dressed');
});

promise('CV73', async () => {
  const { scene, sharing, giving, unshared } = await paidDirectly();

  // Who was asked in the assessment stands where copies are decided on and given.
  for (const page of [sharing, giving]) expect(page).toContain('Name: Dr Shah; Job: GP');
  expect(unshared).toContain(
    'Asked in the assessment and without a copy of the plan: Dr Shah. Give them one, or enter why not',
  );
  expect((await scene.copy(setUp)).text).toContain('Given to: Dr Shah, GP; How, and in which format: By secure email');
  expect((await scene.staffCase('key-worker', '/people')).text).toMatch(
    /What was shared .*Care and support plan Dr Shah, GP By secure email They are involved in the care/,
  );
});

promise('CV74', async () => {
  const giving = await story.fresh('agreed');
  const to = (who: string) => ({ copiesGiven: [{ to: who, how: 'By hand', on: giving.today() }] });

  expect((await giving.taskPage('set-up-support', 'copies')).text).toContain(
    'With the carer, family; with no other relative or friend.',
  );
  await expect(giving.finish('set-up-support', to('Joan next door'))).rejects.toThrow(/Ask the person first/);
  await giving.finish('set-up-support', to('Her daughter Ada'));
  expect((await giving.staffCase('key-worker', '/people')).text).toContain(
    'Copies of the plan Her daughter Ada may have it: the person decided so.',
  );
});

promise('CV75', async () => {
  const copy = (await (await story.at('agreed')).copy(agreed)).text;

  expect(copy).toContain('What your support costs £189.00 You pay £41.55 The council pays £147.45');
  expect(copy).toContain(
    'How the budget is spent Need By Each week Once Help to wash each morning Example Home Care £189.00',
  );
});

promise('CV76', async () => {
  const writing = await story.fresh('charged');

  expect((await writing.taskPage('draft-plan', 'needs')).text).toContain(
    'For example equipment, technology, reablement, or a different provider, and why this one.',
  );
  await writing.finish('draft-plan');
  await expect(writing.finish('check-plan', { affordableWhy: '' })).rejects.toThrow(/afford/i);
  await writing.finish('check-plan');
  const plan = (await writing.case('/plan')).text;
  expect(plan).toContain('Other ways that we talked through A bath seat and a perching stool were tried.');
  expect(plan).toContain('Affordable: Yes. The cost is the estimated budget.');
  expect(plan).toContain('Helps with: Dignity, and being treated with respect');
});

promise('CV77', async () => {
  const { scene, refusals } = await inHome();

  expect(refusals.nothingOffered).toContain('enter which homes were offered');
  expect(refusals.dearerOnly).toContain('costs no more than the budget');
  expect((await scene.copy(agreedFirst)).text).toContain('Care in a home (care home) By: Elm House');
  expect((await scene.copy(setUp)).text).toContain(
    'Homes that we offered Name: Elm House; What it costs each week: £1,150.00 Name: Oak House; What it costs each week: £1,000.00; What the person said to it: Too far from her church',
  );
});

promise('CV78', async () => {
  const { scene: after, refusals } = await inHome();

  expect(refusals.notAgreed).toContain('Complete the agreement');
  expect(refusals.nobodyPays).toMatch(/able/);
  const copy = (await after.copy(setUp)).text;
  expect(copy).toContain('Who pays the top-up Someone else');
  expect(copy).toContain('Sam Okafor, her brother');
  expect(copy).toContain('Terms in the agreement The extra cost What the budget allows');
  expect((await after.case()).text).toContain('Top-up £150.00');
  // A year on somebody looks at it, and knows who pays and what.
  await after.forward('P11M');
  const review = (await after.taskPage('review-top-up', 'review')).text;
  expect(review).toContain('Sam Okafor, her brother');
  expect(review).toContain('£1,150.00');
});

promise('CV79', async () => {
  const { scene } = await paidDirectly();
  const copy = (await scene.copy(setUp)).text;

  expect(copy).toContain('Separate account Yes');
  expect(copy).toMatch(/Day of the agreement \d+ January 2026/);
  expect(copy).toMatch(/First payment \d+ January 2026/);
  expect((await scene.page('/support?words=direct')).text).toContain('It goes to a bank account of its own.');
});

promise('CV80', async () => {
  const { scene } = await paidDirectly();
  const unable = await story.fresh('charged');

  await expect(unable.finish('draft-plan', { ...directPayment, paymentManageable: 'no' })).rejects.toThrow(
    /Offer help to manage it, a nominee or a third party/,
  );
  expect((await scene.page('/support?words=direct')).text).toContain('Help with a direct payment');
  expect((await scene.copy(setUp)).text).toContain('Help to manage it Example Payroll, 01632 960 020');
});

promise('CV81', async () => {
  const after = await story.at('agreed');

  expect((await after.copy(agreed)).text).toContain(
    'Arranged by the council: £189.00 a week You pay your part to the council.',
  );
  // Whoever sets it up says how it is paid, with the sum beside the question; the person keeps it.
  expect((await after.taskPage('set-up-support', 'start')).text).toMatch(
    /How does the person pay their part, and from when\? .*£41\.55/,
  );
  expect((await (await story.at('supported')).copy(setUp)).text).toMatch(
    /Managed by the council .*How you pay your part By a bill every four weeks/,
  );
});

promise('CV82', async () => {
  const running = await story.fresh('agreed');
  await running.finish('set-up-support');
  await running.forward('P1D');

  const call = (await running.taskPage('check-support', 'call')).text;
  expect(call).toContain('How is support going, and is the person happy with it?');
  expect(call).toContain('Have the assessed needs changed?');
  await running.finish('check-support', { changeNeeded: 'yes', whatChange: 'She cannot stand at the basin.' });
  await running.forward('P1D');
  expect((await running.taskPage('review-plan')).text).toContain(
    'Why it is held early The key worker found a change is needed. She cannot stand at the basin.',
  );
});

const asks = [
  [
    'CV83',
    'What works, what does not, and what must change?',
    'What works, and what does not? The morning visits',
    'whatWorks',
    /What works/,
  ],
  [
    'CV84',
    'Have needs or circumstances changed in a way that affects the plan?',
    'Have your circumstances or needs changed? No change.',
    'whatChanged',
    /change/i,
  ],
  [
    'CV85',
    'Could technology, or something else that costs less, do it as well?',
    'Technology or other ways that we looked at A key safe',
    'technologyConsidered',
    /technology/i,
  ],
] as const;
for (const [id, question, copied, field, missing] of asks) {
  promise(id, async () => {
    const reviewing = await story.fresh('firstReminder');

    expect((await reviewing.taskPage('review-plan', 'seven-questions')).text).toContain(question);
    await expect(reviewing.finish('review-plan', { [field]: '' })).rejects.toThrow(missing);
    await reviewing.finish('review-plan');
    expect((await reviewing.copy('Review of your plan')).text).toContain(copied);
  });
}

promise('CV86', async () => {
  const reviewing = await story.fresh('firstReminder');
  await reviewing.finish('review-plan', { moneyChanged: 'yes' });

  expect((await reviewing.copy('Review of your plan')).text).toContain('What you can pay has changed Yes');
  expect((await reviewing.case()).text).toContain('Tell us about your money by');
  expect((await reviewing.taskPage('assess-finances')).text).toContain(
    'A review found that what the person can pay has changed',
  );
});

promise('CV87', async () => {
  const revised = await story.at('revised');

  expect((await revised.copy('Your care and support plan, version 3')).text).toContain(
    'What your support costs £315.00',
  );
  expect((await revised.case()).text).toContain('What the support costs £315.00');
  expect((await revised.copy(agreed)).text).toContain('A later plan has taken its place');
});

promise('CV88', async () => {
  const running = await story.fresh('supported');
  const provider = running.visitor();
  await provider.open('/coventry/review-request');
  const asked = completeAnswers(reviewForAnother, {
    askerRole: 'provider',
    organisation: 'Example Home Care',
    fullName: 'Mo Dhillon',
    personName: 'Rose Okafor',
    knowsDateOfBirth: 'yes',
    personDateOfBirth: '1948-03-02',
    caseReference: running.reference,
    personKnows: 'agrees',
    reviewReasons: ['needs-changed'],
    requestDetail: 'She cannot stand at the basin now.',
    requestUrgent: 'no',
  });
  provider.set(fieldsOf(reviewForAnother, asked));
  expect((await provider.press(reviewForAnother.send)).heading).toBe('We have your request');
  await running.settle();

  const page = (await running.taskPage('decide-review-request', 'answer')).text;
  expect(page).toContain('Example Home Care');
  expect(page).toContain('She cannot stand at the basin now.');
  await running.finish('decide-review-request');
  await running.forward('P1D');
  // Whoever holds the review reads who asked, and what they wrote.
  const early = (await running.taskPage('review-plan')).text;
  expect(early).toContain('Organisation: Example Home Care');
  expect(early).toContain('More about it: She cannot stand at the basin now.');
  expect((await running.case()).text).toContain('Next review Now');
});

promise('CV89', async () => {
  const reviewing = await story.fresh('firstReminder');
  await reviewing.ask('invitation', { guests: [{ name: 'Nurse Bello', role: 'My nurse' }] });

  const page = (await reviewing.taskPage('review-plan', 'about-the-review')).text;
  expect(page).toContain('Nurse Bello');
  // Who gives the support, and the carer, are asked or it is said why not.
  expect(page).toContain('Name: Example Home Care; What they give: A visit each morning');
  // So are the professionals who were asked in the assessment.
  const { scene } = await paidDirectly();
  await scene.forward('P1D');
  await scene.finish('check-support', { changeNeeded: 'yes', whatChange: 'She cannot stand at the basin.' });
  await scene.forward('P1D');
  expect((await scene.taskPage('review-plan', 'about-the-review')).text).toContain('Name: Dr Shah; Job: GP');
  const alone = { askedOthers: [], people: [{ name: 'Rose Okafor', role: 'The person', attended: 'yes' }] };
  await expect(reviewing.finish('review-plan', alone)).rejects.toThrow(/say why nobody was/);
  await reviewing.finish('review-plan');
  expect((await reviewing.copy('Review of your plan')).text).toContain(
    'Name: Ada Okafor; Who they are: Her daughter; Took part: Yes',
  );
});

const reached = [
  ['CV90', 'ext relay: 18001 024 7683 3003'],
  ['CV91', 'PO Box 15, Council House, Earl Street, Coventry, CV1 5RR'],
  ['CV92', 'hone: 024 7683 3003'],
] as const;
for (const [id, way] of reached) {
  promise(id, async () => {
    const after = await story.at('supported');

    expect((await after.page('/help')).text).toContain(way);
    expect((await after.case()).text).toContain(way);
    if (id !== 'CV91') expect(await after.mailed()).toContain(way);
    // At the foot of every page, in a sentence.
    if (id !== 'CV91') expect((await after.page('/cookies')).text).toContain(way.slice(1).replace(': ', ' '));
  });
}
