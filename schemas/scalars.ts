import * as z from 'zod';

/** The short name of a council in URLs, keys and claims, such as `leicestershire`. */
export const councilSlug = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
  .brand<'CouncilSlug'>();
export type CouncilSlug = z.infer<typeof councilSlug>;

/**
 * A case's reference, such as `K7M-29QX-T4F`: ten random characters of Crockford's base 32, which a person can read aloud.
 * Holds no personal data, so it may stand in keys, logs, URLs and execution inputs.
 */
export const caseReference = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/)
  .brand<'CaseReference'>();
export type CaseReference = z.infer<typeof caseReference>;

/** A calendar date in Europe/London, `YYYY-MM-DD`. Impossible dates are refused. */
export const isoDate = z.iso.date().brand<'IsoDate'>();
export type IsoDate = z.infer<typeof isoDate>;

/** A moment in UTC with milliseconds, `2026-11-21T09:00:00.000Z`: text order is time order. */
export const isoInstant = z.iso.datetime({ precision: 3 }).brand<'IsoInstant'>();
export type IsoInstant = z.infer<typeof isoInstant>;

/** Whole pence, never negative: GBP 41.55 is 4155. */
export const pence = z.int().nonnegative().brand<'Pence'>();
export type Pence = z.infer<typeof pence>;
