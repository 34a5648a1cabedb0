import type { CareCase } from '../../schemas/case.ts';
import type { CaseReference } from '../../schemas/scalars.ts';

/** The case with which this one is, may be, or was assessed together. */
export const otherOfTwo = ({ jointWith, jointAsked, partedFrom }: CareCase): CaseReference | undefined =>
  jointWith ?? jointAsked ?? partedFrom;

const alone = ({ jointWith: _with, jointAsked: _asked, partedFrom: _from, ...rest }: CareCase): CareCase => rest;

/** A case whose other part came with the same code: nothing of either is shown to the other, and nothing follows from it yet. */
export const askedTogether = (one: CareCase, other: CaseReference): CareCase => ({ ...alone(one), jointAsked: other });

/** A case that is assessed together with another, since both agree. Care Act 2014 s.12(5). */
export const assessedTogether = (one: CareCase, other: CaseReference): CareCase => ({
  ...alone(one),
  jointWith: other,
});

/** A case that is assessed by itself from now on. */
export const takenApart = (one: CareCase): CareCase => {
  const other = otherOfTwo(one);
  return { ...alone(one), ...(other && { partedFrom: other }) };
};

/** Why two cases stop being assessed together, and what follows of each. */
export type WhyApart = 'one-wants-it' | 'wrong-person' | 'harm' | 'other';
