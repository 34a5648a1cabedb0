import type { KnownFrom, LawNote } from '../../form-language.ts';

const note =
  (status: LawNote['status']) =>
  (says: string, source: string): LawNote => ({ says, source, status });

/** A sentence of law or guidance for staff, by how sure we are of it: read at its source, read elsewhere, to be checked, or our own choice. */
export const law = {
  confirmed: note('confirmed'),
  secondary: note('secondary'),
  fromMemory: note('from-memory'),
  design: note('design'),
};

/** The public lists in which a person is asked about themselves, so that what they said is known under the same id. */
const aboutThePerson = ['needs-assessment', 'joint-assessment'] as const;

/** That the person has answered this already, so that it may be accepted as it is. */
export const told = (question: string, lists: readonly string[] = aboutThePerson): KnownFrom[] =>
  lists.map((list) => ({ list, question }));

/** That the person's own words, or another kind of answer, stand beside the worker's. */
export const toldBeside = (question: string, lists: readonly string[] = aboutThePerson): KnownFrom[] =>
  lists.map((list) => ({ list, question, beside: true }));

/** That the same question of the same list was answered before, as in a reassessment. */
export const asLastTime = (question: string): KnownFrom => ({ list: 'last', question });

/** For what staff may not have found out. */
export const yesNoUnknown = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-known', 'Not known'],
] as const;

/** For risks and their weight. */
export const lowToHigh = [
  ['low', 'Low'],
  ['medium', 'Medium'],
  ['high', 'High'],
] as const;

/** The name of something with a capital, as a title or the beginning of a sentence. */
export const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
