import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { council } from '../../schemas/council.ts';
import { languageFile } from '../../schemas/language.ts';
import { overlays } from '../../schemas/overlay.ts';
import { fieldName } from '../../schemas/posted-fields.ts';
import { staffRole } from '../../schemas/staff.ts';
import { supportCatalogue } from '../../schemas/support-catalogue.ts';
import { readCouncilFile } from '../../services/runtime/council-file.ts';
import { councilFiles } from '../../services/runtime/council-index.ts';

const provenance = { status: 'example', source: 'A test' };

/** A file of each kind in which every field stands that there is: what a schema has and this has not is found below. */
const whole: readonly { file: string; schema: z.ZodType; data: unknown }[] = [
  {
    file: 'council.json',
    schema: council,
    data: {
      ...(councilFiles['warwickshire'] as object),
      contact: {
        name: 'Adult Social Care',
        phone: '01572 722577',
        textRelay: '18001 01572 722577',
        email: 'care@rutland.example',
        hours: 'Monday to Friday',
        url: 'https://rutland.example/care',
        post: ['Catmose', 'Oakham'],
      },
      safeguarding: {
        byDay: { phone: '01572 722577', hours: '9am to 5pm' },
        outOfHours: { phone: '01572 722578', hours: 'all night' },
        url: 'https://rutland.example/safe',
        ...provenance,
      },
      brand: {
        logo: { width: 100, height: 40 },
        headerText: '#ffffff',
        link: '#1d4f91',
        button: '#1d4f91',
        font: 'arial',
        homeUrl: 'https://rutland.example',
        ...provenance,
      },
      colour: '#1d4f91',
      privacyUrl: 'https://rutland.example/privacy',
      terms: {
        worker: 'worker',
        keyWorker: 'key worker',
        assessment: 'assessment',
        firstBudget: 'budget',
        team: 'team',
        planner: 'planner',
      },
      carerChargingNotice: 'Carers pay nothing.',
      charging: {
        percentOfDisposable: 90,
        weeklyCap: 10_000,
        minimumCharge: 300,
        migUplift: 100,
        homeCapitalLimits: { upper: 2_500_000, lower: 1_500_000 },
        countDisabilityBenefits: true,
        savingsCreditAtHome: 'capped',
        otherHousingCosts: ['water'],
        standardDisabilityCosts: 2000,
        chargeShortStaysAsHome: true,
        shortStayNights: 28,
        chargeCarers: false,
        newRatesFrom: '6-april',
        deferredPaymentKept: 100,
        confirmedRates: {},
        nationalRates: [],
      },
      plans: {
        checkedBy: 'key-worker',
        authorMayCheck: false,
        limits: { manager: 100_000 },
        panel: { role: 'manager', quorum: 2, fromWeekly: 200_000, ...provenance },
        ...provenance,
      },
      planWriting: { remindDays: 14, workerDays: 28 },
      access: { reads: { assessor: ['contact'] }, reasonMinutes: 60 },
      formMinutes: { referral: { least: 5, most: 10, ...provenance } },
      glossary: [
        { term: 'Care plan', meaning: 'What you need.', see: ['Support plan'] },
        { term: 'Support plan', meaning: 'What you plan.', see: ['Care plan'] },
      ],
      teams: Object.fromEntries(
        staffRole.options.map((role) => [
          role,
          { name: 'A team', email: `${role}@rutland.example`, phone: '01572 722577' },
        ]),
      ),
      reviewRequests: { from: ['person'], status: 'confirmed', source: 'A test' },
      reviewSignatures: { by: ['person'], status: 'confirmed', source: 'A test' },
      carerCannotGoOn: 'urgent',
      stepTargets: { 'assess-needs': 10 },
      checkIns: { everyWeeks: 4, ...provenance },
      shortTermContacts: { everyWeeks: 2, ...provenance },
      waitingLooks: { urgent: 7, 'carer-breakdown': 7, standard: 28 },
      noticeDays: 28,
      feedback: { readBy: 'manager', keepDays: 365 },
      limits: {
        linksPerSender: 60,
        reviewRequestsPerSender: 20,
        draftsPerSender: 300,
        formsPerSender: 100,
        feedbackPerSender: 20,
        requestsPerDay: 3,
        newAddressesPerDay: 5,
        undoDays: 14,
      },
      staffSessions: { idleMinutes: 60, longestHours: 10 },
      escalation: { everyWorkingDays: 5, above: [{ afterWorkingDays: 10, to: { role: 'manager' } }] },
      remindWorkingDays: 2,
      longAbsenceDays: 28,
    },
  },
  {
    file: 'support-catalogue.json',
    schema: supportCatalogue,
    data: {
      support: [
        {
          id: 'lunch-club',
          kind: 'community',
          name: 'Lunch club',
          provider: 'The church',
          what: 'A warm meal with others.',
          for: ['adult', 'carer'],
          area: 'Oakham',
          unit: 'once',
          price: 450,
          charge: { level: 'charged', says: 'It costs £4.50.', source: 'The page' },
          howToGet: [{ by: 'council' }],
          adultOutcomes: ['nutrition'],
          carerOutcomes: 'any',
          evidence: { status: 'confirmed', source: 'The page about clubs' },
        },
      ],
    },
  },
  {
    file: 'council.json: lists',
    schema: overlays,
    data: {
      triage: {
        version: 1,
        provenance,
        reword: {
          outcome: {
            label: 'What now?',
            hint: 'Choose',
            name: 'Next',
            error: 'Choose',
            copy: 'Next',
            easyRead: 'Next?',
          },
        },
        hide: ['referrer'],
        add: [
          {
            page: 'contact',
            shownIn: 'assess-needs',
            question: { id: 'councilBus', type: 'yesno', label: 'A bus?', name: 'Bus', error: 'Choose yes or no' },
          },
        ],
      },
    },
  },
  {
    file: 'languages/cy.json',
    schema: languageFile,
    data: {
      language: 'cy',
      name: 'Cymraeg',
      english: 'Welsh',
      direction: 'ltr',
      provenance,
      forms: { 'needs-assessment': { 'question.dateOfBirth.label': 'Dyddiad geni' } },
      pages: { Continue: 'Parhau' },
      council: { 'notices.waiting': 'Aros' },
    },
  },
];

