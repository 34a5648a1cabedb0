import { enterRatesBody, nationalRates } from '../../schemas/national-rates.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createNationalRates } from '../../services/work/national-rates.ts';

/** Enters a year’s national rates as a draft. Finance officers only. PUT /{council}/staff/rates/{year} */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  if (!staff.roles.includes('finance-officer')) throw problems.notYours();
  const body = jsonBody(request, enterRatesBody);
  return json(
    200,
    nationalRates,
    await createNationalRates(deps).enter(council, staff, { ...body, year: params['year'] ?? '' }),
  );
};
