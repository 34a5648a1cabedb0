import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AbstractLevel } from 'abstract-level';

/** What S3 keeps beside an object's bytes. `etag` has its quotation marks. */
export type ObjectHead = {
  readonly versionId: string;
  readonly size: number;
  readonly etag: string;
  /** In base64. */
  readonly sha256: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
};

/** What a writer says of an object. */
type Given = Pick<ObjectHead, 'contentType' | 'metadata'>;

type Written = Pick<ObjectHead, 'size' | 'etag' | 'sha256'>;

/** Bytes by a name that is never used twice. */
type Contents = {
  /** @throws what the source throws; nothing is left behind then */
  write(name: string, source: AsyncIterable<Uint8Array>): Promise<Written>;
  read(name: string, from: number, length: number): Promise<Buffer>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
};

const measured = async (source: AsyncIterable<Uint8Array>, take: (chunk: Uint8Array) => unknown): Promise<Written> => {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  let size = 0;
  for await (const chunk of source) {
    md5.update(chunk);
    sha256.update(chunk);
    size += chunk.length;
    await take(chunk);
  }
  return { size, etag: `"${md5.digest('hex')}"`, sha256: sha256.digest('base64') };
};

const inMemory = (): Contents => {
  const held = new Map<string, Buffer>();
  return {
    async write(name, source) {
      const chunks: Uint8Array[] = [];
      const written = await measured(source, (chunk) => chunks.push(chunk));
      held.set(name, Buffer.concat(chunks));
      return written;
    },
    read: async (name, from, length) => (held.get(name) ?? Buffer.alloc(0)).subarray(from, from + length),
    remove: async (name) => void held.delete(name),
    names: async () => [...held.keys()],
  };
};

/** Files in a folder: each is written under another name and renamed when all of it is on the disk. */
const onDisk = (folder: string): Contents => ({
  async write(name, source) {
    const unfinished = path.join(folder, `${name}.part`);
    const file = await open(unfinished, 'w');
    try {
      const written = await measured(source, (chunk) => file.write(chunk));
      await file.sync();
      await file.close();
      await rename(unfinished, path.join(folder, name));
      return written;
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(unfinished, { force: true });
      throw error;
    }
  },
  async read(name, from, length) {
    const file = await open(path.join(folder, name), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  remove: (name) => rm(path.join(folder, name), { force: true }),
  names: () => readdir(folder),
});

/**
 * Objects by key: their heads in the platform's store, their bytes in files of a folder, or in memory where there is none.
 *
 * The head is written last, in one step, so that an object is there whole or not at all, whenever the process is killed. Each writing has
 * a version of its own and takes the place of the one before, which S3 would keep.
 */
export const createObjects = ({
  store,
  folder,
}: {
  store: AbstractLevel<string | Buffer | Uint8Array, string, string>;
  folder?: string;
}) => {
  const heads = store.sublevel<string, ObjectHead>('heads', { valueEncoding: 'json' });
  const contents = folder === undefined ? inMemory() : onDisk(folder);

  const put = async (key: string, given: Given, source: AsyncIterable<Uint8Array>): Promise<ObjectHead> => {
    const versionId = randomUUID().replaceAll('-', '');
    const written = await contents.write(versionId, source);
    const head: ObjectHead = { versionId, ...written, ...given, tags: {} };
    const before = await heads.get(key);
    await heads.put(key, head);
    if (before) await contents.remove(before.versionId);
    return head;
  };

  return {
    put,
    head: (key: string): Promise<ObjectHead | undefined> => heads.get(key),
    read: ({ versionId }: ObjectHead, from: number, length: number): Promise<Buffer> =>
      contents.read(versionId, from, length),

    /** Forgets an object, or only the version that is named, if that is the one which stands. */
    async remove(key: string, versionId?: string): Promise<void> {
      const before = await heads.get(key);
      if (before === undefined || (versionId !== undefined && before.versionId !== versionId)) return;
      await heads.del(key);
      await contents.remove(before.versionId);
    },

    /** Puts tags on an object, as a scanner does. */
    async tag(key: string, tags: Readonly<Record<string, string>>): Promise<void> {
      const before = await heads.get(key);
      if (before) await heads.put(key, { ...before, tags });
    },

    /** Every key, in order. */
    keys: (): Promise<string[]> => heads.keys().all(),

    /** Makes the folder, and clears away what a killed process left half written. */
    async open(): Promise<void> {
      if (folder !== undefined) await mkdir(folder, { recursive: true });
      const [names, known] = await Promise.all([contents.names(), heads.values().all()]);
      const wanted = new Set(known.map(({ versionId }) => versionId));
      for (const name of names) if (!wanted.has(name)) await contents.remove(name);
    },
  };
};

export type Objects = ReturnType<typeof createObjects>;
