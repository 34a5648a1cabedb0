// Written from the folders of `councils/` by whatever starts, tests or checks the project. Nobody edits it.
// biome-ignore-all format: a council of a long name would be laid out in another way

/** The catalogue of each council, a file of its own in a bundle: read when it is first asked for. */
export const catalogueFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  cambridgeshire: () => import('../../councils/cambridgeshire/support-catalogue.json', { with: { type: 'json' } }),
  coventry: () => import('../../councils/coventry/support-catalogue.json', { with: { type: 'json' } }),
  leicestershire: () => import('../../councils/leicestershire/support-catalogue.json', { with: { type: 'json' } }),
  staffordshire: () => import('../../councils/staffordshire/support-catalogue.json', { with: { type: 'json' } }),
  warwickshire: () => import('../../councils/warwickshire/support-catalogue.json', { with: { type: 'json' } }),
};
