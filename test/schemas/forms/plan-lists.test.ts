import { describe, expect, it } from 'vitest';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { type Problem, readAnswers } from '../../../schemas/answers.ts';
import { adultOutcomeCode, carerOutcomeCode, wellbeingArea } from '../../../schemas/eligibility.ts';
import { type Form, questionsOf } from '../../../schemas/form-language.ts';
import { kindsOfSupport, planOutcomes, wellbeingAreas } from '../../../schemas/forms/fragments/plan-words.ts';
import { plan } from '../../../schemas/forms/plan.ts';
import { planAgreement, planAnswerForm } from '../../../schemas/forms/plan-agreement.ts';
import { planChecks } from '../../../schemas/forms/plan-checks.ts';
import { review } from '../../../schemas/forms/review.ts';
import { supportKinds } from '../../../schemas/support-kinds.ts';
import { aNeed, planPosted, reviewPosted } from '../../support/care-act.ts';

const problems = (list: Form, answers: object): string[] => {
  const read = readAnswers(list, () => '2027-12-31', answers);
  return read.outcome === 'problems' ? read.problems.map(({ field, message }: Problem) => `${field}: ${message}`) : [];
};

describe('the plan', () => {
  it.each([
    {
      changes: { needs: [aNeed({ weeklyCost: -1 })] },
      message: 'needs[0].weeklyCost: Weekly cost to the council must be £0 or more',
    },
    { changes: { needs: [] }, message: 'needs: Enter at least one need' },
    { changes: { contingency: '' }, message: 'contingency: Fill in “If things change suddenly”' },
    { changes: { paymentRoutes: ['cash'] }, message: 'paymentRoutes[0]: Select how the budget is held' },
    {
      changes: { paymentRoutes: ['none', 'council-managed'] },
      message: 'paymentRoutes: Select either “Nothing is paid for” or something else, and not both',
    },
    {
      changes: { paymentRoutes: ['individual-service-fund', 'council-managed'], fundWeekly: 1 },
      message: 'fundHeldBy: Enter who holds it',
    },
  ])('names question and rule: $message', ({ changes, message }) => {
    expect(problems(plan, planPosted(changes))).toEqual([message]);
  });

  it('lets an estimated budget leave out both shares until the financial assessment', () => {
    const { budgetPerson: _person, budgetCouncil: _council, ...estimated } = planPosted({ budgetStage: 'estimated' });

    expect(problems(plan, estimated)).toEqual([]);
  });

  it('asks a carer’s plan about care for the person looked after and their agreement, and no other (s.20)', () => {
    const carer = { about: 'carer', consulted: [{ name: 'Cy', role: 'carer', askedForBy: 'law' }] };

    expect(problems(plan, planPosted(carer))).toEqual([
      'careToAdult: Select yes or no: is any of it care given to the person whom the carer looks after?',
    ]);
    expect(problems(plan, planPosted({ ...carer, careToAdult: 'yes' }))).toEqual([
      'adultAgrees: Select their agreement',
    ]);
    expect(problems(plan, planPosted())).toEqual([]);
  });

  it('asks the conditions of s.31 of a direct payment alone', () => {
    const asked = problems(plan, planPosted({ paymentRoutes: ['direct-payment'] })).map((line) => line.split(':')[0]);

    expect(asked).toEqual([
      'directPayments',
      'contributionPaid',
      'paymentAskedFor',
      'paymentCapacity',
      'recipientAgrees',
      'paymentManageable',
      'paymentRuledOut',
      'paymentAppropriate',
      'paysRelative',
    ]);
  });

  it('marks what s.25(1), s.25(3) and (4) and s.26(1) ask for as statutory, each with where that stands or what it meets', () => {
    const statutory = questionsOf(plan).filter(({ question }) => question.statutory);

    expect(statutory.map(({ question }) => question.id)).toEqual(
      expect.arrayContaining([
        'needs',
        'consulted',
        'adviceMeetOrReduce',
        'advicePreventOrDelay',
        'budgetCost',
        'budgetPerson',
        'budgetCouncil',
        'paymentRoutes',
        'directPayments',
      ]),
    );
  });
});

describe('the words of a plan', () => {
  const values = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value]) => value).sort();

  it('have every outcome of adults and of carers, and the carer’s health, once', () => {
    expect(values(planOutcomes)).toEqual(
      [...new Set([...adultOutcomeCode.options, ...carerOutcomeCode.options, 'carer-health'])].sort(),
    );
  });

  it('have the nine areas of well-being and every kind of support of the catalogue', () => {
    expect(values(wellbeingAreas)).toEqual([...wellbeingArea.options].sort());
    expect(values(kindsOfSupport)).toEqual([...supportKinds].sort());
  });
});

