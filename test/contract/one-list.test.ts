import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { computedLines } from '../../domain/forms/computed-lines.ts';
import { addedAnswers, type KnownSources, knownAnswers, withUnchanged } from '../../domain/forms/known-answers.ts';
import { finishedWork } from '../../domain/journey/finished-work.ts';
import { asOne } from '../../domain/journey/joined-person.ts';
import type { TaskSituation } from '../../domain/journey/work-outcome.ts';
import { answersSchema } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import { overlayFaults, withOverlay } from '../../schemas/overlay.ts';
import { type CaseRecord, caseRecord } from '../../schemas/records.ts';
import { isoDate, isoInstant } from '../../schemas/scalars.ts';
import { task } from '../../schemas/task.ts';
import { workCopy } from '../../services/follow/work-copy.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { aCase } from '../support/a-case.ts';
import { aPerson } from '../support/a-person.ts';
import { drawnSection } from '../support/drawn-section.ts';
import { htmlFaults } from '../templates/html-faults.ts';
import { readableText } from '../templates/page-inputs.ts';
import { ownVisit, visit, visitRule } from './small-list.ts';

const today = '2026-11-28';
const now = isoInstant.parse('2026-11-28T10:00:00.000Z');
const council = createCouncils(everyCouncil()).known(aCase().council);

const given = {
  visitedOn: today,
  strengths: 'Cooks her own lunch.',
  safe: 'no',
  costs: [
    { what: 'Care worker', weekly: 12_050 },
    { what: 'Taxi', weekly: 2000 },
  ],
};
const situation = (rest: Partial<TaskSituation> = {}): TaskSituation => ({
  case: aCase(),
  person: asOne([aPerson()]),
  task: task.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: 'K7M-29QX-T4F.assessment-1.assess-needs',
    version: 1,
    kind: 'assess-needs',
    role: 'assessor',
    openedAt: now,
    dueOn: today,
    status: 'open',
  }),
  now,
  staff: { id: 'worker', name: 'Priya Patel' },
  council: { ...council, charging: undefined },
  records: [],
  tasks: [],
  mail: [],
  plans: [],
  ...rest,
});
type Described = { properties: Record<string, unknown>; required: string[] };
const described = (schema: z.ZodType): Described | undefined =>
  Object.values(z.toJSONSchema(schema, { io: 'input' }).$defs ?? {}).map((one) => one as Described)[0];

const finished = (answers: unknown, rest: Partial<TaskSituation> = {}) =>
  finishedWork(visit, visitRule, answers, situation(rest));
const stored = (answers: unknown, rest: Partial<TaskSituation> = {}): CaseRecord => {
  const outcome = finished(answers, rest);
  const [kept] = outcome.ok ? outcome.records : [];
  const made = {
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    at: now,
    by: { kind: 'staff', id: 'worker', role: 'assessor' },
  };
  return caseRecord.parse({ ...made, ...kept });
};
const sources = (records: CaseRecord[]): KnownSources => ({
  records,
  person: {},
  listOf: (id) => (id === 'visit' ? visit : undefined),
  today: () => today,
});
describe('one list', () => {
  it('is the body of the API, which names every question and refuses what is none', () => {
    const schema = answersSchema(visit, () => today);

    expect(schema.parse(given)).toEqual(given);
    expect(schema.safeParse({ ...given, visitedOn: '2026-11-29' }).error?.issues.map(({ message }) => message)).toEqual(
      ['Day of the visit must be today or in the past'],
    );
    expect(schema.safeParse({ ...given, parking: 'x' }).success).toBe(false);
  });

  it('is the OpenAPI schema', () => {
    const asked = described(answersSchema(visit, () => today));

    expect(Object.keys(asked?.properties ?? {})).toEqual(['visitedOn', 'strengths', 'safe', 'dog', 'costs']);
    expect(asked?.required).toEqual(['visitedOn', 'strengths', 'safe', 'costs']);
  });

  it('is the static type that its rule reads', () => {
    expectTypeOf<AnswersOf<typeof visit>['safe']>().toEqualTypeOf<'yes' | 'no'>();
    expectTypeOf<Parameters<typeof visitRule>[0]['costs'][number]['weekly']>().toEqualTypeOf<number>();
    expect(finished(given)).toMatchObject({ ok: true, outcome: 'worried', output: { visitedOn: today, costs: '2' } });
  });

  it('is the record, which says the list and its version', () => {
    expect(stored(given)).toMatchObject({
      kind: 'work',
      work: 'assess-needs',
      list: 'visit',
      listVersion: 3,
      answers: given,
    });
  });

  it('names every problem at once, in the order of the list', () => {
    expect(finished({ safe: 'perhaps' })).toMatchObject({
      ok: false,
      problems: [{ field: 'visitedOn' }, { field: 'strengths' }, { field: 'safe' }, { field: 'costs' }],
    });
  });

  it('opens other work, once for each task', () => {
    expect(finished(given)).toMatchObject({
      opens: [
        {
          kind: 'look-into-safety',
          step: expect.stringMatching(/^look-into-safety-from-[0-9a-f]{8}$/),
          reason: 'A visit found a worry.',
        },
      ],
    });
    expect(finished({ ...given, safe: 'yes' })).toMatchObject({ opens: [] });
  });

  it('is the copy that the person is given, under its own headings and without what is for staff', () => {
    const head = { id: 'x', councilName: council.name, reference: 'K7M-29QX-T4F', madeOn: today };
    const record = stored({ ...given, dog: 'A large one' });
    const copy = record.kind === 'work' ? workCopy(visit, record, head) : undefined;

    expect(copy?.title).toBe('Our visit to you');
    const said = JSON.stringify(copy?.blocks);
    expect(said).toContain('What you can do');
    expect(said).toContain('Cooks her own lunch.');
    expect(said).not.toContain('A large one');
  });

  it('is the page, part by part, with the law, what is known and what it adds up to', async () => {
    const known = knownAnswers(visit, sources([stored(given)]));
    const first = drawnSection(council, visit, {
      known: known.map(({ question, lines, from, isAccepted }) => ({
        question,
        lines,
        from: from.title,
        take: isAccepted ? 'unchanged' : '',
        isTaken: false,
        isLastTime: true,
      })),
    });
    const second = drawnSection(council, visit, {
      part: 'costs',
      state: { values: given, problems: [], rows: {} },
      lines: computedLines(visit, { ...given, visitedOn: isoDate.parse(today) }, { dear: () => [] }),
    });

    expect(await htmlFaults(first)).toEqual([]);
    expect(await htmlFaults(second)).toEqual([]);
    const said = readableText(first);
    for (const words of [
      'What can the person do?',
      'Last time',
      'Cooks her own lunch.',
      'Unchanged',
      'A visit is proportionate.',
      '(our own choice)',
    ])
      expect(said).toContain(words);
    expect(readableText(second)).toContain('Weekly total: £140.50');
  });
});

