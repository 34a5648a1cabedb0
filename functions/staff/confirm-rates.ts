import { confirmRatesBody, nationalRates } from '../../schemas/national-rates.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createNationalRates, mayConfirmRates } from '../../services/work/national-rates.ts';

/** Confirms a draft of national rates that someone else has entered. POST /{council}/staff/rates/{year}/confirm */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  const role = mayConfirmRates.find((one) => staff.roles.includes(one));
  if (role === undefined) throw problems.notYours();
  const { version } = jsonBody(request, confirmRatesBody);
  return json(
    200,
    nationalRates,
    await createNationalRates(deps).confirm(council, staff, role, { year: params['year'] ?? '', version }),
  );
};
