import { describe, expect, it } from 'vitest';
import { everyFault } from '../support/every-fault.ts';
import { everyList } from '../support/every-list.ts';

/** What only programs call something: `helperPhone`, `not-sure`, words of a library, gaps that nobody filled. */
const internal =
  /[a-z][A-Z]|\b[a-z]+-[a-z]+-[a-z]+\b(?<!day-to-day|one-by-one)|undefined|null\b|\[object|[Ii]nvalid|[Uu]nrecognized|\bexpected (?:string|array|number|record)|[{}]/;
/** What a question is called in the record, where whoever types is meant. */
const ofRecord = /[Hh]elper’s/;
/** Two verbs that say the same: "Phone number must have a phone number", and names that are no noun before one. */
const clumsy =
  /\b(\w+ \w+) must (?:be|have) (?:a )?\1|: more must|Enter (?:the )?(?:date|day) (?:the|of the) (?:date|day)\b|Enter the (?:to|for|by|of|since|who|what|how) /;

describe.each(everyList)('what $id says of a wrong answer', (list) => {
  const faults = everyFault(list);
  const wrong = (test: (message: string) => boolean) =>
    faults.filter(({ message }) => test(message)).map(({ id, message }) => `${id}: ${message}`);

  it('never shows a word that only programs know', () => {
    expect(wrong((message) => internal.test(message))).toEqual([]);
    expect(wrong((message) => ofRecord.test(message))).toEqual([]);
  });

  it('is a sentence that begins with a capital letter, says something, and is short enough to be read', () => {
    expect(wrong((message) => !/^[\p{Lu}“£]/u.test(message) || message.length < 8 || message.length > 210)).toEqual([]);
    expect(wrong((message) => clumsy.test(message))).toEqual([]);
  });

  it('is there for every question', () => {
    expect(faults.length).toBeGreaterThan(0);
  });
});
