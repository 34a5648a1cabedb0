import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlatform } from '../../local/platform.ts';
import { councilSlug } from '../../schemas/scalars.ts';

const today = new Date().toISOString().slice(0, 10);
const slug = councilSlug.parse('leicestershire');

/** A folder in which a data folder may lie, and others beside it. */
const aPlace = async (): Promise<string> => {
  const place = await mkdtemp(join(tmpdir(), 'careway-data-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  return join(place, 'data');
};

const start = async (folder: string) => {
  const said: string[] = [];
  const platform = await startPlatform({
    folder,
    origin: 'http://localhost:3000',
    clock: 'frozen',
    councils: [slug],
    say: (words) => said.push(words),
  });
  return { ...platform, said };
};

/** A claim, which nothing but this test makes: whether it is there says whose data it is. */
const take = async (folder: string, name = 'test'): Promise<void> => {
  const { deps, stop } = await start(folder);
  await deps.store.claim(slug, { name, answer: 'taken' }, deps.clock.now());
  await stop();
};
const isTaken = async (folder: string) => {
  const { deps, stop, said } = await start(folder);
  const answer = await deps.store.claimed(slug, 'test', deps.clock.now());
  await stop();
  return { answer, said };
};

/** Every file of a folder with what is in it. */
const contentOf = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file, 'base64')] as const)),
  );
};

const besides = async (folder: string) => (await readdir(join(folder, '..'))).toSorted();

describe('a data folder', () => {
  it('says its version from the moment at which it is made', async () => {
    const folder = await aPlace();
    const { stop, said } = await start(folder);
    const marker = await readFile(join(folder, 'careway.json'), 'utf8');
    await stop();

    expect([JSON.parse(marker), said]).toEqual([{ dataFolder: 1 }, []]);
  });

  it('of today’s version is used as it was', async () => {
    const folder = await aPlace();
    await take(folder);

    expect(await isTaken(folder)).toEqual({ answer: 'taken', said: [] });
    expect(await besides(folder)).toEqual(['data']);
  });

  it('is begun anew where the process died while it made it', async () => {
    const folder = await aPlace();
    await mkdir(folder);
    await writeFile(join(folder, 'careway.json.new'), '{"data');

    expect(await isTaken(folder)).toEqual({ answer: undefined, said: [] });
    expect(await readdir(folder)).toContain('careway.json');
  });
});

describe('a data folder of an older version', () => {
  it.each([
    { description: 'without a version', age: (folder: string) => rm(join(folder, 'careway.json')) },
    {
      description: 'of version 0',
      age: (folder: string) => writeFile(join(folder, 'careway.json'), '{"dataFolder":0}'),
    },
  ])('$description is set aside whole and said so, and a new one is begun', async ({ age }) => {
    const folder = await aPlace();
    await take(folder);
    await mkdir(join(folder, 'documents'), { recursive: true });
    await writeFile(join(folder, 'documents', 'letter.pdf'), 'a letter');
    await age(folder);
    const aside = `${folder}-set-aside-${today}`;

    expect(await isTaken(folder)).toEqual({
      answer: undefined,
      said: [
        `The data in ${folder} is of an earlier version of Careway, which this one cannot read. It has been set aside whole, as ${aside}, and a new folder is begun.`,
      ],
    });

    expect(await readFile(join(aside, 'documents', 'letter.pdf'), 'utf8')).toBe('a letter');
    // What this version cannot read, the one that wrote it can.
    await writeFile(join(aside, 'careway.json'), '{"dataFolder":1}');
    expect(await isTaken(aside)).toEqual({ answer: 'taken', said: [] });
    expect(await isTaken(folder)).toEqual({ answer: undefined, said: [] });
  });

  it('is set aside beside another of the same day', async () => {
    const folder = await aPlace();
    for (let time = 0; time < 2; time += 1) {
      await take(folder);
      await rm(join(folder, 'careway.json'));
    }
    await take(folder);

    expect(await besides(folder)).toEqual(['data', `data-set-aside-${today}`, `data-set-aside-${today}-2`]);
  });

  it.each(['state', 'dynamodb'])('is left to the version that runs on it and holds its %s', async (name) => {
    const folder = await aPlace();
    await take(folder);
    await rm(join(folder, 'careway.json'));
    const held = new ClassicLevel(join(folder, name));
    await held.open();
    onTestFinished(() => held.close());

    await expect(start(folder)).rejects.toMatchObject({
      name: 'DataFolderRefused',
      message: expect.stringMatching(/is of an earlier version of Careway, which is running\. Stop that one/),
    });
    expect(await besides(folder)).toEqual(['data']);
  });
});

