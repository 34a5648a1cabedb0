import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactOf } from '../../../domain/journey/persons.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type CaseReference, councilSlug } from '../../../schemas/scalars.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const minutesLater = (minutes: number) => platform.platform.clock.forward({ minutes });
const referencesOn = (text: string) =>
  [...text.matchAll(/\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/g)].map(([found]) => found as CaseReference);
const whole = async (reference: CaseReference | undefined) => {
  const found = reference && (await platform.deps.store.whole(slug, reference));
  if (!found) throw new Error(`No case ${reference}`);
  return found;
};

describe('a whole application', () => {
  const journeys = [needsAssessment, carersAssessment, jointAssessment].flatMap((form) => [
    { id: form.id, who: 'oneself', form, overrides: { filledInBy: 'me' } },
    {
      id: form.id,
      who: 'someone else',
      form,
      overrides: { filledInBy: 'helper', helperEmail: 'ada@example.com', updatesTo: ['helper'] },
    },
  ]);

  it.each(journeys)(
    'with $id for $who opens its case',
    async ({ form, overrides, who }) => {
      const browser = createBrowser(platform.url);
      await begin(browser, form);
      const pages = await fillIn(browser, form, overrides);
      await minutesLater(20);

      const sent = await browser.press(form.send);

      expect(pages).toBeGreaterThan(15);
      expect(sent).toMatchObject({ status: 200, path: '/leicestershire/draft/sent' });
      const [reference, carerReference] = referencesOn(sent.text);
      const opened = await whole(reference);
      expect(opened.case).toMatchObject({
        kind: form.id === 'carers-assessment' ? 'carer' : 'needs',
        stage: 'received',
        updatesTo: [who === 'oneself' ? 'person' : 'helper'],
      });
      // What the page says of an email to confirm is what the case knows.
      const of = { careCase: opened.case, person: opened.person };
      const asks = opened.case.updatesTo.some((one) => contactOf(of, one)?.email !== undefined);
      expect(sent.text.includes('Check your email')).toBe(asks);
      expect(contactOf(of, 'helper')?.firstName).toBe(who === 'oneself' ? undefined : 'Ada');
      if (form.id !== 'joint-assessment') expect(carerReference).toBeUndefined();
      else {
        const carers = await whole(carerReference);
        expect(carers.case).toMatchObject({ kind: 'carer', jointWith: reference, caresFor: opened.person.id });
        expect(opened.case).toMatchObject({ jointWith: carerReference });
        expect([opened.person.firstName, carers.person.firstName]).toEqual(['Rose', 'Ada']);
        const [ofPerson, ofCarer] = [opened, carers].map(({ records }) => JSON.stringify(records));
        expect(ofPerson).not.toContain('carerWillingToCare');
        expect(ofCarer).not.toContain('looksAfter');
      }
      await platform.settle();
      expect((await whole(reference)).tasks.map(({ kind, status }) => [kind, status])).toContainEqual([
        'triage-request',
        'open',
      ]);
    },
    60_000,
  );
});
