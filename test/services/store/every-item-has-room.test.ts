import { describe, expect, it } from 'vitest';
import type { StoredKind } from '../../../schemas/versions.ts';
import { Problem } from '../../../services/runtime/errors.ts';
import { createCaseStore } from '../../../services/store/case-store.ts';
import { mostItemBytes } from '../../../services/store/item-bytes.ts';
import type { Documents } from '../../../services/store/item-kinds.ts';
import { schemaOfKind } from '../../fixtures/schema-of-kind.ts';
import { mostBytes } from '../../support/most-bytes.ts';

/** What of each kind the schema lets be of any length. */
const endlessOf = (kind: StoredKind) => {
  const paths = new Set<string>();
  const bytes = mostBytes(schemaOfKind[kind], '', (path) => paths.add(path));
  return { bytes, paths: [...paths] };
};

/** Kinds that hold what people type at any length: whoever lets them type asks for room before, and the store refuses what has none. */
const typedAtLength: readonly StoredKind[] = [
  'record',
  'case-note',
  'draft',
  'case-form',
  'work-draft',
  'work-aside',
  'kept-form',
  'panel-view',
  // Not kept where it has no room: the browser has its answer all the same.
  'kept-answer',
];

/**
 * Kinds whose schema gives no bound to what the platform itself makes: identifiers, hashes, secrets and tokens of one length, and lists as long as
 * there are roles, months, browsers or links an address may ask for. None of it is typed.
 */
const madeByUs: readonly StoredKind[] = [
  'plan-invitation',
  'case',
  'task',
  'mail-entry',
  'audit-event',
  'person-event',
  'council-event',
  'claim',
  'draft-pointer',
  'basket',
  'link',
  'links-asked',
  'session',
  'sign-in-record',
  'sealing-key',
  'work-figures',
  'step-times',
  'screening-found',
  'help-counted',
  'form-minutes',
  'address-secret',
  'find-keys',
  'found-by',
  'find-pass',
  'chain-head',
];

/** The first words of some keys, of each kind that holds what people type. */
const keys = [
  'CASE RECORD',
  'CASE NOTE',
  'CASE WORK-DRAFT',
  'CASE WORK-ASIDE',
  'CASE VIEW',
  'CASE CASE',
  'CASE TASK',
  'PERSON PERSON',
  'DRAFT DRAFT',
  'KEPT KEPT',
  'ASKING ASKING',
  'BASKET BASKET',
  'COUNCIL CLAIM',
];

describe('every kind of item', () => {
  it('has room in the table by its schema alone, or is known to hold what people type or what we make', () => {
    const kinds = Object.keys(schemaOfKind) as StoredKind[];
    const endless = kinds.filter((kind) => endlessOf(kind).bytes > mostItemBytes);

    expect(endless.filter((kind) => ![...typedAtLength, ...madeByUs].includes(kind))).toEqual([]);
    expect([...typedAtLength, ...madeByUs].filter((kind) => !endless.includes(kind))).toEqual([]);
  });

  it('of a case and its tasks grows with nothing that people type', () => {
    expect(endlessOf('case').paths.toSorted()).toEqual(['.visits[]', '.visits[].comes[]']);
    expect(endlessOf('task').paths.every((path) => path.startsWith('.closed.'))).toBe(true);
  });

  it.each(keys)('under keys that begin %s is refused, unsent, where it is too large', async (words) => {
    const sent: unknown[] = [];
    const documents = { send: async (command: unknown) => sent.push(command) } as unknown as Documents;
    const { items } = createCaseStore({ documents, tableName: 'Cases' });
    const [pk = '', sk = ''] = words.split(' ');
    const large = { pk: `${pk}#x`, sk: `${sk}#y`, data: { text: '字'.repeat(mostItemBytes / 3 + 1) } };
    const error = await items.put(large, 1).catch((one: unknown) => one);

    expect(error).toBeInstanceOf(Problem);
    expect(sent).toEqual([]);
  });
});
