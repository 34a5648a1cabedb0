/**
 * Every route of the platform, as plain data. API Gateway, the local server, the router in each site Lambda and the OpenAPI
 * document all read this one list. `call` names the file that answers: `functions/<site>/<call>.ts`.
 *
 * Paths are API Gateway's: `{name}` stands for one segment. A route of the staff site needs a signed-in member of staff.
 */
export const routes = [
  { site: 'public', method: 'GET', path: '/', call: 'list-councils' },
  { site: 'public', method: 'GET', path: '/openapi.json', call: 'show-openapi' },
  { site: 'public', method: 'GET', path: '/assets/{file}', call: 'show-asset' },
  { site: 'public', method: 'GET', path: '/{council}', call: 'show-start' },
  { site: 'public', method: 'GET', path: '/{council}/help', call: 'show-help' },
  { site: 'public', method: 'GET', path: '/{council}/privacy', call: 'show-privacy' },
  { site: 'public', method: 'GET', path: '/{council}/cookies', call: 'show-cookies' },
  { site: 'public', method: 'GET', path: '/{council}/accessibility', call: 'show-accessibility' },
  { site: 'public', method: 'GET', path: '/{council}/apply', call: 'show-application' },
  { site: 'public', method: 'POST', path: '/{council}/apply', call: 'send-application' },
  { site: 'public', method: 'GET', path: '/{council}/forms/{form}', call: 'show-form' },
  { site: 'public', method: 'POST', path: '/{council}/forms/{form}', call: 'begin-form' },
  { site: 'public', method: 'GET', path: '/{council}/draft', call: 'show-draft' },
  { site: 'public', method: 'GET', path: '/{council}/draft/pages/{page}', call: 'show-draft-page' },
  { site: 'public', method: 'POST', path: '/{council}/draft/pages/{page}', call: 'save-draft-page' },
  { site: 'public', method: 'GET', path: '/{council}/draft/stop', call: 'show-draft-stop' },
  { site: 'public', method: 'GET', path: '/{council}/draft/check', call: 'show-draft-check' },
  { site: 'public', method: 'POST', path: '/{council}/draft/send', call: 'send-draft' },
  { site: 'public', method: 'GET', path: '/{council}/draft/sent', call: 'show-draft-sent' },
  { site: 'public', method: 'POST', path: '/{council}/draft/recall', call: 'recall-draft' },
  { site: 'public', method: 'GET', path: '/{council}/draft/save', call: 'show-draft-save' },
  { site: 'public', method: 'POST', path: '/{council}/draft/save', call: 'save-draft-address' },
  { site: 'public', method: 'POST', path: '/{council}/draft/choose', call: 'choose-draft' },
  { site: 'public', method: 'POST', path: '/{council}/draft/unlock', call: 'unlock-draft' },
  { site: 'public', method: 'GET', path: '/{council}/return', call: 'show-return' },
  { site: 'public', method: 'POST', path: '/{council}/return', call: 'ask-return-link' },
  { site: 'public', method: 'GET', path: '/{council}/return/{token}', call: 'show-return-link' },
  { site: 'public', method: 'POST', path: '/{council}/return/{token}', call: 'use-return-link' },
  { site: 'public', method: 'GET', path: '/{council}/requests/{reference}', call: 'show-status' },
  { site: 'public', method: 'POST', path: '/{council}/applications', call: 'submit-application' },
  { site: 'public', method: 'GET', path: '/{council}/applications/{reference}', call: 'read-application' },
  { site: 'staff', method: 'GET', path: '/{council}/staff/tasks', call: 'list-tasks' },
  { site: 'staff', method: 'GET', path: '/{council}/staff/tasks/{id}', call: 'read-task' },
  { site: 'staff', method: 'POST', path: '/{council}/staff/tasks/{id}/assign', call: 'assign-task' },
  { site: 'staff', method: 'POST', path: '/{council}/staff/tasks/{id}/complete', call: 'complete-task' },
  { site: 'staff', method: 'GET', path: '/{council}/staff/cases/{reference}', call: 'read-case' },
  { site: 'staff', method: 'POST', path: '/{council}/staff/cases/{reference}/close', call: 'close-case-early' },
  { site: 'staff', method: 'POST', path: '/{council}/staff/cases/{reference}/review', call: 'bring-review-forward' },
  { site: 'staff', method: 'GET', path: '/{council}/staff/people', call: 'list-people' },
  { site: 'staff', method: 'PUT', path: '/{council}/staff/people/{id}', call: 'save-person' },
] as const;

export type Route = (typeof routes)[number];
/** The name of a call of one site, which is the name of its file. */
export type Call<Site extends Route['site']> = Extract<Route, { site: Site }>['call'];
