import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { londonDate } from '../../domain/time/clock-time.ts';
import { createClient } from '../../local/demo/client.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { SignedIn } from './staff.ts';

/** The work of the journey in order, from triage until the review cycle waits. */
const kinds: readonly TaskKind[] = [
  'triage-request',
  'assess-needs',
  'decide-eligibility',
  'estimate-budget',
  'assess-finances',
  'draft-plan',
  'check-plan',
  'agree-plan',
  'set-up-support',
  'check-support',
];

/** What a journey is played with. */
export type Journey = {
  readonly url: string;
  readonly council: string;
  readonly staff: Readonly<Record<StaffRole, SignedIn>>;
  readonly onStep: (title: string) => void;
  /** Done while the case waits for its eligibility to be decided. */
  readonly meanwhile: () => Promise<void>;
};

/** The address to which the person's mail goes. */
export const personEmail = 'rose.okafor@example.com';

/**
 * Plays one case through the deployed API, up to the point where only the review lies ahead.
 *
 * @returns the case's reference
 * @throws where a step does not happen within a minute
 */
export const playJourney = async ({ url, council, staff, onStep, meanwhile }: Journey): Promise<string> => {
  const client = createClient({
    url,
    council,
    token: async (role) => staff[role].token,
    pause: () => setTimeout(300),
    attempts: 200,
  });
  for (const role of staffRole.options) {
    const { id, email } = staff[role];
    await client.asStaff('manager', 'PUT', `/people/${id}`, { name: `Example ${role}`, email, roles: [role] });
  }
  onStep('staff are in the directory');

  const answers = completeAnswers(needsAssessment, {
    email: personEmail,
    conditions: ['physical'],
    hygieneManage: 'cannot',
    clothedManage: 'difficulty',
    clothedUnable: ['needs-help', 'pain-or-distress'],
  });
  const { reference } = await client.submit(answers, 'emulator-1');
  const again = await client.submit(answers, 'emulator-1');
  assert.equal(again.reference, reference, 'the same idempotency key gives the same reference');
  onStep(`application ${reference} is received, once`);

  const today = londonDate(isoInstant.parse(new Date().toISOString()));
  const given = staffAnswers(today, { assessorId: staff.assessor.id, keyWorkerId: staff['key-worker'].id });
  for (const kind of kinds) {
    const { role } = kindsOfWork[kind];
    const task = await client.waitForTask(role, reference, kind);
    if (kind === 'decide-eligibility') await meanwhile();
    await client.complete(role, task, given[kind]);
    onStep(`${kind} is done by ${role}`);
  }
  return reference;
};
