import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { ownPages } from '../../domain/plan/own-plan.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { answersSchema } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import { answered } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { assessment } from '../../schemas/forms/assessment.ts';
import { personDetails, reviewSignature } from '../../schemas/forms/case-answers.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { plan } from '../../schemas/forms/plan.ts';
import { review } from '../../schemas/forms/review.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { caseReference, isoInstant } from '../../schemas/scalars.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import {
  confirmAddressPage,
  confirmedAddressPage,
  deadAddressLinkPage,
  deadUndoPage,
  undoChangePage,
  undoneChangePage,
} from '../../templates/pages/address-pages.ts';
import { caseCheckPage, caseFormStartPage, caseQuestionPage } from '../../templates/pages/case-form-pages.ts';
import {
  answerCopyPage,
  caseFormPage,
  caseLinkAskedPage,
  caseOverviewPage,
  caseSignInPage,
  copyPage,
  deadCaseLinkPage,
  doneOnCasePage,
  myCasesPage,
  useCaseLinkPage,
  withdrawPage,
} from '../../templates/pages/case-pages.ts';
import {
  changedOwnPage,
  deadPlanLinkPage,
  endedSharePage,
  ownPlanPage,
  planWritingPage,
  usePlanLinkPage,
} from '../../templates/pages/plan-pages.ts';
import {
  chooseDraftPage,
  deadLinkPage,
  endedPage,
  linkAskedPage,
  linkOutcomes,
  noDraftPage,
  returnPage,
  saveDraftPage,
  savedDraftPage,
  useLinkPage,
} from '../../templates/pages/return-pages.ts';
import { reviewRequestedPage, reviewRequestPage } from '../../templates/pages/review-request-pages.ts';
import { draftTogetherPage, noCodePage, ownPartPage, togetherPage } from '../../templates/pages/together-pages.ts';
import { finishing } from '../support/finished-work.ts';

const reference = 'K7M-29QX-T4F';
const on = '2026-02-16';
const token = 'A'.repeat(43);
const address = 'rose.okafor@example.com';
const wrongBirth = {
  value: { day: '3', month: '13', year: '1948' },
  error: 'The date of birth does not match. You can try 4 more times',
};
const deadReasons = ['used', 'expired', 'replaced', 'locked', 'unknown'] as const;

/** One record of each kind that a person reads, as staff of the example write them. */
const recordsOf = ({ slug }: Council): CaseRecord[] => {
  const staff = staffAnswers(on);
  const made = (id: string) => ({
    council: slug,
    reference: caseReference.parse(reference),
    id,
    version: 1,
    at: isoInstant.parse(`${on}T10:00:00.000Z`),
    by: { kind: 'public' } as const,
  });
  return [
    {
      ...made('application'),
      kind: 'application',
      ...answered(needsAssessment, completeAnswers(needsAssessment)),
    },
    {
      ...made('assessment-1.assess-needs'),
      kind: 'work',
      work: 'assess-needs',
      ...answered(assessment, answersSchema(assessment, () => on).parse(staff['assess-needs'])),
    },
    ...(['decide-eligibility', 'estimate-budget', 'assess-finances'] as const).map((kind): CaseRecord => {
      const outcome = finishing(kind)();
      const [record] = outcome.ok ? outcome.records : [];
      if (record?.kind !== 'work') throw new Error(`The example of ${kind} is not taken`);
      return { ...made(`assessment-1.${kind}`), ...record };
    }),
    {
      ...made('assessment-1.draft-plan-1'),
      kind: 'plan',
      number: 1,
      state: 'submitted',
    },
    {
      ...made('assessment-1.draft-plan-1'),
      kind: 'work',
      work: 'draft-plan',
      ...answered(plan, staff['draft-plan']),
    },
    {
      ...made('review-1.review-plan'),
      kind: 'work',
      work: 'review-plan',
      ...answered(review, staff['review-plan']),
    },
  ];
};

