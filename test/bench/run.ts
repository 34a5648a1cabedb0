/**
 * `npm run bench`: what Careway takes, each row beside the least that could do in its place, measured in the same run. Names of parts
 * measure these alone (`npm run bench -- form`); `--json` prints the samples. It claims nothing: a ratio is to be read with its floor and its spread.
 */
import { cpus, loadavg, platform, release } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCasePage } from './case-page.ts';
import { measureColdStarts } from './cold-start.ts';
import { measureFirstVisit } from './first-visit.ts';
import { measureForm } from './form.ts';
import { measureJourney } from './journey.ts';
import { type Row, ratio, type Summary, summary } from './measured.ts';
import { measureMemory } from './memory.ts';
import { measureRestart } from './restart.ts';
import { measureStaff } from './staff.ts';
import { measureStart } from './start.ts';
import { measureSubmit } from './submit.ts';
import { measureTaskSave } from './task-save.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  form: () => measureForm(7),
  'first-visit': () => measureFirstVisit(),
  submit: () => measureSubmit(300),
  staff: () => measureStaff(7),
  'cold-start': () => measureColdStarts(7),
  'case-page': () => measureCasePage(100),
  journey: () => measureJourney(3),
  start: () => measureStart(5),
  memory: () => measureMemory(),
  restart: () => measureRestart(3),
  'task-save': () => measureTaskSave(200),
};
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
const wanted = Object.entries(parts).filter(([name]) => positionals.length === 0 || positionals.includes(name));

const number = (value: number) =>
  value.toLocaleString('en-GB', value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });
const spread = ({ median, from, to }: Summary, runs: number) =>
  runs === 1 ? number(median) : `${number(median)} (${number(from)} to ${number(to)})`;

const goalIn = (goal: Row['goal']): string => {
  if (goal === undefined) return '';
  return 'under' in goal ? `under ${number(goal.under)}` : `${number(goal.over)} or more`;
};

const line = (row: Row): string => {
  const { what, unit, ours, floor, goal, note } = row;
  const cells = [
    what + (note ? `: ${note}` : ''),
    unit,
    spread(summary(ours), ours.length),
    spread(summary(floor.sample), floor.sample.length),
    `× ${number(ratio(row))}`,
    String(ours.length),
    floor.is,
    goalIn(goal),
  ];
  return `| ${cells.join(' | ')} |`;
};

const began = performance.now();
const load = loadavg()[0];
const rows: Row[] = [];
for (const [name, measure] of wanted) {
  if (process.stderr.isTTY) process.stderr.write(`Measuring ${name} …\n`);
  globalThis.gc?.();
  rows.push(...(await measure()));
}
const where = {
  at: new Date().toISOString(),
  node: process.version,
  system: `${platform()} ${release()}`,
  processors: `${cpus().length} × ${cpus()[0]?.model}`,
  loadBefore: load,
  seconds: Math.round((performance.now() - began) / 1000),
};

if (values.json) {
  console.log(
    JSON.stringify({
      ...where,
      rows: rows.map((row) => ({
        ...row,
        ratio: ratio(row),
        median: summary(row.ours),
        floorMedian: summary(row.floor.sample),
      })),
    }),
  );
} else {
  console.log(`${where.processors}, ${where.system}, Node ${where.node}, load ${load?.toFixed(1)} before; ${where.at}, ${where.seconds} s

| What | Unit | Careway: median (middle half) | Floor: median (middle half) | Ratio | Runs | Floor is | Goal |
| --- | --- | ---: | ---: | ---: | ---: | --- | --- |
${rows.map(line).join('\n')}`);
}
