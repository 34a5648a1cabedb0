import { expect, it } from 'vitest';

/** An edit of one file that takes the mechanism of a promise away, as small as may be: the promise's test must then fail. */
export type Switch = {
  /** From the root of the project. */
  readonly file: string;
  /** Stands once in the file. */
  readonly find: string;
  readonly replace: string;
};

/** What a council's own page promises. */
export type Promised = {
  /** The promise, in our own short words. */
  readonly promise: string;
  /** Where a person or a member of staff sees it kept: a page, a mail, a piece of work, a report. */
  readonly seen: string;
  /** How its mechanism is switched off. Without one the promise is not kept. */
  readonly off?: Switch;
  /** What is missing: `partly` has a test of what holds, `not` has none. Without it the promise is kept. */
  readonly lacking?: { readonly kept: 'partly' | 'not'; readonly what: string };
};

/** A council's promises by their ids. */
export type PromisedBy = Readonly<Record<string, Promised>>;

/**
 * Makes the tests of a council: `promise('L1', …)` is a test with the promise as its title. A row that says that it is kept needs a test, one that is not
 * kept may have none.
 */
export const promisesOf = <Rows extends PromisedBy>(rows: Rows) => {
  const tested = new Set<string>();

  it('each promise that is kept has a test, and no other', () => {
    const due = Object.entries(rows).filter(([, { lacking }]) => lacking?.kept !== 'not');
    expect([...tested]).toEqual(due.map(([id]) => id));
  });

  return (id: keyof Rows & string, demonstrate: () => Promise<void>): void => {
    if (tested.has(id)) throw new Error(`${id} has two tests`);
    tested.add(id);
    it(`${id}: ${rows[id]?.promise}`, demonstrate);
  };
};
