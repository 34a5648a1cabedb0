import { randomUUID } from 'node:crypto';
import { londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { nextWorkingDay } from '../../domain/time/working-days.ts';
import { isoDate, isoInstant } from '../../schemas/scalars.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Client } from './client.ts';
import type { LocalControl } from './local-control.ts';
import { asksForChange, revisedPlan, revisingReview, staffAnswers } from './staff-answers.ts';
import type { StaffDesk } from './staff-desk.ts';

/** What happens in the story, by the name under which a test asks for the moment after it. */
export const chapters = {
  sent: 'Rose sends her application',
  confirmed: 'She confirms her email address',
  triaged: 'A contact officer triages it',
  assessed: 'An assessor assesses her needs',
  decided: 'She is eligible, and gets the decision in writing',
  estimated: 'The budget is estimated',
  charged: 'Her finances are assessed',
  planned: 'A plan waits for her answer',
  returned: 'She asks for a change to the plan',
  agreed: 'She agrees the plan',
  supported: 'Support starts',
  firstReminder: 'The 6-week review is coming',
  firstReview: 'The 6-week review changes nothing',
  yearReminder: 'The 12-month review is coming',
  revised: 'The 12-month review revises the plan',
  revisedReminder: 'The 6-week review of the revised plan is coming',
  revisedReview: 'It changes nothing',
  nextYear: 'A year on, the next review is coming',
} as const;

/** A chapter of the story. */
export type Chapter = keyof typeof chapters;

/** What the story is told with. */
export type StoryOptions = {
  readonly client: Client;
  readonly control: LocalControl;
  /** Where a member of staff does their work by the pages; without it they do it as a program. */
  readonly desk?: (member: string) => StaffDesk;
  /** The answers that Rose sends. */
  readonly application: unknown;
  /** Whether the council assesses finances only when the plan is agreed. @default false */
  readonly financesAfterPlan?: boolean;
  /** Who checks plans. Where that is no manager, a manager agrees them for the council afterwards. @default manager */
  readonly plansCheckedBy?: StaffRole;
  /** Told after each chapter, so that progress can be shown and the timeline read. */
  readonly onChapter: (chapter: Chapter, reference: string) => Promise<void>;
};

/** What confirms that an address is theirs who gave it: the date of birth of the example's person. */
const rosesBirthday = { 'dateOfBirth.day': '2', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };

/** Waits for the mail that asks to confirm an address, opens its link and gives the date of birth, as the person would. */
export const confirmAddress = async (
  client: Pick<Client, 'sendForm' | 'waitFor'>,
  mails: () => Promise<readonly { text: string }[]>,
): Promise<void> => {
  const path = await client.waitFor('the mail that asks to confirm the address', async () =>
    (await mails()).flatMap(({ text }) => /\/[a-z]+\/confirm-email\/[\w-]{43}/.exec(text)?.[0] ?? []).at(0),
  );
  await client.sendForm(path, rosesBirthday);
};

/**
 * One person's two years with a council, played through the HTTP API on the moved clock: the application, triage, assessment,
 * decision, budget, a plan that is sent back once and then agreed, support, the 6-week review, the 12-month review that revises
 * the plan, the 6-week review of the revised plan, and the reminder of the next.
 *
 * @throws where a step does not happen
 */
export const playStory = async ({
  client,
  control,
  application,
  financesAfterPlan = false,
  plansCheckedBy = 'manager',
  onChapter,
  desk,
}: StoryOptions): Promise<string> => {
  const today = async () => londonDate(isoInstant.parse(new Date((await control.clock()).now).toISOString()));

  /** Ten in the morning of the next working day. */
  const nextMorning = async () => control.moveTo(londonInstant(nextWorkingDay(await today()), '10:00'));

  const people = await client.asStaff<{ people: { id: string; roles: StaffRole[] }[] }>('manager', 'GET', '/people');
  const idOf = (role: StaffRole) => people.people.find(({ roles }) => roles.includes(role))?.id;
  const [assessorId, keyWorkerId] = [idOf(staffRole.enum.assessor), idOf(staffRole.enum['key-worker'])];
  const ids = { ...(assessorId && { assessorId }), ...(keyWorkerId && { keyWorkerId }) };

  const sent = await client.submit(application, randomUUID());
  const { reference } = sent;
  await onChapter('sent', reference);

  await confirmAddress(client, () => control.mail());
  await onChapter('confirmed', reference);

  const appointment = async () => {
    const { nextReview } = (await client.readCase(reference)).case;
    await control.moveTo(londonInstant(isoDate.parse(nextReview?.appointmentOn), '10:00'));
  };

  const work = async (kind: TaskKind, answers?: object) => {
    const role = kind === 'check-plan' ? plansCheckedBy : kindsOfWork[kind].role;
    const task = await client.waitForTask(role, reference, kind);
    await (kind === 'review-plan' ? appointment() : nextMorning());
    const given = answers ?? staffAnswers(await today(), ids)[kind];
    const member = task.assignee?.id ?? idOf(role);
    if (desk && member) await desk(member).finish(task, { ...given });
    else await client.complete(role, task, given);
  };

  const checked = async () => {
    await work('check-plan');
    if (plansCheckedBy !== 'manager') await work('agree-plan-for-council');
  };

  let reviews = 0;
  /** Waits for the next review to be planned: until the journey has come to it, the case still holds the last one. */
  const toReminder = async () => {
    reviews += 1;
    const { remindAt } = await client.waitForReview(reference, reviews);
    await control.moveTo(remindAt);
  };

  await work('triage-request');
  await onChapter('triaged', reference);
  await work('assess-needs');
  await onChapter('assessed', reference);
  await work('decide-eligibility');
  await onChapter('decided', reference);
  await work('estimate-budget');
  await onChapter('estimated', reference);
  const finances = async () => {
    await work('assess-finances');
    await onChapter('charged', reference);
  };
  if (!financesAfterPlan) await finances();
  await work('draft-plan');
  await checked();
  await onChapter('planned', reference);
  await work('agree-plan', asksForChange);
  await onChapter('returned', reference);
  await work('draft-plan');
  await checked();
  await work('agree-plan');
  await onChapter('agreed', reference);
  if (financesAfterPlan) await finances();
  await work('set-up-support');
  await work('check-support');
  await onChapter('supported', reference);

  await toReminder();
  await onChapter('firstReminder', reference);
  await work('review-plan');
  await onChapter('firstReview', reference);
  await toReminder();
  await onChapter('yearReminder', reference);
  await work('review-plan', revisingReview((await client.readCase(reference)).case.nextReview?.appointmentOn ?? ''));
  await work('draft-plan', revisedPlan(await today()));
  await checked();
  await work('agree-plan');
  await onChapter('revised', reference);
  await toReminder();
  await onChapter('revisedReminder', reference);
  await work('review-plan');
  await onChapter('revisedReview', reference);
  await toReminder();
  await client.waitForTask('key-worker', reference, 'review-plan');
  await onChapter('nextYear', reference);
  return reference;
};
