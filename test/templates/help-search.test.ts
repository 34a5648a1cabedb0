import { describe, expect, it } from 'vitest';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { found } from '../../templates/pages/help-search.ts';
import { helpPage } from '../../templates/pages/information-pages.ts';

const items = [
  { title: 'Do I have to pay?', rest: 'The assessment is free. cost money' },
  { title: 'What is a review?', rest: 'A talk about your plan.' },
  { title: 'Can I ask for reviews sooner?', rest: 'Yes. A carer may ask too.' },
  { title: 'I look after someone', rest: 'A carer’s assessment. We pay nothing.' },
];
const titles = (query: string) => found(items, query, (item) => item).map(({ title }) => title);

describe('found', () => {
  it.each([
    { query: 'review', finds: [1, 2] },
    { query: 'REVIEWING', finds: [1, 2] },
    { query: 'rev', finds: [1, 2] },
    { query: 'carers', finds: [2, 3] },
    { query: 'carer’s', finds: [2, 3] },
    { query: 'carer pay', finds: [3] },
    { query: 'zebra', finds: [] },
    { query: 'review zebra', finds: [1, 2] },
    { query: 'reveiw', finds: [1, 2] },
    { query: 'how much money', finds: [0] },
    { query: '*+?(', finds: [0, 1, 2, 3] },
    { query: 'how do I', finds: [0, 1, 2, 3] },
    { query: '', finds: [0, 1, 2, 3] },
  ])('for “$query” is $finds', ({ query, finds }) => {
    expect(titles(query)).toEqual(finds.map((index) => items[index]?.title));
  });

  it('has what says it in its title before what says it further down', () => {
    expect(titles('pay')).toEqual(['Do I have to pay?', 'I look after someone']);
    expect(titles('assess')).toEqual(['Do I have to pay?', 'I look after someone']);
    expect(found([...items].reverse(), 'pay', (item) => item).map(({ title }) => title)).toEqual([
      'Do I have to pay?',
      'I look after someone',
    ]);
  });
});

const { slugs, known } = createCouncils(everyCouncil());
const councils = slugs.map(known);

describe('what people type into the search of the help pages', () => {
  it.each([
    'how much will it cost me',
    'direct paymints',
    'carers alowance',
    'can i complane',
    'when will i here back',
  ])('finds something for “%s” at every council', (query) => {
    for (const council of councils) {
      expect(helpPage({ council, search: query }), council.slug).not.toContain('>0 results');
    }
  });
});
