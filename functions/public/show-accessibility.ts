import { type CouncilCall, page } from '../../services/web/site.ts';
import { accessibilityPage } from '../../templates/pages/information-pages.ts';

/** The accessibility statement. GET /{council}/accessibility */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, accessibilityPage({ council }));
