import { exitsReached } from '../../schemas/form-conditions.ts';
import { seeOther, todayIn } from '../../services/apply/draft-calls.ts';
import { typedPage } from '../../services/apply/typed-page.ts';
import { leftHalfFilled } from '../../services/apply/unfinished-pages.ts';
import type { Deps } from '../../services/deps.ts';
import { casePath, forPosts, toSignIn } from '../../services/follow/case-access.ts';
import { type CaseWalk, isOnePage, stepOf, stepPath, walkCall, walkPath } from '../../services/follow/case-walk.ts';
import { createKeptCaseForms } from '../../services/follow/kept-case-forms.ts';
import { raiseWorry } from '../../services/follow/raise-worry.ts';
import { sendWalk } from '../../services/follow/send-walk.ts';
import { nextStep, stepResponse } from '../../services/follow/walk-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import type { SiteResponse } from '../../services/web/site.ts';
import { readFields } from '../../templates/pages/form-values.ts';

const anew = 'You have signed in anew since this page was shown. What you typed is below. Check it and send it again.';

/** A page as it was posted, with the walk as it is kept now; undefined where the answers do not lead to it any more. */
const postedOn = (walk: CaseWalk, fields: URLSearchParams) => {
  const visit = stepOf(walk, walk.request.params['page'] ?? '');
  return visit && { visit, given: readFields(visit.questions, fields), fields };
};

/** The walk as somebody else left it meanwhile. */
const again = async (deps: Deps, walk: CaseWalk): Promise<CaseWalk> => ({
  ...walk,
  kept: await createKeptCaseForms(deps).of(walk.reader, walk.form, walk.kept.about),
});

const goOn = async (deps: Deps, walk: CaseWalk, fields: URLSearchParams, change: boolean): Promise<SiteResponse> => {
  const { reader, form, kept, request } = walk;
  const visit = stepOf(walk, request.params['page'] ?? '');
  if (exitsReached(form, kept.answers).length > 0) {
    // Said again, it is said anew: what was looked into before does not stand for it.
    await raiseWorry(deps, reader, form, `${kept.key}-${kept.version}`);
    return seeOther(walkPath(walk, '/stop'));
  }
  if (fields.get('action') === 'later') return seeOther(casePath(reader.careCase));
  return isOnePage(form) ? sendWalk(deps, walk) : seeOther(nextStep(walk, visit, change));
};

/**
 * Keeps one page and goes on; what is not right is kept as it was typed, and shown by an address of its own with what is wrong. A form of one page is
 * sent by it. POST /{council}/case/{reference}/ask/{form}/pages/{page}
 *
 * A page that is sent after the hour is kept too, and only then is whoever sent it asked to sign in.
 */
export const call = forPosts(
  walkCall(async (deps, opened, fields) => {
    const kept = createKeptCaseForms(deps);
    const change = fields.get('change') === 'yes';
    let walk = opened;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const posted = postedOn(walk, fields);
      if (posted === undefined) return seeOther(walkPath(walk));
      // A page that was sent once and comes again, by a second press or a slow line, is on its way already.
      if (isOnePage(walk.form) && fields.get('submissionKey') !== walk.kept.key && walk.kept.version === 0) {
        const before = fields.get('submissionKey') ?? '';
        if (before !== '') walk = { ...walk, kept: { ...walk.kept, key: before } };
      }
      const outcome = typedPage(walk.form, walk.kept, posted, {
        today: todayIn(deps),
        bytes: Buffer.byteLength(walk.request.body),
      });
      if ('status' in outcome) {
        const { status, ...rest } = outcome;
        return stepResponse(walk, posted.visit, status, { ...rest, change, values: posted.given });
      }
      const saved = await kept.save(walk.reader, outcome.kept);
      if (saved) {
        walk = { ...walk, kept: saved };
        const here = (query: string) =>
          seeOther(stepPath(walk, posted.visit.page.id, `${change ? 'change=yes&' : ''}${query}`));
        if (outcome.then === 'wrong') return here('wrong=yes');
        if (typeof outcome.then === 'object') return here(`rows=${outcome.then.rows}`);
        return goOn(deps, walk, fields, change);
      }
      walk = await again(deps, walk);
    }
    throw problems.busy();
  }),
  {
    ended: walkCall(async (deps, opened, fields) => {
      let walk = opened;
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const posted = postedOn(walk, fields);
        if (posted === undefined || Object.keys(posted.given).length === 0) break;
        const typed = leftHalfFilled(walk.kept, posted.visit.page.id, posted.given);
        if (await createKeptCaseForms(deps).save(walk.reader, typed)) break;
        walk = await again(deps, walk);
      }
      return toSignIn(walk.request.council.slug, 'kept');
    }),
    notOurs: walkCall((_deps, walk, fields) => {
      const posted = postedOn(walk, fields);
      if (posted === undefined) return seeOther(walkPath(walk));
      return stepResponse(walk, posted.visit, 403, { values: posted.given, notice: anew });
    }),
  },
);
