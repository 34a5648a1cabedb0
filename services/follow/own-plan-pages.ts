import { inWords } from '../../domain/forms/forms.ts';
import { behindPlan } from '../../domain/plan/behind-plan.ts';
import {
  isWithPerson,
  needName,
  needsLeft,
  needsOfList,
  type OwnPage,
  threadOfPlan,
  waySaid,
} from '../../domain/plan/own-plan.ts';
import { invitedWords, mayWords, planLinkDays } from '../../domain/plan/plan-invitations.ts';
import { planTotals } from '../../domain/plan/plan-totals.ts';
import { supportThatFits } from '../../domain/plan/support.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import type { Problem } from '../../schemas/answers.ts';
import type { PlanWriter } from '../../schemas/case.ts';
import { estimateName } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { InvitedMay } from '../../schemas/plan-invitation.ts';
import type { SupportWanted } from '../../schemas/support-catalogue.ts';
import { spoken } from '../../schemas/voices.ts';
import { pounds } from '../../templates/documents/document.ts';
import { changedOwnPage, ownPlanPage, type PlanPart, planWritingPage } from '../../templates/pages/plan-pages.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { supportOf } from '../runtime/support-catalogues.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { createWorkDrafts } from '../work/work-drafts.ts';
import {
  createOwnPlans,
  type PlanAuthor,
  type PlanBeingWritten,
  type SavedPage,
  shownOnPage,
  suggestedAt,
  valuesOnPage,
} from './own-plan.ts';
import { createPlanPeople } from './plan-people.ts';

/** Where a plan is written, by whom, and how the pages speak to them. */
export type PlanSite = {
  readonly deps: Deps;
  readonly request: CouncilRequest;
  readonly csrf: string;
  /** The address below which the pages of the plan are. */
  readonly base: string;
  readonly back?: { readonly href: string; readonly text: string } | undefined;
  readonly author: PlanAuthor;
  /** The person's first name, where somebody else writes. */
  readonly about?: string | undefined;
  /** Whether the money of the plan is shown. */
  readonly showsMoney: boolean;
  /** Whether the person's case is theirs: they choose who writes, and say that the plan is ready. */
  readonly isOwner: boolean;
  /** What somebody may do who was invited. */
  readonly may?: InvitedMay | undefined;
};

/** The plan as whoever writes it may see it. */
export const plansOf = ({ deps, isOwner, showsMoney }: PlanSite) =>
  createOwnPlans(deps, { isShared: !isOwner, hidesMoney: !showsMoney });

/** Where the parts of the plan are listed. */
const overviewOf = ({ base, isOwner }: PlanSite): string => (isOwner ? `${base}/write` : base);

/** A form that asks one page, in words for whoever writes. */
const formOf = (list: Form, { id, title, questions }: OwnPage, about: string | undefined): Form => ({
  ...list,
  exits: [],
  answering: { always: about === undefined ? 'me' : 'helper', subject: { is: ['me'], unnamed: about ?? 'the person' } },
  sections: [{ id, title, pages: [{ id, title, questions }] }],
});

const wrongOn = (site: PlanSite, { questions }: OwnPage, values: Readonly<Record<string, unknown>>): Problem[] => {
  const today = () => londonDate(site.deps.clock.now());
  return questions.flatMap((question) => {
    const answer = tidied(question, values[question.id] ?? null);
    return answer === undefined || kindSchema(question, today).safeParse(answer).success
      ? []
      : [{ field: question.id, message: question.error }];
  });
};

const backOn = ({ back }: PlanBeingWritten, { row, questions }: OwnPage): string[] =>
  back
    .filter((one) =>
      row === undefined
        ? questions.some(({ id }) => id === one.question)
        : one.question === 'needs' && (one.row === undefined || one.row === row + 1),
    )
    .map(({ why }) => why);

