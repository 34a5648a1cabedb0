import { maySign } from '../../domain/journey/case-following.ts';
import { caseSteps, moneyIsWanted, openQuestions } from '../../domain/journey/case-progress.ts';
import { supportRuns } from '../../domain/journey/end-of-support.ts';
import { namedWorker } from '../../domain/journey/key-worker.ts';
import { requestStates } from '../../domain/journey/request-progress.ts';
import { visitsCalledOff } from '../../domain/journey/visit-calendar.ts';
import { visitsToCome } from '../../domain/journey/visits.ts';
import { allWorkOf } from '../../domain/journey/work-records.ts';
import { planTask } from '../../domain/plan/own-plan.ts';
import { weeklyMoney } from '../../domain/plan/weekly-money.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { say } from '../../schemas/say.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { type CaseReader, forReaders } from '../../services/follow/case-access.ts';
import { copiesOf, copyDay } from '../../services/follow/case-copies.ts';
import { createKeptCaseForms } from '../../services/follow/kept-case-forms.ts';
import { awayForLong } from '../../services/mail/away-for-long.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { withWorkersHere } from '../../services/work/case-workers.ts';
import { caseOverviewPage } from '../../templates/pages/case-pages.ts';

const shown = (on: IsoDate | undefined): string => (on === undefined ? '' : readableDate(on));

/** Whom the person knows by name, by the council's word, and who assesses where that is somebody else. */
const workersOf = ({ teams, terms }: Council, careCase: CareCase) => {
  const { stage, assessor, namedSince } = careCase;
  const known = namedWorker(careCase);
  const assessing = ['received', 'short-term-support', 'assessment', 'decision'].includes(stage);
  const assesses = assessing && assessor ? { of: assessor, phone: teams.assessor.phone } : undefined;
  const worker = known && {
    of: known.of,
    role: known.role === 'assessor' ? terms.worker : terms.keyWorker,
    since: shown(namedSince),
    phone: teams[known.role].phone,
  };
  return { worker, assesses: assesses?.of.id === worker?.of.id ? undefined : assesses };
};

const actionsFor = (
  { closed, planInForce, nextReview }: CareCase,
  asksForMoney: boolean,
  mayWithdraw: boolean,
  hasSupport: boolean,
  mayDisagree: boolean,
  isPlanned: boolean,
) => [
  ...(isPlanned ? [{ part: 'plan/write', text: say`See the plan that is being written, and who helps with it` }] : []),
  ...(closed ? [] : [{ part: 'ask/change', text: say`Tell us that something has changed` }]),
  ...(planInForce && !closed ? [{ part: 'ask/review-request', text: say`Ask for a review of the plan` }] : []),
  ...(nextReview && !closed ? [{ part: 'ask/invitation', text: say`Say who you want at the review` }] : []),
  // Before it is decided that there are needs, nobody asks for it; once it is worked out, they are told of changes.
  ...(asksForMoney ? [{ part: 'ask/financial-assessment', text: say`Tell us about your money` }] : []),
  ...(mayDisagree ? [{ part: 'ask/review-disagreement', text: say`Say that you do not agree with a review` }] : []),
  { part: 'ask/query', text: say`Ask about a decision, or ask for an advocate` },
  { part: 'ask/complaint', text: say`Make a complaint` },
  ...(closed ? [] : [{ part: 'ask/equality', text: say`Answer equality questions, if you like` }]),
  { part: 'documents', text: say`See your documents, and send us more` },
  { part: 'details', text: say`Change contact details, and how we write to you` },
  { part: 'everything', text: say`Download everything that we hold in this case (a zip file)` },
  ...(hasSupport ? [{ part: 'ask/end-support', text: say`Ask for the support to end` }] : []),
  ...(closed || hasSupport || !mayWithdraw ? [] : [{ part: 'withdraw', text: say`Withdraw the request` }]),
];

/** Whether somebody may do what is asked for: what must be signed is asked of those alone who may sign it. */
const mayDo = (part: string, as: CaseReader['as'], helper: CaseReader['helper']): boolean => {
  if (part === 'ask/financial-assessment') return maySign(as, helper, 'money');
  return maySign(as, helper) || !(part === 'plan' || part.startsWith('sign/'));
};

