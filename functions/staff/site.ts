import { siteHandler } from '../../services/site-handler.ts';

/** The staff site. Each call is a file beside this one, loaded when it is first asked for. */
export const handler = siteHandler('staff', (call) => import(`./${call}.ts`));
