import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** An answer as it came over the wire. */
export type Raw = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** How many bytes the body had as it was sent. */
  readonly bytes: number;
  readonly text: string;
};

/** One request by a client that undoes no coding by itself. */
export const rawly = (
  url: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Raw> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const isZipped = response.headers['content-encoding'] === 'gzip' && body.length > 0;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: body.length,
          text: String(isZipped ? gunzipSync(body) : body),
        });
      });
    })
      .on('error', reject)
      .end();
  });

/** What Chrome, Firefox and Safari say of codings, and of what they want. */
export const browserHeaders = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: 'text/html,*/*;q=0.8' } as const;

/** Everything that a browser asks for to show a page for the first time, with the bytes of each as they were sent. */
export const firstVisit = async (origin: string, path: string): Promise<{ file: string; answer: Raw }[]> => {
  const page = await rawly(origin + path, { headers: browserHeaders });
  const linked = new Set(
    [...page.text.matchAll(/<(?:link|script|img)\b[^>]*(?:href|src)="(\/[^"]+)"/g)].map(([, file = '']) => file),
  );
  const files = [{ file: path, answer: page }];
  for (const file of linked) files.push({ file, answer: await rawly(origin + file, { headers: browserHeaders }) });
  const fonts = files.flatMap(({ answer }) => [...answer.text.matchAll(/url\(["']?(\/[^"')]+\.woff2?)/g)]);
  for (const [, file = ''] of fonts)
    files.push({ file, answer: await rawly(origin + file, { headers: browserHeaders }) });
  return files;
};
