/** The failure of a state, with the error name that `ErrorEquals` is compared with. */
export class StateFailure extends Error {
  readonly error: string;
  /** Unknown for timeouts: AWS leaves the cause of a `States.Timeout` out. */
  readonly reason: string | undefined;
  /** The name that a heartbeat timeout also answers to. */
  readonly alias: string | undefined;
  /** For a failed expression: the field that held it, such as `Output/name`. */
  readonly location: string | undefined;

  constructor(error: string, reason?: string, more: { alias?: string; location?: string } = {}) {
    super(reason === undefined ? error : `${error}: ${reason}`);
    this.name = 'StateFailure';
    this.error = error;
    this.reason = reason;
    this.alias = more.alias;
    this.location = more.location;
  }

  /** Error Output: what `$states.errorOutput` holds, and what a Catch without `Output` passes on. */
  get output(): { Error: string; Cause?: string } {
    return this.reason === undefined ? { Error: this.error } : { Error: this.error, Cause: this.reason };
  }
}

// AWS: "States.ALL ... can't catch the States.DataLimitExceeded terminal error or Runtime error types."
const TERMINAL = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/**
 * Whether an `ErrorEquals` list names this failure.
 *
 * @see AWS Step Functions Developer Guide, "Handling errors in Step Functions workflows"
 */
export function errorEquals(names: readonly string[], failure: StateFailure): boolean {
  return names.some((name) => {
    if (name === 'States.ALL') return !TERMINAL.has(failure.error);
    // "A wildcard that matches any known error name except for States.Timeout."
    if (name === 'States.TaskFailed') return failure.error !== 'States.Timeout' && !TERMINAL.has(failure.error);
    return name === failure.error || name === failure.alias;
  });
}

/** The payload quota: "256 KiB of data as a UTF-8 encoded string". */
export const PAYLOAD_BYTES = 262_144;

/** @throws StateFailure States.DataLimitExceeded if the JSON text of the value is over 256 KiB */
export function checkPayload(value: unknown, what: string): void {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') > PAYLOAD_BYTES) {
    throw new StateFailure('States.DataLimitExceeded', `The ${what} is larger than ${PAYLOAD_BYTES} bytes.`);
  }
}
