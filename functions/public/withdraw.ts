import { maySign } from '../../domain/journey/case-following.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { createClosing } from '../../services/work/closing.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';

/** Closes the case at the person's wish; open work is taken back. POST /{council}/case/{reference}/withdraw */
export const call = forPosts((deps) => async ({ council }, { careCase, as, helper, actor }) => {
  const { reference } = careCase;
  // Whoever helps may not end another's care: the person does it, or a member of staff who has spoken with them.
  if (!maySign(as, helper)) throw problems.notYours();
  try {
    await createClosing(deps)(careCase, 'withdrawn', actor, { tells: true });
  } catch (error) {
    if (error instanceof CarewayError) throw problems.busy();
    throw error;
  }
  const lines = ['We have closed your case.', 'You can ask for help again at any time.'];
  return page(200, doneOnCasePage({ council, reference, heading: 'Your request is withdrawn', lines }));
});