type Path = readonly (string | number)[];
/** A field: `mayBeLeftOut` also where it is named by whoever writes the file, as a word of a language is. */
type Spot = { readonly path: Path; readonly schema: z.ZodType; readonly mayBeLeftOut: boolean };

const inner = (schema: z.ZodType): z.ZodType => {
  let of: z.ZodType = schema;
  while (
    of instanceof z.ZodOptional ||
    of instanceof z.ZodDefault ||
    of instanceof z.ZodPrefault ||
    of instanceof z.ZodLazy
  )
    of = (of instanceof z.ZodLazy ? of.unwrap() : of.def.innerType) as z.ZodType;
  return of;
};
const mayBeLeftOut = (schema: z.ZodType) => schema.safeParse(undefined).success;

const at = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((of, part) => (of as Record<string | number, unknown> | undefined)?.[part], data);

/** Every field that a schema has, as deep as the example goes, and those that the example lacks. */
const walk = (schema: z.ZodType, data: unknown, path: Path = [], named = false): { spots: Spot[]; lacks: string[] } => {
  const of = inner(schema);
  const here: Spot = { path, schema: of, mayBeLeftOut: named || mayBeLeftOut(schema) };
  const value = at(data, path);
  // What the example lacks is told by its name, and is not made wrong.
  if (value === undefined && path.length > 0) return { spots: [], lacks: [fieldName([...path])] };
  const parts: readonly (readonly [string | number, z.ZodType])[] =
    of instanceof z.ZodObject
      ? Object.entries(of.shape as Record<string, z.ZodType>)
      : of instanceof z.ZodArray
        ? (value as unknown[]).map((_, index) => [index, of.element as z.ZodType] as const)
        : of instanceof z.ZodTuple
          ? of.def.items.map((item, index) => [index, item as z.ZodType] as const)
          : of instanceof z.ZodRecord
            ? Object.keys(value as object).map((key) => [key, of.valueType as z.ZodType] as const)
            : [];
  const free = of instanceof z.ZodRecord && of.safeParse({}).success;
  const below = parts.map(([part, schema]) => walk(schema, data, [...path, part], free));
  return { spots: [here, ...below.flatMap(({ spots }) => spots)], lacks: below.flatMap(({ lacks }) => lacks) };
};

