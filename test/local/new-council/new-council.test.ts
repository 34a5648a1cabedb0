import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const parts = [
  'councils',
  'domain',
  'functions',
  'infra',
  'local',
  'schemas',
  'services',
  'statemachines',
  'templates',
];

const answers = {
  name: 'Rutland County Council',
  area: 'Rutland',
  postcodeDistricts: ['LE15', 'LE16'],
  contactName: 'Rutland Adult Care',
  complaintsRole: 'the Complaints Manager',
  worker: 'social worker',
  keyWorker: 'care navigator',
  assessment: 'needs assessment',
  firstBudget: 'estimated budget',
  financialAssessment: 'after-plan',
  firstReviewFromWeeks: 6,
  firstReviewToWeeks: 8,
  targetDays: 21,
  teamsEmail: 'teams@rutland.example',
};

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'careway-sixth-'));
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (file: string, ...parameters: string[]) =>
  spawnSync(process.execPath, [file, ...parameters], { cwd: copy, encoding: 'utf8' });
const make = (slug: string, given: object) => {
  const file = join(copy, 'answers.json');
  writeFileSync(file, JSON.stringify(given));
  return run('local/new-council.ts', slug, '--answers', file);
};
const index = () => readFileSync(join(copy, 'services/runtime/council-index.ts'), 'utf8');

describe('a new council', () => {
  it('is refused with every wrong answer at once, the field and what is allowed, and nothing is written', () => {
    const before = index();
    const { status, stderr } = make('rutland', {
      ...answers,
      area: undefined,
      financialAssessment: 'sometime',
      teamsEmail: 'none',
      colour: 'blue',
    });

    expect(status).toBe(1);
    for (const says of [
      /area: Give the name of the area.*\(it is missing\)/,
      /financialAssessment: .*before-plan, beside-plan or after-plan \(it is "sometime"\)/,
      /teamsEmail: Give the mailbox.*\(it is "none"\)/,
      /There is no answer colour: the answers are name, area/,
    ]) {
      expect(stderr).toMatch(says);
    }
    expect(existsSync(join(copy, 'councils/rutland'))).toBe(false);
    expect(index()).toBe(before);
  });

  it('is refused where it is there already, or its name is none', () => {
    expect(make('coventry', answers).stderr).toContain('councils/coventry: this council is there already');
    expect(make('Rut Land', answers).stderr).toContain('give a short name of small letters and hyphens');
  });

  it('is told of everything that is wrong in its file: the file, the field, what is wrong and what is allowed', () => {
    const file = join(copy, 'councils/warwickshire/council.json');
    const right = readFileSync(file, 'utf8');
    const lists = {
      triage: { version: 1, hide: ['outcome'], reword: { nothing: { label: 'Which?' } } },
      nowhere: { version: 1 },
    };
    const start = (changes: object) => {
      writeFileSync(file, JSON.stringify({ ...JSON.parse(right), ...changes }));
      return run('local/start.ts').stderr;
    };
    const told = start({ financialAssessment: 'sometime', area: undefined });
    const ofLists = start({ lists });
    writeFileSync(file, right);

    expect(told).toMatch(
      /councils\/warwickshire\/council\.json: financialAssessment: .*"before-plan".*\(it is "sometime"\)/,
    );
    expect(told).toMatch(/councils\/warwickshire\/council\.json: area: .*\(it is missing\)/);
    expect(ofLists).toContain('council.json: lists.triage.hide: “outcome” must be answered');
    expect(ofLists).toContain('council.json: lists.triage.reword: the list “triage” has no question “nothing”');
    expect(ofLists).toContain('council.json: lists.nowhere: there is no such list. There are ');
  });

  it('is made of answers, without a change of code, and a whole journey is played in it', () => {
    const { status, stdout } = make('rutland', answers);
    expect(status).toBe(0);
    expect(stdout).toContain('npm run demo -- --council rutland');
    expect(index()).toContain("'../../councils/rutland/council.json'");

    const played = run('local/demo.ts', '--council', 'rutland');

    expect(played.stderr).toBe('');
    expect(played.status).toBe(0);
    expect(played.stdout).toMatch(/The 12-month review is coming/);
  }, 600_000);
});
