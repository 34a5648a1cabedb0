import * as z from 'zod';
import { eligibilityIndication } from './eligibility.ts';
import { isoDate, isoInstant } from './scalars.ts';
import { staffRole } from './staff.ts';
import { taskKind } from './task.ts';

const number = z.int().nonnegative();
const counted = { open: number, late: number, waiting: number };

/** How much open work a council has, as the night's run counted it: by team, by kind, by who has it; and the reviews that are planned, by month. */
export const workFigures = z.strictObject({
  version: z.int().positive(),
  /** When it was counted. */
  at: isoInstant,
  teams: z.array(z.strictObject({ role: staffRole, ...counted, unclaimed: number })),
  kinds: z.array(z.strictObject({ kind: taskKind, ...counted, oldestDueOn: isoDate })),
  /** In the order of their names, so that it is no table of who is best. */
  workers: z.array(z.strictObject({ id: z.string().max(128), name: z.string().max(200), ...counted })),
  /** By the month in which they are due, `2026-03`. */
  reviews: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), due: number, overdue: number })),
});
export type WorkFigures = z.infer<typeof workFigures>;

/**
 * How long each kind of work took that was finished in a month: how many took so many working days. `until` says up to which moment finished work has
 * been counted, so that none is counted twice: `{"month":"2026-03","until":"2026-03-09","kinds":{"triage-request":{"0":3,"2":1}}}`.
 */
export const stepTimes = z.strictObject({
  version: z.int().positive(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  until: z.string().max(40),
  kinds: z.partialRecord(taskKind, z.record(z.string().regex(/^\d{1,3}$/), number)),
});
export type StepTimes = z.infer<typeof stepTimes>;

/** How many people were decided about who had said on their form what is hard; by outcome what was ticked, found, and both; and what the form had said. */
const screeningCounts = z.strictObject({
  decided: number,
  notSure: number,
  outcomes: z.record(z.string().max(40), z.strictObject({ ticked: number, found: number, both: number })),
  said: z.partialRecord(
    eligibilityIndication.shape.possibility,
    z.strictObject({ eligible: number, notEligible: number }),
  ),
});
export type ScreeningCounts = z.infer<typeof screeningCounts>;

/**
 * What people ticked beside what assessors found, of those about whom was first decided in a month. `until` is the place among finished work up to
 * which it has been counted, so that none is counted twice.
 */
export const screeningFound = z.strictObject({
  version: z.int().positive(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  until: z.string().max(200),
  adult: screeningCounts,
  carer: screeningCounts,
});
export type ScreeningFound = z.infer<typeof screeningFound>;

/**
 * How many minutes people took over the forms that they sent in a month, by form, in steps of five: `{"needs-assessment":{"25":3,"30":1}}`. Nothing in it
 * says who, when or in which case.
 */
export const formMinutes = z.strictObject({
  version: z.int().positive(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  forms: z.record(z.string().max(60), z.record(z.string().regex(/^\d{1,3}$/), number)),
});
export type FormMinutes = z.infer<typeof formMinutes>;

/** How often one kind of help was offered, wanted, had already and declined; what became of what was wanted; and how much of it that is said of. */
const helpCounts = z.strictObject({
  offered: number,
  wanted: number,
  hasIt: number,
  declined: number,
  referred: number,
  told: number,
  none: number,
  changedMind: number,
  settled: number,
});
export type HelpCounts = z.infer<typeof helpCounts>;

/** Help that was offered and arranged in a month, by its entry in the catalogue. `until` is the place among finished work up to which it was counted. */
export const helpCounted = z.strictObject({
  version: z.int().positive(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  until: z.string().max(200),
  services: z.record(z.string().max(100), helpCounts),
});
