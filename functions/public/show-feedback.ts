import { askForFeedback } from '../../services/web/page-feedback.ts';
import type { CouncilCall } from '../../services/web/site.ts';

/** The page on which somebody says what is wrong with another. GET /{council}/feedback?about= */
export const call: CouncilCall = (deps) => async (request) => askForFeedback(deps, request);
