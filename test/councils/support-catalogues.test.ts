import { describe, expect, it } from 'vitest';
import { councilSlug } from '../../schemas/scalars.ts';
import type { Support } from '../../schemas/support-catalogue.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { published } from '../support/published.ts';
import { readingAge } from '../support/reading-age.ts';

const councils = createCouncils(everyCouncil());
const every = await Promise.all(councils.slugs.map(async (slug) => ({ slug, all: await supportOf(slug) })));
const catalogues = every.filter(({ slug }) => published.has(slug));
const own = ({ all }: { all: readonly Support[] }) => all.filter(({ national }) => !national);
const of = (slug: string): readonly Support[] => catalogues.find((one) => one.slug === slug)?.all ?? [];
const entry = (slug: string, id: string) => of(slug).find((one) => one.id === id);

/** The support that the councils' own pages name, by the number of the promise. Plans and advice refer to the ids, so they stay. */
const named: readonly { promise: string; slug: string; id: string; is: Partial<Support> }[] = [
  { promise: 'L7', slug: 'leicestershire', id: 'information-and-advice', is: { kind: 'information-advice' } },
  { promise: 'L25', slug: 'leicestershire', id: 'advocate', is: { kind: 'other' } },
  { promise: 'L35', slug: 'leicestershire', id: 'care-at-home', is: { kind: 'home-care' } },
  { promise: 'L36', slug: 'leicestershire', id: 'care-homes', is: { kind: 'care-home' } },
  { promise: 'L39', slug: 'leicestershire', id: 'equipment', is: { kind: 'equipment-adaptations' } },
  { promise: 'L39', slug: 'leicestershire', id: 'technology', is: { kind: 'technology' } },
  { promise: 'L39', slug: 'leicestershire', id: 'reablement', is: { kind: 'reablement' } },
  { promise: 'S12', slug: 'staffordshire', id: 'advocate', is: { howToGet: [{ by: 'worker' }] } },
  { promise: 'S46', slug: 'staffordshire', id: 'staffordshire-cares', is: { provider: 'Staffordshire Cares' } },
  { promise: 'S54', slug: 'staffordshire', id: 'nhs-guide', is: { provider: 'the NHS' } },
  {
    promise: 'CV2',
    slug: 'coventry',
    id: 'information-and-advice',
    is: { provider: 'the council and its partners', for: ['adult', 'carer'] },
  },
  {
    promise: 'CV3',
    slug: 'coventry',
    id: 'carers-trust',
    is: { kind: 'carer-support', provider: 'Carers Trust Heart of England', for: ['carer'] },
  },
  { promise: 'CV4', slug: 'coventry', id: 'equipment-and-adaptations', is: { kind: 'equipment-adaptations' } },
  { promise: 'CV5', slug: 'coventry', id: 'day-opportunities', is: { kind: 'day-opportunities' } },
  { promise: 'CV6', slug: 'coventry', id: 'direct-payment', is: { for: ['adult'] } },
  { promise: 'CV7', slug: 'coventry', id: 'home-support', is: { kind: 'home-care' } },
  { promise: 'CV8', slug: 'coventry', id: 'reablement', is: { kind: 'reablement' } },
  { promise: 'CV9', slug: 'coventry', id: 'housing-with-care', is: { kind: 'housing-with-care' } },
  { promise: 'CV10', slug: 'coventry', id: 'shared-lives', is: { kind: 'shared-lives' } },
  { promise: 'CV11', slug: 'coventry', id: 'care-homes', is: { kind: 'care-home' } },
  { promise: 'CV12', slug: 'coventry', id: 'information-and-advice', is: { carerOutcomes: 'any' } },
  { promise: 'CV13', slug: 'coventry', id: 'carers-groups', is: { for: ['carer'] } },
  { promise: 'CV14', slug: 'coventry', id: 'carers-training', is: { for: ['carer'] } },
  { promise: 'CV15', slug: 'coventry', id: 'carers-counselling', is: { for: ['carer'] } },
  { promise: 'CV16', slug: 'coventry', id: 'cress', is: { for: ['carer'] } },
  { promise: 'CV17', slug: 'coventry', id: 'carers-direct-payment', is: { for: ['carer'] } },
  { promise: 'CV18', slug: 'coventry', id: 'carers-stay-away', is: { kind: 'carer-break' } },
  { promise: 'CV18', slug: 'coventry', id: 'carers-hours', is: { kind: 'carer-break', unit: 'hour' } },
  { promise: 'CV19', slug: 'coventry', id: 'support-for-cared-for', is: { for: ['carer'] } },
  { promise: 'CV27', slug: 'coventry', id: 'telecare', is: { kind: 'technology', adultOutcomes: ['home-safely'] } },
  { promise: 'CV28', slug: 'coventry', id: 'brain-in-hand', is: { kind: 'technology' } },
  { promise: 'CV29', slug: 'coventry', id: 'short-term-support', is: { kind: 'reablement' } },
  {
    promise: 'CV36',
    slug: 'coventry',
    id: 'leaving-hospital',
    is: { howToGet: [{ by: 'referral', from: 'the team at the hospital' }, { by: 'council' }] },
  },
  { promise: 'CV52', slug: 'coventry', id: 'advocate', is: { kind: 'other' } },
  { promise: 'CV70', slug: 'coventry', id: 'nhs-continuing-healthcare', is: { national: true } },
  { promise: 'CV80', slug: 'coventry', id: 'direct-payment-help', is: { provider: 'the council' } },
  {
    promise: 'CB9',
    slug: 'cambridgeshire',
    id: 'support-planner',
    is: { kind: 'other', howToGet: [{ by: 'worker' }] },
  },
  { promise: 'CB20', slug: 'cambridgeshire', id: 'information-and-advice', is: { kind: 'information-advice' } },
  { promise: 'CB26', slug: 'cambridgeshire', id: 'direct-payment', is: { kind: 'other' } },
  { promise: 'CB49', slug: 'cambridgeshire', id: 'advocate', is: { kind: 'other' } },
  { promise: 'W13', slug: 'warwickshire', id: 'direct-payment', is: { kind: 'other' } },
  { promise: 'W19', slug: 'warwickshire', id: 'universal-services', is: { kind: 'community' } },
  { promise: 'W19', slug: 'warwickshire', id: 'reablement', is: { kind: 'reablement' } },
  { promise: 'W19', slug: 'warwickshire', id: 'advocate', is: { kind: 'other' } },
  { promise: 'W21', slug: 'warwickshire', id: 'information-and-advice', is: { kind: 'information-advice' } },
];

