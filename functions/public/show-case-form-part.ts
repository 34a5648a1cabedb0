import { complaintClock } from '../../domain/complaints/complaint-clock.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { exitsReached } from '../../schemas/form-conditions.ts';
import { partsOf } from '../../schemas/form-language.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { type CaseCall, casePath, forReaders } from '../../services/follow/case-access.ts';
import { isOnePage, stepOf, stepPath, walkCall, walkPath } from '../../services/follow/case-walk.ts';
import { walkCheckResponse } from '../../services/follow/walk-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { caseStopPage } from '../../templates/pages/case-form-pages.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';

const nextFor = (form: string, on: IsoDate): string[] => {
  const complaint = complaintClock(on);
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

const answered: Readonly<Record<string, { heading: string; lines: string[] }>> = {
  agreed: {
    heading: 'You have agreed the plan',
    lines: ['We set up your support now. Your copy is under “What you can read”.'],
  },
  'changes-asked': { heading: 'We have your changes', lines: ['We look at them and show you the plan again.'] },
  'not-agreed': {
    heading: 'We know that you do not agree',
    lines: ['We talk with you about it. A plan that is in force now stays in force. You can complain at any time.'],
  },
};

/** That we have what was sent last of a form, and what happens next; where nothing was sent it is not said. */
const sent: CaseCall =
  (deps) =>
  async (request, { careCase }) => {
    const { council, params, query } = request;
    const { reference } = careCase;
    const id = params['form'] ?? '';
    const of = { council, reference };
    if (id === planAnswerForm.id) {
      const records = await deps.store.records(council.slug, reference, 'work');
      const last = records
        .filter((one) => one.kind === 'work' && one.work === 'agree-plan')
        .toSorted((a, b) => b.at.localeCompare(a.at))[0];
      const done = last?.kind === 'work' ? answered[String(last.answers['answer'])] : undefined;
      return done ? page(200, doneOnCasePage({ ...of, ...done })) : seeOther(casePath(careCase));
    }
    const records = await deps.store.records(council.slug, reference, 'request');
    const last = records
      .filter((one) => one.kind === 'request' && one.list === id)
      .toSorted((a, b) => b.at.localeCompare(a.at))[0];
    if (last === undefined) return seeOther(casePath(careCase));
    const lines = [
      ...(query['with'] === 'others' ? readWithOthers : nextFor(id, londonDate(last.at))),
      'You find what you sent, and our answer, under “What you can read”.',
    ];
    return page(200, doneOnCasePage({ ...of, heading: 'We have it', lines }));
  };

const notNow =
  'We could not take it just now. Nothing is lost: what you typed is below. Wait a moment, and send it again.';
const checkFirst = 'We have to check something before this plan can be agreed. We will be in touch';

/**
 * Where all answers are checked (`check`), where one is told what to do instead (`stop`), and that it was sent (`sent`).
 * GET /{council}/case/{reference}/ask/{form}/{part}
 */
export const call = forReaders((deps) => (request, reader, fields) => {
  const { params, query, council } = request;
  if (params['part'] === 'sent' && (caseForms.has(params['form'] ?? '') || params['form'] === planAnswerForm.id)) {
    return sent(deps)(request, reader, fields);
  }
  return walkCall((_deps, walk) => {
    const { form, kept } = walk;
    const exits = exitsReached(form, kept.answers);
    const [exit] = exits;
    if (params['part'] === 'stop' && exit) {
      const asked = partsOf(exit.when)[0]?.question;
      const on = form.sections
        .flatMap(({ pages }) => pages)
        .find((one) => one.questions.some(({ id }) => id === asked));
      return page(
        422,
        caseStopPage({
          council,
          form,
          answers: kept.answers,
          exit,
          change: stepPath(walk, on?.id ?? '', 'change=yes'),
          keptUntil: readableDate(kept.keptUntil),
          later: casePath(reader.careCase),
        }),
      );
    }
    if (params['part'] === 'stop') return seeOther(walkPath(walk));
    if (params['part'] !== 'check') throw problems.notFound();
    if (exit) return seeOther(walkPath(walk, '/stop'));
    if (kept.version === 0) return seeOther(walkPath(walk));
    const said = { yes: [notNow], check: [checkFirst] }[query['again'] ?? ''] ?? [];
    // A form of one page has no other place where its answers are, but what could not be sent is said above them.
    const only = form.sections[0]?.pages[0];
    const visit = only && isOnePage(form) && said.length === 0 ? stepOf(walk, only.id) : undefined;
    if (visit) return seeOther(stepPath(walk, visit.page.id, 'wrong=yes'));
    return walkCheckResponse(deps, walk, said.length > 0 ? 409 : 200, said);
  })(deps)(request, reader, fields);
});
