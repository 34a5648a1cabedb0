/** What was measured once for each run, in the row's unit. */
export type Sample = readonly number[];

/** One line of the table: what was measured, beside the least that anyone could do in its place. */
export type Row = {
  readonly what: string;
  readonly unit: 'ms' | 'CPU ms' | 'kB' | 'MB' | 'journeys a second' | 'pages a second';
  readonly ours: Sample;
  /** What the floor is, in words, and what it took in the same run. */
  readonly floor: { readonly is: string; readonly sample: Sample };
  /** What the measured thing was given, or ended with, where that is not plain. */
  readonly note?: string;
  /** What it must stay below, or reach, in the row's unit. */
  readonly goal?: { readonly under: number } | { readonly over: number };
};

/** The middle of what was measured, and the middle half of it: between the first and the third quarter. */
export type Summary = { readonly median: number; readonly from: number; readonly to: number };

const quantile = (sorted: Sample, part: number): number => {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
};

/** Median and quartiles of a sample. */
export const summary = (sample: Sample): Summary => {
  const sorted = sample.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), from: quantile(sorted, 0.25), to: quantile(sorted, 0.75) };
};

/** How many times the floor ours takes, by the medians. */
export const ratio = ({ ours, floor }: Row): number => summary(ours).median / summary(floor.sample).median;

/** CPU time of this process that some work takes, user and system, in milliseconds, and the time on the wall. */
export const timed = async (work: () => Promise<unknown>): Promise<{ cpuMs: number; wallMs: number }> => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - wall };
};

/** Runs each of several kinds of work once a round, so that what else the machine does falls on all alike. */
export const alternately = async <Name extends string>(
  rounds: number,
  work: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> => {
  // The keys of the record are its names.
  const names = Object.keys(work) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) found[name].push(await work[name]());
  }
  return found;
};
