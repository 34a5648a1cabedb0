import { settingsPage } from '../../services/casework/settings-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What the council has decided, in words, and what it still has to. GET /{council}/staff/settings */
export const call: StaffCall = (deps) => async (request) => settingsPage(deps, request);
