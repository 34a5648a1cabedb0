import * as z from 'zod';
import { readableTime } from '../../domain/time/readable-date.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import { type HeldOpen, withTimeLeft } from '../../templates/pages/time-left.ts';
import type { Deps } from '../deps.ts';
import { type CouncilRequest, json, type SiteResponse } from './site.ts';

/** How long a browser may go on without doing anything: seconds, and the moment as people read it. Nothing is left where it has ended. */
const timeLeft = z.strictObject({ secondsLeft: z.int().nonnegative(), until: z.string() });
type TimeLeft = z.infer<typeof timeLeft>;

/** Until when a browser holds something open, in epoch milliseconds. */
type Until = { readonly endsAt: number };

/** What is left of the time, for a script and for people. */
export const leftUntil = ({ clock }: Pick<Deps, 'clock'>, { endsAt }: Until): TimeLeft => ({
  secondsLeft: Math.max(0, Math.floor((endsAt - Date.parse(clock.now())) / 1000)),
  until: readableTime(isoInstant.parse(new Date(endsAt).toISOString())),
});

/** A page with a line that says by when it closes; whatever is no page stays as it is. */
export const sayingWhenItEnds = (
  deps: Pick<Deps, 'clock'>,
  { council }: Pick<CouncilRequest, 'council'>,
  response: SiteResponse,
  { held, csrf, endsAt }: Until & { held: HeldOpen; csrf: string },
): SiteResponse =>
  response.body === '' || !response.type.startsWith('text/html')
    ? response
    : { ...response, body: withTimeLeft(response.body, { council, held, csrf, ...leftUntil(deps, { endsAt }) }) };

/** What the script of our pages is told when it asks. */
export const timeLeftResponse = (deps: Pick<Deps, 'clock'>, until: Until | undefined): SiteResponse =>
  json(200, timeLeft, until ? leftUntil(deps, until) : { secondsLeft: 0, until: '' });
