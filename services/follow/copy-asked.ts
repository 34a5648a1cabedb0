import { partOfRecord } from '../../domain/access/part-of.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { knownReference, type Wanted } from '../work/permitted-case.ts';
import { copiesOf } from './case-copies.ts';

/** The copy that staff ask for, and what of the case whoever opens it must be allowed to read. @throws Problem 403 where there is none */
export const copyAsked = async ({ store }: Pick<Deps, 'store'>, request: StaffRequest) => {
  const { council, params } = request;
  const records = await store.records(council.slug, knownReference(request));
  const copy = copiesOf(council, records).find(({ id }) => id === params['id']);
  const record = records.find(({ kind, id }) => `${kind}.${id}` === copy?.id);
  if (copy === undefined || record === undefined) throw problems.notYours();
  const wanted: Wanted = { part: partOfRecord(record), section: 'copy', about: copy.id };
  return { copy, wanted };
};