/** The pages on the way back to a form that was saved. */
export const returnPages = (council: Council): Readonly<Record<string, string>> => ({
  'each a part of their own': togetherPage({ council }),
  'each a part of their own, wrong': togetherPage({
    council,
    value: '12',
    error: 'Code must have 16 letters and numbers',
  }),
  'start a part of your own': ownPartPage({ council, code: '0'.repeat(16), half: 'carer', unfinished: 'A form' }),
  'a code that does not work': noCodePage({ council }),
  'bring in the other person': draftTogetherPage({
    council,
    csrf: '',
    code: 'K7QM-2XTP-9ADF-HW3R',
    invited: 'a@example.com',
    outcome: 'sent',
  }),
  'parts are apart': draftTogetherPage({ council, csrf: '' }),
  'save a form': saveDraftPage({ council, csrf: 'c' }),
  'save a form, wrong': saveDraftPage({ council, csrf: 'c', value: 'rose', error: 'Enter your email address' }),
  ...Object.fromEntries(
    linkOutcomes.map((outcome) => [
      `form saved, link ${outcome}`,
      savedDraftPage({ council, address, outcome, keptUntil: 'Monday 16 March 2026' }),
    ]),
  ),
  'come back': returnPage({ council }),
  'link to a form asked for': linkAskedPage({ council, address }),
  'use a link to a form': useLinkPage({ council, token, asksDateOfBirth: true }),
  'use a link to a form, wrong': useLinkPage({ council, token, asksDateOfBirth: true, ...wrongBirth }),
  ...Object.fromEntries(
    ([...deadReasons, 'gone'] as const).map((reason) => [
      `link to a form, ${reason}`,
      deadLinkPage({ council, reason }),
    ]),
  ),
  'choose a form': chooseDraftPage({
    council,
    csrf: 'c',
    drafts: [
      { id: 'A'.repeat(22), title: needsAssessment.title, savedOn: 'Monday 16 February 2026' },
      { id: 'B'.repeat(22), title: needsAssessment.title, savedOn: 'Tuesday 17 February 2026' },
    ],
  }),
  'form ended': endedPage({
    council,
    csrf: 'c',
    asksDateOfBirth: true,
    hasEmail: true,
    keptUntil: 'Monday 16 March 2026',
    saved: true,
  }),
  'no form here': noDraftPage({ council }),
});

type OfCase = { council: Council; reference: string; csrf: string };

/** The pages of a form of a case: its start, each page of questions, and where its answers are checked. */
const caseFormWalk = (of: OfCase, form: Form): [string, string][] => {
  const base = `/x/case/${of.reference}/ask/${form.id}`;
  const pages = form.sections.flatMap((section) => section.pages.map((page) => ({ section, page })));
  const common = { council: of.council, csrf: of.csrf, form };
  return [
    [
      `ask: ${form.title}`,
      caseFormStartPage({ ...common, next: base, back: '/x', action: base, begunOn: '', keptUntil: '' }),
    ],
    [
      `ask: ${form.title}, begun`,
      caseFormStartPage({
        ...common,
        next: base,
        back: '/x',
        action: base,
        begunOn: 'Monday 5 January 2026',
        keptUntil: 'Wednesday 4 February 2026',
      }),
    ],
    ...pages.map(({ section, page }): [string, string] => [
      `ask: ${form.title}, ${page.id}`,
      caseQuestionPage({
        ...common,
        visit: { section, page, questions: page.questions },
        isWhole: pages.length === 1,
        here: `${base}/pages/${page.id}`,
        back: '/x',
        seen: 's',
        key: 'k',
        documents: '/x',
        added: ['letter.pdf'],
        values: {},
        problems: [],
        notice: page === pages[0]?.page ? 'You have signed in anew since this page was shown.' : '',
      }),
    ]),
    [
      `ask: ${form.title}, check`,
      caseCheckPage({
        ...common,
        parts: [{ id: 'p', title: 'Part', answers: [{ name: 'Urgent', lines: ['No'], href: base }] }],
        errors: [],
        action: base,
        back: '/x',
        key: 'k',
      }),
    ],
  ];
};

