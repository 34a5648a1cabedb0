import type { CalendarVisit } from '../../domain/journey/visit-calendar.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';

/** What an entry of a calendar says. A calendar is often shared with others, so it says no more than a mail may. */
export type CalendarWords = { readonly summary: string; readonly url: string };

/** A visit as a calendar file. The library is loaded when one is asked for. @see RFC 5545 */
export const calendarFile = async (
  { uid, sequence, status, startsAt }: CalendarVisit,
  { summary, url }: CalendarWords,
  now: IsoInstant,
): Promise<Buffer> => {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const isOff = status === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Careway', product: 'Careway', language: 'EN' },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(now),
    // How long a visit takes is not known, so none is invented: the entry marks when it begins.
    start: new Date(startsAt),
    summary,
    url,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return Buffer.from(calendar.toString());
};
