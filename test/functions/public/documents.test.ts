import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { exe, heic, jpeg, pdf, png } from '../../support/files.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { addFile, putFile, uploadFormOn } from '../../support/uploads.ts';

const page = `/${council}/draft/pages/documents`;
const bornOn = Object.entries({
  firstName: 'Rose',
  lastName: 'Okafor',
  assessedBefore: 'no',
  'dateOfBirth.day': '2',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1948',
});
const megabyte = 1024 * 1024;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const aForm = async (): Promise<Browser> => {
  const browser = createBrowser(platform.url);
  await begin(browser, needsAssessment);
  await browser.open(page);
  return browser;
};
const listed = (browser: Browser): string[] =>
  [...browser.page.html.matchAll(/careway-documents__name">([^<]*)</g)].map(([, name = '']) => name);
const keys = async (under: string): Promise<string[]> =>
  (await platform.platform.s3.objects.keys()).filter((key) => key.startsWith(under));

describe('a page on which documents are added', () => {
  it.each([
    { name: 'letter.pdf', content: pdf(), size: '1 KB' },
    { name: 'IMG_1.jpg', content: jpeg(3 * megabyte), size: '3 MB' },
    { name: 'scan.png', content: png(), size: '1 KB' },
    { name: 'IMG_2.heic', content: heic(), size: '1 KB' },
    { name: 'largest.jpg', content: jpeg(10 * megabyte), size: '10 MB' },
  ])('takes $name of $size, and lists it', async ({ name, content, size }) => {
    const browser = await aForm();

    const after = await addFile(browser, content, name);

    expect(after.path).toBe(page);
    expect(after.errors).toEqual([]);
    expect(after.text).toContain(`${name} ${size}`);
  });

  it('asks the bucket alone to take a file, and only on this page', async () => {
    const browser = await aForm();
    const policy = browser.page.headers.get('content-security-policy');
    const elsewhere = (await browser.open(`/${council}/draft/pages/name`)).headers.get('content-security-policy');

    expect(policy).toContain(`form-action 'self' ${platform.url};`);
    expect(elsewhere).toContain("form-action 'self';");
  });

  it('keeps the object where no form can write, under a key without personal data, and no upload', async () => {
    const browser = await aForm();
    const before = await keys('documents/');
    await addFile(browser, pdf(), 'Rose Okafor diagnosis.pdf');

    const [key, ...others] = (await keys('documents/')).filter((one) => !before.includes(one));

    expect(key).toMatch(/^documents\/leicestershire\/[\w-]{22}$/);
    expect(others).toEqual([]);
    expect(await keys('incoming/')).toEqual([]);
    expect(await platform.platform.s3.objects.head(key ?? '')).toMatchObject({
      metadata: {},
      contentType: 'application/pdf',
    });
  });

  it.each([
    { what: 'no file', content: Buffer.alloc(0), name: '', says: 'Choose a photo or PDF first' },
    { what: 'a file of 0 bytes', content: Buffer.alloc(0), name: 'empty.pdf', says: 'The file is empty' },
    { what: 'a photo of 20 MB', content: jpeg(20 * megabyte), name: 'big.jpg', says: 'must be 10 MB or smaller' },
    { what: 'a photo of 10 MB and 1 byte', content: jpeg(10 * megabyte + 1), name: 'big.jpg', says: 'must be 10 MB' },
    { what: 'a program named .pdf', content: exe(), name: 'letter.pdf', says: 'must be a photo or a PDF' },
    { what: 'a text', content: Buffer.from('Dear council,'), name: 'a.txt', says: 'must be a photo or a PDF' },
    { what: 'a page', content: Buffer.from('<html><script>'), name: 'a.pdf', says: 'must be a photo or a PDF' },
  ])('refuses $what in plain words, deletes it and keeps the others', async ({ content, name, says }) => {
    const browser = await aForm();
    await addFile(browser, pdf(), 'letter.pdf');

    const after = await addFile(browser, content, name);

    expect(after.errors).toEqual([expect.stringContaining(says)]);
    expect(after.html).toMatch(/<title>Error: /);
    expect(after.html).toContain('<a href="#documents">');
    expect(listed(browser)).toEqual(['letter.pdf']);
    expect(await keys('incoming/')).toEqual([]);
  });

  it('takes 10 files and has no form for an eleventh, which an older tab is told', async () => {
    const browser = await aForm();
    const old = uploadFormOn(browser.page);
    for (let count = 0; count < 10; count += 1) await addFile(browser, pdf(`number ${count}`), `${count}.pdf`);
    const full = browser.page;
    const { location } = await putFile(old, pdf('eleven'), 'eleven.pdf');
    const after = await browser.open(new URL(location).pathname);

    expect(() => uploadFormOn(full)).toThrow('No file can be added');
    expect(full.text).toContain('You have added 10 files.');
    expect(after.errors).toEqual(['You can add up to 10 files. Remove one first']);
    expect(listed(browser)).toHaveLength(10);
    expect(await keys('incoming/')).toEqual([]);
  });

  it('takes the same file once, whatever it is called, and says so', async () => {
    const browser = await aForm();
    await addFile(browser, pdf('twice'), 'letter.pdf');
    const before = (await keys('documents/')).length;

    const after = await addFile(browser, pdf('twice'), 'copy.pdf');

    expect(after.errors).toEqual(['You have added this file already. It is in the list']);
    expect(listed(browser)).toEqual(['letter.pdf']);
    expect((await keys('documents/')).length).toBe(before);
  });

  it('takes a second file that is sent with the same form after going back, and leaves the first as it was', async () => {
    const browser = await aForm();
    const form = uploadFormOn(browser.page);
    const before = await keys('documents/');
    const first = await putFile(form, pdf('first'), 'first.pdf');
    await browser.open(new URL(first.location).pathname);
    const second = await putFile(form, pdf('second'), 'second.pdf');
    await browser.open(new URL(second.location).pathname);
    const made = (await keys('documents/')).filter((key) => !before.includes(key));
    const contents = await Promise.all(
      made.map(async (key) => String(Buffer.from(await platform.deps.documents.read(key)))),
    );

    expect(listed(browser)).toEqual(['first.pdf', 'second.pdf']);
    expect(contents.toSorted()).toEqual([String(pdf('first')), String(pdf('second'))].toSorted());
  });

  it('takes an upload in once, however often its address is loaded, in two tabs at once too', async () => {
    const browser = await aForm();
    const { location } = await putFile(uploadFormOn(browser.page), pdf('tabs'), 'letter.pdf');
    const { pathname } = new URL(location);
    await Promise.all([browser.tab().open(pathname), browser.tab().open(pathname)]);
    const again = await browser.open(pathname);

    expect(again.path).toBe(page);
    expect(again.errors).toEqual([]);
    expect(listed(browser)).toEqual(['letter.pdf']);
  });

  it('shows in one tab what another has added, and goes on without a complaint', async () => {
    const browser = await aForm();
    const other = browser.tab();
    await other.open(page);
    await addFile(other, pdf('other tab'), 'other.pdf');

    const after = await browser.press('Continue');
    await browser.open(page);

    expect(after.status).toBe(200);
    expect(after.path).toBe(`/${council}/draft/pages/sign`);
    expect(listed(browser)).toEqual(['other.pdf']);
  });

  it.each([
    { given: 'C:\\fakepath\\..\\letter.pdf', shown: 'letter.pdf' },
    { given: '<b>“Rose’s” & co</b>.pdf', shown: 'b&gt;.pdf' },
    { given: 'Zdravotní zpráva 健康.pdf', shown: 'Zdravotní zpráva 健康.pdf' },
    { given: `Rose's "best" letter.pdf`, shown: 'Rose&#39;s &quot;best&quot; letter.pdf' },
    { given: 'invoice\u202Efdp.exe', shown: 'invoicefdp.exe.pdf' },
  ])('shows the name “$given” as $shown', async ({ given, shown }) => {
    const browser = await aForm();

    await addFile(browser, pdf(given), given);

    expect(listed(browser)).toEqual([shown]);
  });

  it('has a file removed, from the form and from the bucket, and a second time does no harm', async () => {
    const browser = await aForm();
    await addFile(browser, pdf('one'), 'one.pdf');
    const before = await keys('documents/');
    await addFile(browser, png(), 'two.png');
    const { path, fields } = browser.sending('Remove two.png');
    await browser.post(path, fields);
    const after = await browser.post(path, fields);

    expect(after.path).toBe(page);
    expect(listed(browser)).toEqual(['one.pdf']);
    expect(await keys('documents/')).toEqual(before);
  });

  it('believes nothing that a page says of documents', async () => {
    const browser = await aForm();
    const { path, fields } = browser.sending('Continue');
    fields.append('documents', 'a'.repeat(22));
    await browser.post(path, fields);

    expect((await browser.open(`/${council}/draft/check`)).text).not.toContain('A document');
    expect((await browser.open(page)).text).not.toContain('What you have added');
  });

  it('takes nothing that a form of another draft has put there', async () => {
    const [mine, theirs] = [await aForm(), await aForm()];
    const { location } = await putFile(uploadFormOn(mine.page), pdf('mine'), 'mine.pdf');

    const after = await theirs.open(new URL(location).pathname);

    expect(after.path).toBe(page);
    expect(listed(theirs)).toEqual([]);
    expect((await createBrowser(platform.url).open(new URL(location).pathname)).status).toBe(404);
    await mine.open(new URL(location).pathname);
    expect(listed(mine)).toEqual(['mine.pdf']);
  });

  it('takes in what was uploaded before the hour had passed, closes the form, and shows it when the form is opened again', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    await browser.open(`/${council}/draft/pages/name`);
    browser.set(bornOn);
    await browser.press('Continue');
    await browser.open(page);
    const form = uploadFormOn(browser.page);
    await platform.platform.clock.forward('PT61M');
    const { status, location } = await putFile(form, pdf('late'), 'late.pdf');
    const closed = await browser.open(new URL(location).pathname);
    browser.set(bornOn);
    await browser.press('Go on with my form');
    await browser.open(page);

    expect(status).toBe(303);
    expect(closed.heading).toBe('We closed your form to keep it private');
    expect(closed.text).toContain('We saved the page that you had open.');
    expect(listed(browser)).toEqual(['late.pdf']);
  });

  it('changes to easy words and back, and keeps what was added', async () => {
    const browser = await aForm();
    await addFile(browser, pdf('easy'), 'easy.pdf');
    const easy = await browser.press('Easy read with pictures');

    expect(easy.heading).toContain('Do you want to show us letters or photos?');
    expect(listed(browser)).toEqual(['easy.pdf']);
    expect((await browser.press('Go back to the plain words')).heading).toBe('Add photos or documents (optional)');
  });

  it('keeps what is typed elsewhere, since it stands on a page of its own', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment, { email: 'rose.okafor@example.com', conditions: ['physical'] });
    await browser.open(page);
    await addFile(browser, pdf('checked'), 'letter.pdf');
    await browser.press('Continue');
    const checked = await browser.open(`/${council}/draft/check`);

    expect(checked.text).toContain('Documents letter.pdf');
    expect(checked.text).toContain('Rose Okafor');
  });
});
