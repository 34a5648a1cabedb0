import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { storedVersions } from '../../../schemas/versions.ts';
import { type Documents, writingVersions } from '../../../services/store/item-kinds.ts';
import { readable, upgraded, whole, writable } from '../../../services/store/versions.ts';

/** A kind that has changed its meaning twice: `age` became `bornIn`, and then one name became two. */
const twice = {
  version: 3,
  upgrades: {
    1: ({ age, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, bornIn: 2026 - Number(age) }),
    2: ({ name, ...rest }: Readonly<Record<string, unknown>>) => {
      const [firstName, lastName] = String(name).split(' ');
      return { ...rest, firstName, lastName };
    },
  },
};

describe('stored data of an older version', () => {
  it('is brought to today’s meaning step by step', () => {
    expect(upgraded('example', 1, { name: 'Rose Okafor', age: 84 }, twice)).toEqual({
      firstName: 'Rose',
      lastName: 'Okafor',
      bornIn: 1942,
    });
  });

  it('takes only the steps that it needs', () => {
    expect(upgraded('example', 2, { name: 'Rose Okafor', bornIn: 1941 }, twice)).toEqual({
      firstName: 'Rose',
      lastName: 'Okafor',
      bornIn: 1941,
    });
  });

  it('stands as it is where it has today’s version', () => {
    const data = { firstName: 'Rose', lastName: 'Okafor', bornIn: 1941 };

    expect(upgraded('example', 3, data, twice)).toBe(data);
  });

  it('leaves what was read as it was', () => {
    const data = Object.freeze({ name: 'Rose Okafor', age: 84 });

    upgraded('example', 1, data, twice);

    expect(data).toEqual({ name: 'Rose Okafor', age: 84 });
  });
});

describe('stored data whose meaning is not known', () => {
  it.each([
    { found: 4, says: 'A example of version 4 was found, and this code reads 1 to 3' },
    { found: 0, says: 'A example of version 0 was found, and this code reads 1 to 3' },
    { found: undefined, says: 'A example of no version was found, and this code reads 1 to 3' },
    { found: '3', says: 'A example of no version was found, and this code reads 1 to 3' },
  ])('is refused by name where its version is $found', ({ found, says }) => {
    expect(() => upgraded('example', found, { name: 'Rose Okafor' }, twice)).toThrow(
      expect.objectContaining({ name: 'UnknownVersion', message: says }),
    );
  });

  it('is refused where a step is missing', () => {
    expect(() => upgraded('example', 1, {}, { version: 2, upgrades: {} })).toThrow(
      expect.objectContaining({ name: 'UnknownVersion' }),
    );
  });
});

const schema = z.strictObject({
  name: z.string(),
  contact: z.strictObject({ phone: z.string() }).optional(),
  answers: z.array(z.record(z.string(), z.union([z.string(), z.strictObject({ from: z.string() })]))),
  closed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ended'), on: z.string() }),
    z.strictObject({ kind: z.literal('open') }),
  ]),
});
const known = {
  name: 'Rose',
  contact: { phone: '0116' },
  answers: [{ a: 'yes', b: { from: 'person' } }],
  closed: { kind: 'ended' as const, on: '2026-01-05' },
};
const newer = {
  ...known,
  pronouns: 'she',
  contact: { ...known.contact, textRelay: { number: '18001' } },
  answers: [{ a: 'yes', b: { from: 'person', at: '10:00' } }],
  closed: { ...known.closed, by: ['a', 'b'] },
};

describe('fields that a newer version has written', () => {
  it('are passed by: what is read has the fields that are known, and no others', () => {
    expect(JSON.parse(JSON.stringify(readable(schema, newer)))).toEqual(known);
  });

  it('are written back with the rest, wherever they stood', () => {
    expect(whole(readable(schema, newer))).toEqual(newer);
  });

  it('are written back beside what has changed meanwhile', () => {
    const read = readable(schema, newer);

    const changed = { ...read, name: 'Rosemary', contact: { ...read.contact, phone: '0117' } };

    expect(whole(changed)).toEqual({
      ...newer,
      name: 'Rosemary',
      contact: { phone: '0117', textRelay: { number: '18001' } },
    });
  });

  it('survive the check of what is written', () => {
    expect(whole(writable(schema, readable(schema, newer)))).toEqual(newer);
  });

  it('are passed by where several shapes would fit but for them', () => {
    const either = z.union([
      z.strictObject({ a: z.string().optional() }),
      z.strictObject({ b: z.string().optional() }),
    ]);

    expect(whole(readable(either, { c: 'new' }))).toEqual({ c: 'new' });
  });

  it('excuse nothing else that is wrong', () => {
    expect(() => readable(schema, { ...newer, name: 7 })).toThrow(z.ZodError);
    expect(() => writable(schema, { ...known, name: 7 as unknown as string })).toThrow(z.ZodError);
  });
});

describe('the versions of stored things', () => {
  it.each(Object.entries(storedVersions))('have each step up to the last: %s', (_kind, { version, upgrades }) => {
    expect(Object.keys(upgrades).map(Number)).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 1));
  });
});

describe('a new kind of item', () => {
  it('is not written before it has a version', () => {
    const sent: unknown[] = [];
    const documents = writingVersions({ send: async (command: unknown) => sent.push(command) } as unknown as Documents);

    expect(() =>
      documents.send(new PutCommand({ TableName: 't', Item: { pk: 'NEW#1', sk: 'THING#2', data: {} } })),
    ).toThrow('No kind of item has keys that begin NEW THING');
    expect(sent).toEqual([]);
  });
});
