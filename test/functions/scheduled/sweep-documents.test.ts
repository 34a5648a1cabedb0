import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSweepDocuments } from '../../../functions/scheduled/sweep-documents.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { pdf, png } from '../../support/files.ts';
import { openCase, signedIn } from '../../support/followed-case.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { addFile, putFile, uploadFormOn } from '../../support/uploads.ts';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const page = `/${council}/draft/pages/documents`;
const kept = async (): Promise<number> =>
  (await platform.platform.s3.objects.keys()).filter((key) => key.startsWith('documents/')).length;
const sweep = () => createSweepDocuments(platform.deps)();
const forward = (duration: string) => platform.platform.clock.forward(duration);

const aForm = async (): Promise<Browser> => {
  const browser = createBrowser(platform.url);
  await begin(browser, needsAssessment);
  await browser.open(page);
  return browser;
};

describe('sweepDocuments', () => {
  it('keeps the documents of a form for its 30 days, and deletes them on the day after', async () => {
    await addFile(await aForm(), pdf(), 'letter.pdf');

    await forward('P30D');
    const onTheLastDay = await kept();
    await forward('P1D');

    expect([onTheLastDay, await kept()]).toEqual([1, 0]);
  });

  it('keeps them longer where the form is gone on with', async () => {
    const browser = await aForm();
    await addFile(browser, pdf(), 'letter.pdf');
    await forward('PT30M');
    await browser.open(page);
    await forward('P30D');

    expect(await kept()).toBe(1);
  });

  it('never deletes what a case holds, however old the form is', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment, { email: 'rose.okafor@example.com', conditions: ['physical'] });
    await browser.open(page);
    await addFile(browser, pdf(), 'letter.pdf');
    await forward('PT10M');
    await browser.open(`/${council}/draft/check`);
    await browser.press(needsAssessment.send);
    await forward('P60D');

    expect(await kept()).toBe(1);
    expect(await sweep()).toEqual({ deleted: 0, done: true });
  });

  it('deletes the next day what a crash has left that nobody lists', async () => {
    const browser = await aForm();
    const { location } = await putFile(uploadFormOn(browser.page), pdf(), 'letter.pdf');
    const { items } = platform.deps.store;
    const { put } = items;
    // The process ends where the draft is written: the pointer and the object are there by then.
    Object.assign(items, {
      put: (item: Parameters<typeof put>[0], version: number) =>
        item.sk === 'DRAFT' ? Promise.reject(new Error('killed')) : put(item, version),
    });
    const crashed = await browser.open(new URL(location).pathname);
    Object.assign(items, { put });
    const left = await kept();
    await forward('P1D');

    expect(crashed.status).toBe(500);
    expect([left, await kept()]).toEqual([1, 0]);
  });

  it('gives a person whose upload met a crash the document all the same, when the page is loaded again', async () => {
    const browser = await aForm();
    const { location } = await putFile(uploadFormOn(browser.page), pdf(), 'letter.pdf');
    const { documents } = platform.deps;
    const { remove } = documents;
    Object.assign(documents, { remove: () => Promise.reject(new Error('killed')) });
    await browser.open(new URL(location).pathname);
    Object.assign(documents, { remove });
    const again = await browser.open(new URL(location).pathname);

    expect(again.text).toContain('letter.pdf');
    expect(again.html.match(/careway-documents__item/g)).toHaveLength(1);
    expect(await platform.platform.s3.objects.keys()).toHaveLength(1);
  });

  it('deletes what waited in a case and was not sent for 30 days', async () => {
    const reference = await openCase(platform);
    const browser = await signedIn(platform);
    await browser.open(`/${council}/case/${reference}/documents`);
    await addFile(browser, png(), 'photo.png');

    await forward('P30D');
    const onTheLastDay = await kept();
    await forward('P1D');

    expect([onTheLastDay, await kept()]).toEqual([1, 0]);
  });

  it('leaves what it could not delete for the next day', async () => {
    const browser = await aForm();
    await addFile(browser, pdf(), 'letter.pdf');
    const { documents } = platform.deps;
    const { remove } = documents;
    Object.assign(documents, { remove: () => Promise.reject(new Error('out of reach')) });
    await forward('P32D');
    const left = await kept();
    Object.assign(documents, { remove });
    await forward('P1D');

    expect([left, await kept()]).toEqual([1, 0]);
    expect(platform.errors.length).toBeGreaterThan(0);
  });
});
