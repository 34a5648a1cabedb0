import { journeyDrawn } from '../../services/apply/journey-drawn.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';

/** The council's journey, drawn from its own state machine and settings, with times. GET /{council}/journey?of= */
export const call: CouncilCall =
  () =>
  async ({ council, query }) =>
    page(200, journeyDrawn(council, query['of']));
