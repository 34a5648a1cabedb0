import { namedWorker } from '../../domain/journey/key-worker.ts';
import { absenceOn, longAbsenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { PersonMail } from '../../schemas/mail.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';

/**
 * Whom a person is told to ask in place of their worker who is away for long: until when, and who does the work meanwhile, where that is one who is
 * there. Nothing for a short absence, which the team bridges.
 */
export const awayForLong = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: Council,
  worker: CaseWorker,
): Promise<{ readonly until: IsoDate; readonly ask?: string } | undefined> => {
  const today = londonDate(clock.now());
  const member = await store.staff(council.slug, worker.id);
  const away = member && longAbsenceOn(member, today, council);
  if (away === undefined) return undefined;
  const cover = away.cover === undefined ? undefined : await store.staff(council.slug, away.cover);
  return { until: away.to, ...(cover && absenceOn(cover, today) === undefined && { ask: cover.name }) };
};

/** How a mail names a key worker who is away for long, with whom to ask meanwhile; nothing where it names them as ever. */
export const keyWorkerAway = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  council: Council,
  careCase: Pick<CareCase, 'assessor' | 'keyWorker'>,
): Promise<Pick<PersonMail, 'keyWorker'>> => {
  const named = namedWorker(careCase);
  const away = named && (await awayForLong(deps, council, named.of));
  if (named === undefined || away === undefined) return {};
  const phone = council.teams[named.role].phone ?? council.contact.phone;
  const name = `${named.of.name} (away until ${readableDate(away.until)}: ask for ${away.ask ?? 'their team'})`;
  const { worker, keyWorker } = council.terms;
  return { keyWorker: { name, word: named.role === 'assessor' ? worker : keyWorker, ...(phone && { phone }) } };
};
