import { openApi } from '../common/openapi.ts';
import type { AnyCall } from '../common/site.ts';

/** The OpenAPI 3.1 document of this deployment. GET /openapi.json */
export const call: AnyCall = (deps) => async () => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(openApi(deps)),
  headers: { 'cache-control': 'public, max-age=300' },
});
