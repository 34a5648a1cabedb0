import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type LinkMailTemplate,
  linkMailTemplate,
  type MailTemplate,
  mailTemplate,
  type StaffMailTemplate,
  staffMailTemplate,
} from '../../schemas/mail.ts';
import { routes } from '../../schemas/routes.ts';
import { linkEmail, personEmail, staffEmail } from '../../templates/emails/emails.ts';
import { personMail, staffMail } from './fixtures.ts';
import { promises } from './promises.ts';

const link = { council: personMail.council, url: 'https://careway.example/x', until: '10:14', form: personMail.form };

/** What a template may say, in each of its ways: to the person and to a helper, with and without copies, in each kind of review. */
const texts: Readonly<Record<string, string[]>> = Object.fromEntries([
  ...mailTemplate.options.map((name: MailTemplate) => [
    name,
    [
      personMail,
      { ...personMail, copyComes: 'by-post' as const, hadPlan: true, confirmed: true },
      { ...personMail, copyComes: 'in-format' as const, about: 'Grace' },
      { ...personMail, review: { kind: 'later' as const, dueOn: 'Tuesday 17 March 2026' } },
    ].map((mail) => personEmail(name, mail).text),
  ]),
  ...linkMailTemplate.options.map((name: LinkMailTemplate) => [name, [linkEmail(name, link).text]]),
  ...staffMailTemplate.options.map((name: StaffMailTemplate) => [name, [staffEmail(name, staffMail).text]]),
]);

/** The sentences of a mail's own message: without its greeting, its headings, its addresses and the contacts at its end. */
const sentencesOf = (text: string): string[] =>
  (text.split(/\n(See where things are|Who to contact|Triage a request)\n/)[0] ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\d\. /, ''))
    .filter((line) => /[.:]$/.test(line.trim()) && !line.startsWith('http'))
    .flatMap((line) => line.split(/(?<=[.:])\s+(?=[A-Z])/))
    .map((sentence) => sentence.trim().replace(/^\d\.\s*/, ''))
    .filter((sentence) => sentence !== '');

/** What only says how things are: it begins with what was done, or speaks of what is there. */
const tellsHowThingsAre =
  /^(A day that we gave|The day o[nr]|We (did not|were told|had |have (?!to )|got|gave|now know|know what|made|could|are sorry|do no more work)|Thank you|To keep it|This is what|It (says|is a first|takes|needs|is important)|You (asked|do not|started|, or someone)|You, or|Someone (sent|gave)|They (gave|are)|Things have|(Your|Grace’s|The) (plan|support|new plan|Key Worker|decision)|There is nothing|It is free|This is about|Someone helps|Please read it now|If you (did not ask|do not need)|All else|So |What (we do|was begun|the support)|Nothing (changes|happens|that you told us)|A complaint|An advocate|Their|If (you gave|this was)|Do nothing|First we|These tasks|The case|For this|Case )/;

describe('what mails promise', () => {
  it.each(Object.keys(promises).map((name) => ({ name })))(
    '$name has its rows, each of something that it says',
    ({ name }) => {
      const rows = promises[name as MailTemplate];
      const said = (texts[name] ?? []).join('\n');

      expect(rows.length).toBeGreaterThan(0);
      // What is said the same by many templates need not be in each of them; what is its own is.
      const own = rows.filter(({ says }) => says.test(said));
      expect(own.length).toBeGreaterThan(0);
    },
  );

  it('is in the table for every template', () => {
    expect(Object.keys(promises).toSorted()).toEqual(Object.keys(texts).toSorted());
  });

  it.each(Object.entries(texts).map(([name, said]) => ({ name, said })))(
    '$name has no sentence that promises, and that nothing keeps',
    ({ name, said }) => {
      const rows = promises[name as MailTemplate];
      const unkept = said
        .flatMap(sentencesOf)
        .filter((sentence) => !tellsHowThingsAre.test(sentence) && !rows.some(({ says }) => says.test(sentence)));

      expect([...new Set(unkept)]).toEqual([]);
    },
  );

  it('is kept by calls that are there', () => {
    const calls = Object.values(promises).flatMap((rows) =>
      rows.flatMap(({ kept }) => (typeof kept === 'object' && 'call' in kept ? [kept.call] : [])),
    );

    for (const call of new Set(calls)) {
      const route = routes.find((one) => one.call === call);
      expect(existsSync(new URL(`../../functions/${route?.site}/${call}.ts`, import.meta.url))).toBe(true);
    }
  });
});