/** The data with another value at a path; undefined takes the field away. */
const withValue = (data: unknown, path: Path, value: unknown): unknown => {
  const copy: unknown = structuredClone(data);
  const [last] = path.slice(-1);
  if (last === undefined) return value;
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value === undefined && !Array.isArray(parent)) delete parent[last];
  else parent[last] = value;
  return copy;
};

/** What is put where something of a kind should stand: another kind, something too little, too much, of no such form. */
const wrongValues = (schema: z.ZodType): readonly (readonly [string, unknown])[] => {
  // What a council changes in lists is a file of its own kind here.
  if (schema instanceof z.ZodUnknown) return [];
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return [
      ['a number for text', 4],
      ['a list for text', []],
      ...(schema.safeParse('').success ? [] : [['nothing', ''] as const]),
      ...(schema.safeParse(' <?> ').success ? [] : [['no such text', ' <?> '] as const]),
      ...(schema.maxLength ? [['text that is too long', 'x'.repeat(schema.maxLength + 1)] as const] : []),
    ];
  if (schema instanceof z.ZodNumber)
    return [
      ['text for a number', '4'],
      ['half a one', 1.5],
      ...(Number(schema.minValue) > Number.MIN_SAFE_INTEGER
        ? [['too little', Number(schema.minValue) - 1] as const]
        : []),
      ...(Number(schema.maxValue) < Number.MAX_SAFE_INTEGER
        ? [['too much', Number(schema.maxValue) + 1] as const]
        : []),
    ];
  if (schema instanceof z.ZodBoolean) return [['text for yes or no', 'yes']];
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral)
    return [
      ['a word that there is not', 'nothing-like-it'],
      ['a number for a word', 4],
    ];
  if (schema instanceof z.ZodArray || schema instanceof z.ZodTuple)
    return [['text for a list', 'one'], ...(schema.safeParse([]).success ? [] : [['an empty list', []] as const])];
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord)
    return [
      ['text for fields', 'one'],
      ['a list for fields', []],
    ];
  return [['nothing that is known', { nothingLikeIt: true }]];
};

type Wrong = { readonly what: string; readonly field: string; readonly data: unknown };

const everyWrong = (data: unknown, spots: readonly Spot[]): Wrong[] =>
  spots.flatMap(({ path, schema, mayBeLeftOut: optional }) => [
    ...(optional || path.length === 0 || typeof path.at(-1) === 'number'
      ? []
      : [{ what: 'missing', field: fieldName([...path]), data: withValue(data, path, undefined) }]),
    ...wrongValues(schema).map(([what, value]) => ({
      what,
      field: fieldName([...path]),
      data: withValue(data, path, value),
    })),
    ...(schema instanceof z.ZodObject
      ? [
          {
            what: 'a field too many',
            field: fieldName([...path]),
            data: withValue(data, [...path, 'noSuchField'], 1),
          },
        ]
      : []),
  ]);

const faultsOf = (file: string, schema: z.ZodType, data: unknown): string[] => {
  try {
    readCouncilFile(file, schema, data);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ name: 'WrongCouncilFile' });
    return (error as Error).message.split('\n');
  }
};

