import type { Outcome } from '../turn.ts';

/** A Pass state gives its input on; `Output` and `Assign` do the rest. */
export async function enterPass(input: unknown): Promise<Outcome> {
  return { kind: 'done', result: input };
}
