import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { council, startTestPlatform } from '../support/platform.ts';
import { alternately, type Row, timed } from './measured.ts';

/**
 * From a word that was typed on a page of a task to its being kept: the save of one answer of a triage, as the script of the page sends it. The
 * floor is the same request to a page that keeps nothing.
 */
export const measureTaskSave = async (rounds: number): Promise<Row[]> => {
  const platform = await startTestPlatform();
  const { reference } = await platform.client.submit(completeAnswers(needsAssessment), 'bench');
  const { id } = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
  const authorization = `Bearer ${await platform.token('contact-officer')}`;
  const here = `${platform.url}/${council}/staff/tasks/${id}`;
  let nth = 0;
  const save = async () => {
    nth += 1;
    const body = new URLSearchParams({
      reasons: `Word ${nth}`,
      only: 'reasons',
      was: '{}',
      page: 'bench',
      nth: `${nth}`,
    });
    const answer = await fetch(`${here}/sections/priority`, {
      method: 'POST',
      body,
      headers: { authorization, accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`A save answered ${answer.status}`);
    await answer.text();
  };
  const nothing = async () => {
    const answer = await fetch(`${platform.url}/${council}/staff/session-that-is-none`, { headers: { authorization } });
    await answer.text();
  };
  // The first of each loads what it needs.
  for (let warm = 0; warm < 20; warm += 1) {
    await save();
    await nothing();
  }
  const cpu: { save: number[]; nothing: number[] } = { save: [], nothing: [] };
  const wall = await alternately(rounds, {
    save: async () => {
      const { cpuMs, wallMs } = await timed(save);
      cpu.save.push(cpuMs);
      return wallMs;
    },
    nothing: async () => {
      const { cpuMs, wallMs } = await timed(nothing);
      cpu.nothing.push(cpuMs);
      return wallMs;
    },
  });
  await platform.stop();
  const what = 'an answer of a task, from the last letter to its being kept';
  const is = 'a request that finds no page';
  return [
    {
      what,
      unit: 'ms',
      ours: wall.save,
      floor: { is, sample: wall.nothing },
      note: 'the script waits 0.8 s for more letters before it',
    },
    { what, unit: 'CPU ms', ours: cpu.save, floor: { is, sample: cpu.nothing }, goal: { under: 10 } },
  ];
};
