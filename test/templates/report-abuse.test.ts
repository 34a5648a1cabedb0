import { describe, expect, it } from 'vitest';
import type { Council } from '../../schemas/council.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseLinkAskedPage } from '../../templates/pages/case-pages.ts';
import { stopPage } from '../../templates/pages/draft-pages.ts';
import { helpPage } from '../../templates/pages/information-pages.ts';
import { printFormPage } from '../../templates/pages/print-form.ts';
import { linkAskedPage, savedDraftPage } from '../../templates/pages/return-pages.ts';
import { everyCouncilHere } from './every-page.ts';
import { readableText } from './page-inputs.ts';

const numbers: Council['safeguarding'] = {
  byDay: { phone: '01632 960111', hours: 'Monday to Friday, 9am to 5pm' },
  outOfHours: { phone: '01632 960222' },
  status: 'example',
  source: 'A number for this test',
};
const stop = (council: Council): string => {
  const exit = needsAssessment.exits.find(({ id }) => id === 'report-abuse');
  if (exit === undefined) throw new Error('There is no such exit');
  return stopPage({
    council,
    form: needsAssessment,
    answers: {},
    exit,
    change: '/',
    keptUntil: 'Monday 16 March 2026',
  });
};
const text = (html: string): string => readableText(html.slice(html.indexOf('<main'), html.indexOf('</main>')));
const pages = everyCouncilHere.flatMap((council) => [
  { slug: council.slug, council, page: 'the page where a form stops', draw: stop },
  { slug: council.slug, council, page: 'help', draw: (of: Council) => helpPage({ council: of }) },
]);

describe('whom to call about abuse', () => {
  it.each(pages)('$page of $slug gives the numbers by day and at night where the council has given them', (of) => {
    const shown = text(of.draw({ ...of.council, safeguarding: numbers }));

    expect(shown).toContain('01632 960111 (Monday to Friday, 9am to 5pm)');
    expect(shown).toMatch(/At night, at weekends and on bank holidays: ?phone 01632 960222/);
    expect(shown).not.toContain('has not given us a number');
  });

  it.each(everyCouncilHere)(
    'stops somebody in $slug with what to do, first of all, and never with what not to do',
    (council) => {
      const shown = text(stop({ ...council, safeguarding: numbers }));

      expect(shown).not.toContain('Do not use this form');
      expect(shown.indexOf('Call our safeguarding team')).toBeLessThan(shown.indexOf('01632 960111'));
      expect(shown.indexOf('01632 960111')).toBeLessThan(shown.indexOf('What you typed is kept until'));
    },
  );

  it.each(pages)('$page of $slug says plainly which number the council has still to give, and whom to call', (of) => {
    const shown = text(of.draw(of.council));

    expect(shown).toMatch(/has not given us a (phone )?number (just for this|yet)/);
    expect(shown).toContain(of.council.contact.phone ?? 'The council has not given us a phone number yet');
    expect(shown).toMatch(/call the police on 101 ?\. They answer day and night/);
    expect(shown).toContain('999');
  });

  it.each(everyCouncilHere)('$slug has no number without saying where it comes from', ({ safeguarding }) => {
    expect(safeguarding === undefined || safeguarding.source.length > 10).toBe(true);
  });
});

describe('a page that speaks of a link', () => {
  const [council] = everyCouncilHere;
  if (council === undefined) throw new Error('There is no council');
  const address = 'rose@example.com';

  it.each([linkAskedPage({ council, address }), caseLinkAskedPage({ council, address })])(
    'promises none that may not have been sent, says when to expect it, and what to do without it',
    (html) => {
      expect(html).not.toContain('have sent a link');
      expect(html).toMatch(/If .*rose@example.com, we are sending a link to it/);
      expect(html).toContain('within 10 minutes');
      expect(html).toContain('the newest one that you have still works');
      expect(html).toContain('You do not need a link for that');
    },
  );

  it('says what became of it to whoever has the form open', () => {
    const saved = (outcome: Parameters<typeof savedDraftPage>[0]['outcome']) =>
      savedDraftPage({ council, address, outcome, keptUntil: 'Monday 16 March 2026' });

    expect(saved('sent')).toContain('We have sent a link to rose@example.com');
    for (const other of ['not-sent', 'refused', 'later'] as const) expect(saved(other)).not.toContain('We have sent');
  });
});

describe('a form on paper', () => {
  it.each(everyCouncilHere)('of $slug has the numbers themselves, since paper has no links', (council) => {
    const form = { form: needsAssessment, time: 'about 30 minutes', voice: 'me', large: false } as const;
    const shown = text(printFormPage({ council: { ...council, safeguarding: numbers }, ...form }));

    expect(shown).toContain('call. Do not wait for this form.');
    expect(shown).toContain('01632 960111');
    expect(shown).toContain('01632 960222');
    expect(shown).toContain('999');
  });
});
