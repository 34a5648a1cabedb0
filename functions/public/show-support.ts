import { supportDirectory } from '../../services/apply/support-directory.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';

/** What help there is in the council's area, with a search that needs no script. GET /{council}/support?words=&outcome=&for= */
export const call: CouncilCall =
  () =>
  async ({ council, query }) =>
    page(200, supportDirectory(await supportOf(council.slug), council, query));
