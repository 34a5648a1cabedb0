// Written by `npm run new-council` from the folders of `councils/`; a test compares it with them. Nobody edits it.
import cambridgeshire from '../../councils/cambridgeshire/council.json' with { type: 'json' };
import coventry from '../../councils/coventry/council.json' with { type: 'json' };
import leicestershire from '../../councils/leicestershire/council.json' with { type: 'json' };
import staffordshire from '../../councils/staffordshire/council.json' with { type: 'json' };
import warwickshire from '../../councils/warwickshire/council.json' with { type: 'json' };

/** What each council decides, as its file says. */
export const councilFiles: Readonly<Record<string, unknown>> = {
  cambridgeshire,
  coventry,
  leicestershire,
  staffordshire,
  warwickshire,
};