/** Forms that this reader has begun and not sent, the newest first: where to go on with each, and since when. */
const begunIn = async (
  deps: Deps,
  reader: Pick<CaseReader, 'careCase' | 'as' | 'helper'>,
  questions: readonly { readonly part: string }[],
) =>
  (await createKeptCaseForms(deps).all(reader))
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .flatMap(({ form, startedAt }) => {
      const title = caseForms.get(form)?.title;
      const on = readableDate(londonDate(startedAt));
      if (title) return [{ part: `ask/${form}`, text: title, on }];
      if (form === 'details') return [{ part: 'details?wrong=yes', text: say`Change your contact details`, on }];
      const waits = form === planAnswerForm.id && questions.some(({ part }) => part === 'plan');
      return waits ? [{ part: 'plan', text: say`Your answer to the plan`, on }] : [];
    });

/** A case at a glance. GET /{council}/case/{reference} */
export const call = forReaders((deps) => async ({ council }, { careCase, person, session, as, helper }) => {
  const whole = await deps.store.whole(careCase.council, careCase.reference);
  if (whole === undefined) throw problems.notFound();
  const { worker, assesses } = workersOf(council, await withWorkersHere(deps, careCase));
  /** Somebody who works on the case, as the page names them: whom to ask while they are away. */
  const named = async ({ of, phone }: { of: CaseWorker; phone?: string | undefined }) => {
    const away = await awayForLong(deps, council, of);
    return {
      name: of.name,
      phone: phone ?? (away && council.contact.phone),
      awayUntil: shown(away?.until),
      ask: away?.ask ?? '',
    };
  };
  const questions = openQuestions(whole).filter(({ part }) => mayDo(part, as, helper));
  const begun = await begunIn(deps, { careCase, as, helper }, questions);
  const steps = caseSteps(whole, londonDate(deps.clock.now()), council).map((step) => ({
    ...step,
    on: shown(step.on),
  }));
  const money = weeklyMoney(careCase, whole.records);
  const isPerson = as === 'person';
  return page(
    200,
    caseOverviewPage({
      council,
      reference: careCase.reference,
      csrf: session.csrf,
      title: isPerson ? say`Your case` : say`The case of ${person.firstName}`,
      ofCarer: careCase.kind === 'carer',
      steps,
      money: money && {
        ...money,
        whose: isPerson ? say`You pay` : say`${person.firstName} pays`,
        working: money.workedOutIn ? `work.${money.workedOutIn}` : '',
      },
      // A day that is past is not told as one by which there is time.
      questions: questions.map(({ text, part, by }) => ({
        text,
        part,
        by: shown(by !== undefined && by >= londonDate(deps.clock.now()) ? by : undefined),
      })),
      begun,
      worker: worker && { role: worker.role, since: worker.since, ...(await named(worker)) },
      assesses: assesses && (await named(assesses)),
      copies: copiesOf(council, whole.records).map(({ id, title }) => ({
        id,
        title,
        on: readableDate(londonDate(copyDay(whole.records, id))),
      })),
      actions: actionsFor(
        careCase,
        moneyIsWanted(whole),
        maySign(as, helper),
        supportRuns(whole),
        allWorkOf(whole.records, 'review-plan').length > 0,
        planTask(whole.tasks) !== undefined,
        // What we need from them is said above.
      ).filter((action) => questions.every(({ part }) => part !== action.part)),
      visits: visitsToCome(careCase, deps.clock.now()).map((visit) => ({
        title: visit.purpose === 'review' ? say`Your review` : say`Your assessment`,
        on: readableDate(visit.on),
        startsAt: visit.startsAt,
        where: visit.place ?? (visit.how === 'phone' ? say`By phone` : say`By video call`),
        comes: visit.comes,
        calendar: `visits/${visit.purpose}`,
      })),
      calledOff: visitsCalledOff(careCase, whole.records, londonDate(deps.clock.now())).map(
        ({ purpose, on, clock }) => ({
          on: readableDate(on),
          startsAt: clock,
          calendar: `visits/${purpose}`,
        }),
      ),
      requests: requestStates(whole, londonDate(deps.clock.now())).map(({ title, text, on }) => ({
        title,
        text,
        on: shown(on),
      })),
    }),
  );
});
