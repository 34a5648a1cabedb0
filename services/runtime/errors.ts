/**
 * Every error that the platform throws by name. Step Functions matches the literal `name` in `Retry` and `Catch`, so it never
 * comes from a class name, which a bundler may shorten. A test holds the state machines to this list.
 */
export const errorNames = [
  'AwsTrouble',
  'StoreConflict',
  'CaseNotFound',
  'PersonNotFound',
  'MailNotAccepted',
  'UnknownCouncil',
  'WrongCouncilFile',
  'UnknownVersion',
] as const;
export type ErrorName = (typeof errorNames)[number];

/** A broken promise, with the name by which a state machine catches it. The message never carries personal data. */
export class CarewayError extends Error {
  constructor(name: ErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

/** One field that is wrong, and the sentence that says how to put it right. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** An answer other than the one hoped for, as `application/problem+json` says it. @see RFC 9457 */
export type ProblemDetails = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** Seconds after which the same may be asked again. */
  readonly retryAfter?: number;
  readonly [extension: string]: unknown;
};

/** Thrown anywhere in a call to end it with a problem; `services/site-handler.ts` alone writes the response. */
export class Problem extends Error {
  readonly details: ProblemDetails;
  constructor(details: ProblemDetails, options?: ErrorOptions) {
    super(details.title, options);
    this.name = 'Problem';
    this.details = details;
  }
}
