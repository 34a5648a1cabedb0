import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AbstractLevel } from 'abstract-level';
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import * as z from 'zod';
import { lookAtLevel } from './leveldb-files.ts';

/** The databases of a data folder, each a LevelDB. */
export const databases = ['state', 'dynamodb'] as const;

/**
 * The version of a data folder as a whole. It rises where what is in it can be read no more: a local database is laid out anew, or a stored
 * thing has no step from an older version (`schemas/versions.ts`).
 */
const folderVersion = 1;
const marker = 'careway.json';
const unfinished = `${marker}.new`;
const marked = z.object({ dataFolder: z.int() });

/** A data folder that is left as it is, with what to do instead. */
export class DataFolderRefused extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`${why}\n  CAREWAY_DATA=.careway/other npm start`, options);
    this.name = 'DataFolderRefused';
  }
}

/** The codes and words of an error and of what caused it, in one line. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${error.code} ` : '';
  return `${code}${error.message}${error.cause === undefined ? '' : `; ${wordsOf(error.cause)}`}`;
};

/** What is wrong with a folder, by what Node and LevelDB say of it. */
const reasons: readonly (readonly [RegExp, (folder: string) => string])[] = [
  [
    /LEVEL_LOCKED/,
    (folder) => `The data in ${folder} is in use, perhaps by another Careway. Stop that one, or choose another folder:`,
  ],
  [
    /ENOSPC|EDQUOT|No space left|quota exceeded/i,
    (folder) =>
      `The disk that holds ${folder} is full. What is there is kept. Make room and start again, or choose a folder on another disk:`,
  ],
  [
    /EROFS|Read-only file system/,
    (folder) => `${folder} is on a disk that can only be read. Choose a folder that can be written to:`,
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted/,
    (folder) =>
      `You may not write to ${folder}, or to a file in it. Give yourself the right to, or choose another folder:`,
  ],
  [
    /ENOTDIR|EEXIST|Not a directory/,
    (folder) => `${folder} is a file, or lies in one, and not a folder. Choose another folder:`,
  ],
  [
    /LEVEL_CORRUPTION|Corruption|No such file/,
    (folder) =>
      `A file in ${folder} is damaged or missing. Put back a copy of the whole folder, or choose another folder:`,
  ],
];

