import type { Outcome } from '../turn.ts';

/** A Succeed state ends its scope with its input, or with its `Output`. */
export async function enterSucceed(input: unknown): Promise<Outcome> {
  return { kind: 'done', result: input };
}