/** The pages of a case, of confirming an address, and of asking for a review of someone's plan. */
/** The pages of a plan that is being written: how, its parts, a need, and those of a guest. */
const planPages = (council: Council): Record<string, string> => {
  const of = { council, csrf: 'c', base: `/${council.slug}/case/${reference}/plan` };
  const back = { href: '/x', text: 'Back to your case' };
  const [, need] = ownPages(plan, [{ need: 'Cannot wash below the waist.', outcome: 'hygiene', eligible: 'yes' }]);
  if (need === undefined) throw new Error('A need has a page');
  const { id, title, questions } = need;
  const form = { ...plan, exits: [], sections: [{ id, title, pages: [{ id, title, questions }] }] };
  const answering = { always: 'me' as const, subject: { is: ['me' as const], unnamed: 'the person' } };
  return {
    'plan: who writes': planWritingPage({ ...of, back, value: undefined, error: '', isOpen: true }),
    'plan: parts': ownPlanPage({
      ...of,
      back,
      state: 'writing',
      isOwner: true,
      mayOpen: true,
      worker: 'Yusuf Eastwood',
      money: ['What stands in the plan so far comes to £50.00 a week.'],
      left: 1,
      parts: [{ title, href: '/x', status: 'not-written' }],
      people: [
        {
          name: 'Daniel',
          what: 'Family or friend, may write in the plan until Monday 2 February 2026',
          code: '123456',
          ranOut: 'They have not opened the plan yet, and a link works for a week. Send it again.',
          action: '/x',
        },
      ],
    }),
    'plan: ready': ownPlanPage({ ...of, back, state: 'ready', isOwner: true, worker: 'Yusuf Eastwood' }),
    'plan: a need': changedOwnPage({
      ...of,
      form: { ...form, answering },
      own: need,
      overview: '/x',
      was: 'w',
      over: '',
      choices: [],
      sentBack: ['Say who helps at weekends.'],
      suggestions: [{ by: 'Daniel (family or friend)', text: 'I can help on Sundays.' }],
      ideas: [{ id: 'home-care', name: 'Help at home', what: 'A care worker comes to your home.', provider: '' }],
      suggests: false,
      words: [],
      meanwhile: [{ name: 'What support would you like with this?', lines: ['A bath seat'] }],
      values: {},
      problems: [],
    }),
    'plan: link of a guest': usePlanLinkPage({ council, token: 't' }),
    'plan: link that was used': deadPlanLinkPage({ council, token: 't', reason: 'used' }),
    'plan: guest signed out': endedSharePage({ council, why: 'signed-out' }),
  };
};

