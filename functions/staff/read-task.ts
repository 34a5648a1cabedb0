import type { ShownLine } from '../../domain/forms/computed-lines.ts';
import type { AddedAnswer, KnownAnswer } from '../../domain/forms/known-answers.ts';
import { type BeforeLine, beforeOneBegins } from '../../domain/journey/before-one-begins.ts';
import { requestOf } from '../../domain/journey/request-outcomes.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { openedTask } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import { json, page, type StaffCall, type StaffRequest } from '../../services/web/site.ts';
import { councilFor } from '../../services/work/national-rates.ts';
import { casesOfPerson } from '../../services/work/person-cases.ts';
import { addedFor, knownOf, linesOf, listOfTask } from '../../services/work/task-lists.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** The copies that a task is about, each with the addresses of its file to print. */
const copiesToPrint = (
  { council }: StaffRequest,
  { copies = [], reference }: Pick<Task, 'copies' | 'reference'>,
  records: readonly CaseRecord[],
) => {
  const all = new Map(copiesOf(council, records).map((copy) => [copy.id, copy]));
  return copies.flatMap((id) => {
    const pdf = `/${council.slug}/staff/cases/${reference}/copies/${id}`;
    return { id, title: all.get(id)?.title ?? id, pdf, largePrint: `${pdf}?print=large` };
  });
};

type Opened = {
  list: Form;
  before: BeforeLine[];
  copies: ReturnType<typeof copiesToPrint>;
  known: KnownAnswer[];
  lines: ShownLine[];
  councilAnswers: AddedAnswer[];
};

/** The page of the work, for who reads pages: one part of its list at a time. */
const pageOf = async (
  { council, query }: StaffRequest,
  task: ReturnType<typeof taskView> & { otherOpenCases: readonly CareCase[]; said?: string },
  { list, before, known, lines, councilAnswers, copies }: Opened,
) => {
  const { workPage } = await import('../../templates/pages/work-page.ts');
  const here = `/${council.slug}/staff/tasks/${task.id}`;
  const fact = (label: string, value: string) => ({ label, value });
  return workPage({
    council,
    list,
    part: query['part'] ?? '',
    title: task.title,
    facts: [
      fact('Reference', task.reference),
      fact('Due', readableDate(task.dueOn)),
      ...(task.reason ? [fact('Why', task.reason)] : []),
      ...(task.said ? [fact('What was said', task.said)] : []),
      ...copies.map(({ title, pdf, largePrint }) => ({
        ...fact('Copy to send', title),
        links: [
          { href: pdf, text: 'Print' },
          { href: largePrint, text: 'Large print' },
        ],
      })),
      ...councilAnswers.map(({ label, lines: said }) => fact(label, said.join(', '))),
      ...task.otherOpenCases.map(({ kind, reference }) =>
        fact('Also open', kind === 'carer' ? `${reference}, as a carer` : `${reference}, about needs`),
      ),
    ],
    before,
    state: { values: {}, problems: [] },
    known: known.map(({ question, lines: words, from, isAccepted }) => ({
      question,
      lines: words,
      isAccepted,
      from: from.at ? `${from.title}, ${readableDate(londonDate(from.at))}` : from.title,
    })),
    lines,
    action: `${here}/complete`,
    here,
  });
};

/** What was said by whoever opened it by hand. */
const saidWith = (task: Task, records: readonly CaseRecord[]): string | undefined => {
  const note = records.find(({ kind, id }) => kind === 'note' && id === recordId(task));
  return note?.kind === 'note' ? note.content.text : undefined;
};

/** One task with its list and what is known. Opening it changes nothing. GET /{council}/staff/tasks/{id}, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  const task = await permittedTask(deps, request, { managerToo: true, opens: true });
  const { council, reference } = task;
  const list = listOfTask(request.council, task);
  const whole = await deps.store.whole(council, reference);
  const others = whole ? await casesOfPerson(deps, whole.person, whole.case) : [];
  const otherOpenCases = others.filter(({ closed }) => closed === undefined);
  const said = saidWith(task, whole?.records ?? []);
  const view = { ...taskView(task), otherOpenCases, ...(said && { said }) };
  const known = whole ? knownOf(deps, list, whole) : [];
  const before = whole ? beforeOneBegins(task.kind, { ...whole, careCase: whole.case }) : [];
  const copies = copiesToPrint(request, task, whole?.records ?? []);
  const councilAnswers = addedFor(request.council, task, whole?.records ?? []);
  if (request.headers['accept']?.includes('text/html')) {
    const lines = linesOf(deps, await councilFor(deps, request.council, task), list, {});
    return page(200, await pageOf(request, view, { list, before, known, lines, councilAnswers, copies }));
  }
  const { id, version } = list;
  const opened = {
    ...view,
    list: { id, version },
    beforeYouBegin: before,
    known,
    councilAnswers,
    ...(copies.length > 0 && { copiesToPrint: copies }),
  };
  if (task.kind !== 'find-person') return json(200, openedTask, opened);
  const about = await deps.store.record(council, reference, 'request', requestOf(task));
  const { list: form, answers } = about?.kind === 'request' ? about : { list: '', answers: {} };
  return json(200, openedTask, { ...opened, request: { list: form, answers } });
};
