import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type PersonId, personId } from '../../schemas/person.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import { type Documents, readItem } from './item-kinds.ts';
import { casePartition, personPartition } from './keys.ts';

/** Of a case and of a person only what a line of a list shows; the rest of the items is not even sent. */
const ofCase = z.object({ personId });
const ofPerson = z.object({
  firstName: z.string(),
  preferredName: z.string().optional(),
  joinedTo: z.unknown().optional(),
  joined: z.array(z.string()).default([]),
  restricted: z.object({ to: z.array(z.string()) }).optional(),
});

/** Whom a line of a list is about: what they are called, and the staff for whom alone their record is, where it is restricted. */
export type NameInList = {
  readonly person: PersonId;
  readonly firstName: string;
  readonly onlyFor?: readonly string[];
  /** Whether other items are theirs too, so that this one alone does not say who may read of them. */
  readonly isJoined: boolean;
};

type Key = { readonly pk: string; readonly sk: string };

/** Reads what lists say of people: a case and a person for each line, a hundred at a time, and of each a few fields. */
export const createFirstNames = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const batch = async (wanted: readonly Key[], fields: readonly string[]): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    for (let at = 0; at < wanted.length; at += 100) {
      let keys: Record<string, unknown>[] | undefined = wanted.slice(at, at + 100);
      while (keys && keys.length > 0) {
        const answer: BatchGetCommandOutput = await documents.send(
          new BatchGetCommand({
            RequestItems: {
              [tableName]: {
                Keys: keys,
                ProjectionExpression: [
                  'pk',
                  'sk',
                  'schemaVersion',
                  ...fields.map((_, index) => `#data.#f${index}`),
                ].join(', '),
                ExpressionAttributeNames: {
                  '#data': 'data',
                  ...Object.fromEntries(fields.map((field, index) => [`#f${index}`, field])),
                },
              },
            },
          }),
        );
        found.push(...(answer.Responses?.[tableName] ?? []));
        // What the database had no time for is asked again.
        keys = answer.UnprocessedKeys?.[tableName]?.Keys;
      }
    }
    return found;
  };

  /** The people whom cases are about, by the reference of the case; one that is no case yet is left out. */
  return async (
    council: CouncilSlug,
    references: readonly CaseReference[],
  ): Promise<Map<CaseReference, NameInList>> => {
    const cases = [...new Set(references)];
    const byKey = new Map(cases.map((reference) => [casePartition(council, reference), reference]));
    const found = await batch(
      [...byKey.keys()].map((pk) => ({ pk, sk: 'CASE' })),
      ['personId'],
    );
    const persons = new Map(
      found.flatMap((item) => {
        const reference = byKey.get(String(item['pk']));
        return reference ? [[reference, readItem(ofCase, item).personId] as const] : [];
      }),
    );
    const items = await batch(
      [...new Set(persons.values())].map((id) => ({ pk: personPartition(council, id), sk: 'PERSON' })),
      Object.keys(ofPerson.shape),
    );
    const known = new Map(items.map((item) => [String(item['pk']), readItem(ofPerson, item)]));
    return new Map(
      [...persons].flatMap(([reference, person]) => {
        const of = known.get(personPartition(council, person));
        if (of === undefined) return [];
        const { firstName, preferredName, restricted, joinedTo, joined } = of;
        return [
          [
            reference,
            {
              person,
              firstName: preferredName ?? firstName,
              ...(restricted && { onlyFor: restricted.to }),
              isJoined: joinedTo !== undefined || joined.length > 0,
            },
          ] as const,
        ];
      }),
    );
  };
};
