import { describe, expect, it } from 'vitest';
import { pageByPage } from '../../../domain/forms/page-by-page.ts';
import { harmDisclosedBy } from '../../../domain/journey/needs-application.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import { applicationForms } from '../../../schemas/forms/application-forms.ts';
import { equality } from '../../../schemas/forms/equality.ts';
import { everyForm } from '../../../schemas/forms/every-form.ts';
import { inEasyRead } from '../../../schemas/forms/fragments/easy-read.ts';
import { pictures } from '../../../templates/pictures.ts';
import { readingAge } from '../../support/reading-age.ts';

const forms = [...applicationForms.values(), equality].map((of) => ({ id: of.id, of }));
const questions = forms.flatMap(({ of }) => questionsOf(of).map(({ question }) => question));
const easyWords = questions.flatMap((question) => [
  ...(question.easyRead ? [question.easyRead] : []),
  ...('options' in question ? question.options.flatMap(({ easyRead }) => (easyRead ? [easyRead] : [])) : []),
]);

describe('Easy Read', () => {
  it.each(forms)('has words and a drawing for every question of $id', ({ of }) => {
    const without = questionsOf(of).filter(({ question }) => question.easyRead === undefined);

    expect(without.map(({ question }) => question.id)).toEqual([]);
  });

  it('names only drawings that are drawn, and every one of them', () => {
    const named = new Set([...easyWords.map(({ picture }) => picture), 'yes', 'no', 'question', 'none']);

    expect([...named].filter((name) => !pictures.has(name))).toEqual([]);
    expect([...pictures.keys()].filter((name) => !named.has(name))).toEqual([]);
  });

  it('asks in at most 16 words, and can be read at 8', () => {
    const labels = easyWords.map(({ label }) => label);
    const long = labels.filter((label) => label.split(/\s+/).length > 16);

    expect(labels.length).toBeGreaterThan(400);
    expect(long).toEqual([]);
    expect(readingAge(labels.map((label) => `<p>${label}</p>`).join('')).age).toBeLessThan(8);
  });

  it('has no hard word that plain words have', () => {
    const hard = /independent advocate|assessed before|diagnosis|professionals|tenure|organisation|relationship\b/i;

    expect(easyWords.filter(({ label }) => hard.test(label))).toEqual([]);
  });

  it('refuses words about a question that is not there', () => {
    expect(() => inEasyRead([{ pages: [] }], { gone: ['Is it gone?', 'question'] })).toThrow(/No question gone/);
  });
});

describe('drawings', () => {
  it.each([...pictures].map(([name, svg]) => ({ name, svg })))(
    '$name is a small SVG that refers to nothing',
    ({ svg }) => {
      expect(svg.length).toBeLessThan(1500);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96"[^>]*>.*<\/svg>$/);
      expect(svg).not.toMatch(/href|url\(|<style|<script|NaN|undefined/);
    },
  );
});

describe('pages about harm', () => {
  const asking = everyForm
    .filter(({ audience }) => audience === 'public')
    .flatMap((of) =>
      questionsOf(pageByPage(of))
        .filter(({ question }) =>
          Object.keys(harmDisclosedBy).some((id) => question.id.toLowerCase().endsWith(id.toLowerCase())),
        )
        .map((found) => ({ form: of.id, ...found })),
    );

  it('can each be left at once, in every public form', () => {
    expect(asking.filter(({ page }) => !page.sensitive).map(({ form, page }) => `${form} ${page.id}`)).toEqual([]);
    expect(asking.length).toBeGreaterThan(7);
  });

  it.each(['reportAbuse', 'safeContact', 'carerTreatedBadly', 'carerSafeContact'])('have %s among them', (id) => {
    const found = forms.flatMap(({ of }) => questionsOf(pageByPage(of))).filter(({ question }) => question.id === id);

    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ page }) => !page.sensitive)).toEqual([]);
  });
});

describe('what a browser may fill in', () => {
  it.each([
    { id: 'firstName', token: 'given-name' },
    { id: 'lastName', token: 'family-name' },
    { id: 'dateOfBirth', token: 'bday' },
    { id: 'postcode', token: 'postal-code' },
    { id: 'addressLine1', token: 'address-line1' },
    { id: 'phone', token: 'tel' },
    { id: 'email', token: 'email' },
    { id: 'helperFirstName', token: 'given-name' },
    { id: 'helperEmail', token: 'email' },
    { id: 'declaration', token: 'name' },
    { id: 'gpPractice', token: undefined },
    { id: 'supporter', token: undefined },
    { id: 'carerFirstName', token: 'given-name' },
  ])('is $token for $id', ({ id, token }) => {
    const found = questions.filter((question) => question.id === id);

    expect(found.length).toBeGreaterThan(0);
    for (const question of found) expect(question.autocomplete).toBe(token);
  });
});
