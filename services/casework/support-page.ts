import { chargeFor } from '../../domain/charging/support-charge.ts';
import { supportThatFits, waysToGet } from '../../domain/plan/support.ts';
import { problemsOf } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import { kindsOfSupport, planOutcomes } from '../../schemas/forms/fragments/plan-words.ts';
import type { Support, SupportView, SupportWanted } from '../../schemas/support-catalogue.ts';
import { supportWanted } from '../../schemas/support-catalogue.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { costOf } from '../apply/support-directory.ts';
import type { Deps } from '../deps.ts';
import { supportOf } from '../runtime/support-catalogues.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { staffPage } from './staff-frame.ts';

/** The most entries that one page shows. */
const most = 50;

const kinds: ReadonlyMap<string, string> = new Map(kindsOfSupport);
const outcomes: ReadonlyMap<string, string> = new Map(planOutcomes);
const whom: ReadonlyMap<string, string> = new Map([
  ['adult', 'Adults with needs'],
  ['carer', 'Carers'],
]);

/** An entry of the catalogue as staff see it: with the council's own contact, its area and the law's word on charges. */
export const entrySeen = (one: Support, council: Council): SupportView => ({
  ...one,
  area: one.area ?? (one.national ? 'England' : council.area),
  charge: chargeFor(one),
  howToGet: waysToGet(one, council),
});

/** Where the catalogue is. */
export const supportPath = ({ slug }: Pick<Council, 'slug'>): string => `/${slug}/staff/support`;

const words = (named: ReadonlyMap<string, string>, code: string): string => named.get(code) ?? code;

/** An entry as one row of a table. */
const rowOf = (one: Support, council: Council) => {
  const { id, kind, name, provider, what, area, charge, howToGet, evidence } = entrySeen(one, council);
  return {
    id,
    name,
    what,
    kind: words(kinds, kind),
    provider: provider ?? 'Not said',
    whom: one.for.map((each) => words(whom, each)).join(', '),
    area,
    howToGet: howToGet.map((says, at) => {
      const way = one.howToGet[at];
      return { says, href: way?.by === 'web' ? way.url : '' };
    }),
    cost: costOf(one),
    source: evidence.source,
    isUnconfirmed: evidence.status === 'unconfirmed',
    charged: charge?.source ?? '',
  };
};

type Typed = Readonly<Record<string, string>>;

const addressOf = (council: Pick<Council, 'slug'>, typed: Typed, page = 1): string => {
  const query = new URLSearchParams({ ...typed, ...(page > 1 && { page: String(page) }) }).toString();
  return supportPath(council) + (query ? `?${query}` : '');
};

const options = (named: ReadonlyMap<string, string>, all: string, chosen: string | undefined) => [
  { value: '', text: all, selected: !chosen },
  ...[...named].map(([value, text]) => ({ value, text, selected: value === chosen })),
];

/** What narrows the list, each with the address of the list without it. */
const tagsOf = (council: Council, typed: Typed) => {
  const says: Readonly<Record<string, (value: string) => string>> = {
    words: (value) => `Words: ${value}`,
    kind: (value) => words(kinds, value),
    outcome: (value) => words(outcomes, value),
    for: (value) => `For: ${words(whom, value)}`,
  };
  return Object.entries(typed).map(([name, value]) => {
    const { [name]: _left, ...rest } = typed;
    return { text: says[name]?.(value) ?? `${name}: ${value}`, href: addressOf(council, rest) };
  });
};

const counted = (total: number, from: number, shown: number): string => {
  if (total === 0) return 'Nothing in the catalogue fits';
  const all = total === 1 ? '1 entry' : `${total} entries`;
  return shown === total ? all : `${from + 1} to ${from + shown} of ${all}`;
};

/** What the page of the catalogue shows of it. @param typed what was asked, where nothing is left blank */
export const supportView = (catalogue: readonly Support[], council: Council, typed: Typed, page: number) => {
  const read = supportWanted.safeParse(typed);
  const errors = read.success ? [] : problemsOf(read.error);
  const wanted: SupportWanted | undefined = read.data;
  const found = wanted ? supportThatFits(catalogue, wanted) : [];
  const last = Math.max(1, Math.ceil(found.length / most));
  const at = Math.min(page, last);
  const from = (at - 1) * most;
  const entries = found.slice(from, from + most).map((one) => rowOf(one, council));
  return {
    title: 'Support catalogue',
    action: supportPath(council),
    errors: errors.map(({ field, message }) => ({ text: message, href: field in fieldsOf(typed) ? `#${field}` : '' })),
    errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    fields: fieldsOf(typed),
    tags: tagsOf(council, typed),
    isRead: wanted !== undefined,
    heading: counted(found.length, from, entries.length),
    entries,
    contact: council.contact.name,
    previous: at > 1 ? addressOf(council, typed, at - 1) : '',
    next: at < last ? addressOf(council, typed, at + 1) : '',
  };
};

const fieldsOf = (typed: Typed) => ({
  words: typed['words'] ?? '',
  kind: options(kinds, 'Any kind', typed['kind']),
  outcome: options(outcomes, 'Any outcome', typed['outcome']),
  for: options(whom, 'Anybody', typed['for']),
});

/** The page of the council's support catalogue: what narrows it stays in its address, and what fits stands below. */
export const supportPage = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const { council, query } = request;
  // A form sends every field; what is left blank narrows nothing.
  const { page = '', done: _done, ...asked } = query;
  const typed = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (asTyped(value) === '' ? [] : [[name, asTyped(value)]])),
  );
  const shown = /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1;
  const view = supportView(await supportOf(council.slug), council, typed, shown);
  return staffPage(deps, request, 'staff/support.njk', view, { status: view.isRead ? 200 : 400 });
};
