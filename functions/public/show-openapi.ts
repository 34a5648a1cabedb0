import type { Deps } from '../../services/deps.ts';
import { openApi } from '../../services/web/openapi.ts';
import type { AnyCall } from '../../services/web/site.ts';

/** The document of each deployment, once it was asked for: making it takes longer than taking an application. */
const documents = new WeakMap<Deps, string>();

/** The OpenAPI 3.1 document of this deployment. GET /openapi.json */
export const call: AnyCall = (deps) => async () => {
  const body = documents.get(deps) ?? JSON.stringify(openApi(deps));
  documents.set(deps, body);
  return {
    status: 200,
    type: 'application/json',
    body,
    headers: { 'cache-control': 'public, max-age=300', vary: 'accept-encoding' },
  };
};
