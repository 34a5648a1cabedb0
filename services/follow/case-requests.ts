import { createHash } from 'node:crypto';
import { type RequestedWork, requestedWork } from '../../domain/journey/requested-work.ts';
import { readTogether } from '../../domain/journey/requests-together.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { keptAnswers } from '../../schemas/overlay.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { documentClaims, documentRecords } from '../documents/sent-documents.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { overlayOf } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { createLimits } from '../web/limits.ts';
import type { CaseReader } from './case-access.ts';

type Work = Omit<RequestedWork, 'decision' | 'role'> & {
  holder?: { role: StaffRole; assignee?: CareCase['assessor'] };
};

/**
 * The record that a question about a decision is about; whoever made it answers. Of eligibility it is whoever assessed the person, as councils promise
 * (L31), and whoever decided where they are here no more.
 */
const decisions: Readonly<
  Record<string, { record: CaseRecord['kind']; work?: readonly (readonly TaskKind[])[]; role: StaffRole }>
> = {
  eligibility: {
    record: 'work',
    work: [
      ['assess-needs', 'assess-carer'],
      ['decide-eligibility', 'decide-carer-eligibility'],
    ],
    role: 'assessor',
  },
  budget: { record: 'work', work: [['estimate-budget']], role: 'key-worker' },
  charge: { record: 'work', work: [['assess-finances']], role: 'finance-officer' },
  plan: { record: 'plan', role: 'key-worker' },
  review: { record: 'work', work: [['review-plan']], role: 'key-worker' },
};

/**
 * What a person asks or tells us while the case runs: kept as it was sent, and given as work to whoever must answer, in one
 * transaction. The same sending twice is one request.
 */
export const createCaseRequests = (deps: Deps) => {
  const { store, clock } = deps;

  /** Who did the newest work of these kinds, where they are still in the staff directory with that role; else of the next. */
  const madeBy = async ({ council, reference }: CareCase, about: string): Promise<Work['holder']> => {
    const { record, work, role } = decisions[about] ?? { record: undefined, role: 'key-worker' as const };
    const records = record ? await store.records(council, reference, record) : [];
    const newest = records.toSorted((a, b) => b.at.localeCompare(a.at));
    for (const kinds of work ?? [undefined]) {
      const by = newest.find((one) => kinds === undefined || (one.kind === 'work' && kinds.includes(one.work)))?.by;
      const member = by?.kind === 'staff' ? await store.staff(council, by.id) : undefined;
      if (member?.roles.includes(role)) {
        return { role, assignee: { id: member.id, name: member.name, email: member.email } };
      }
    }
    return { role };
  };

  const workFor = async (careCase: CareCase, form: string, answers: Answers): Promise<Work[]> => {
    const situation = { hasPlanInForce: careCase.planInForce !== undefined, today: londonDate(clock.now()) };
    return Promise.all(
      requestedWork(form, answers, situation).map(async ({ decision, role, ...work }) => {
        const holder = decision === undefined ? role && { role } : await madeBy(careCase, decision);
        return { ...work, ...(holder && { holder }) };
      }),
    );
  };

  /**
   * What marks one request. Of the answers too: what was changed after going back is another one. Documents do not count, since a second
   * sending finds none that wait; only where some have been added to a request that was sent is it another.
   */
  const markOf = async (
    { council, reference }: CareCase,
    form: string,
    answers: Answers,
    key: string,
    uploaded: readonly HeldDocument[],
  ): Promise<string> => {
    const ids = new Set(uploaded.map(({ id }) => id));
    const typed = Object.entries(answers).filter(([, answer]) => ![answer].flat().some((one) => ids.has(String(one))));
    const hash = (of: unknown) =>
      createHash('sha256')
        .update(`${form} ${key} ${JSON.stringify(of)}`)
        .digest('hex')
        .slice(0, 12);
    const mark = hash(Object.fromEntries(typed));
    if (uploaded.length === 0 || !(await store.record(council, reference, 'request', `case.request-${mark}`)))
      return mark;
    return hash(answers);
  };

  /**
   * @param key marks one sending of the form
   * @param uploaded the documents that its answers name
   * @returns whether it is one of so many on this day that it is read with the others
   * @throws Problem 503 where something else was written at the same moment
   */
  return async (
    { careCase, actor }: Pick<CaseReader, 'careCase' | 'actor'>,
    form: string,
    answers: Answers,
    key: string,
    uploaded: readonly HeldDocument[] = [],
  ): Promise<{ isReadWithOthers: boolean }> => {
    const { council, reference, personId } = careCase;
    const now = clock.now();
    const mark = await markOf(careCase, form, answers, key, uploaded);
    const id = `case.request-${mark}`;
    // What was sent before takes nothing from the limit.
    if (await store.record(council, reference, 'request', id)) return { isReadWithOthers: false };
    const known = deps.councils.known(council);
    const isOneMore = actor.kind === 'public' && !(await createLimits(deps)(known, 'request', `${reference} ${form}`));
    const work = await workFor(careCase, form, answers);
    const opened = work.map((one) =>
      newTask(careCase, { thread: 'case', step: `${one.named ?? one.kind}-${mark}`, ...one }, now),
    );
    const open = isOneMore ? (await store.tasks(council, reference)).filter(({ status }) => status === 'open') : [];
    const { tasks, told, isReadWithOthers } = readTogether(opened, open);
    const asked = requestForms.get(form);
    if (asked === undefined) throw problems.unknownForm();
    // What they see on the page is told by mail too, since a complaint has its own clock.
    const step = `complaint-received-${mark}`;
    const news: Signal[] =
      form === 'complaint' && !isReadWithOthers
        ? [
            {
              council,
              reference,
              at: now,
              id: `tell-${step}`,
              kind: 'tell-person',
              step,
              template: 'complaint-received',
            },
          ]
        : [];
    const signals = [...news, ...told.map((task) => owedToStaff(task, now))];
    const attached = documentRecords(deps, careCase, { form: asked, answers, held: uploaded, by: actor });
    const written = await store.commit({
      records: [
        {
          council,
          reference,
          id,
          version: 1,
          at: now,
          by: actor,
          kind: 'request',
          personId,
          ...keptAnswers(asked, overlayOf(known, asked.id), answers),
        },
        ...attached,
      ],
      claims: documentClaims(attached),
      tasks,
      signals,
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'request-received',
          about: `${form} ${id}`,
          authority: form === 'complaint' ? 'SI 2009/309 regulation 13' : 'Care Act 2014 section 27',
        }),
      ],
    });
    if (!written) {
      // Refused for another reason than that it is there, such as a document that another request took: nobody is told that we have it.
      if (await store.record(council, reference, 'request', id)) return { isReadWithOthers };
      throw problems.busy();
    }
    await deps.workflows.trySend(signals);
    return { isReadWithOthers };
  };
};
