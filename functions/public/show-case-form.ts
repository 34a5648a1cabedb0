import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forReaders } from '../../services/follow/case-access.ts';
import { isOnePage, stepPath, walkCall, walkPath } from '../../services/follow/case-walk.ts';
import { nextStep } from '../../services/follow/walk-pages.ts';
import { page } from '../../services/web/site.ts';
import { caseFormStartPage } from '../../templates/pages/case-form-pages.ts';

/**
 * Something to ask or to tell us: what it is, and where to begin or to go on. A form of one page is that page, and a plan is answered from where it
 * is read. GET /{council}/case/{reference}/ask/{form}
 */
export const call = forReaders(
  walkCall((_deps, walk) => {
    const { request, reader, form, kept } = walk;
    const [first] = form.sections.flatMap(({ pages }) => pages);
    if (first === undefined || form.id === planAnswerForm.id) return seeOther(casePath(reader.careCase, 'plan'));
    if (isOnePage(form)) return seeOther(stepPath(walk, first.id));
    return page(
      200,
      caseFormStartPage({
        council: request.council,
        csrf: reader.session.csrf,
        form,
        next: nextStep(walk, undefined, false),
        back: casePath(reader.careCase),
        action: walkPath(walk),
        begunOn: kept.version === 0 ? '' : readableDate(londonDate(kept.startedAt)),
        keptUntil: readableDate(kept.keptUntil),
      }),
    );
  }),
);