const statusOf = (plan: PlanBeingWritten, own: OwnPage): PlanPart['status'] => {
  if (backOn(plan, own).length > 0) return 'sent-back';
  const values = valuesOnPage(plan, own);
  const isBegun = own.row === undefined ? own.questions.some(({ id }) => values[id] !== undefined) : values['howMet'];
  return isBegun ? 'written' : 'not-written';
};

const moneyOf = (site: PlanSite, { whole, task, answers }: PlanBeingWritten): string[] => {
  if (!site.showsMoney) return [];
  const { estimated } = behindPlan(whole.records, threadOfPlan(task));
  const { weekly } = planTotals(answers, {});
  const name = estimateName(site.request.council.terms);
  return [
    ...(estimated === undefined
      ? []
      : [`The ${name} is ${pounds(estimated)} a week. It is not final: it may go up or down.`]),
    `What stands in the plan so far comes to ${pounds(weekly)} a week.`,
  ];
};

/** A part of the plan to read. */
const partInWords = ({ about }: PlanSite, plan: PlanBeingWritten, own: OwnPage) => {
  const values = valuesOnPage(plan, own);
  const form = formOf(plan.list, own, about);
  return {
    title: own.title,
    rows: own.questions.flatMap((question) => {
      const value = values[question.id];
      return value === undefined
        ? []
        : [{ name: spoken(form, values, question.label), lines: inWords(question, value as Answers[string]) }];
    }),
  };
};

/** Who has opened the plan, of those who were invited: by the history, since a link is under a hash and is nobody's to list. */
const openedBy = ({ whole }: PlanBeingWritten): ReadonlySet<string | undefined> =>
  new Set(whole.events.flatMap(({ action, about }) => (action === 'plan-helper-signed-in' ? [about] : [])));

/** Who was invited, with the code that each is to be told, and whether their first link has run out unused. */
const peopleOf = async ({ deps, base }: PlanSite, plan: PlanBeingWritten) =>
  (await createPlanPeople(deps).invited(plan.careCase)).map(({ id, name, as, may, until, code, at }) => ({
    name,
    ranOut:
      !openedBy(plan).has(id) && addDays(londonDate(at), planLinkDays) < londonDate(deps.clock.now())
        ? 'They have not opened the plan yet, and a link works for a week. Send it again.'
        : '',
    what: `${capital(invitedWords[as])}, ${mayWords[may]} until ${readableDate(until)}`,
    code,
    action: `${base}/people/${id}`,
  }));

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** How many entries of the catalogue stand below a need. */
const mostIdeas = 8;

/** What there is for a need in the council's catalogue: what is made for it first. S23. */
const ideasFor = async (
  { request: { council } }: PlanSite,
  { careCase, needs }: PlanBeingWritten,
  { row }: OwnPage,
): Promise<{ id: string; name: string; what: string; provider: string }[]> => {
  if (row === undefined) return [];
  const outcome = needs[row]?.['outcome'] as SupportWanted['outcome'];
  const wanted = {
    ...(outcome && { outcome }),
    for: careCase.kind === 'carer' ? ('carer' as const) : ('adult' as const),
  };
  return supportThatFits(await supportOf(council.slug), wanted)
    .slice(0, mostIdeas)
    .map(({ id, name, what, provider = '' }) => ({ id, name, what, provider }));
};

/** What was suggested for a page, by whom. */
const suggestionsOn = async (
  { deps }: PlanSite,
  { task }: PlanBeingWritten,
  own: OwnPage,
): Promise<{ by: string; text: string }[]> => {
  const at = suggestedAt(own);
  return (await createWorkDrafts(deps).setAside(task)).flatMap(({ question, over, answer, by }) =>
    by.as === 'invited' && question === at.question && over === at.over && typeof answer === 'string'
      ? [{ by: by.name, text: answer }]
      : [],
  );
};

