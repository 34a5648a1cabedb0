import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { caseForms } from '../../../schemas/forms/case-forms.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference } from '../../../schemas/scalars.ts';
import { createDocumentStore } from '../../../services/store/document-store.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { exe, jpeg, pdf, png } from '../../support/files.ts';
import { openCase as openCaseOf, rose, signedIn as signedInAs, slug } from '../../support/followed-case.ts';
import { begin, fieldsOf, fillIn } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { addFile, giveDocument, putFile, uploadFormOn } from '../../support/uploads.ts';
import { walkCaseForm } from '../../support/walk-case-form.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let people = 0;
/** A case of someone of their own, since one address is sent few links an hour. */
const openCase = (changes = {}): Promise<CaseReference> => {
  people += 1;
  return openCaseOf(platform, { email: `rose.${people}@example.com`, ...changes });
};
/** Whoever opened the last case, or the holder of another address. */
const signedIn = (address = `rose.${people}@example.com`) => signedInAs(platform, address);

const records = async (reference: CaseReference) =>
  (await platform.deps.store.records(slug, reference, 'document')).flatMap((one) =>
    one.kind === 'document' ? [one] : [],
  );
const held = async (key: string) => String(Buffer.from(await platform.deps.documents.read(key)));
const referenceOn = (browser: Browser): CaseReference =>
  caseReference.parse(/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(browser.page.text)?.[0]);

/** A form that is filled in, with one file, and stands to be checked. */
const filledIn = async (form = needsAssessment, changes = {}): Promise<Browser> => {
  const browser = createBrowser(platform.url);
  await begin(browser, form);
  await fillIn(browser, form, { email: rose, conditions: ['physical'], ...changes });
  await browser.open(`/${council}/draft/pages/documents`);
  await addFile(browser, pdf('sent with the form'), 'Rose’s letter.pdf');
  await browser.open(`/${council}/draft/check`);
  await platform.platform.clock.forward('PT10M');
  return browser;
};

describe('a form with documents', () => {
  it.each([{ form: needsAssessment }, { form: carersAssessment }])(
    'becomes a case that holds them, $form.id',
    async ({ form }) => {
      const browser = await filledIn(form);
      await browser.press(form.send);
      const reference = referenceOn(browser);
      const whole = await platform.deps.store.whole(slug, reference);
      const [document, ...others] = await records(reference);

      expect(others).toEqual([]);
      expect(document).toMatchObject({
        name: 'Rose’s letter.pdf',
        question: 'documents',
        type: 'application/pdf',
        version: 1,
        by: { kind: 'public' },
      });
      expect(document?.sha256).toMatch(/^[\w+/]{43}=$/);
      expect(await held(document?.key ?? '')).toBe(String(pdf('sent with the form')));
      expect(whole?.events.map(({ action }) => action)).toContain('application-received');
      expect(JSON.stringify([whole?.events, whole?.tasks, whole?.mail])).not.toContain('letter.pdf');
    },
  );

  it('gives each of two people who are assessed together their own', async () => {
    const browser = await filledIn(jointAssessment);
    await browser.open(`/${council}/draft/pages/carer-documents`);
    await addFile(browser, png(), 'carer.png');
    await browser.open(`/${council}/draft/check`);
    await browser.press(jointAssessment.send);
    const [person, carer] = [...browser.page.text.matchAll(/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/g)].map(([found]) =>
      caseReference.parse(found),
    );

    expect((await records(person as CaseReference)).map(({ name }) => name)).toEqual(['Rose’s letter.pdf']);
    expect((await records(carer as CaseReference)).map(({ name }) => name)).toEqual(['carer.png']);
  });

  it('sent twice at once makes one record of each', async () => {
    const browser = await filledIn();
    const { path, fields } = browser.sending(needsAssessment.send);
    const [first] = await Promise.all([browser.tab().post(path, fields), browser.tab().post(path, fields)]);
    await browser.open(first.path);

    expect(await records(referenceOn(browser))).toHaveLength(1);
  });

  it('that is corrected adds what is new, and takes back what was removed: from the case, and from the bucket', async () => {
    const browser = await filledIn();
    await browser.press(needsAssessment.send);
    const reference = referenceOn(browser);
    await platform.settle();
    const [before] = await records(reference);
    await browser.open(browser.page.path);
    await browser.press('Correct my form');
    await browser.open(`/${council}/draft/pages/documents`);
    await browser.press('Remove Rose’s letter.pdf');
    const stillThere = await held(before?.key ?? '');
    await addFile(browser, png(), 'photo.png');
    await browser.open(`/${council}/draft/check`);
    await browser.press(needsAssessment.send);
    const after = await records(reference);

    expect(stillThere).toBe(String(pdf('sent with the form')));
    expect(after.map(({ name, version, removedAt }) => [name, version, removedAt !== undefined])).toEqual(
      expect.arrayContaining([
        ['Rose’s letter.pdf', 2, true],
        ['photo.png', 1, false],
      ]),
    );
    await expect(held(before?.key ?? '')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('cannot name a document that was not uploaded for it', async () => {
    const [foreign] = await records(await openedWithDocument());
    const answers = completeAnswers(needsAssessment, { documents: [foreign?.id ?? ''] });

    const { status, json } = await platform.send('POST', `/${council}/applications`, {
      body: { form: 'needs-assessment', answers },
    });

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field: 'documents', message: 'Documents: upload the document again' }]);
  });
});

