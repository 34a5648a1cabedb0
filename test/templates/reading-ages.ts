import type { Council } from '../../schemas/council.ts';
import { benefitKinds } from '../../schemas/finance.ts';
import { readingAge } from '../support/reading-age.ts';
import { everyCouncilHere, everyEmail, informationPages, otherPages } from './every-page.ts';

/** Benefits have the names that stand on people's letters: nobody can make them easier. */
const benefits = benefitKinds.map(([, name]) => name);

/** Names of people's places and of bodies, which nobody can make easier. */
const namesOf = ({ area, contact, name }: Council): string[] => [
  ...benefits,
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

/** Every page and email of every council, with its reading age. Questions of the long forms are measured as one page each form. */
export const readingAges = everyCouncilHere.flatMap((council) =>
  Object.entries({ ...informationPages(council), ...otherPages(council), ...everyEmail(council) }).map(
    ([page, markup]) => ({ council: council.slug, page, markup, ...readingAge(markup, namesOf(council)) }),
  ),
);

/** One row a page, in Markdown: its age in the council where it is highest. `npm exec -- node test/bench/report-reading-ages.ts` prints it. */
export const readingAgeTable = (): string => {
  const pages = Map.groupBy(readingAges, ({ page }) => page);
  const rows = [...pages].map(([page, inCouncils]) => {
    const [hardest] = inCouncils.toSorted((a, b) => b.age - a.age);
    return `| ${page} | ${hardest?.age.toFixed(1)} | ${hardest?.index.toFixed(1)} | ${hardest?.council} |`;
  });
  return ['| Page or email | Reading age | ARI grade | Hardest in |', '| --- | --- | --- | --- |', ...rows].join('\n');
};
