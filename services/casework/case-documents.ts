import { partOfRecord } from '../../domain/access/part-of.ts';
import { readableSize } from '../../domain/forms/documents.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { documentTypes } from '../../schemas/documents.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import type { Deps } from '../deps.ts';
import { givenDocuments } from '../documents/sent-documents.ts';
import { copiesOf, copyDay } from '../follow/case-copies.ts';
import type { Scan } from '../store/document-store.ts';
import type { StaffRequest } from '../web/site.ts';
import type { OpenedCase } from './case-frame.ts';
import { isCasePage, staffCasePath } from './case-sections.ts';
import { addedByStaff } from './staff-documents.ts';
import { whoDidIt } from './who-did-it.ts';

const scanned: Readonly<Record<Scan, string>> = {
  clear: 'Checked, and safe to open',
  'being-checked': 'Being checked for harmful software',
  'not-safe': 'Not safe: harmful software was found',
  'not-checked': 'Could not be checked, so it is not given out',
};

/** The questions that ask for documents, by their ids: what each is called. */
const asked = (): ReadonlyMap<string, string> =>
  new Map(
    [...everyForm, ...requestForms.values()].flatMap((form) =>
      questionsOf(form).flatMap(({ question }) => (question.type === 'file' ? [[question.id, question.name]] : [])),
    ),
  );

/** What the documents section shows: what was uploaded, by whom and whether it is safe; and the copies and letters that the person has. */
export const documentsView = async (deps: Deps, { council }: StaffRequest, opened: OpenedCase) => {
  const { case: careCase, records } = opened;
  const given = givenDocuments(records).toReversed();
  const [who, scans] = await Promise.all([
    whoDidIt(
      deps,
      council,
      opened,
      given.map(({ by }) => by),
    ),
    Promise.all(given.map(({ key }) => deps.documents.scan(key))),
  ]);
  const names = asked();
  return {
    add: isCasePage('documents/add') ? staffCasePath(careCase, 'documents/add') : '',
    documents: given.map(({ id, name, size, type, question, at, by }, index) => {
      const scan = scans[index] ?? 'not-checked';
      return {
        name,
        href: scan === 'clear' ? staffCasePath(careCase, `documents/${id}`) : '',
        about: `${documentTypes[type].words}, ${readableSize(size)}`,
        question: question === addedByStaff ? 'Added by staff' : (names.get(question) ?? ''),
        who: who(by).name,
        when: readableDate(londonDate(at)),
        scan: scanned[scan],
      };
    }),
    copies: copiesOf(
      council,
      records.filter((record) => opened.may(partOfRecord(record))),
    ).map(({ id, title }) => ({
      title,
      when: readableDate(londonDate(copyDay(records, id))),
      read: isCasePage('copies/{id}/read') ? staffCasePath(careCase, `copies/${id}/read`) : '',
      pdf: staffCasePath(careCase, `copies/${id}`),
      large: `${staffCasePath(careCase, `copies/${id}`)}?print=large`,
    })),
  };
};
