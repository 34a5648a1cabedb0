import { forReaders, noteRead } from '../../services/follow/case-access.ts';
import { readCopy } from '../../services/follow/case-copies.ts';
import { file } from '../../services/web/site.ts';
import { withWordsExplained } from '../../templates/documents/document.ts';

/** The same copy as tagged PDF. GET /{council}/case/{reference}/copies/{id}/pdf */
export const call = forReaders((deps) => async ({ council, params }, reader) => {
  const { reference } = reader.careCase;
  const copy = await readCopy(deps, council, reference, params['id']);
  // Loaded when it is needed: the library and its fonts weigh more than the rest of the site.
  const { copyPdf } = await import('../../templates/documents/pdf.ts');
  const pdf = await copyPdf(withWordsExplained(copy, council), new Date(deps.clock.now()), council);
  await noteRead(deps, reader, 'copy-downloaded', copy.id);
  return file('application/pdf', pdf, `${reference}-${copy.id.replaceAll('.', '-')}.pdf`);
});
