// Written from the folders of `councils/` by whatever starts, tests or checks the project. Nobody edits it.
// biome-ignore-all format: a council of a long name would be laid out in another way
import ofCambridgeshire from '../../councils/cambridgeshire/council.json' with { type: 'json' };
import ofCoventry from '../../councils/coventry/council.json' with { type: 'json' };
import ofLeicestershire from '../../councils/leicestershire/council.json' with { type: 'json' };
import ofStaffordshire from '../../councils/staffordshire/council.json' with { type: 'json' };
import ofWarwickshire from '../../councils/warwickshire/council.json' with { type: 'json' };

/** What each council decides, as its file says. */
export const councilFiles: Readonly<Record<string, unknown>> = {
  cambridgeshire: ofCambridgeshire,
  coventry: ofCoventry,
  leicestershire: ofLeicestershire,
  staffordshire: ofStaffordshire,
  warwickshire: ofWarwickshire,
};
