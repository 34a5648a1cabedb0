import { council, startTestPlatform } from '../support/platform.ts';
import { firstVisit, rawly } from '../support/sent-bytes.ts';
import type { Row } from './measured.ts';

/** What a browser is sent to show a page for the first time, in kilobytes as they come over the wire, beside the same not compressed. */
export const measureFirstVisit = async (): Promise<Row[]> => {
  const platform = await startTestPlatform();
  const rows: Row[] = [];
  for (const path of ['/', `/${council}`]) {
    const files = await firstVisit(platform.url, path);
    const plain = await Promise.all(files.map(({ file }) => rawly(platform.url + file)));
    const kilobytes = (sizes: readonly number[]) => [sizes.reduce((sum, size) => sum + size, 0) / 1000];
    rows.push({
      what: `First visit to ${path}`,
      unit: 'kB',
      ours: kilobytes(files.map(({ answer }) => answer.bytes)),
      floor: { is: 'the same files, not compressed', sample: kilobytes(plain.map(({ bytes }) => bytes)) },
      note: `${files.length} files`,
      goal: { under: 30 },
    });
  }
  await platform.stop();
  return rows;
};