describe('the support catalogues of the councils', () => {
  it.each(named)('of $slug has $id, as its page names it ($promise)', ({ slug, id, is }) => {
    expect(entry(slug, id)).toMatchObject(is);
  });

  it('have no entry of a council that no promise stands for', () => {
    const unnamed = catalogues.flatMap((one) =>
      own(one).filter(({ id }) => !named.some((fact) => fact.slug === one.slug && fact.id === id)),
    );

    expect(unnamed).toEqual([]);
    const published = new Set(named.map(({ slug }) => slug));
    expect(
      Object.fromEntries(
        catalogues.filter(({ slug }) => published.has(slug)).map((one) => [one.slug, own(one).length]),
      ),
    ).toEqual({ leicestershire: 7, staffordshire: 3, coventry: 24, cambridgeshire: 4, warwickshire: 5 });
  });

  it('have each id once, with what is national', () => {
    for (const { slug, all } of every) expect(new Set(all.map(({ id }) => id)).size, slug).toBe(all.length);
  });

  it('have the same national support after their own', () => {
    const ids = every.map(({ all }) => all.slice(all.findIndex(({ national }) => national)).map(({ id }) => id));

    for (const some of ids) expect(some).toEqual(['nhs-continuing-healthcare', 'carers-allowance']);
  });

  it('say which entries no source has confirmed', () => {
    const unconfirmed = catalogues.flatMap(({ slug, all }) =>
      all.filter(({ evidence }) => evidence.status === 'unconfirmed').map(({ id }) => `${slug} ${id}`),
    );

    expect(unconfirmed.toSorted()).toEqual([
      'cambridgeshire carers-allowance',
      'coventry carers-allowance',
      'leicestershire carers-allowance',
      'staffordshire carers-allowance',
      'warwickshire advocate',
      'warwickshire carers-allowance',
      'warwickshire reablement',
    ]);
  });

  it('have no price, since no page gives one, and no charge but the one that Coventry’s page states', () => {
    expect(catalogues.flatMap(({ all }) => all.filter(({ price }) => price !== undefined))).toEqual([]);
    expect(
      catalogues.flatMap(({ slug, all }) => all.filter(({ charge }) => charge).map(({ id }) => `${slug} ${id}`)),
    ).toEqual(['coventry short-term-support']);
  });

  it('have no number, and only the links, that the pages state', () => {
    const ways = catalogues.flatMap(({ slug, all }) =>
      all.flatMap(({ howToGet }) => howToGet.map((way) => ({ slug, ...way }))),
    );

    expect(ways.filter(({ by }) => by === 'phone')).toEqual([]);
    expect(ways.flatMap((way) => (way.by === 'web' && !way.evidence ? [`${way.slug} ${way.url}`] : []))).toEqual([
      'warwickshire https://www.warwickshire.gov.uk/socialcareandhealth',
      'warwickshire https://www.warwickshire.gov.uk/directpayments',
    ]);
    // What comes from elsewhere says so, and that nobody has confirmed it.
    expect(
      ways.flatMap((way) => (way.by === 'web' && way.evidence ? [`${way.slug} ${way.evidence.status}`] : [])),
    ).toEqual(['coventry unconfirmed']);
  });

  it('name, of each entry of a council, the page of it that says so', () => {
    const page: Record<string, string> = {
      leicestershire: 'Care and support assessment',
      staffordshire: 'Care and support plans',
      coventry: 'How we will deliver our offer',
      cambridgeshire: 'Creating your care and support plan',
      warwickshire: 'An overview of the adult customer journey',
    };

    for (const one of catalogues) {
      for (const { evidence } of own(one)) expect(evidence.source).toContain(page[one.slug]);
    }
  });

  it.each(catalogues)(
    'of $slug says what each is at a reading age of at most 9, and to nobody in particular',
    ({ all }) => {
      const words = all.map(({ what }) => what).join('\n');

      expect(readingAge(words).age).toBeLessThanOrEqual(9);
      expect(words).not.toMatch(/\b(you|your|we|our|I|my)\b/i);
    },
  );

  it('is not there for a council that there is not', async () => {
    await expect(supportOf(councilSlug.parse('nowhere'))).rejects.toThrow('There is no support catalogue of nowhere');
  });
});
