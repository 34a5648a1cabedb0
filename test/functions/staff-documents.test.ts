import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { personsDocuments } from '../../services/documents/sent-documents.ts';
import { pdf } from '../support/files.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { giveDocument, putFile, uploadFormOn } from '../support/uploads.ts';

let platform: TestPlatform;
let reference: CaseReference;
let id: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  id = await giveDocument(platform, reference, { name: 'Letter from the GP.pdf' });
});
afterAll(() => platform.stop());

const at = () => `/${council}/staff/cases/${reference}/documents`;

describe('staff who work on a case', () => {
  it('list its documents, with what each is and whether it is given out', async () => {
    const { status, json } = await platform.send('GET', at(), { as: 'assessor' });

    expect(status).toBe(200);
    expect(json).toEqual({
      documents: [
        {
          id,
          name: 'Letter from the GP.pdf',
          size: pdf('Letter from the GP.pdf').length,
          type: 'application/pdf',
          question: 'documents',
          sentAt: '2026-01-05T10:00:00.000Z',
          scan: 'clear',
        },
      ],
    });
  });

  it('get one by an address that needs no sign-in, tells nothing and is written down first', async () => {
    const { json } = await platform.send('GET', `${at()}/${id}`, { as: 'key-worker' });
    const file = await fetch(json.url);
    const looks = await platform.deps.store.looks.of(slug, reference, 10);

    expect(json).toMatchObject({ id, name: 'Letter from the GP.pdf', type: 'application/pdf' });
    expect(decodeURIComponent(json.url)).not.toContain('Letter');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf('Letter from the GP.pdf'));
    expect(looks.toReversed()).toMatchObject([
      { section: 'documents' },
      {
        section: 'document',
        about: id,
        staff: { id: platform.member('key-worker').id, role: 'key-worker' },
      },
    ]);
  });

  it('find nothing of a document that the person took back', async () => {
    const [record] = await platform.deps.store.records(slug, reference, 'document');
    if (record?.kind !== 'document') throw new Error('No record');
    const now = platform.deps.clock.now();
    await platform.deps.store.commit({
      records: [{ ...record, version: 2, removedAt: now }],
      events: [
        {
          council: slug,
          reference,
          at: now,
          id: 'taken-back',
          actor: { kind: 'public' },
          action: 'application-corrected',
          authority: 'Care Act 2014 section 9',
        },
      ],
    });

    expect((await platform.send('GET', at(), { as: 'assessor' })).json).toEqual({ documents: [] });
    expect((await platform.send('GET', `${at()}/${id}`, { as: 'assessor' })).status).toBe(403);
  });
});

describe('a document that staff add', () => {
  const html = { accept: 'text/html' };
  const add = async (content: Buffer, name: string) => {
    const page = await platform.send('GET', `${at()}/add`, { as: 'key-worker', headers: html });
    const { location } = await putFile(uploadFormOn({ html: page.text }), content, name);
    const { pathname } = new URL(location);
    const once = await platform.send('GET', pathname, { as: 'key-worker', headers: html });
    return { once, twice: await platform.send('GET', pathname, { as: 'key-worker', headers: html }) };
  };

  it('is on the case at once with who added it, once, and the person is not shown it online', async () => {
    const { once, twice } = await add(pdf('From the GP'), '"><img src=x onerror=alert(1)>.pdf');
    const { text } = await platform.send('GET', at(), { as: 'assessor', headers: html });
    const records = await platform.deps.store.records(slug, reference, 'document');

    expect([once.status, twice.status]).toEqual([303, 303]);
    expect(once.headers.get('location')).toContain('done=document-added');
    expect(text).toContain('Added by staff');
    expect(text).not.toContain('<img');
    expect(records.filter(({ by }) => by.kind === 'staff')).toHaveLength(1);
    expect(personsDocuments(records).some(({ by }) => by.kind === 'staff')).toBe(false);
  });

  it('of another kind is refused with what to do', async () => {
    const { once } = await add(Buffer.from('MZ not a document'), 'letter.pdf');
    const { pathname, search } = new URL(once.headers.get('location') ?? '', platform.url);
    const { text } = await platform.send('GET', pathname + search, { as: 'key-worker', headers: html });

    expect(text).toContain('The file must be a photo or a PDF');
  });
});
