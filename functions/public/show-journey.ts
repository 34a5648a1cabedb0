import { journeyDrawn } from '../../services/apply/journey-drawn.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';

/** The council's journey, drawn from its own state machine and settings, with times. GET /{council}/journey */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, journeyDrawn(council));
