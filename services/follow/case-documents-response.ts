import { randomUUID } from 'node:crypto';
import { readableSize } from '../../domain/forms/documents.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { caseDocumentsPage } from '../../templates/pages/document-pages.ts';
import type { Deps } from '../deps.ts';
import { allowUpload } from '../documents/allow-upload.ts';
import { personsDocuments } from '../documents/sent-documents.ts';
import { refusals } from '../documents/uploads.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { type CaseReader, casePath } from './case-access.ts';
import { createCaseDocuments, mostWaiting } from './case-documents.ts';

/** The documents of a case: those that we have, those that wait to be sent, and a form for one more while the case is open. */
export const caseDocumentsResponse = async (
  deps: Deps,
  { council, query }: CouncilRequest,
  reader: CaseReader,
): Promise<SiteResponse> => {
  const { careCase, session } = reader;
  const documents = createCaseDocuments(deps);
  const [records, waiting] = await Promise.all([
    deps.store.records(careCase.council, careCase.reference, 'document'),
    documents.waiting(reader),
  ]);
  const backTo = (upload: string): string => `${deps.siteUrl}${casePath(careCase, `documents/uploaded/${upload}`)}`;
  const mayAdd = careCase.closed === undefined && waiting.length < mostWaiting;
  const upload = mayAdd ? await documents.form(reader, backTo) : undefined;
  const given = await Promise.all(
    personsDocuments(records).map(async ({ id, name, size, at, key }) => ({
      id,
      name,
      size: readableSize(size),
      on: readableDate(londonDate(at)),
      scan: await deps.documents.scan(key),
    })),
  );
  const html = caseDocumentsPage({
    council,
    reference: careCase.reference,
    csrf: session.csrf,
    submissionKey: randomUUID(),
    given: given.toReversed(),
    held: waiting.map(({ id, name, size }) => ({ id, name, size: readableSize(size) })),
    most: mostWaiting,
    closed: careCase.closed !== undefined,
    upload,
    refused: refusals.find((one) => one === query['file']),
  });
  return allowUpload(page(200, html), upload);
};
