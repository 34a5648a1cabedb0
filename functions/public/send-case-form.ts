import { complaintClock } from '../../domain/complaints/complaint-clock.ts';
import { documentsIn } from '../../domain/forms/documents.ts';
import { maySign } from '../../domain/journey/case-following.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import { caseForms, hasProof, proofQuestion } from '../../schemas/forms/case-forms.ts';
import { financialAssessment } from '../../schemas/forms/financial-assessment.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { type CaseReader, forPosts } from '../../services/follow/case-access.ts';
import { createCaseDocuments } from '../../services/follow/case-documents.ts';
import { createCaseRequests } from '../../services/follow/case-requests.ts';
import { askedBy } from '../../services/runtime/council-lists.ts';
import { problems } from '../../services/runtime/problems.ts';
import { createLimits } from '../../services/web/limits.ts';
import { type CouncilRequest, detailsOf, page } from '../../services/web/site.ts';
import { openByHand } from '../../services/work/opening.ts';
import { caseFormPage, doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

const notices = {
  ended:
    'We signed you out because an hour had passed. What you typed is below. Sign in again in a new tab, then come back and send this page.',
  'not-ours': 'You have signed in anew since this page was shown. What you typed is below. Check it and send it again.',
} as const;

/** The page again with what was typed: nothing is lost by a fault, an hour that has passed or a new sign-in. */
const again = (
  request: CouncilRequest,
  csrf: string,
  status: number,
  rest: Partial<Parameters<typeof caseFormPage>[0]>,
) => {
  const { council, params, body } = request;
  const base = caseForms.get(params['form'] ?? '');
  if (base === undefined) throw problems.notFound();
  const form = askedBy(council, base);
  const { answers, submissionKey } = readFormBody(form, body);
  const of = { council, reference: params['reference'] ?? '', csrf, part: `ask/${form.id}`, form, submissionKey };
  return page(status, caseFormPage({ ...of, values: answers, problems: [], ...rest }));
};

const nextFor = (form: string, today: IsoDate): string[] => {
  const complaint = complaintClock(today);
  switch (form) {
    case 'complaint':
      return [
        `We write to you by ${readableDate(complaint.acknowledgeBy)} to say who looks into it, and offer to talk about how and by when.`,
        `You get a signed answer by ${readableDate(complaint.respondBy)} at the latest. Complaining never changes the care you get.`,
      ];
    case 'query':
      return ['Whoever made the decision answers you in writing. You can complain at any time instead.'];
    case 'review-request':
      return [
        'We decide if we review the plan now. If we do not, we tell you why in writing, and how to challenge it.',
      ];
    case 'end-support':
      return ['Your support goes on for now. We talk with you first, and then tell you in writing what follows.'];
    case 'invitation':
      return ['Whoever holds the review knows now whom you want there.'];
    case 'visit-change':
      return ['Whoever arranges the visit answers you by the next working day. Until then it stays as it is.'];
    case 'equality':
      return ['They help us to check that we treat everyone fairly. They change nothing in your case.'];
    default:
      return ['We look at it and tell you what it changes, if it changes anything.'];
  }
};

/** What is said of one of many in a day. It is kept like any other. */
const readWithOthers = [
  'You have sent us several of these today.',
  'We read this one together with the others, and answer them together. We do not send you an email for each.',
];

/** What was said before a form that is no way to report harm: staff look into it, and do not wait to be told again. Care Act 2014 s.42. */
const raiseWorry = async (deps: Deps, { careCase, actor }: CaseReader, { title }: Form, key: string) => {
  const { council, reference } = careCase;
  // Many in a day say no more than the first, and one that is looked into already is looked into.
  if (!(await createLimits(deps)(deps.councils.known(council), 'request', `${reference} worry`))) {
    const tasks = await deps.store.tasks(council, reference);
    if (tasks.some(({ kind, status }) => kind === 'look-into-safety' && status === 'open')) return;
  }
  await openByHand(
    deps,
    careCase,
    {
      kind: 'look-into-safety',
      reason: `Before the form “${title}” it was answered that someone is in danger, or is being hurt or neglected.`,
      why: 'An answer on the case page discloses harm. Read it before you make contact.',
    },
    key,
    actor,
  );
};

/** Takes what a person asks or tells us, and gives it as work to who must answer. POST /{council}/case/{reference}/ask/{form} */
export const call = forPosts(
  (deps) => async (request, reader) => {
    const { council, params, body } = request;
    const base = caseForms.get(params['form'] ?? '');
    if (base === undefined) throw problems.notFound();
    const form = askedBy(council, base);
    const today = londonDate(deps.clock.now());
    const { answers, submissionKey } = readFormBody(form, body);
    const documents = createCaseDocuments(deps);
    const waiting = hasProof(form) ? await documents.waiting(reader) : [];
    const added = waiting.map(({ name }) => name);
    const proof = waiting.length > 0 ? { [proofQuestion]: waiting.map(({ id }) => id) } : {};
    const read = readAnswers(form, () => today, { ...answers, ...proof });
    const { csrf } = reader.session;
    if (read.outcome === 'problems') return again(request, csrf, 400, { problems: read.problems, added });
    if (read.outcome === 'exit') await raiseWorry(deps, reader, form, submissionKey);
    if (read.outcome === 'exit') return again(request, csrf, 422, { exits: read.exits, added });
    if (form.id === financialAssessment.id && !maySign(reader.as, reader.helper, 'money')) {
      const message = 'Ask the person to sign this form, or their attorney or deputy for property and money';
      return again(request, csrf, 403, { problems: [{ field: 'declaration', message }], added });
    }
    const sent = documentsIn(form, read.answers, waiting).map(({ id }) => id);
    const uploaded = waiting.filter(({ id }) => sent.includes(id));
    let isReadWithOthers = false;
    try {
      ({ isReadWithOthers } = await createCaseRequests(deps)(reader, form.id, read.answers, submissionKey, uploaded));
    } catch (error) {
      const { status, title, detail } = detailsOf(error, request);
      const message = `${title}. ${detail} What you typed is still below.`;
      return again(request, csrf, status, { problems: [{ field: '', message }], added });
    }
    await documents.sent(reader, sent);
    const { reference } = reader.careCase;
    const lines = [
      ...(isReadWithOthers ? readWithOthers : nextFor(form.id, today)),
      'You find what you sent, and our answer, under “What you can read”.',
    ];
    return page(200, doneOnCasePage({ council, reference, heading: 'We have it', lines }));
  },
  (_deps, request, _fields, why, csrf) => again(request, csrf, why === 'ended' ? 401 : 403, { notice: notices[why] }),
);