describe('what is known', () => {
  it('comes from the newest record, and is taken over singly with where it stands', () => {
    const records = [stored(given)];
    const known = knownAnswers(visit, sources(records));

    const { answers, unchanged, stale } = withUnchanged({ visitedOn: today }, ['strengths', 'dog'], known);

    expect(answers).toEqual({ visitedOn: today, strengths: 'Cooks her own lunch.' });
    expect(unchanged).toEqual({ strengths: { list: 'visit', record: 'assessment-1.assess-needs' } });
    expect(stale).toEqual(['dog']);
    expect(stored({ ...given, ...answers }, { unchanged })).toMatchObject({ unchanged });
  });
});

describe('lines', () => {
  it('shows what a rule says, and stops at a rule that there is not', () => {
    const costs = [{ what: 'Care', weekly: 100_000 }];

    expect(computedLines(visit, { costs }, { dear: () => ['Yes, a panel decides'] }).map(({ lines }) => lines)).toEqual(
      [['£1,000.00'], ['Yes, a panel decides']],
    );
    expect(() => computedLines(visit, { costs }, {})).toThrow('No rule "dear"');
  });
});

describe('a council’s overlay', () => {
  const own = withOverlay(visit, ownVisit);

  it('puts the page into its words, leaves out and adds', () => {
    const said = readableText(drawnSection(council, own));

    expect(said).toContain('What is the person good at?');
    expect(said).toContain('Where can one park?');
    expect(said).not.toContain('Is there a dog?');
  });

  it('is followed by the body and by OpenAPI', () => {
    const schema = answersSchema(own, () => today);

    expect(schema.safeParse(given).error?.issues.map(({ message }) => message)).toEqual(['Enter where one can park']);
    expect(described(schema)?.properties).toHaveProperty('councilParking');
  });

  it('keeps what the council asked apart from the list’s own answers, which its rule reads', () => {
    const record = stored({ ...given, councilParking: 'Behind the house' }, { overlay: ownVisit });

    expect(record).toMatchObject({ answers: given, added: { councilParking: 'Behind the house' }, overlayVersion: 2 });
  });

  it('shows its own question to whoever does the work that it names, and to nobody else', () => {
    const records = [stored({ ...given, councilParking: 'Behind the house' }, { overlay: ownVisit })];
    const shown = (kind: 'draft-plan' | 'check-plan') => addedAnswers(kind, { visit: ownVisit }, sources(records));

    expect(shown('draft-plan')).toMatchObject([
      { label: 'Where can one park?', lines: ['Behind the house'], from: { title: 'A visit' } },
    ]);
    expect(shown('check-plan')).toEqual([]);
  });

  it('is the list itself where the council changes nothing', () => {
    expect(withOverlay(visit, undefined)).toBe(visit);
    expect(withOverlay(visit, ownVisit)).toBe(own);
  });

  it.each([
    { what: 'hides what the law wants', change: { hide: ['visitedOn'] }, says: 'the law wants “visitedOn” asked' },
    { what: 'hides what must be answered', change: { hide: ['strengths'] }, says: '“strengths” must be answered' },
    {
      what: 'rewords what there is not',
      change: { reword: { cat: { label: 'A cat?' } } },
      says: 'has no question “cat”',
    },
    {
      what: 'adds under a name that a list may have',
      change: {
        add: [
          {
            page: 'how',
            shownIn: 'draft-plan',
            question: { id: 'cat', type: 'yesno', label: 'A cat?', name: 'Cat', error: 'Select yes' },
          },
        ],
      },
      says: 'must begin with “council”',
    },
    {
      what: 'adds to a page that there is not',
      change: {
        add: [
          {
            page: 'nowhere',
            shownIn: 'draft-plan',
            question: { id: 'councilCat', type: 'yesno', label: 'A cat?', name: 'Cat', error: 'Select yes' },
          },
        ],
      },
      says: 'has no page “nowhere”',
    },
  ])('is refused where it $what', ({ change, says }) => {
    const faults = overlayFaults(visit, { version: 1, ...change } as never);

    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });
});
