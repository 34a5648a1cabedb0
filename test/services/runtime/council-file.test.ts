import { describe, expect, it } from 'vitest';
import { council } from '../../../schemas/council.ts';
import { supportCatalogue } from '../../../schemas/support-catalogue.ts';
import { readCouncilFile } from '../../../services/runtime/council-file.ts';

const file = 'councils/rutland/support-catalogue.json';

const good = {
  id: 'lunch-club',
  kind: 'community',
  name: 'Lunch club',
  what: 'A warm meal with others.',
  for: ['adult'],
  unit: 'once',
  price: 450,
  howToGet: [{ by: 'council' }],
  adultOutcomes: ['nutrition'],
  evidence: { status: 'confirmed', source: 'The page about clubs' },
};
const read = (...support: unknown[]) => readCouncilFile(file, supportCatalogue, { support });

/** What is wrong with one entry that differs from a good one. */
const faultsOf = (changes: object): string[] => {
  try {
    read(good, { ...good, id: 'second', ...changes });
  } catch (error) {
    expect(error).toMatchObject({ name: 'WrongCouncilFile' });
    return String((error as Error).message).split('\n');
  }
  return [];
};

describe('a support catalogue', () => {
  it('is read as it stands where nothing is wrong', () => {
    expect(read(good).support).toEqual([good]);
  });

  it.each([
    {
      what: 'a kind that there is not',
      changes: { kind: 'homecare' },
      says: [/kind: Choose a kind of support: information-advice, .*home-care.*, other \(it is "homecare"\)$/],
    },
    { what: 'no name', changes: { name: undefined }, says: [/name: Enter the name \(it is missing\)$/] },
    { what: 'an empty description', changes: { what: ' ' }, says: [/what: Enter what it is \(it is ""\)$/] },
    {
      what: 'an id with spaces',
      changes: { id: 'Lunch club' },
      says: [/id: Give an id of small letters and digits with hyphens, such as .* \(it is "Lunch club"\)$/],
    },
    {
      what: 'nobody whom it is for',
      changes: { for: [], adultOutcomes: undefined },
      says: [/for: Give at least one of whom it is for \(it is \[\]\)$/],
    },
    {
      what: 'someone whom it cannot be for',
      changes: { for: ['adult', 'child'] },
      says: [/for\[1\]: Choose whom it is for: adult, carer \(it is "child"\)$/],
    },
    { what: 'someone twice', changes: { for: ['adult', 'adult'] }, says: [/for: Give each of whom it is for once/] },
    {
      what: 'a price in pounds',
      changes: { price: 4.5 },
      says: [/price: Enter the price in whole pence \(it is 4\.5\)$/],
    },
    { what: 'a price below nothing', changes: { price: -1 }, says: [/price: the price cannot be less than 0/] },
    {
      what: 'a price without its unit',
      changes: { unit: undefined },
      says: [/unit: Give the unit of the price: hour, day, week, once \(it is missing\)$/],
    },
    {
      what: 'a unit that there is not',
      changes: { unit: 'month' },
      says: [/unit: Choose a unit: hour, day, week, once \(it is "month"\)$/],
    },
    {
      what: 'a price of what is free',
      changes: { charge: { level: 'free', says: 'Free.', source: 'The page' } },
      says: [/price: Leave the price out, or do not call it free \(it is 450\)$/],
    },
    { what: 'no way to get it', changes: { howToGet: [] }, says: [/howToGet: Give a way to get it \(it is \[\]\)$/] },
    {
      what: 'a way that there is not',
      changes: { howToGet: [{ by: 'owl' }] },
      says: [/howToGet\[0\]\.by: Give a way to get it, by: council, worker, phone, web, referral, open-to-all/],
    },
    {
      what: 'a web address that is not safe',
      changes: { howToGet: [{ by: 'web', url: 'http://club.example' }] },
      says: [/howToGet\[0\]\.url: Give a web address that begins with https:\/\/ \(it is "http:\/\/club\.example"\)$/],
    },
    {
      what: 'a number that is none',
      changes: { howToGet: [{ by: 'phone', who: 'the club', number: 'ask' }] },
      says: [/howToGet\[0\]\.number: Give a number such as 024 7683 3003 \(it is "ask"\)$/],
    },
    {
      what: 'no outcomes of whom it is for',
      changes: { for: ['adult', 'carer'] },
      says: [/carerOutcomes: Give carerOutcomes, or "any": it is for carers \(it is missing\)$/],
    },
    {
      what: 'outcomes of whom it is not for',
      changes: { carerOutcomes: 'any' },
      says: [/carerOutcomes: Leave carerOutcomes out: it is not for carers \(it is "any"\)$/],
    },
    {
      what: 'an outcome that there is not',
      changes: { adultOutcomes: ['recreation'] },
      says: [/adultOutcomes: Give "any", or a list of these outcomes: nutrition, .*child/],
    },
    {
      what: 'no evidence',
      changes: { evidence: undefined },
      says: [/evidence: Give the evidence as an object with status, source \(it is missing\)$/],
    },
    {
      what: 'a status that there is not',
      changes: { evidence: { status: 'sure', source: 'The page' } },
      says: [/evidence\.status: Choose a status: confirmed, unconfirmed \(it is "sure"\)$/],
    },
    {
      what: 'a field that there is not',
      changes: { cost: 5 },
      says: [/support\[1\]: There is no field cost here: the support has id, kind, name, .*, evidence$/],
    },
    {
      what: 'two faults',
      changes: { kind: 'magic', what: undefined },
      says: [/kind: Choose a kind of support/, /what: Enter what it is/],
    },
  ])('with $what is refused, with the file, the field and what is allowed', ({ changes, says }) => {
    const faults = faultsOf(changes);

    expect(faults).toHaveLength(says.length);
    for (const [index, fault] of faults.entries()) {
      expect(fault).toMatch(/^councils\/rutland\/support-catalogue\.json: support\[1\]/);
      expect(fault).toMatch(says[index] ?? 'nothing');
    }
  });

  it('with the same id twice is refused, and says which has it', () => {
    expect(() => read(good, { ...good, id: 'other' }, good)).toThrow(
      `${file}: support[2].id: Give another id: support[0] has this one (it is "lunch-club")`,
    );
  });

  it.each([
    { entries: 300, fits: true },
    { entries: 301, fits: false },
  ])('of $entries entries fits: $fits', ({ entries, fits }) => {
    const many = Array.from({ length: entries }, (_, index) => ({ ...good, id: `club-${index}` }));

    if (fits) expect(read(...many).support).toHaveLength(entries);
    else expect(() => read(...many)).toThrow(`${file}: support: Give 300 entries or fewer`);
  });

  it.each([[undefined], [[]], ['support']])('that is %s is refused as a whole', (data) => {
    expect(() => readCouncilFile(file, supportCatalogue, data)).toThrow(
      `${file}: Give the catalogue as an object with support`,
    );
  });

  it('shows no more of a long value than its beginning', () => {
    const [fault = ''] = faultsOf({ kind: 'x'.repeat(5000) });

    expect(fault.length).toBeLessThan(500);
    expect(fault).toMatch(/…\)$/);
  });
});

describe('the facts of a council', () => {
  it('that are wrong are refused with the file and the field as well', () => {
    expect(() => readCouncilFile('councils/rutland/council.json', council, { slug: 'Rutland' })).toThrow(
      /^councils\/rutland\/council\.json: slug: .+ \(it is "Rutland"\)\ncouncils\/rutland\/council\.json: name: .+ \(it is missing\)/,
    );
  });
});