describe('a data folder that this version does not know', () => {
  const refused = async (folder: string, words: RegExp) => {
    const before = await contentOf(folder);

    await expect(start(folder)).rejects.toMatchObject({
      name: 'DataFolderRefused',
      message: expect.stringMatching(words),
    });

    expect(await contentOf(folder)).toEqual(before);
    expect(await besides(folder)).toEqual(['data']);
  };

  it('because a later one has written it is left as it is', async () => {
    const folder = await aPlace();
    await take(folder);
    await writeFile(join(folder, 'careway.json'), '{"dataFolder":2,"more":"words"}');

    await refused(folder, /was written by a later version of Careway, and is left as it is\. Start that version/);
  });

  it('because its version cannot be read is left as it is', async () => {
    const folder = await aPlace();
    await take(folder);
    await writeFile(join(folder, 'careway.json'), '{"data');

    await refused(folder, /careway\.json cannot be read, so nothing in .* has been touched/);
  });

  it('because it is somebody’s own folder is left as it is', async () => {
    const folder = await aPlace();
    await mkdir(folder);
    await writeFile(join(folder, 'holiday.jpg'), 'a picture');

    await refused(folder, /is no data folder of Careway’s, and not empty\. Choose another folder:\n {2}CAREWAY_DATA=/);
  });
});

describe('a data folder that cannot be used', () => {
  /** Why a start is refused. */
  const refusal = async (folder: string): Promise<string> => {
    try {
      await start(folder).then(({ stop }) => stop());
    } catch (error) {
      expect(error).toMatchObject({ name: 'DataFolderRefused' });
      return error instanceof Error ? error.message : '';
    }
    return 'it started';
  };
  const tryOther = /choose another folder:\n {2}CAREWAY_DATA=\.careway\/other npm start$/i;

  it.each([
    { description: 'is a file', folderOf: (file: string) => file },
    { description: 'lies in a file', folderOf: (file: string) => join(file, 'data') },
  ])('because it $description says so', async ({ folderOf }) => {
    const file = await aPlace();
    await writeFile(file, 'a letter');

    const why = await refusal(folderOf(file));

    expect(why).toContain(`${folderOf(file)} is a file, or lies in one, and not a folder.`);
    expect(why).toMatch(tryOther);
    expect(await readFile(file, 'utf8')).toBe('a letter');
  });

  it.each(['state', 'dynamodb'])('because another copy has its %s says so', async (name) => {
    const folder = await aPlace();
    await take(folder);
    const held = new ClassicLevel(join(folder, name));
    await held.open();

    const why = await refusal(folder);
    await held.close();

    expect(why).toContain(`The data in ${folder} is in use, perhaps by another Careway. Stop that one, or`);
    expect(await isTaken(folder)).toMatchObject({ answer: 'taken' });
  });

  it.each([
    {
      said: 'IO error: /data/state/000005.log: No space left on device',
      says: 'is full. What is there is kept. Make room',
    },
    {
      said: 'IO error: /data/state/000005.log: Disk quota exceeded',
      says: 'is full. What is there is kept. Make room',
    },
    { said: 'IO error: /data/state/LOCK: Permission denied', says: 'You may not write to' },
    { said: 'IO error: /data/state/LOCK: Read-only file system', says: 'is on a disk that can only be read' },
    {
      said: 'Corruption: 1 missing files; e.g.: /data/state/000005.ldb',
      says: 'is damaged or missing. Put back a copy',
    },
    {
      said: 'Something else',
      says: 'cannot be opened (LEVEL_DATABASE_NOT_OPEN Database failed to open; Something else)',
    },
  ])('because LevelDB says "$said" says what to do', async ({ said, says }) => {
    const folder = await aPlace();
    const makeLevel = () => {
      const level = new MemoryLevel<string, string>();
      Object.assign(level, { _open: () => Promise.reject(new Error(said)) });
      return level;
    };

    const started = startPlatform({ folder, origin: 'http://localhost:3000', clock: 'frozen', makeLevel });

    await expect(started).rejects.toMatchObject({ name: 'DataFolderRefused', message: expect.stringContaining(says) });
  });
});