const openedWithDocument = async (): Promise<CaseReference> => {
  const reference = await openCase();
  await giveDocument(platform, reference, { name: 'Given “letter”.pdf' });
  return reference;
};

describe('the documents of a case', () => {
  it('are listed for who follows it, each to be downloaded by an address that tells nothing, and each reading is kept', async () => {
    const reference = await openedWithDocument();
    const browser = await signedIn();
    await browser.open(`/${council}/case/${reference}`);
    await browser.follow('See your documents, and send us more');
    const [, href = ''] = /<a class="govuk-link" href="([^"]+)">Given “letter”.pdf/.exec(browser.page.html) ?? [];
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await fetch(platform.url + href, { headers: { cookie }, redirect: 'manual' });
    const link = sent.headers.get('location') ?? '';
    const file = await fetch(link);
    const whole = await platform.deps.store.whole(slug, reference);

    expect(sent.status).toBe(303);
    expect(link).not.toMatch(/letter|Rose|Okafor/);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-document-1.pdf"`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf('Given “letter”.pdf'));
    expect(whole?.events.at(-1)).toMatchObject({
      action: 'document-downloaded',
      actor: { kind: 'public', as: 'person' },
    });
  });

  it('are given to nobody else', async () => {
    const reference = await openedWithDocument();
    const other = await openCase({ email: 'someone.else@example.com' });
    const [document] = await records(reference);
    const stranger = await signedIn('someone.else@example.com');

    expect((await stranger.open(`/${council}/case/${reference}/documents/${document?.id}`)).status).toBe(404);
    expect((await stranger.open(`/${council}/case/${other}/documents/${document?.id}`)).status).toBe(404);
    expect((await createBrowser(platform.url).open(`/${council}/case/${reference}/documents`)).path).toContain(
      'sign-in',
    );
  });

  it('can be added to: uploaded, removed, refused in plain words, and sent once as work for staff', async () => {
    const reference = await openCase();
    const browser = await signedIn();
    const page = `/${council}/case/${reference}/documents`;
    await browser.open(page);
    await addFile(browser, pdf('a'), 'a.pdf');
    await addFile(browser, png(), 'b.png');
    const refused = await addFile(browser, exe(), 'c.pdf');
    await browser.press('Remove b.png');
    const waiting = browser.page.text;
    const before = await records(reference);
    const { path, fields } = browser.sending('Send these documents');
    const [done] = await Promise.all([browser.tab().post(path, fields), browser.tab().post(path, fields)]);
    await platform.settle();
    const tasks = (await platform.deps.store.tasks(slug, reference)).filter(({ kind }) => kind === 'look-at-change');
    const after = await browser.open(page);

    expect(refused.errors).toEqual([expect.stringContaining('The file must be a photo or a PDF')]);
    expect(waiting).toContain('a.pdf 1 KB');
    expect(waiting).not.toContain('b.png');
    expect(before).toEqual([]);
    expect(done.status).toBe(200);
    expect((await records(reference)).map(({ name }) => name)).toEqual(['a.pdf']);
    expect(tasks).toHaveLength(1);
    expect(after.text).not.toContain('We do not have them yet');
    expect(after.text).toContain('a.pdf');
  });

  it('that wait are one’s own: whoever helps has others', async () => {
    const ada = 'ada.okafor@example.com';
    const reference = await openCase({
      filledInBy: 'helper',
      helperEmail: ada,
      updatesTo: ['person', 'helper'],
      personAgrees: 'yes',
    });
    const [person, helper] = [await signedIn(), await signedIn(ada)];
    const page = `/${council}/case/${reference}/documents`;
    await person.open(page);
    const { location } = await putFile(uploadFormOn(person.page), pdf('mine'), 'mine.pdf');
    await helper.open(new URL(location).pathname);
    await person.open(new URL(location).pathname);

    expect(helper.page.text).not.toContain('mine.pdf');
    expect(person.page.text).toContain('mine.pdf');
  });

  it('go with the financial form, whose proof nobody has to give, and stay where it is refused', async () => {
    const reference = await openCase();
    const browser = await signedIn();
    const form = `/${council}/case/${reference}/ask/financial-assessment`;
    const proof = browser.tab();
    await proof.open(`/${council}/case/${reference}/documents`);
    await addFile(proof, jpeg(), 'bank statement.jpg');
    await browser.open(`${form}/pages/care-setting`);
    const asked = caseForms.get('financial-assessment');
    if (asked === undefined) throw new Error('No form');
    const answers = completeAnswers(asked, { financialChoice: 'full' });
    await walkCaseForm(browser, form, fieldsOf(asked, answers));
    await browser.open(`${form}/pages/evidence`);
    const shown = browser.page.text;
    await browser.open(`${form}/check`);
    const checked = browser.page.text;
    const { path, fields } = browser.sending('Send your answers');
    fields.append('evidence', 'a'.repeat(22));
    const sent = await browser.post(path, fields);
    const again = await browser.post(path, fields);
    await platform.settle();
    const [document, ...others] = await records(reference);
    const requests = await platform.deps.store.records(slug, reference, 'request');

    expect(shown).toContain('You have added: bank statement.jpg');
    expect(checked).toContain('bank statement.jpg');
    expect([sent.heading, again.heading]).toEqual(['We have it', 'We have it']);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ name: 'bank statement.jpg', question: 'evidence' });
    expect(requests).toMatchObject([{ list: 'financial-assessment', answers: { evidence: [document?.id] } }]);
    await browser.open(`/${council}/case/${reference}`);
    await browser.open(`${form}/pages/evidence`);
    expect(browser.page.text).not.toContain('You have added');
  });

  it('cannot be added to a closed case', async () => {
    const reference = await openCase();
    await platform.send('POST', `/${council}/staff/cases/${reference}/close`, {
      as: 'manager',
      body: { reason: 'moved-away' },
    });
    const browser = await signedIn();
    await browser.open(`/${council}/case/${reference}/documents`);

    expect(browser.page.text).toContain('Your case is closed');
    expect(() => uploadFormOn(browser.page)).toThrow();
  });

  it('are in everything that is held, as far as they fit; the others are listed with where to get them', async () => {
    const reference = await openedWithDocument();
    await giveDocument(platform, reference, { name: 'large.pdf', content: Buffer.concat([pdf(), Buffer.alloc(4e6)]) });
    const browser = await signedIn();
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${platform.url}/${council}/case/${reference}/everything`, { headers: { cookie } });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const [given = ''] = Object.keys(files).filter((name) => name.includes('Given'));

    expect(given).toMatch(/^documents\/\d Given “letter”\.pdf$/);
    expect(Buffer.from(files[given] ?? [])).toEqual(pdf('Given “letter”.pdf'));
    expect(strFromU8(files['documents-not-here.txt'] ?? new Uint8Array())).toMatch(
      new RegExp(`\\d large.pdf: too large for this file[^]*${platform.url}/${council}/case/${reference}/documents`),
    );
  });
});

/** The product's own store over the same bucket, in a deployment that scans. */
const scannedStore = () =>
  createDocumentStore({
    config: platform.platform.s3.clientOptions(platform.url),
    bucket: () => 'careway-documents',
    isScanned: () => true,
  });

describe('a document that is scanned', () => {
  it.each([
    { tags: {}, says: 'We are checking it' },
    { tags: { GuardDutyMalwareScanStatus: 'THREATS_FOUND' }, says: 'We found harmful software in it' },
    { tags: { GuardDutyMalwareScanStatus: 'FAILED' }, says: 'We could not check it' },
  ])('is not given out with the tags $tags, and the page says why', async ({ tags, says }) => {
    const reference = await openedWithDocument();
    const [document] = await records(reference);
    const { scan } = platform.deps.documents;
    const asTagged = async (key: string) => {
      await platform.platform.s3.objects.tag(key, tags);
      return scannedStore().scan(key);
    };
    Object.assign(platform.deps.documents, { scan: asTagged });
    try {
      const browser = await signedIn();
      const listed = await browser.open(`/${council}/case/${reference}/documents`);
      const download = await browser.open(`/${council}/case/${reference}/documents/${document?.id}`);

      expect(listed.text).toContain(says);
      expect(listed.html).not.toContain(`/documents/${document?.id}"`);
      expect(download.status).toBe(409);
    } finally {
      Object.assign(platform.deps.documents, { scan });
    }
  });
});
