import { accessibilityPage } from '../../templates/pages/information-pages.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** The accessibility statement. GET /{council}/accessibility */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, accessibilityPage({ council }));
