import { createHash } from 'node:crypto';

/** A file that pages refer to. Its name changes with its content, so it may be kept by browsers for ever. */
export type Asset = { readonly body: string; readonly contentType: string };

/** Files by the names that they have in `/assets/`, and the path of each by the name that our code has for it. */
export type HashedFiles = {
  readonly files: Readonly<Record<string, Asset>>;
  readonly urls: ReadonlyMap<string, string>;
};

export const cssType = 'text/css; charset=utf-8';
export const scriptType = 'text/javascript; charset=utf-8';

const hashed = (name: string, { body }: Asset): string =>
  name.replace('.', `-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.`);

/** Gives every file a name that holds a hash of its content: `careway.css` is `careway-3f0a….css`. */
export const hashedFiles = (sources: readonly (readonly [string, Asset])[]): HashedFiles => ({
  files: Object.fromEntries(sources.map(([name, file]) => [hashed(name, file), file])),
  urls: new Map(sources.map(([name, file]) => [name, `/assets/${hashed(name, file)}`])),
});