describe('the checks of a plan', () => {
  it('want a reason for each of the 3 checks', () => {
    const { affordableWhy: _a, lawfulWhy: _l, effectiveWhy: _e, ...bare } = staffAnswers('2026-01-05')['check-plan'];

    expect(problems(planChecks, bare)).toEqual([
      'affordableWhy: Give the reason: affordable',
      'lawfulWhy: Give the reason: lawful',
      'effectiveWhy: Give the reason: effective',
    ]);
  });

  it.each(['affordable', 'lawful', 'effective', 'involved', 'risksCovered'])(
    'want to know what should change where %s is answered with no',
    (check) => {
      expect(problems(planChecks, { ...staffAnswers('2026-01-05')['check-plan'], [check]: 'no' })).toEqual([
        'sentBack: Name the answers that go back, or enter what should change',
      ]);
    },
  );
});

describe('the answer to a plan', () => {
  it.each([
    { given: {}, person: 'answer: Select your answer', staff: 'answer: Select the answer' },
    {
      given: { answer: 'agreed' },
      person: 'signature: Type your full name to sign',
      staff: 'signature: Type your full name to sign',
    },
    {
      given: { answer: 'changes-asked', budgetHeld: 'as-planned' },
      person: 'sentBack: Tell us what should change',
      staff: 'sentBack: Name the parts to change, or enter what should change',
    },
    {
      given: { answer: 'not-agreed' },
      person: 'whyNot: Tell us why you do not agree',
      staff: 'whyNot: Enter why they do not agree',
    },
  ])('says to the person “$person”, to staff “$staff”', ({ given, person, staff }) => {
    expect(problems(planAnswerForm, given)).toEqual([person]);
    expect(problems(planAgreement, given)).toEqual([staff]);
  });

  it('is one list: whatever the person may answer, staff may', () => {
    const staff = new Map(questionsOf(planAgreement).map(({ question }) => [question.id, question]));

    for (const { question } of questionsOf(planAnswerForm)) {
      expect(staff.get(question.id)).toMatchObject({ type: question.type });
    }
    expect([planAnswerForm.id, planAnswerForm.version]).toEqual([planAgreement.id, planAgreement.version]);
  });
});

describe('the review', () => {
  const revised = { outcome: 'revise', details: ['increased'], changes: [{ what: 'Sunday at ten', by: '2027-01-11' }] };
  const decreased = {
    ...revised,
    details: ['decreased'],
    reassessedChange: 'Walks again',
    metNow: 'Walks to the lunch club',
    viewOfLess: 'She is pleased',
    lessFrom: '2027-02-01',
  };

  it.each([
    { what: 'no change', changes: {} },
    { what: 'a revision with its timescale (CB38)', changes: revised },
    { what: 'a decrease with the reassessed change', changes: decreased },
    { what: 'a reassessment (S51)', changes: { outcome: 'reassess' } },
    { what: 'an end', changes: { outcome: 'end' } },
  ])('takes $what', ({ changes }) => {
    expect(problems(review, reviewPosted(changes))).toEqual([]);
  });

  it.each([
    { changes: { ...revised, changes: [] }, messages: ['changes: Enter at least one change'] },
    { changes: { ...revised, details: [] }, messages: ['details: Select what happens to the support'] },
    {
      changes: { ...revised, details: ['increased', 'decreased'] },
      messages: [
        'reassessedChange: Enter the change that a reassessment showed',
        'metNow: Enter how the needs are met now',
        'viewOfLess: Enter what the person says to less',
        'lessFrom: Enter the day from which there is less',
      ],
    },
    { changes: { people: [] }, messages: ['people: Enter at least one person'] },
    { changes: { technologyConsidered: '' }, messages: ['technologyConsidered: Enter the technology or other ways'] },
    { changes: { heldOn: '2028-01-01' }, messages: ['heldOn: Date of the review must be today or in the past'] },
  ])('refuses with: $messages', ({ changes, messages }) => {
    expect(problems(review, reviewPosted(changes))).toEqual(messages);
  });

  it('wants the signature of the council with its day (CB39)', () => {
    const given = reviewPosted({ workerSigns: '', workerSignedOn: '' });

    expect(problems(review, given).map((line) => line.split(':')[0])).toEqual(['workerSigns', 'workerSignedOn']);
  });

  it('asks all 7 of Staffordshire’s questions (S36 to S42), the last of three people', () => {
    const seven = ['whatChanged', 'whatWorks', 'outcomesAchieved', 'improvements', 'budgetEnough', 'networkChanges'];
    const satisfied = ['personSatisfied', 'carerSatisfied', 'advocateSatisfied'];
    const blank = Object.fromEntries([...seven, ...satisfied].map((id) => [id, '']));

    expect(problems(review, reviewPosted(blank)).map((line) => line.split(':')[0])).toEqual([...seven, ...satisfied]);
  });
});
