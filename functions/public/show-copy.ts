import { forReaders, noteRead } from '../../services/follow/case-access.ts';
import { readCopy } from '../../services/follow/case-copies.ts';
import { page } from '../../services/web/site.ts';
import { copyPage } from '../../templates/pages/case-pages.ts';

/** A copy of what is recorded, as a page. That it was read is kept. GET /{council}/case/{reference}/copies/{id} */
export const call = forReaders((deps) => async ({ council, params }, reader) => {
  const { reference } = reader.careCase;
  const copy = await readCopy(deps, council, reference, params['id']);
  await noteRead(deps, reader, 'copy-read', copy.id);
  return page(200, copyPage({ council, reference, copy }));
});
