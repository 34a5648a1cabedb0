import { readPage } from '../../schemas/answers.ts';
import { rowsOn, seeOther, todayIn } from '../../services/apply/draft-calls.ts';
import { valuesOn } from '../../services/apply/unfinished-pages.ts';
import { forReaders } from '../../services/follow/case-access.ts';
import { stepOf, walkCall, walkPath } from '../../services/follow/case-walk.ts';
import { stepResponse } from '../../services/follow/walk-pages.ts';

/**
 * One page of questions of a form of a case, with what was answered or typed before. GET /{council}/case/{reference}/ask/{form}/pages/{page}
 *
 * `?wrong=yes` says what is wrong with it, and `?rows=guests.3` has so many rows.
 */
export const call = forReaders(
  walkCall((deps, walk) => {
    const { form, kept, request } = walk;
    const visit = stepOf(walk, request.params['page'] ?? '');
    if (visit === undefined) return seeOther(walkPath(walk));
    const { query } = request;
    const values = valuesOn(kept, visit);
    const own = Object.fromEntries(visit.questions.map(({ id }) => [id, values[id]]));
    const read = query['wrong'] === 'yes' ? readPage(form, visit.page.id, todayIn(deps), kept.answers, own) : undefined;
    const problems = read === undefined || read.ok ? [] : read.problems;
    const rows = rowsOn(visit, values, query['rows']);
    const change = query['change'] === 'yes';
    return stepResponse(walk, visit, problems.length > 0 ? 400 : 200, { problems, rows, change });
  }),
);
