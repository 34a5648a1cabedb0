/**
 * `npm run demo`: one person's two years with a council, in seconds. `--council SLUG` chooses the council, `--json` prints one
 * event a line, `--url URL` plays against a local platform that runs already. Exit code 1 when a step does not happen.
 */
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { needsAssessment } from '../schemas/forms/needs-assessment.ts';
import { createCouncils, everyCouncil } from '../services/runtime/councils.ts';
import { commandLine } from './command-line.ts';
import { createClient } from './demo/client.ts';
import { completeAnswers } from './demo/example-answers.ts';
import { localControl } from './demo/local-control.ts';
import { createStaffDesk, type StaffDesk } from './demo/staff-desk.ts';
import { type Chapter, chapters, playStory } from './demo/story.ts';
import { createTimeline, type DemoEvent } from './demo/timeline.ts';
import { startServer } from './server.ts';

const values = commandLine('npm run demo -- [--council SLUG] [--json] [--url URL]', {
  council: { type: 'string', default: 'leicestershire' },
  json: { type: 'boolean', default: false },
  url: { type: 'string' },
});

const started = performance.now();
/** A Monday morning, so that the timeline is the same each time. */
const server = values.url
  ? undefined
  : await startServer({
      port: 0,
      // Two years are played in seconds.
      limited: false,
      clock: 'frozen',
      start: Temporal.Instant.from('2026-01-05T10:00:00Z'),
      councils: [values.council],
    });
const url = values.url ?? server?.url ?? '';

const pause = (attempt: number) => setTimeout(Math.min(500, 20 * attempt));
const client = createClient({
  url,
  council: values.council,
  attempts: 200,
  pause,
  token: (role) => control.token(values.council, role),
});
const control = localControl(client);
const desks = new Map<string, StaffDesk>();
const timeline = createTimeline(client, control);

const readable = ({ at, event, to, about }: DemoEvent): string => {
  const when = new Date(at).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `  ${when}  ${event.padEnd(20)}  ${to ? `to ${to}` : (about ?? '')}`;
};

const tell = async (chapter: Chapter, reference: string): Promise<void> => {
  const title = chapters[chapter];
  const events = await timeline(reference);
  if (values.json) for (const { about: _about, ...event } of events) console.log(JSON.stringify(event));
  else console.log(`\n${title}\n${events.map(readable).join('\n')}`);
  if (values.json && process.stderr.isTTY) process.stderr.write(`${title}\n`);
};

/** A moment as the day that it is in London. */
const dayOf = (moment: string): string =>
  new Date(moment).toLocaleDateString('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });

try {
  const { now: began } = await control.clock();
  const council = createCouncils(everyCouncil()).find(values.council);
  const reference = await playStory({
    client,
    control,
    desk: (member) => {
      const known = desks.get(member) ?? createStaffDesk({ url, council: values.council }, member);
      desks.set(member, known);
      return known;
    },
    application: completeAnswers(needsAssessment, {
      email: 'rose.okafor@example.com',
      conditions: ['physical'],
      hygieneManage: 'cannot',
      clothedManage: 'difficulty',
      clothedUnable: ['needs-help', 'pain-or-distress'],
    }),
    financesAfterPlan: council?.financialAssessment === 'after-plan',
    ...(council?.plans && { plansCheckedBy: council.plans.checkedBy }),
    onChapter: tell,
  });
  if (!values.json) {
    const { now } = await control.clock();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\nCase ${reference}, from ${dayOf(began)} to ${dayOf(now)}, played in ${seconds} s.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server?.stop();
}
