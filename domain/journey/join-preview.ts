import { type ChangingDetail, changingDetail, type KnownPerson } from '../../schemas/person.ts';
import { asOne, type Items } from './joined-person.ts';
import { differing, hasDetail } from './persons.ts';

/** A detail in which two people differ, as each has it and as it would be of both. */
export type JoinedDetail = {
  readonly detail: 'name' | 'dateOfBirth' | ChangingDetail;
  readonly one: KnownPerson;
  readonly other: KnownPerson;
  readonly together: KnownPerson;
};

/**
 * What becomes of two people who are joined, before they are: the details in which they differ. Whatever only the one has is the joined person's
 * too, so it is shown where the other has something else or nothing.
 */
export const joinPreview = (items: Items, others: Items): JoinedDetail[] => {
  const [one, other, together] = [asOne(items), asOne(others), asOne([...items, ...others])];
  const said = { one, other, together };
  const name = ({ firstName, lastName }: KnownPerson) => `${firstName} ${lastName}`;
  return [
    ...(name(one) === name(other) ? [] : [{ detail: 'name' as const, ...said }]),
    ...(one.dateOfBirth === other.dateOfBirth ? [] : [{ detail: 'dateOfBirth' as const, ...said }]),
    ...changingDetail.options
      .filter((detail) => differing(one, other).includes(detail))
      .filter((detail) => hasDetail(one, detail) || hasDetail(other, detail))
      .map((detail) => ({ detail, ...said })),
  ];
};
