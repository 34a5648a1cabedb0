import { withdrawal } from '../../domain/journey/withdrawal.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forReaders } from '../../services/follow/case-access.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { withdrawPage } from '../../templates/pages/case-pages.ts';

/**
 * Asks whether to withdraw, and says what it means; who has support is led to the form that asks for its end.
 * GET /{council}/case/{reference}/withdraw
 */
export const call = forReaders((deps) => async ({ council }, { careCase, person, session }) => {
  if (careCase.closed) return seeOther(casePath(careCase));
  const whole = await deps.store.whole(careCase.council, careCase.reference);
  if (whole === undefined) throw problems.notFound();
  return withdrawal(whole, person) === 'ask-to-end'
    ? seeOther(casePath(careCase, 'ask/end-support'))
    : page(200, withdrawPage({ council, reference: careCase.reference, csrf: session.csrf }));
});
