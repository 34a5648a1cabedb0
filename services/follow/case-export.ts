import {
  isAboutAnothersRequest,
  isAboutSafety,
  isFromAnother,
  mayReadAnswer,
} from '../../domain/journey/case-following.ts';
import { type Follower, helperOf } from '../../domain/journey/persons.ts';
import type { StoredNote } from '../../schemas/case-note.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { workLists } from '../../schemas/work-lists.ts';
import type { WholeCase } from '../store/case-store.ts';
import { taskView } from '../work/task-views.ts';

const withheld =
  'Answers and notes about your safety, and notes that could harm someone, are not in this file, in case someone else can open it. What other people told us about you is not in it either. Ask us for them and we give them to you in a safe way.';

/**
 * Work on a worry about safety, and what it led to: never handed out by itself, since harm may come from whoever opens the file. Nor is
 * what someone else said of the person.
 */
const isWithheld = (id: string): boolean => /(^|\.)look-into-safety/.test(id) || isAboutAnothersRequest(id);

/** The questions of a list of staff that somebody does not read by themselves. */
const withheldOf = (record: CaseRecord, as: Follower): ReadonlySet<string> => {
  if (record.kind !== 'work') return new Set();
  const list = workLists[record.work];
  return new Set(
    questionsOf(list).flatMap(({ page, question }) => (mayReadAnswer(as, list, page, question) ? [] : [question.id])),
  );
};

/** A finished note that its writer holds fit for the person, and that is about no worry about safety. */
const mayBeShown = ({ state, answers }: StoredNote): boolean =>
  state === 'finished' && answers['shown'] === 'yes' && answers['kind'] !== 'safeguarding';

const readableBy =
  (as: Follower) =>
  (record: CaseRecord): CaseRecord => {
    if (record.kind !== 'application' && record.kind !== 'request' && record.kind !== 'work') return record;
    const left = withheldOf(record, as);
    const readable = <T extends Pick<typeof record, 'answers'>>(of: T): T => ({
      ...of,
      answers: Object.fromEntries(Object.entries(of.answers).filter(([id]) => !isAboutSafety(id) && !left.has(id))),
    });
    if (record.kind !== 'application' || record.earlier === undefined) return readable(record);
    return { ...readable(record), earlier: record.earlier.map(readable) };
  };

/** A person without what is about their safety. Whoever helps them sees of their helpers only who helps with this case. */
const personFor = (as: Follower, { case: careCase, person }: WholeCase) => {
  const {
    alerts: _alerts,
    safeContact: _contact,
    safeToLeaveMessage: _message,
    restricted: _restricted,
    ...rest
  } = person;
  const helper = helperOf(careCase, person);
  return as === 'person' ? rest : { ...rest, helpers: helper ? [helper] : [] };
};

/**
 * All that is held about a person in a case, but what is about their safety and what others said. A helper sees of the person and of
 * staff's findings what the copies show, and the person sees the helpers' own details as they gave them.
 */
export const heldAbout = (whole: WholeCase, as: Follower, notes: readonly StoredNote[] = []) => {
  const { case: careCase, tasks, records, mail, events } = whole;
  return {
    note: withheld,
    for: as,
    case: careCase,
    person: personFor(as, whole),
    tasks: tasks.filter(({ id }) => !isWithheld(id)).map(taskView),
    records: records.filter((record) => !isWithheld(record.id) && !isFromAnother(record)).map(readableBy(as)),
    // What staff wrote for themselves is about the person alone, and goes to nobody else.
    notes: as === 'person' ? notes.filter(mayBeShown).map(({ answers, at, by }) => ({ answers, at, by })) : [],
    messages: mail.filter(({ key }) => !isWithheld(key)),
    history: events.filter(({ about = '' }) => !isWithheld(about)),
  };
};
