/** Words that an amount and its limit are put in; what is left when they are gone is the reason. */
const aboutAmounts = new Set(
  (
    'a above affordable agreed all allowed allows amount amounts an and any are as at band be because budget can cannot cap capped ' +
    'care ceiling cost costs council council’s each exceed exceeds fixed for from go goes guideline has have highest home hour hourly hours ' +
    'in is it its limit limits many max maximum may more most must no not of on only or our over package paid panel pay pays per ' +
    'plan policy pound pounds price rate set should so spend standard sum than that the there they this to too upper usual usually ' +
    'we week weekly which with'
  ).split(' '),
);

const aMaximum =
  /\b(max(imum)?|ceiling|cap(ped)?|limit(s|ed)?|highest|upper|at most|no more than|more than|up to|band|exceeds?|above|over)\b/i;

/**
 * Whether a reason says nothing but that an amount is the most that is paid. A fixed ceiling is unlawful; a figure that bends to the
 * person's needs is not, so a reason has to speak of the needs and of what would meet them.
 *
 * @see LGSCO, Rutland 22 000 033; care and support statutory guidance 10.27 and 10.85
 */
export const namesOnlyAMaximum = (reason: string): boolean => {
  // An estimate is a figure that bends.
  if (!aMaximum.test(reason) || /\bestimate/i.test(reason)) return false;
  const left = reason
    .toLowerCase()
    .split(/[^\p{L}’']+/u)
    .filter((word) => word.length > 1 && !aboutAmounts.has(word.replaceAll("'", '’')));
  return left.length < 2;
};
