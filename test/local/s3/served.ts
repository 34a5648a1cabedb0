import { createServer } from 'node:http';
import { MemoryLevel } from 'memory-level';
import { createS3 } from '../../../local/s3/s3.ts';
import { createDocumentStore, type UploadForm } from '../../../services/store/document-store.ts';

/** The local S3 behind a port of its own, with the product's own store over it. Close it after use. */
export const servedS3 = async ({ folder, store }: { folder?: string; store?: MemoryLevel<string, string> } = {}) => {
  let late = 0;
  const s3 = createS3({
    store: store ?? new MemoryLevel<string, string>(),
    bucket: 'careway-documents',
    now: () => Date.now() + late,
    ...(folder !== undefined && { folder }),
  });
  await s3.objects.open();
  const server = createServer((request, response) => {
    s3.http(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  let scanned = false;
  return {
    s3,
    origin,
    documents: createDocumentStore({
      config: s3.clientOptions(origin),
      bucket: () => 'careway-documents',
      isScanned: () => scanned,
    }),
    /** From now on it is that many seconds later for S3. */
    later: (seconds: number) => {
      late = seconds * 1000;
    },
    scan: () => {
      scanned = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Sends a file with a form as a browser does: the fields first, then the file. */
export const postFile = (
  { url, fields }: UploadForm,
  content: Uint8Array | string,
  name: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...fields, ...changes })) body.append(field, value);
  body.append('file', new File([content as string], name, { type: 'application/x-whatever' }));
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
};
