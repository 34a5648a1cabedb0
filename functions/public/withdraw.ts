import { maySign } from '../../domain/journey/case-following.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { createWithdrawing, type Withdrawn } from '../../services/work/withdrawing.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';

/** What the person reads; nothing in it tells a reader over their shoulder why a case is not closed at once. */
const words: Readonly<Record<Withdrawn, { heading: string; lines: string[] }>> = {
  closed: {
    heading: 'Your request is withdrawn',
    lines: ['We have closed your case.', 'You can ask for help again at any time.'],
  },
  considered: {
    heading: 'We have your message',
    lines: ['We check a few things before we close a case. We tell you when that is done.'],
  },
  'asked-to-end': {
    heading: 'We have your message',
    lines: ['Your support goes on for now. We talk with you first, and then tell you in writing what follows.'],
  },
};

/**
 * Withdraws the request: closes the case and takes open work back, or gives it to staff to look at first.
 * POST /{council}/case/{reference}/withdraw
 */
export const call = forPosts((deps) => async ({ council }, { careCase, as, helper, actor }) => {
  const { reference } = careCase;
  // Whoever helps may not end another's care: the person does it, or a member of staff who has spoken with them.
  if (!maySign(as, helper)) throw problems.notYours();
  const done = await createWithdrawing(deps)({ careCase, actor });
  return page(200, doneOnCasePage({ council, reference, ...words[done] }));
});