/** The plan with its parts, and how each stands. @param left the needs for which nothing is said, where it was sent all the same */
export const planDraft = async (
  site: PlanSite,
  plan: PlanBeingWritten | undefined,
  { status = 200, left = [] }: { status?: number; left?: readonly number[] } = {},
): Promise<SiteResponse> => {
  const { request, csrf, base, back, about } = site;
  const { council } = request;
  const of = { council, csrf, base, back, about };
  if (plan === undefined) return page(status, ownPlanPage({ ...of, state: 'none' }));
  const table = needsOfList(plan.list);
  const how = waySaid(plan.careCase, plan.task);
  const isReady = plan.careCase.planWriting?.ready?.task === plan.task.id;
  const state = isReady ? 'ready' : how === undefined ? 'not-chosen' : how === 'worker' ? 'with-worker' : 'writing';
  const { keyWorker } = plan.careCase;
  return page(
    status,
    ownPlanPage({
      ...of,
      state,
      isOwner: site.isOwner,
      worker: keyWorker?.name ?? `the ${council.terms.keyWorker}`,
      money: moneyOf(site, plan),

      errors: left.map((row) => ({
        text: `Say what support would help with need ${row + 1}: ${table ? needName(table, plan.needs[row] ?? {}) : ''}`,
        href: `${base}/write/need-${row + 1}`,
      })),
      left: needsLeft(plan.needs).length,
      mayOpen: state === 'writing' && site.may !== 'read',
      parts: plan.pages.map((own) => ({
        title: own.title,
        href: `${base}/write/${own.id}`,
        status: statusOf(plan, own),
      })),
      words: site.may === 'read' ? plan.pages.map((own) => partInWords(site, plan, own)) : [],
      people: site.isOwner ? await peopleOf(site, plan) : [],
    }),
  );
};

/** One page of the plan, as it stands or as it was typed. */
export const planPageOf = async (
  site: PlanSite,
  plan: PlanBeingWritten,
  own: OwnPage,
  { saved, rows, isWrong }: { saved?: SavedPage | undefined; rows?: Record<string, number>; isWrong?: boolean } = {},
): Promise<SiteResponse> => {
  const { request, csrf, base, about } = site;
  const typed = saved && saved.state !== 'saved' ? saved.typed : undefined;
  const values = typed ?? valuesOnPage(plan, own);
  const wrong = isWrong || saved?.state === 'wrong' ? wrongOn(site, own, values) : [];
  const tooLong =
    saved?.state === 'too-long'
      ? [{ field: '', message: 'This is too long to keep. Shorten what is on this page' }]
      : [];
  const meanwhile = saved?.state === 'meanwhile' ? saved.theirs : [];
  const status = meanwhile.length > 0 ? 409 : wrong.length > 0 || tooLong.length > 0 ? 400 : 200;
  return page(
    status,
    changedOwnPage({
      council: request.council,
      csrf,
      base,
      overview: overviewOf(site),
      form: formOf(plan.list, own, about),
      own,
      problems: [...wrong, ...tooLong],
      rows: rows ?? {},
      was: shownOnPage(plan, own),
      sentBack: backOn(plan, own),
      suggestions: await suggestionsOn(site, plan, own),
      ideas: site.may === 'suggest' ? [] : await ideasFor(site, plan, own),
      suggests: site.may === 'suggest',
      words: site.may === 'suggest' ? partInWords(site, plan, own).rows : [],
      values,
      meanwhile,
      over: meanwhile.length > 0 && own.row !== undefined ? shownOnPage(plan, own) : '',
      choices: meanwhile.flatMap(({ question, version }) =>
        question === undefined ? [] : [{ name: `choose.${question}`, value: `mine ${version ?? 0}` }],
      ),
    }),
  );
};

/** The page after another, or the parts of the plan after the last. */
const nextOf = (site: PlanSite, { pages }: PlanBeingWritten, { id }: OwnPage): string => {
  const next = pages[pages.findIndex((one) => one.id === id) + 1];
  return next ? `${site.base}/write/${next.id}` : overviewOf(site);
};