describe('a damaged data folder', () => {
  /** A folder with a log and a table in each of its databases. */
  const aUsedFolder = async (): Promise<string> => {
    const folder = await aPlace();
    await take(folder);
    await take(folder, 'another');
    return folder;
  };
  const fileOf = async (folder: string, name: string, like: RegExp): Promise<string> => {
    const found = (await readdir(join(folder, name))).filter((one) => like.test(one)).toSorted();
    return join(folder, name, found.at(-1) ?? 'none');
  };
  const garble = async (file: string): Promise<void> => {
    const bytes = await readFile(file);
    bytes.fill('#', Math.floor(bytes.length / 3), Math.floor(bytes.length / 2));
    await writeFile(file, bytes);
  };

  it.each([
    { what: 'a log with garbage in it', file: /\.log$/, hurt: garble },
    { what: 'a table that ends too early', file: /\.ldb$/, hurt: (file: string) => truncate(file, 100) },
    { what: 'an empty table', file: /\.ldb$/, hurt: (file: string) => truncate(file, 0) },
    { what: 'no CURRENT', file: /^CURRENT$/, hurt: (file: string) => rm(file) },
    { what: 'garbage for CURRENT', file: /^CURRENT$/, hurt: (file: string) => writeFile(file, '####') },
    { what: 'no manifest', file: /^MANIFEST/, hurt: (file: string) => rm(file) },
    { what: 'garbage in its manifest', file: /^MANIFEST/, hurt: garble },
  ])('with $what is left as it is, and named', async ({ file, hurt }) => {
    const folder = await aUsedFolder();
    const hurtFile = await fileOf(folder, 'dynamodb', file);
    await hurt(hurtFile);
    const before = await contentOf(folder);

    await expect(start(folder)).rejects.toMatchObject({
      name: 'DataFolderRefused',
      message: `${hurtFile} is damaged or missing, so nothing in ${folder} has been touched. Put back a copy of the whole folder, or choose another folder:\n  CAREWAY_DATA=.careway/other npm start`,
    });

    expect(await contentOf(folder)).toEqual(before);
  });

  it('of which one database is gone is left as it is', async () => {
    const folder = await aUsedFolder();
    await rm(join(folder, 'dynamodb'), { recursive: true });
    const before = await contentOf(folder);

    await expect(start(folder)).rejects.toMatchObject({
      message: expect.stringContaining(`${join(folder, 'dynamodb')} is damaged or missing`),
    });

    expect(await contentOf(folder)).toEqual(before);
  });

  it('is none where a killed process left its last record unfinished', async () => {
    const folder = await aUsedFolder();
    const level = new ClassicLevel(join(folder, 'state'));
    await level.put('last', 'x'.repeat(100));
    await level.close();
    const written = await fileOf(folder, 'state', /\.log$/);
    await truncate(written, (await stat(written)).size - 20);

    expect(await isTaken(folder)).toMatchObject({ answer: 'taken' });
  });
});
