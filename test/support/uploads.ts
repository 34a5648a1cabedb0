import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CaseReference, councilSlug } from '../../schemas/scalars.ts';
import type { Browser, PageSeen } from './browser-client.ts';
import { pdf } from './files.ts';
import { council, type TestPlatform } from './platform.ts';

const slug = councilSlug.parse(council);

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&') ?? '';

/** The form of a page that posts a file to the bucket: its address and its fields. */
export const uploadFormOn = ({ html }: Pick<PageSeen, 'html'>): { url: string; fields: [string, string][] } => {
  const [, tag = '', inside = ''] =
    /<form([^>]*enctype="multipart\/form-data"[^>]*)>([\s\S]*?)<\/form>/.exec(html) ?? [];
  if (tag === '') throw new Error('No file can be added on this page');
  const hidden = [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)];
  return {
    url: attribute(tag, 'action'),
    fields: hidden.map(([input]) => [attribute(input, 'name'), attribute(input, 'value')]),
  };
};

/** Sends a file with a form as a browser does, and answers where the bucket sends the browser on to. */
export const putFile = async (
  { url, fields }: ReturnType<typeof uploadFormOn>,
  content: Uint8Array,
  name: string,
): Promise<{ status: number; location: string; text: string }> => {
  const body = new FormData();
  for (const [field, value] of fields) body.append(field, value);
  // What a browser says of the kind of a file is never believed.
  body.append('file', new File([content as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' }));
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() };
};

/** Adds a file on the page that a browser shows, and follows to the page that comes after. */
export const addFile = async (browser: Browser, content: Uint8Array, name: string): Promise<PageSeen> => {
  const { location } = await putFile(uploadFormOn(browser.page), content, name);
  const { pathname, search } = new URL(location);
  return browser.open(pathname + search);
};

/** Gives a case a document, as a sent form does, and answers its id. */
export const giveDocument = async (
  { deps, platform }: Pick<TestPlatform, 'deps' | 'platform'>,
  reference: CaseReference,
  { name = 'letter.pdf', content = pdf(name) }: { name?: string; content?: Buffer } = {},
): Promise<string> => {
  const id = randomBytes(16).toString('base64url');
  const key = deps.documents.keyOf(slug, id);
  const about = { contentType: 'application/pdf', metadata: {} };
  const { sha256, size } = await platform.s3.objects.put(key, about, Readable.from([content]));
  const made = { council: slug, reference, at: deps.clock.now() };
  const by = { kind: 'public' } as const;
  await deps.store.commit({
    records: [
      {
        ...made,
        id,
        version: 1,
        by,
        kind: 'document',
        question: 'documents',
        name,
        size,
        type: 'application/pdf',
        sha256,
        key,
      },
    ],
    events: [
      { ...made, id: deps.newId(), actor: by, action: 'request-received', authority: 'Care Act 2014 section 27' },
    ],
  });
  return id;
};
