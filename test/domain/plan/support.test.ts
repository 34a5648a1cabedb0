import { describe, expect, it } from 'vitest';
import { supportThatFits, waysToGet } from '../../../domain/plan/support.ts';
import { type Support, type SupportWanted, supportCatalogue } from '../../../schemas/support-catalogue.ts';

/** An entry that has passed the schema of the files. */
const aSupport = (changes: object): Support => {
  const { support } = supportCatalogue.parse({
    support: [
      {
        id: 'some-support',
        kind: 'other',
        name: 'Some support',
        what: 'It helps.',
        for: ['adult'],
        howToGet: [{ by: 'council' }],
        adultOutcomes: 'any',
        evidence: { status: 'confirmed', source: 'A page' },
        ...changes,
      },
    ],
  });
  return support.map((one) => ({ ...one, national: false })).at(0) as Support;
};

const catalogue: Support[] = [
  aSupport({ id: 'advice', kind: 'information-advice', name: 'Advice', for: ['adult', 'carer'], carerOutcomes: 'any' }),
  aSupport({
    id: 'home-support',
    kind: 'home-care',
    name: 'Home support',
    what: 'Help to wash and to make meals, after a fall for example.',
    adultOutcomes: ['nutrition', 'hygiene'],
  }),
  aSupport({
    id: 'telecare',
    kind: 'technology',
    name: 'Telecare',
    what: 'An alarm to wear at home. Sensors notice when someone falls.',
    adultOutcomes: ['home-safely'],
  }),
  aSupport({
    id: 'groups',
    kind: 'carer-support',
    name: 'Groups for carers',
    provider: 'The Carers’ Trust',
    what: 'Meet others over a meal at the café.',
    for: ['carer'],
    adultOutcomes: undefined,
    carerOutcomes: ['nutrition', 'relationships', 'carer-health'],
  }),
];
const found = (wanted: SupportWanted) => supportThatFits(catalogue, wanted).map(({ id }) => id);

describe('supportThatFits', () => {
  it.each<{ what: string; wanted: SupportWanted; is: string[] }>([
    { what: 'nothing in particular', wanted: {}, is: ['advice', 'home-support', 'telecare', 'groups'] },
    { what: 'a kind', wanted: { kind: 'technology' }, is: ['telecare'] },
    { what: 'a kind that there is not', wanted: { kind: 'shared-lives' }, is: [] },
    { what: 'adults', wanted: { for: 'adult' }, is: ['advice', 'home-support', 'telecare'] },
    { what: 'carers', wanted: { for: 'carer' }, is: ['advice', 'groups'] },
    { what: 'an outcome, tied to it first', wanted: { outcome: 'home-safely' }, is: ['telecare', 'advice'] },
    {
      what: 'an outcome of both',
      wanted: { outcome: 'nutrition' },
      is: ['home-support', 'groups', 'advice'],
    },
    { what: 'it for an adult', wanted: { outcome: 'nutrition', for: 'adult' }, is: ['home-support', 'advice'] },
    { what: 'it for a carer', wanted: { outcome: 'nutrition', for: 'carer' }, is: ['groups', 'advice'] },
    { what: 'the health of a carer', wanted: { outcome: 'carer-health' }, is: ['groups', 'advice'] },
    { what: 'everything at once', wanted: { kind: 'home-care', outcome: 'toilet', for: 'adult' }, is: [] },
  ])('gives, for $what, $is', ({ wanted, is }) => {
    expect(found(wanted)).toEqual(is);
  });

  it.each([
    { words: 'telecare', is: ['telecare'] },
    { words: 'TELE', is: ['telecare'] },
    { words: 'fall', is: ['home-support', 'telecare'] },
    { words: 'falls', is: ['home-support', 'telecare'] },
    { words: 'meals wash', is: ['home-support'] },
    { words: 'wash telecare', is: [] },
    { words: 'carers trust', is: ['groups'] },
    { words: "carers' trust", is: ['groups'] },
    { words: 'cafe', is: ['groups'] },
    { words: 'home care', is: ['home-support'] },
    { words: 'elecare', is: [] },
    { words: ' -- ', is: ['advice', 'home-support', 'telecare', 'groups'] },
    { words: '.*', is: ['advice', 'home-support', 'telecare', 'groups'] },
  ])('finds $is by the words “$words”', ({ words, is }) => {
    expect(found({ words })).toEqual(is);
  });

  it('puts what has the words in its name before what has them elsewhere, and what is tied to the outcome before both', () => {
    const shower = aSupport({ id: 'shower', name: 'Shower', what: 'A seat at home.', adultOutcomes: ['hygiene'] });
    const ids = supportThatFits([...catalogue, shower], { words: 'home' }).map(({ id }) => id);
    const forHygiene = supportThatFits([...catalogue, shower], { words: 'home', outcome: 'hygiene' });

    expect(ids).toEqual(['home-support', 'telecare', 'shower']);
    expect(supportThatFits([shower, ...catalogue], { words: 'home' }).map(({ id }) => id)[0]).toBe('home-support');
    expect(forHygiene.map(({ id }) => id)).toEqual(['home-support', 'shower']);
  });

  it('leaves the catalogue as it was', () => {
    const before = structuredClone(catalogue);

    supportThatFits(catalogue, { outcome: 'nutrition', words: 'a' });

    expect(catalogue).toEqual(before);
  });
});

describe('waysToGet', () => {
  const terms = { worker: 'Key Worker', keyWorker: 'Key Worker', assessment: 'assessment', firstBudget: 'budget' };
  const council = { contact: { name: 'Customer Services', phone: '0345 045 5202' }, terms };

  it.each([
    { way: { by: 'council' }, is: 'Contact Customer Services on 0345 045 5202.' },
    { way: { by: 'worker' }, is: 'Ask the Key Worker.' },
    { way: { by: 'phone', who: 'the club', number: '01234 567890' }, is: 'Phone the club on 01234 567890.' },
    { way: { by: 'web', url: 'https://club.example/join' }, is: 'See https://club.example/join.' },
    { way: { by: 'referral', from: 'the hospital' }, is: 'Ask the hospital to refer.' },
    { way: { by: 'open-to-all' }, is: 'Anyone can use it, without an assessment.' },
  ])('says “$is”', ({ way, is }) => {
    expect(waysToGet(aSupport({ howToGet: [way] }), council)).toEqual([is]);
  });

  it('says no number of a council that has given none, and keeps the order', () => {
    const support = aSupport({ howToGet: [{ by: 'worker' }, { by: 'council' }] });

    expect(waysToGet(support, { contact: { name: 'Staffordshire Cares' }, terms })).toEqual([
      'Ask the Key Worker.',
      'Contact Staffordshire Cares.',
    ]);
  });
});
