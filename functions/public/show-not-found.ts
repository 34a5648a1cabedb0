import { problems } from '../../services/runtime/problems.ts';
import type { CouncilCall } from '../../services/web/site.ts';

/** What a mistyped address under a council gets: a page, where API Gateway's own answer is for programs. GET /{council}/{rest+} */
export const call: CouncilCall = () => async () => {
  throw problems.notFound();
};
