// Written by `npm run new-council` from the folders of `councils/`; a test compares it with them. Nobody edits it.

/** The catalogue of each council, a file of its own in a bundle: read when it is first asked for. */
export const catalogueFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  cambridgeshire: () => import('../../councils/cambridgeshire/support-catalogue.json', { with: { type: 'json' } }),
  coventry: () => import('../../councils/coventry/support-catalogue.json', { with: { type: 'json' } }),
  leicestershire: () => import('../../councils/leicestershire/support-catalogue.json', { with: { type: 'json' } }),
  staffordshire: () => import('../../councils/staffordshire/support-catalogue.json', { with: { type: 'json' } }),
  warwickshire: () => import('../../councils/warwickshire/support-catalogue.json', { with: { type: 'json' } }),
};
