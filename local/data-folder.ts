import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ClassicLevel } from 'classic-level';
import * as z from 'zod';

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

/** What a folder says of itself: its version; 0 for one that Careway wrote before folders had any; undefined for an empty one. */
const versionOf = async (folder: string): Promise<number | undefined> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name !== unfinished);
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
  const version = await versionOf(folder);
  if (version === folderVersion) return;
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
