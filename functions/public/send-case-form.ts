import { seeOther } from '../../services/apply/draft-calls.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { walkCall, walkPath } from '../../services/follow/case-walk.ts';
import { createKeptCaseForms } from '../../services/follow/kept-case-forms.ts';
import { sendWalk } from '../../services/follow/send-walk.ts';

/**
 * Sends a form of a case with the answers that are kept, or deletes what was begun of it. POST /{council}/case/{reference}/ask/{form}
 *
 * The key of the page where the answers were checked says which beginning is meant: what was sent from another window is not sent again.
 */
export const call = forPosts(
  walkCall(async (deps, walk, fields) => {
    if (fields.get('action') === 'anew') {
      await createKeptCaseForms(deps).drop(walk.reader, walk.form.id);
      return seeOther(walkPath(walk));
    }
    if (walk.kept.version === 0) return seeOther(walkPath(walk, '/sent'));
    return fields.get('submissionKey') === walk.kept.key ? sendWalk(deps, walk) : seeOther(walkPath(walk, '/check'));
  }),
);
