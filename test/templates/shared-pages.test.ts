import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesThatApply } from '../../domain/forms/forms.ts';
import { storyUrls } from '../../templates/assets.ts';
import { render } from '../../templates/environment.ts';
import { checkPage, formStartPage, questionPage } from '../../templates/pages/draft-pages.ts';
import { confirmationPage, siteOf } from '../../templates/pages/pages.ts';
import { renderShared } from '../../templates/shared-pages.ts';
import { anIndication, council, everyKind } from './fixtures.ts';

const stories = { pages: storyUrls('one-at-a-time'), back: storyUrls('come-back') };
const shared = {
  site: siteOf(council),
  title: 'Before you start',
  form: {
    id: 'form',
    title: 'Form',
    intro: [],
    time: 'about 5 minutes',
    send: 'Send it',
    stories,
    parts: { least: 7, most: 8 },
  },
};
const asDrawn = (own: { unfinished: string }): string => render('pages/form-start.njk', { ...shared, ...own });
const asShared = (own: { unfinished: string }): string => renderShared('pages/form-start.njk', shared, own);

describe('renderShared', () => {
  it('makes the very page that render makes, whatever a person’s own value is', () => {
    const given = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '<b>', '"\'`\\&', 'own', '$&', '$1'));

    fc.assert(
      fc.property(given, (unfinished) => {
        expect(asShared({ unfinished })).toBe(asDrawn({ unfinished }));
      }),
    );
  });

  it('tells a page apart by everything that is shared', () => {
    const other = { ...shared };

    expect(renderShared('pages/form-start.njk', other, { unfinished: '' })).toBe(
      render('pages/form-start.njk', { ...other, unfinished: '' }),
    );
    expect(asShared({ unfinished: '' })).toBe(asDrawn({ unfinished: '' }));
  });

  it('keeps 200 pages and draws the others again, each as it is', () => {
    const titled = (count: number) => ({ ...shared, title: `Title ${count}` });
    const all = Array.from({ length: 250 }, (_, count) => count);

    const pages = [...all, ...all].map((count) =>
      renderShared('pages/form-start.njk', titled(count), { unfinished: '' }),
    );

    expect(new Set(pages).size).toBe(250);
    expect(pages.slice(250)).toEqual(pages.slice(0, 250));
  });
});

const [visit] = pagesThatApply(everyKind, {});
const answer = (name: string) => [
  { id: 'first', title: 'First', answers: [{ name: 'Name', lines: [name], href: '/change' }] },
];

/** Each page as one person and then another gets it: what is theirs, and how the page shows it. */
const people = [
  { name: 'Ann', token: 'csrf-of-ann', seen: 'seen-by-ann', back: '/back-of-ann', reference: 'ANN-1111-AAA' },
  { name: 'Bob', token: 'csrf-of-bob', seen: 'seen-by-bob', back: '/back-of-bob', reference: 'BOB-2222-BBB' },
] as const;
type Person = (typeof people)[number];

const pages: Readonly<Record<string, { page: (person: Person) => string; shows: readonly (keyof Person)[] }>> = {
  'a question': {
    page: ({ token: csrf, seen, back }) => {
      if (visit === undefined) throw new Error('The form has no page');
      return questionPage({ council, form: everyKind, visit, values: {}, problems: [], csrf, seen, back });
    },
    shows: ['token', 'seen', 'back'],
  },
  'a question with an answer': {
    page: ({ token: csrf, seen, back, name }) => {
      const words = pagesThatApply(everyKind, { who: 'me' }).find(({ page }) => page.id === 'words');
      if (words === undefined) throw new Error('The form has no such page');
      return questionPage({ council, form: everyKind, visit: words, values: { name }, problems: [], csrf, seen, back });
    },
    shows: ['token', 'seen', 'back', 'name'],
  },
  'the answers to check': {
    page: ({ token: csrf, name }) =>
      checkPage({ council, form: everyKind, parts: answer(name), apart: false, errors: [], csrf }),
    shows: ['token', 'name'],
  },
  'the confirmation': {
    page: ({ token: recallToken, reference }) =>
      confirmationPage({
        council,
        reference,
        indication: anIndication('may-be-eligible'),
        outsideArea: false,
        targetOn: 'Monday 16 February 2026',
        recallToken,
      }),
    shows: ['token', 'reference'],
  },
  'the page before a form': {
    page: ({ name: unfinished }) =>
      formStartPage({ council, form: everyKind, time: 'about 5 minutes', parts: { least: 7, most: 7 }, unfinished }),
    shows: ['name'],
  },
};

describe.each(Object.entries(pages))('%s', (_, { page, shows }) => {
  it('shows each person what is theirs and nothing of who asked before', () => {
    const [ann, bob] = people;

    const seenBy = [page(ann), page(bob), page(ann)] as const;

    for (const key of shows) {
      expect(seenBy[0]).toContain(ann[key]);
      expect(seenBy[1]).toContain(bob[key]);
      expect(seenBy[1]).not.toContain(ann[key]);
    }
    expect(seenBy[2]).toBe(seenBy[0]);
    expect(shows.reduce((html, key) => html.replaceAll(bob[key], ann[key]), seenBy[1])).toBe(seenBy[0]);
  });
});
