import type { DocumentRecord } from '../../schemas/records.ts';
import type { Deps } from '../deps.ts';

/**
 * Bytes of documents that go into the archive. A Lambda answers 6 MB at most, in which a file takes a third more than it holds, and the rest of
 * the archive needs room too; API Gateway's own limit of 10 MB is farther away. @see AWS Lambda quotas, invocation payload
 */
const mostBytes = 3.5 * 1024 * 1024;

/** The documents of a case for the archive that a person takes away: as many as fit, the smallest first, and where to get the others. */
export const exportedDocuments = async (
  { documents, siteUrl }: Pick<Deps, 'documents' | 'siteUrl'>,
  all: readonly DocumentRecord[],
  page: string,
): Promise<Record<string, Uint8Array>> => {
  const files: Record<string, Uint8Array> = {};
  const left: string[] = [];
  let bytes = 0;
  for (const one of all.toSorted((a, b) => a.size - b.size)) {
    const name = `${all.indexOf(one) + 1} ${one.name}`;
    if (bytes + one.size > mostBytes) left.push(`${name}: too large for this file`);
    else if ((await documents.scan(one.key)) !== 'clear') left.push(`${name}: not given out until it is checked`);
    else {
      bytes += one.size;
      files[`documents/${name}`] = await documents.read(one.key);
    }
  }
  if (left.length > 0) {
    const lines = [
      'These documents are not in this file:',
      '',
      ...left,
      '',
      `You can get each one at ${siteUrl}${page}`,
    ];
    files['documents-not-here.txt'] = Buffer.from(`${lines.join('\r\n')}\r\n`);
  }
  return files;
};