/** Words of the library, which say what is wrong to whoever knows it and not what is allowed. */
const ofTheLibrary = /Invalid|Unrecognized|Too (?:small|big)|expected|received|undefined|\[object|NaN/;
/** A sentence that says what is allowed. */
const sayWhatIsAllowed =
  /\b(?:Give|Enter|Choose|There is no field|There are|Leave|Put right|must|is allowed|at least|at most|cannot be|Use)\b/;

describe.each(whole)('a wrong $file', ({ file, schema, data }) => {
  const { spots, lacks } = walk(schema, data);
  const wrong = everyWrong(data, spots);

  it('is shown here by an example that is right and has every field', () => {
    expect(faultsOf(file, schema, data)).toEqual([]);
    expect(lacks).toEqual([]);
  });

  it('is refused for whatever may be wrong with each field', () => {
    expect(wrong.length).toBeGreaterThan(25);
    expect(
      wrong
        .filter(({ data }) => faultsOf(file, schema, data).length === 0)
        .map(({ what, field }) => `${field}: ${what}`),
    ).toEqual([]);
  });

  it('is told by the file, the field, what is allowed and what stands there', () => {
    const unclear = wrong.flatMap(({ what, field, data }) => {
      const faults = faultsOf(file, schema, data);
      const named = faults.filter((fault) => fault.startsWith(field ? `${file}: ${field}` : `${file}: `));
      const isClear =
        named.length > 0 &&
        faults.every((fault) => sayWhatIsAllowed.test(fault) && !ofTheLibrary.test(fault.replace(/\(it is .*$/, '')));
      return isClear ? [] : [`${field}: ${what} → ${faults.join(' | ')}`];
    });

    expect(unclear).toEqual([]);
  });

  it('is told of every one of its faults at once', () => {
    const needed = spots.filter(
      ({ path, mayBeLeftOut }) => !mayBeLeftOut && path.length > 0 && typeof path.at(-1) === 'string',
    );
    // The deepest first, since what is taken away with its fields is one fault.
    const leaves = needed.filter(
      ({ path }) =>
        !needed.some((one) => one.path.length > path.length && path.every((part, at) => one.path[at] === part)),
    );
    const broken = leaves.reduce<unknown>((of, { path }) => withValue(of, path, undefined), data);
    const faults = faultsOf(file, schema, broken).join('\n');

    expect(leaves.length).toBeGreaterThan(0);
    expect(leaves.map(({ path }) => fieldName([...path])).filter((field) => !faults.includes(`${field}: `))).toEqual(
      [],
    );
  });
});

describe('a wrong file of a council', () => {
  it('is told of colours and windows that do not go together beside what is missing', () => {
    const data = {
      ...(councilFiles['coventry'] as object),
      area: undefined,
      brand: { link: '#ffe100', ...provenance },
      review: {
        first: { fromWeeks: 8, toWeeks: 6, targetWeeks: 7 },
        later: { months: 13, opensWeeksBefore: 8 },
        reminderLeadDays: { first: 60, later: 28 },
        startsFrom: 'support-start',
        status: 'guidance',
        source: 'A test',
      },
    };
    const faults = faultsOf('council.json', council, data);

    for (const says of [
      'area: ',
      'brand.link: Its contrast with a white page',
      'review.first.toWeeks: ',
      'review.later.months: Give a number of 12 or less',
    ]) {
      expect(
        faults.filter((fault) => fault.startsWith(`council.json: ${says}`)),
        says,
      ).not.toEqual([]);
    }
  });

  it.each(['javascript:alert(1)', 'http://rutland.example', 'rutland.example'])('may not send people to %s', (url) => {
    for (const changed of [{ privacyUrl: url }, { contact: { name: 'Care', url } }, { stagePages: { plan: url } }]) {
      const [fault = ''] = faultsOf('council.json', council, { ...(councilFiles['coventry'] as object), ...changed });
      expect(fault).toContain('Give a web address that begins with https://');
    }
  });
});
