import { type ChangingDetail, changingDetail, type KnownPerson, type Person } from '../../schemas/person.ts';
import { fieldsOf, hasDetail } from './persons.ts';

/** The items of one person, the leading one first. */
export type Items = readonly [Person, ...Person[]];

const lastSaid = (items: readonly Person[], detail: ChangingDetail): Person | undefined =>
  items
    .filter(({ saidAt }) => saidAt[detail] !== undefined)
    // Of two that were said at one moment the leading item's counts.
    .toSorted((a, b) => (b.saidAt[detail] ?? '').localeCompare(a.saidAt[detail] ?? ''))[0];

/** The item whose word counts for a detail: what was said last, be it that it is no more. A proved address goes before one that is not. */
const tellerOf = (items: Items, detail: ChangingDetail): Person => {
  const last = lastSaid(items, detail) ?? items.find((one) => hasDetail(one, detail)) ?? items[0];
  if (detail !== 'email' || !hasDetail(last, 'email')) return last;
  return (
    lastSaid(
      items.filter(({ emailProved }) => emailProved !== undefined),
      'email',
    ) ?? last
  );
};

/** Of several items the restriction of each holds: only who is named in all of them is named. */
const restrictionOf = (items: Items): KnownPerson['restricted'] => {
  const [first, ...others] = items.flatMap(({ restricted }) => restricted ?? []);
  if (first === undefined) return undefined;
  const inAll = first.to.filter((id) => others.every(({ to }) => to.includes(id)));
  return { ...first, to: inAll.length > 0 ? inAll : first.to };
};

/**
 * A person as they are read, from all of their items. Nothing is stored of this, so that whoever was joined can be parted again.
 *
 * Name and birth are those of the leading item, which staff chose; how to reach them and write to them is, detail by detail, what was said
 * last; all helpers and all alerts count.
 */
export const asOne = (items: Items): KnownPerson => {
  const [{ council, id, firstName, lastName, dateOfBirth }] = items;
  const died = items.find((one) => one.died)?.died;
  const restricted = restrictionOf(items);
  const undone = items.flatMap(({ changesUndone = [] }) => changesUndone);
  const addressesTold = items.flatMap((item) => item.addressesTold ?? []);
  const details = Object.fromEntries(
    changingDetail.options.flatMap((detail) => {
      const teller = tellerOf(items, detail);
      return fieldsOf[detail].flatMap((field) => (teller[field] === undefined ? [] : [[field, teller[field]]]));
    }),
  ) as Pick<Person, 'formats'>;
  return {
    council,
    id,
    firstName,
    lastName,
    dateOfBirth,
    ...details,
    helpers: items.flatMap(({ helpers }) => helpers),
    alerts: items.flatMap(({ alerts }) => alerts),
    ...(undone.length > 0 && { changesUndone: undone }),
    ...(addressesTold.length > 0 && { addressesTold }),
    ...(died && { died }),
    ...(restricted && { restricted }),
    items: items.map((one) => one.id) as KnownPerson['items'],
  };
};
