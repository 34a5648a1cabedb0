import { builtScript } from './script.ts';

/** The one script of every page of staff. A bundle has `precompile.ts`'s module in place of this one. */
export const staffScript = (): string => builtScript('staff.ts');
