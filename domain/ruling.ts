/**
 * What may be done next under a rule of law, and why not otherwise.
 *
 * `reason` and `next` are sentences for staff; `source` cites the clause; `code` is for programs.
 */
export type Ruling<Code extends string = string> = {
  readonly may: boolean;
  readonly code: Code;
  readonly reason: string;
  readonly next: string;
  readonly source: string;
};

/** A rule that a record breaks: the path of the field, the clause or guidance, and what to do in plain English. */
export type BrokenRule = { readonly field: string; readonly rule: string; readonly message: string };
