import { ratesView } from '../../schemas/national-rates.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { mayConfirmRates } from '../../services/work/national-rates.ts';

/** The national rates that staff have entered, drafts and confirmed ones. GET /{council}/staff/rates */
export const call: StaffCall =
  ({ store }) =>
  async ({ staff }) => {
    if (!mayConfirmRates.some((role) => staff.roles.includes(role))) throw problems.notYours();
    return json(200, ratesView, { rates: await store.nationalRates() });
  };