export const casePages = (council: Council): Readonly<Record<string, string>> => {
  const of = { council, reference, csrf: 'c' };
  const copies = copiesOf(council, recordsOf(council));
  const copyOf = (kind: string) => {
    const found = copies.find(({ id }) => id.startsWith(`${kind}.`));
    if (found === undefined) throw new Error(`There is no copy of a ${kind}`);
    return found;
  };
  return {
    'sign in': caseSignInPage({ council, ended: undefined }),
    'sign in after an hour': caseSignInPage({ council, ended: 'yes' }),
    'sign in, wrong': caseSignInPage({ council, ended: undefined, value: 'rose', error: 'Enter your email address' }),
    'link to a case asked for': caseLinkAskedPage({ council, address }),
    'use a link to a case': useCaseLinkPage({
      council,
      action: '/x',
      heading: 'Open your case',
      button: 'Open my case',
    }),
    ...Object.fromEntries(
      deadReasons.map((reason) => [`link to a case, ${reason}`, deadCaseLinkPage({ council, reason })]),
    ),
    'change details back': undoChangePage({ council, token }),
    'change details back, wrong': undoChangePage({ council, token, ...wrongBirth }),
    'details changed back': undoneChangePage({ council }),
    'details not changed back': deadUndoPage({ council, reason: 'overtaken' }),
    'confirm an address': confirmAddressPage({ council, token }),
    'confirm an address, wrong': confirmAddressPage({ council, token, ...wrongBirth }),
    'address confirmed': confirmedAddressPage({ council }),
    ...Object.fromEntries(
      deadReasons.map((reason) => [`link to confirm, ${reason}`, deadAddressLinkPage({ council, reason })]),
    ),
    'several cases': myCasesPage({
      council,
      csrf: 'c',
      cases: [
        { reference, whose: 'Your request', openedOn: 'Monday 5 January 2026' },
        { reference: 'AB1-2CDE-3FG', whose: 'The request of Grace', openedOn: 'Tuesday 6 January 2026' },
      ],
    }),
    'no cases': myCasesPage({ council, csrf: 'c', cases: [] }),
    'case overview': caseOverviewPage({
      ...of,
      title: 'Your case',
      steps: [
        ...(['application', 'triage', 'assessment'] as const).map((id) => ({
          id,
          title: 'You asked for help',
          text: 'We have what you told us.',
          state: 'done' as const,
          on: 'Monday 5 January 2026',
        })),
        { id: 'decision', title: 'Decision', text: 'We tell you what we decided.', state: 'now', on: '' },
        {
          id: 'next-review',
          title: 'Next review',
          text: 'We look at it.',
          state: 'to-come',
          on: 'Monday 16 February 2026',
        },
      ],
      questions: [{ text: 'Read your plan and tell us if you agree', part: 'plan', by: 'Monday 16 February 2026' }],
      worker: {
        name: 'Yusuf Eastwood',
        role: council.terms.keyWorker,
        since: 'Monday 5 January 2026',
        awayUntil: '',
        ask: '',
      },
      assesses: { name: 'Ada Brook', phone: '01632 960 000', awayUntil: 'Monday 2 March 2026', ask: 'Mo Dale' },
      copies: copies.map(({ id, title }) => ({ id, title, on: 'Monday 16 February 2026' })),
      actions: [
        { part: 'ask/change', text: 'Tell us that something has changed' },
        { part: 'withdraw', text: 'Withdraw the request' },
      ],
    }),
    'case overview, new': caseOverviewPage({
      ...of,
      title: 'The case of Rose',
      steps: [
        {
          id: 'application',
          title: 'You asked for help',
          text: 'We have it.',
          state: 'done',
          on: 'Monday 5 January 2026',
        },
        { id: 'triage', title: 'We look at it', text: 'We read it.', state: 'now', on: 'Monday 2 February 2026' },
      ],
      questions: [],
      worker: undefined,
      copies: [],
      actions: [],
    }),
    ...Object.fromEntries(copies.map((copy) => [`copy: ${copy.title}`, copyPage({ council, reference, copy })])),
    'agree to a plan': answerCopyPage({
      ...of,
      title: 'Read your plan and answer',
      copy: copyOf('plan'),
      begin: { part: 'ask/plan-agreement/pages/answer', text: 'Answer the plan' },
      lines: ['You can take your time.'],
    }),
    'sign a review, wrong': answerCopyPage({
      ...of,
      title: 'Read and sign your review',
      copy: copyOf('work.review-1'),
      asked: {
        part: 'sign/review-1.review-plan',
        form: reviewSignature,
        values: {},
        problems: [{ field: 'signature', message: 'Type your full name to sign' }],
      },
      lines: ['If you do not agree with it, do not sign: ask us about it, or complain.'],
    }),
    ...planPages(council),
    'contact details': caseFormPage({ ...of, part: 'details', form: personDetails, values: {}, problems: [] }),
    ...Object.fromEntries([...caseForms.values()].flatMap((form) => caseFormWalk(of, pageByPage(form)))),
    'done on a case': doneOnCasePage({ council, reference, heading: 'We have it', lines: ['Staff see it too.'] }),
    withdraw: withdrawPage(of),
    'ask for a review for another': reviewRequestPage({ council, values: {}, problems: [], submissionKey: 'k' }),
    'review for another asked for': reviewRequestedPage({
      council,
      readBy: 'Monday 16 February 2026',
      replyBy: 'email',
    }),
  };
};
