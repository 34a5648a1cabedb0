import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { giveReasonBody, restrictBody } from '../../schemas/access.ts';
import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import { keepAsNoteBody, savePersonBody } from '../../schemas/api.ts';
import { detailsBody } from '../../schemas/contact.ts';
import { typedSearch } from '../../schemas/find.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { caseNote } from '../../schemas/forms/case-note.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { writtenText } from '../../schemas/posted-fields.ts';
import { taskNoteBody, waitBody } from '../../schemas/task-calls.ts';

const questionOf = (form: Form, id: string) => {
  const found = questionsOf(form).find(({ question }) => question.id === id)?.question;
  if (found === undefined) throw new Error(`The form does not ask ${id}`);
  return found;
};
const name = questionOf(needsAssessment, 'firstName');
const email = questionOf(needsAssessment, 'email');
const note = questionOf(caseNote, 'decided');

const invisible = [
  { what: 'a zero-width space', of: '\u200B' },
  { what: 'joiners alone', of: '\u200C\u200D' },
  { what: 'marks of a direction', of: '\u200E\u200F\u202A\u202C\u061C' },
  { what: 'isolating marks alone', of: '\u2066\u2069' },
  { what: 'no-break spaces', of: '\u00A0\u202F' },
  { what: 'soft hyphens', of: '\u00AD' },
  { what: 'Hangul fillers', of: '\u3164\u115F\u1160\uFFA0' },
  { what: 'a braille blank', of: '\u2800' },
  { what: 'a byte order mark', of: '\uFEFF' },
  { what: 'word joiners', of: '\u2060\u2063' },
  { what: 'a Mongolian separator', of: '\u180E' },
  { what: 'tags', of: '\u{E0041}' },
  { what: 'all of them', of: ' \u200B\u3164\u00A0\u2800\u200F ' },
];

describe('a text that was typed', () => {
  it.each(invisible)('is empty where it is $what', ({ of }) => {
    expect(tidied(name, of)).toBeUndefined();
    expect(typedSearch.parse({ words: of }).words).toBe('');
  });

  it.each(invisible.filter(({ what }) => !/alone|no-break|all of/.test(what)))('loses $what', ({ of }) => {
    expect(tidied(name, `Ro${of}se${of}`)).toBe('Rose');
  });

  it.each(['نی‌لوفر', 'ক্‍ষ', '👩‍🦽', 'José'])('%s stays as it is', (text) => {
    expect(tidied(name, text)).toBe(text);
  });
});

describe('what staff and programs send', () => {
  const unseen = '\u200B\u3164\u00A0\u2800\u200F';
  const of = (text: string): readonly { what: string; schema: z.ZodType; body: object }[] => [
    { what: 'a written text', schema: z.object({ text: writtenText('the text') }), body: { text } },
    { what: 'a kept text', schema: keepAsNoteBody, body: { text } },
    { what: 'a note beside a task', schema: taskNoteBody, body: { text } },
    { what: 'a reason to look', schema: giveReasonBody, body: { kind: 'other', says: text } },
    { what: 'a reason to restrict', schema: restrictBody, body: { to: [], reason: text } },
  ];

  it.each(of(`${unseen}${unseen}${unseen}`))('$what of what nobody sees is empty', ({ schema, body }) => {
    expect(schema.safeParse(body).success).toBe(false);
  });

  it.each(of(`\uFEFFAsk\u200B the family \r\nfirst\u3164`))('$what loses what nobody sees', ({ schema, body }) => {
    expect(Object.values(Object(schema.parse(body)))).toContain('Ask the family \nfirst');
  });

  it('are details and the note of a wait too', () => {
    expect(detailsBody.parse({ firstName: `Ro${unseen}se` }).firstName).not.toContain('\u3164');
    const wait = { version: 1, for: waitBody.shape.for.options[0], until: '2026-02-01', note: unseen };
    expect(waitBody.parse(wait).note).toBe('');
  });

  it('are case notes too', () => {
    expect(tidied(note, unseen)).toBeUndefined();
  });
});

describe('an email address', () => {
  it.each([
    { typed: 'rose@example.com.', is: 'rose@example.com' },
    { typed: ' rose@example.com. ', is: 'rose@example.com' },
    { typed: 'o’neil@example.com', is: "o'neil@example.com" },
    { typed: 'o‘neil@exam\u200Bple.com', is: "o'neil@example.com" },
    { typed: "o'neil@example.com", is: "o'neil@example.com" },
  ])('$typed is put right: $is', ({ typed, is }) => {
    const asked = tidied(email, typed);

    expect(kindSchema(email, () => '2026-01-05').parse(asked)).toBe(is);
    expect(savePersonBody.parse({ name: 'Rose', email: typed, roles: ['manager'] }).email).toBe(is);
  });
});

describe('an apostrophe', () => {
  it('is straight in a name, however the telephone writes it', () => {
    expect(tidied(name, 'O’Neil')).toBe("O'Neil");
    expect(detailsBody.parse({ lastName: 'O’Neil' }).lastName).toBe("O'Neil");
    expect(savePersonBody.parse({ name: 'Ann O’Neil', email: 'a@example.com', roles: ['manager'] }).name).toBe(
      "Ann O'Neil",
    );
  });

  it('stays as it was typed in a text', () => {
    expect(tidied(note, 'It’s Rose’s')).toBe('It’s Rose’s');
  });
});
