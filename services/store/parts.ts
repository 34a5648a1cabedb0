/** Part of what is walked through. `next` is the place to read on after, where there may be more. */
export type WalkPart<T> = { readonly part: T; readonly next?: string | undefined };

/** Everything that a list has, part by part, for what keeps no place: nothing of a part is held when the next is read. */
export async function* parts<T>(read: (after: string | undefined) => Promise<WalkPart<T>>): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const { part, next } = await read(after);
    yield part;
    after = next;
  } while (after !== undefined);
}
