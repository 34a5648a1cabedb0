import type { Answers } from '../../schemas/form-conditions.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { Follower } from './persons.ts';

/** Whether they said when and how it is safe to be reached: then they are reached in that way alone, and no mail goes that nobody asked for. */
export const hasSafeWay = ({ safeContact }: Pick<KnownPerson, 'safeContact'>): boolean => Boolean(safeContact?.trim());

/**
 * Why a reader of a case is told by staff and not by mail, where a safe way was given: by the person, for whom whoever helps may be whom they
 * fear, or by whoever helps, in a case of their own.
 */
export const safeWayOnly: Readonly<Record<Follower, string>> = {
  person: 'The person gave a safe way to be reached. Use only that',
  helper: 'A safe way to be reached was given. Ask the person in theirs what whoever helps may be told',
};

/**
 * Whether a mail may remind of a form that was begun: not where its answers speak of harm, since whoever does it may read the mailbox, and the
 * reminder was not asked for.
 */
export const mayBeReminded = (answers: Answers): boolean =>
  !Object.entries(answers).some(
    ([question, answer]) =>
      (/safeContact$/i.test(question) && answer !== '') || (/treatedBadly$/i.test(question) && answer !== 'no'),
  );
