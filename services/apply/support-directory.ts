import { chargeFor } from '../../domain/charging/support-charge.ts';
import { supportThatFits } from '../../domain/plan/support.ts';
import type { Council } from '../../schemas/council.ts';
import { kindsOfSupport, planOutcomes } from '../../schemas/forms/fragments/plan-words.ts';
import { type Support, supportWanted, type WayToGet } from '../../schemas/support-catalogue.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { capital, pounds } from '../../templates/documents/document.ts';
import { found } from '../../templates/pages/help-search.ts';
import { supportPage } from '../../templates/pages/support-pages.ts';

const kinds: ReadonlyMap<string, string> = new Map(kindsOfSupport);
const outcomes: ReadonlyMap<string, string> = new Map(planOutcomes);
const whom: ReadonlyMap<string, string> = new Map([
  ['adult', 'Adults who need care or support'],
  ['carer', 'Carers'],
]);

const perUnit: Readonly<Record<NonNullable<Support['unit']>, string>> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  once: 'once',
};

/** What an entry costs, in sentences: its price where its source gives one, and what it or the law says of a charge. */
export const costOf = (one: Pick<Support, 'price' | 'unit' | 'charge' | 'kind'>): string[] => [
  ...(one.price === undefined || one.unit === undefined ? [] : [`${pounds(one.price)} ${perUnit[one.unit]}.`]),
  ...[chargeFor(one)].flatMap((charge) => (charge ? [charge.says] : [])),
];

type Way = { readonly says: string; readonly href: string; readonly text: string };

/** A way to get support for who reads it at home: each leads somewhere. Without a worker of one's own an assessment comes first. */
const waysFor = (way: WayToGet, one: Support, { slug, contact, terms }: Council): Way[] => {
  switch (way.by) {
    case 'council':
      return [
        contact.phone
          ? {
              says: `Contact ${contact.name} on `,
              href: `tel:${contact.phone.replaceAll(' ', '')}`,
              text: contact.phone,
            }
          : { says: '', href: `/${slug}/help#contact`, text: `Contact ${contact.name}` },
      ];
    case 'worker':
      return [
        ...(one.for.includes('adult')
          ? [{ says: '', href: `/${slug}/forms/needs-assessment`, text: `Ask for a ${terms.assessment}` }]
          : []),
        ...(one.for.includes('carer')
          ? [{ says: '', href: `/${slug}/forms/carers-assessment`, text: 'Ask for a carer’s assessment' }]
          : []),
        {
          says: `If you have a ${terms.worker}, ask them, or `,
          href: `/${slug}/case/sign-in`,
          text: 'sign in to your case and send us a message',
        },
      ];
    case 'phone':
      return [{ says: `Phone ${way.who} on `, href: `tel:${way.number.replaceAll(' ', '')}`, text: way.number }];
    case 'web':
      return [
        {
          says: way.evidence?.status === 'unconfirmed' ? 'We have not confirmed this address yet: ' : '',
          href: way.url,
          text: `Read more at ${new URL(way.url).host}`,
        },
      ];
    case 'referral':
      return [
        { says: `Ask ${way.from} to refer you. They can `, href: `/${slug}/forms/referral`, text: 'use this form' },
      ];
    case 'open-to-all':
      return [{ says: 'Anyone can use it. You do not need an assessment.', href: '', text: '' }];
  }
};

const entryOf = (one: Support, council: Council) => ({
  id: one.id,
  name: one.name,
  what: one.what,
  kind: kinds.get(one.kind) ?? one.kind,
  provider: capital(one.provider ?? ''),
  whom: one.for.map((each) => whom.get(each) ?? each).join(' and '),
  area: one.area ?? (one.national ? 'All of England' : ''),
  cost: costOf(one),
  ways: one.howToGet.flatMap((way) => waysFor(way, one, council)),
  isUnconfirmed: one.evidence.status === 'unconfirmed',
});

const options = (named: ReadonlyMap<string, string>, all: string, chosen: string | undefined) => [
  { value: '', text: all, selected: !chosen },
  ...[...named].map(([value, text]) => ({ value, text, selected: value === chosen })),
];

/** What fits; where no entry has all the words that were typed, what has nearly them, or some. */
const fitting = (catalogue: readonly Support[], wanted: ReturnType<typeof supportWanted.parse>) => {
  const exact = supportThatFits(catalogue, wanted);
  if (exact.length > 0 || !wanted.words) return { entries: exact, near: false };
  const { words, ...rest } = wanted;
  const near = found(supportThatFits(catalogue, rest), words, (one) => ({
    title: one.name,
    rest: [
      one.provider ?? '',
      one.what,
      kinds.get(one.kind) ?? '',
      ...[one.adultOutcomes, one.carerOutcomes].flatMap((some) =>
        some === 'any' || some === undefined ? [] : some.map((code) => outcomes.get(code) ?? ''),
      ),
    ].join(' '),
  }));
  return { entries: near, near: near.length > 0 };
};

const counted = (total: number): string => (total === 1 ? '1 kind of help' : `${total} kinds of help`);

/**
 * What help there is in the council's area, for whoever needs some: by what they want help with, for whom, and in their own words, slips forgiven.
 * The address carries what was chosen and never anything about a person; what it carries that nobody could choose is left aside.
 */
export const supportDirectory = (
  catalogue: readonly Support[],
  council: Council,
  asked: Readonly<Record<string, string>>,
): string => {
  const chosen = Object.fromEntries(
    (['words', 'outcome', 'for'] as const).flatMap((field) => {
      const value = asTyped(asked[field] ?? '').slice(0, 100);
      return value !== '' && supportWanted.safeParse({ [field]: value }).success ? [[field, value]] : [];
    }),
  );
  const wanted = supportWanted.parse(chosen);
  const { entries, near } = fitting(catalogue, wanted);
  const isNarrowed = Object.keys(chosen).length > 0;
  const groups = isNarrowed
    ? [{ title: '', entries }]
    : kindsOfSupport
        .map(([kind, title]) => ({ title, entries: entries.filter((one) => one.kind === kind) }))
        .filter((group) => group.entries.length > 0);
  return supportPage({
    council,
    words: wanted.words ?? '',
    outcomes: options(outcomes, 'Anything', wanted.outcome),
    whom: options(whom, 'Anybody', wanted.for),
    isNarrowed,
    near,
    counted: counted(entries.length),
    groups: groups.map(({ title, entries: shown }) => ({ title, entries: shown.map((one) => entryOf(one, council)) })),
  });
};
