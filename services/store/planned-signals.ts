import type { FollowUp } from '../../domain/journey/work-outcome.ts';
import { londonInstant } from '../../domain/time/clock-time.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';

export type Planned = Extract<Signal, { kind: 'open-task' }>;

/** The id of the signal that opens a step of a case on a later day. */
export const plannedId = (step: string): string => `open-${step}`;

/** What is owed to staff for work that opens on a later day: in the morning, London time, before the day's work begins. */
export const plannedWork = (
  owed: Pick<Signal, 'council' | 'reference'>,
  { kind, step, reason, dueOn, opensOn }: FollowUp & { readonly opensOn: IsoDate },
): Planned => ({
  council: owed.council,
  reference: owed.reference,
  id: plannedId(step),
  at: londonInstant(opensOn, '06:00'),
  kind: 'open-task',
  step,
  work: kind,
  ...(reason && { reason }),
  ...(dueOn && { dueOn }),
});
