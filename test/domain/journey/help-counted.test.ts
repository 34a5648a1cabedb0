import { describe, expect, it } from 'vitest';
import { helpCountedIn, helpTogether, nothingOffered, withHelp } from '../../../domain/journey/help-counted.ts';
import type { CaseRecord } from '../../../schemas/records.ts';

const work = (id: string, at: string, kind: string, answers: object) =>
  ({ kind: 'work', id, at, work: kind, answers }) as unknown as CaseRecord;
const triage = work('assessment-1.triage-request', '2026-01-05T10:00:00Z', 'triage-request', {
  helpOffered: [
    { what: 'An alarm', support: 'telecare', answer: 'wanted' },
    { what: 'A group', support: 'groups', answer: 'not-wanted' },
    { what: 'Rails by the stairs', answer: 'wanted' },
    { what: 'A shower seat', support: 'equipment', answer: 'has-it' },
  ],
});
const arranged = (id: string, at: string) =>
  work(id, at, 'arrange-wanted-help', {
    help: [
      { what: 'An alarm', support: 'telecare', done: 'ordered' },
      { what: 'Rails', support: 'equipment', done: 'none' },
    ],
  });
const counted = (records: CaseRecord[], id: string) => withHelp({}, helpCountedIn(records, id) ?? []);

describe('help that was offered', () => {
  it('is counted by its entry in the catalogue, with what the person said, and never in the words of staff', () => {
    const found = counted([triage], triage.id);

    expect(found).toEqual({
      telecare: { ...nothingOffered, offered: 1, wanted: 1 },
      groups: { ...nothingOffered, offered: 1, declined: 1 },
      other: { ...nothingOffered, offered: 1, wanted: 1 },
      equipment: { ...nothingOffered, offered: 1, hasIt: 1 },
    });
    expect(JSON.stringify(found)).not.toContain('stairs');
  });

  it('waits until it is said what became of it, under whichever entry it was arranged, and is settled once', () => {
    const [first, second] = [arranged('a.help', '2026-01-08T10:00:00Z'), arranged('b.help', '2026-02-08T10:00:00Z')];
    const all = [triage, first, second];
    const months = [triage.id, first.id, second.id].map((id) => counted(all, id));
    const waits = (upTo: number) =>
      Object.entries(helpTogether(months.slice(0, upTo))).flatMap(([id, { wanted, settled }]) =>
        wanted > settled ? [id] : [],
      );

    expect(waits(1)).toEqual(['telecare', 'other']);
    expect(waits(2)).toEqual([]);
    expect(waits(3)).toEqual([]);
    expect(helpTogether(months)['telecare']).toMatchObject({ referred: 2, settled: 1 });
    expect(helpTogether(months)['equipment']).toMatchObject({ none: 2 });
  });

  it('is nothing where no help was offered, and where the work is another', () => {
    const none = work('x', '2026-01-05T10:00:00Z', 'triage-request', {});

    expect(helpCountedIn([none], 'x')).toBeUndefined();
    expect(helpCountedIn([triage], 'y')).toBeUndefined();
  });
});
