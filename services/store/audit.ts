import type { Actor, AuditEvent, PersonEvent } from '../../schemas/case.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import type { PersonId } from '../../schemas/person.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Clock } from '../runtime/clock.ts';

/** What the platform does by itself, in the name of the function that does it. */
export const platform = (name: string): Actor => ({ kind: 'platform', name });

/** The audit event of a change: what was done, to what, by whom, on what authority; `about` never holds personal data. */
export const eventOf = (
  { clock, newId }: { clock: Clock; newId: () => string },
  { council, reference }: { council: CouncilSlug; reference: CaseReference },
  event: Pick<AuditEvent, 'actor' | 'authority'> & { action: EventAction; about?: string },
): AuditEvent => ({ council, reference, at: clock.now(), id: newId(), ...event });

/** The same of a change to a person. `reference` is the case in which it was made, where it was made in one. */
export const personEventOf = (
  { clock, newId }: { clock: Clock; newId: () => string },
  { council, id }: { council: CouncilSlug; id: PersonId },
  event: Pick<PersonEvent, 'actor' | 'authority'> & { action: EventAction; about?: string; reference?: CaseReference },
): PersonEvent => ({ council, person: id, at: clock.now(), id: newId(), ...event });
