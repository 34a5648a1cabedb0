import { describe, expect, it } from 'vitest';
import type { Council } from '../../schemas/council.ts';
import { hardestSentences, readingAge } from '../support/reading-age.ts';
import { everyCouncilHere, everyEmail, informationPages, otherPages } from './every-page.ts';

/** The age that the service aims at. A page above it is written again, shorter. */
const highestAge = 9;

/** Names of people's places and of bodies, which nobody can make easier. */
const namesOf = ({ area, contact, name }: Council): string[] => [
  name,
  area,
  contact.name,
  ...(contact.post ?? []),
  'Amazon Web Services',
  'Equality Advisory and Support Service',
  'Equality and Human Rights Commission',
  'Information Commissioner’s Office',
  'Local Government and Social Care Ombudsman',
  'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
  'Web Content Accessibility Guidelines',
];

const measured = everyCouncilHere.flatMap((council) =>
  Object.entries({ ...informationPages(council), ...otherPages(council), ...everyEmail(council) }).map(
    ([page, markup]) => ({ council: council.slug, page, markup, ...readingAge(markup, namesOf(council)) }),
  ),
);

/** One line a page: the highest age that it has in any council. */
const report = (): string => {
  const pages = [...new Set(measured.map(({ page }) => page))].map((page) => {
    const inCouncils = measured.filter((one) => one.page === page);
    const [hardest] = inCouncils.toSorted((a, b) => b.age - a.age);
    return { page, hardest };
  });
  const lines = pages.map(
    ({ page, hardest }) =>
      `  ${page.padEnd(24)} age ${hardest?.age.toFixed(1)}  grade ${hardest?.grade.toFixed(1)}  index ${hardest?.index.toFixed(1)}  (${hardest?.council})`,
  );
  return `Reading age of every page and email, in the council where it is highest:\n${lines.join('\n')}`;
};

describe('the reading age', () => {
  it(`is at most ${highestAge} for every page and email of every council`, () => {
    const tooHard = measured.filter(({ age }) => age > highestAge);

    console.log(report());
    expect(
      tooHard.map(({ council, page, age, markup }) => ({ council, page, age, look: hardestSentences(markup, 5) })),
    ).toEqual([]);
  });

  it('was measured on words, not on an empty page', () => {
    expect(measured.filter(({ words }) => words < 20).map(({ page, council }) => `${council} ${page}`)).toEqual([]);
  });
});
