import { copyPage } from '../../templates/pages/case-pages.ts';
import { forReaders, noteRead } from '../common/case-access.ts';
import { readCopy } from '../common/case-copies.ts';
import { page } from '../common/site.ts';

/** A copy of what is recorded, as a page. That it was read is kept. GET /{council}/case/{reference}/copies/{id} */
export const call = forReaders((deps) => async ({ council, params }, reader) => {
  const { reference } = reader.careCase;
  const copy = await readCopy(deps, council, reference, params['id']);
  await noteRead(deps, reader, 'copy-read', copy.id);
  return page(200, copyPage({ council, reference, copy }));
});