const withoutRow = (fields: URLSearchParams, table: string, row: string): URLSearchParams =>
  new URLSearchParams([...fields].filter(([name]) => !name.startsWith(`${table}[${row}].`)));

/** Saves a page and says where to go on, or shows it again. */
export const savePlanPage = async (
  site: PlanSite,
  careCase: PlanBeingWritten['careCase'],
  fields: URLSearchParams,
): Promise<SiteResponse | { readonly goOn: string }> => {
  const { request, base } = site;
  const plans = plansOf(site);
  const id = request.params['page'] ?? '';
  if (site.may === 'read') throw problems.planNotYours();
  if (site.may === 'suggest') {
    await plans.suggest(careCase, id, fields.get('suggestion') ?? '', site.author);
    return { goOn: `${base}/write/${id}` };
  }
  const [, what, table = '', row = ''] = /^(add|remove) (\w+)(?: (\d+))?$/.exec(fields.get('action') ?? '') ?? [];
  const sent = what === 'remove' ? withoutRow(fields, table, row) : fields;
  const [, use] = /^use ([a-z0-9-]{1,60})$/.exec(fields.get('action') ?? '') ?? [];
  const picked = use === undefined ? undefined : (await supportOf(request.council.slug)).find((one) => one.id === use);
  const saved = await plans.savePage(careCase, id, sent, site.author, picked);
  const plan = await plans.toWrite(careCase);
  const own = plan.pages.find((one) => one.id === id);
  if (own === undefined) return { goOn: overviewOf(site) };
  if (saved.state === 'meanwhile' || saved.state === 'too-long') return planPageOf(site, plan, own, { saved });
  if (picked) return { goOn: `${base}/write/${id}` };
  if (what !== undefined) {
    const rows = new Set([...sent.keys()].flatMap((name) => new RegExp(`^${table}\\[(\\d+)\\]`).exec(name)?.[1] ?? []));
    const count = Math.max(1, rows.size + (what === 'add' ? 1 : 0));
    return { goOn: `${base}/write/${id}?rows=${table}.${count}#${table}-${count - 1}` };
  }
  if (saved.state === 'wrong' && fields.get('action') !== 'later') return { goOn: `${base}/write/${id}?wrong=yes` };
  return { goOn: fields.get('action') === 'later' ? overviewOf(site) : nextOf(site, plan, own) };
};

/** The question how the plan is to be written. */
export const planWriting = (site: PlanSite, plan: PlanBeingWritten | undefined, error = ''): SiteResponse => {
  const { request, csrf, base, back, about } = site;
  const { council } = request;
  const value = plan && waySaid(plan.careCase, plan.task);
  return page(
    error === '' ? 200 : 400,
    planWritingPage({ council, csrf, base, back, about, value, error, isOpen: plan !== undefined }),
  );
};

/** What is said once it was chosen how the plan is written. */
export const afterChoice = (base: string, how: PlanWriter): string => (how === 'worker' ? base : `${base}/write`);

/** One page of the plan as it stands. `?wrong=yes` says what is wrong with it, `?rows=risks.3` has so many rows. */
export const shownPlanPage = async (
  site: PlanSite,
  careCase: PlanBeingWritten['careCase'],
): Promise<SiteResponse | { readonly goOn: string }> => {
  const { request } = site;
  const plan = await plansOf(site).read(careCase);
  const own = plan?.pages.find(({ id }) => id === request.params['page']);
  if (site.may === 'read' || plan === undefined || own === undefined || !isWithPerson(plan.careCase, plan.task))
    return { goOn: overviewOf(site) };
  const [, table, count] = /^(\w+)\.(\d{1,2})$/.exec(request.query['rows'] ?? '') ?? [];
  return planPageOf(site, plan, own, {
    isWrong: request.query['wrong'] === 'yes',
    ...(table !== undefined && { rows: { [table]: Number(count) } }),
  });
};
