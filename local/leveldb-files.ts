import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** LevelDB's log is made of blocks of this size. @see github.com/google/leveldb, doc/log_format.md */
const blockSize = 32_768;
const headerSize = 7;

const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
  return sum;
});

/** CRC-32C, masked as LevelDB stores it. */
const checksumOf = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (castagnoli[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  const crc = (sum ^ 0xffffffff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
};

/** Whether every record of a log is as it was written. The last may be unfinished: a process that was killed leaves it so. */
const isWholeLog = (log: Buffer): boolean => {
  for (let at = 0; at + headerSize <= log.length; ) {
    const left = blockSize - (at % blockSize);
    if (left < headerSize) {
      at += left;
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const from = at + 6;
    const isUnwritten = length === 0 && log[from] === 0;
    // Room that was taken and not written to.
    if (isUnwritten) {
      at += left;
      continue;
    }
    const to = from + 1 + length;
    if (headerSize + length > left) return false;
    if (to > log.length) return true;
    if (checksumOf(log.subarray(from, to)) !== log.readUInt32LE(at)) return false;
    at = to;
  }
  return true;
};

/** The eight bytes in which every table ends. */
const tableEnd = Buffer.from('57fb808b247547db', 'hex');

const isWholeTable = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < tableEnd.length) return false;
    const { buffer } = await file.read(Buffer.alloc(tableEnd.length), 0, tableEnd.length, size - tableEnd.length);
    return buffer.equals(tableEnd);
  } finally {
    await file.close();
  }
};

/** What a check answers of a file; that it is whole where it has gone meanwhile, as a copy that runs does away with files. */
const unlessGone = (check: Promise<boolean>): Promise<boolean> =>
  check.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return true;
    throw error;
  });

/** What is known of a LevelDB from its files alone. */
type LevelFiles = {
  /** Whether anything was ever written to it. */
  readonly hasData: boolean;
  /** The name of a file that is damaged or missing. */
  readonly damaged?: string;
};

/**
 * Looks at the files of a LevelDB before it is opened, as it passes over what it cannot read of a log, and takes a folder whose CURRENT is gone
 * for a new one. The middle of a table is not looked at: what cannot be read there is an error when it is read.
 */
export const lookAtLevel = async (database: string): Promise<LevelFiles> => {
  const names = await readdir(database).catch((): string[] => []);
  const [logs, tables] = ['.log', '.ldb'].map((end) => names.filter((name) => name.endsWith(end)));
  const sizes = await Promise.all(
    (logs ?? []).map((name) =>
      stat(join(database, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const hasData = (tables ?? []).length > 0 || sizes.some((size) => size > 0);
  if (!hasData) return { hasData };
  const current = await readFile(join(database, 'CURRENT'), 'utf8').catch(() => '');
  const manifest = /^(MANIFEST-\d+)\n$/.exec(current)?.[1];
  if (manifest === undefined) return { hasData, damaged: 'CURRENT' };
  if (!names.includes(manifest)) return { hasData, damaged: manifest };
  for (const name of [manifest, ...(logs ?? [])]) {
    if (!(await unlessGone(readFile(join(database, name)).then(isWholeLog)))) return { hasData, damaged: name };
  }
  for (const name of tables ?? []) {
    if (!(await unlessGone(isWholeTable(join(database, name))))) return { hasData, damaged: name };
  }
  return { hasData };
};
