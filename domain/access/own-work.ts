import type { CaseRecord } from '../../schemas/records.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { partOfRecord, partsOfComplaints } from './part-of.ts';

/** The work that a kind of work checks or answers for, in words: nobody does it for their own. */
type Checks = { readonly kinds: readonly TaskKind[]; readonly words: string };

/**
 * Which kinds of work look over which other work. Whoever did the last of these does not look over it themselves: our own choice, from the rule of
 * natural justice that nobody judges their own case. Plans have a rule of their own, with limits of authority (`domain/plan/authority.ts`); a death is
 * confirmed by somebody else than who recorded it (`domain/journey/death-outcomes.ts`), and so are national rates.
 */
const looksOver: Partial<Readonly<Record<TaskKind, Checks>>> = {
  'settle-disagreement': {
    kinds: ['review-plan'],
    words: 'You wrote this review, so someone else has to settle what the person does not agree with',
  },
};

const byOf = ({ by }: CaseRecord): string | undefined => (by.kind === 'staff' ? by.id : undefined);

const newest = (records: readonly CaseRecord[]): CaseRecord | undefined =>
  records.toSorted((a, b) => b.at.localeCompare(a.at))[0];

/** Whoever did work that the complaints of a case are about: it may be about them. */
const complainedOf = (records: readonly CaseRecord[]): ReadonlySet<string> => {
  const parts = new Set(partsOfComplaints(records));
  return new Set(
    records.flatMap((record) => {
      const by = record.kind === 'work' || record.kind === 'note' ? byOf(record) : undefined;
      return by && parts.has(partOfRecord(record)) ? [by] : [];
    }),
  );
};

/** Whether somebody would look over their own work by doing a piece of work, in a sentence; undefined where they would not. */
export const whyOwnWork = (kind: TaskKind, records: readonly CaseRecord[], staffId: string): string | undefined => {
  if (kind === 'answer-complaint') {
    return complainedOf(records).has(staffId)
      ? 'You did work that this complaint is about, so someone else has to answer it'
      : undefined;
  }
  const checks = looksOver[kind];
  const done =
    checks && newest(records.filter((record) => record.kind === 'work' && checks.kinds.includes(record.work)));
  return checks && done && byOf(done) === staffId ? checks.words : undefined;
};
