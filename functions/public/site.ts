import { siteHandler } from '../../services/site-handler.ts';

/** The public site. Each call is a file beside this one, loaded when it is first asked for. */
export const handler = siteHandler('public', (call) => import(`./${call}.ts`));