/** The refusal that an error means, to be thrown in its place. */
const refusalOf = (folder: string, error: unknown): DataFolderRefused => {
  if (error instanceof DataFolderRefused) return error;
  const words = wordsOf(error);
  const [, why] = reasons.find(([pattern]) => pattern.test(words)) ?? [];
  return new DataFolderRefused(
    why?.(folder) ?? `The data in ${folder} cannot be opened (${words}). Choose another folder:`,
    { cause: error },
  );
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whole or not at all, also where the power fails. */
const writeMarker = async (folder: string): Promise<void> => {
  const file = await open(join(folder, unfinished), 'w');
  await file.writeFile(`${JSON.stringify({ dataFolder: folderVersion })}\n`);
  await file.sync();
  await file.close();
  await rename(join(folder, unfinished), join(folder, marker));
  const directory = await open(folder);
  await directory.sync().catch(() => undefined);
  await directory.close();
};

/** What is in a folder; nothing where there is none yet. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** What a folder says of itself: its version; 0 for one that Careway wrote before folders had any; undefined for an empty one. */
const versionOf = async (folder: string): Promise<number | undefined> => {
  const names = (await namesIn(folder)).filter((name) => name !== unfinished);
  if (names.length === 0) return undefined;
  if (names.includes(marker)) {
    try {
      return marked.parse(JSON.parse(await readFile(join(folder, marker), 'utf8'))).dataFolder;
    } catch (cause) {
      const why = `${join(folder, marker)} cannot be read, so nothing in ${folder} has been touched. Choose another folder:`;
      throw new DataFolderRefused(why, { cause });
    }
  }
  const isOurs = await Promise.all(databases.map((name) => isThere(join(folder, name, 'CURRENT'))));
  if (isOurs.includes(true)) return 0;
  throw new DataFolderRefused(`${folder} is no data folder of Careway’s, and not empty. Choose another folder:`);
};

/** Whether a process has these databases open now: what it goes on writing must not be moved under it. */
const isInUse = async (folder: string): Promise<boolean> => {
  for (const name of databases) {
    const database = new ClassicLevel(join(folder, name), { createIfMissing: false });
    try {
      await database.open();
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED') return true;
    } finally {
      await database.close();
    }
  }
  return false;
};

/** A name beside the folder that nothing has yet. */
const asideOf = async (folder: string, today: string): Promise<string> => {
  const first = `${folder}-set-aside-${today}`;
  for (let number = 2, name = first; ; name = `${first}-${number}`, number += 1) {
    if (!(await isThere(name))) return name;
  }
};

/** What a start needs on the disk beside what is there. */
const roomNeeded = Buffer.alloc(256 * 1024, 1);

/** Whether a folder can be written to, and has room. @throws what the system says where not; nothing is left behind */
const expectRoom = async (folder: string): Promise<void> => {
  const probe = join(folder, unfinished);
  try {
    const file = await open(probe, 'w');
    try {
      await file.writeFile(roomNeeded);
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(probe, { force: true });
  }
};

/** @throws DataFolderRefused for a folder in which something is damaged or missing, before LevelDB passes over it */
const expectWhole = async (folder: string): Promise<void> => {
  const found = await Promise.all(
    databases.map(async (name) => ({
      place: join(folder, name),
      isMade: await isThere(join(folder, name, 'CURRENT')),
      ...(await lookAtLevel(join(folder, name))),
    })),
  );
  const damaged = found.find((one) => one.damaged !== undefined);
  // Both are made before anything is written to either.
  const missing = found.some(({ hasData }) => hasData) ? found.find(({ isMade }) => !isMade) : undefined;
  const what = damaged ? join(damaged.place, damaged.damaged ?? '') : missing?.place;
  if (what === undefined) return;
  throw new DataFolderRefused(
    `${what} is damaged or missing, so nothing in ${folder} has been touched. Put back a copy of the whole folder, or choose another folder:`,
  );
};

const prepare = async (folder: string, today: string, say: (words: string) => void): Promise<void> => {
  const version = await versionOf(folder);
  if (version === folderVersion) return expectWhole(folder);
  if (version !== undefined && version > folderVersion) {
    throw new DataFolderRefused(
      `The data in ${folder} was written by a later version of Careway, and is left as it is. Start that version, or choose another folder:`,
    );
  }
  if (version !== undefined) {
    if (await isInUse(folder)) {
      throw new DataFolderRefused(
        `The data in ${folder} is of an earlier version of Careway, which is running. Stop that one, or choose another folder:`,
      );
    }
    const aside = await asideOf(folder, today);
    await rename(resolve(folder), resolve(aside));
    say(
      `The data in ${folder} is of an earlier version of Careway, which this one cannot read. It has been set aside whole, as ${aside}, and a new folder is begun.`,
    );
  }
  await mkdir(folder, { recursive: true });
  await writeMarker(folder);
};

/**
 * Sees to it that a folder can be started with: one of today's version is left as it is, a new one is begun, and one of an older version, whose
 * data this code cannot read, is moved aside whole and said so.
 *
 * @param today the date that its new name tells
 * @param say told in a sentence or two what has become of an older folder
 * @throws DataFolderRefused for a folder that a later version has written, that is in use, or that is no data folder; nothing is touched then
 */
export const openDataFolder = async (given: string, today: string, say: (words: string) => void): Promise<void> => {
  const folder = given.replace(/(?<=.)[/\\]+$/, '');
  try {
    await prepare(folder, today, say);
    await expectRoom(folder);
  } catch (error) {
    throw refusalOf(folder, error);
  }
};

/** Makes a database that is kept at a place on the disk. */
export type MakeLevel = (place: string) => AbstractLevel<string | Buffer | Uint8Array, string, string>;

const onDisk: MakeLevel = (place) => new ClassicLevel<string, string>(place);

type Level = ReturnType<MakeLevel>;

/** What a database overrides of abstract-level to write. */
const writes = ['_put', '_del', '_batch'] as const;

/**
 * Lets no write through after the first that failed, in any of the databases. LevelDB's log may end in half a record then, behind which later
 * writes would look kept and be lost with the next start.
 */
const stopAtFailure = (folder: string, levels: readonly Level[]): Promise<DataFolderRefused> =>
  new Promise((tell) => {
    let refusal: DataFolderRefused | undefined;
    const refused = (error: unknown): DataFolderRefused => {
      refusal ??= refusalOf(folder, error);
      tell(refusal);
      return refusal;
    };
    for (const [level, name] of levels.flatMap((level) => writes.map((name) => [level, name] as const))) {
      // Its types leave out what abstract-level calls of a database.
      const own = Reflect.get(level, name) as (...given: unknown[]) => Promise<void>;
      Reflect.set(level, name, async (...given: unknown[]): Promise<void> => {
        if (refusal !== undefined) throw refusal;
        await Reflect.apply(own, level, given).catch((error: unknown) => {
          throw refused(error);
        });
      });
    }
  });

/**
 * The databases of a data folder, opened; in memory where there is none. `refused` tells of the first write that failed: nothing is written after it.
 *
 * @throws DataFolderRefused with what is wrong; none is left open then
 */
export const openDatabases = async (folder: string | undefined, make: MakeLevel = onDisk) => {
  const [state, items] = databases.map((name) =>
    folder ? make(join(folder, name)) : new MemoryLevel<string, string>(),
  );
  if (state === undefined || items === undefined) throw new Error('A data folder has two databases.');
  try {
    await state.open();
    await items.open();
  } catch (error) {
    await Promise.all([state.close(), items.close()]);
    throw refusalOf(folder ?? '', error);
  }
  const refused = folder ? stopAtFailure(folder, [state, items]) : new Promise<never>(() => undefined);
  return { state, items, refused };
};
