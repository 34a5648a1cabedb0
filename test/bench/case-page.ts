import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { platform as byPlatform, eventOf } from '../../services/store/audit.ts';
import { workUpTo } from '../support/case-work.ts';
import { listedTask, writeTasks } from '../support/many-tasks.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { alternately, type Row, timed } from './measured.ts';

const [openCases, events] = [20_000, 3_000];

/** A case whose support runs, with a long history, among many others that are open. */
const longCase = async (test: TestPlatform): Promise<string> => {
  const sent = await test.client.submit(completeAnswers(needsAssessment), 'bench');
  const reference = caseReference.parse(sent.reference);
  await workUpTo(test, reference, 'check-support');
  const careCase = await test.deps.store.knownCase(councilSlug.parse(council), reference);
  for (let at = 0; at < events; at += 1) {
    const event = { actor: byPlatform('bench'), action: 'copy-printed', authority: 'A measurement' } as const;
    await test.deps.store.commit({ events: [eventOf(test.deps, careCase, event)] });
  }
  const others = Array.from({ length: openCases }, (_, at) => listedTask(at, { kind: 'triage-request' }));
  await writeTasks(test.platform, others);
  return reference;
};

/** A bare server that answers these bytes. */
const startFloor = async (body: string) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on an address, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, stop: () => server.close() };
};

/** The overview and the timeline of a case with a long history, to the whole page, beside a bare server that sends the same bytes. */
export const measureCasePage = async (rounds: number): Promise<Row[]> => {
  const test = await startTestPlatform();
  const reference = await longCase(test);
  const headers = { accept: 'text/html', authorization: `Bearer ${await test.token('manager')}` };
  const read = async (url: string): Promise<string> => {
    const response = await fetch(url, { headers });
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    return html;
  };
  const rows: Row[] = [];
  for (const [what, part] of [
    ['The overview of a case', ''],
    ['The timeline of a case', '/timeline'],
  ] as const) {
    const url = `${test.url}/${council}/staff/cases/${reference}${part}`;
    const floor = await startFloor(await read(url));
    const cpu = async (of: string) => (await timed(() => read(of))).cpuMs;
    for (let warm = 0; warm < 30; warm += 1) await Promise.all([cpu(url), cpu(floor.url)]);
    const { ours, bare } = await alternately(rounds, { ours: () => cpu(url), bare: () => cpu(floor.url) });
    floor.stop();
    rows.push({
      what,
      unit: 'CPU ms',
      ours,
      floor: { is: 'a bare node:http handler that sends the same bytes', sample: bare },
      note: `a played case with ${events.toLocaleString('en-GB')} events among ${openCases.toLocaleString('en-GB')} open ones; the look is written down`,
      goal: { under: 10 },
    });
  }
  await test.stop();
  return rows;
};
