import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  name: "Rutland's & Oakham's Council at Llŷn",
  area: "Rutland's & Oakham's vale",
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
      crest: 'lion',
    });

    expect(status).toBe(1);
    for (const says of [
      /area: Give the name of the area.*\(it is missing\)/,
      /financialAssessment: .*before-plan, beside-plan or after-plan \(it is "sometime"\)/,
      /teamsEmail: Give the mailbox.*\(it is "none"\)/,
      /colour: Give the colour as # and six letters or figures.*\(it is "blue"\)/,
      /There is no answer crest: the answers are name, area/,
    ]) {
      expect(stderr).toMatch(says);
    }
    expect(existsSync(join(copy, 'councils/rutland'))).toBe(false);
    expect(index()).toBe(before);
  });

  it('is refused where it is there already, or its name is none, or pages have it in their address', () => {
    expect(make('coventry', answers).stderr).toContain('councils/coventry: this council is there already');
    expect(make('Rut Land', answers).stderr).toContain('give a short name of small letters and hyphens');
    expect(make('assets', answers).stderr).toContain('Give another short name');
  });

  it('is not half made where the typing is stopped', () => {
    const { status, stderr } = spawnSync(process.execPath, ['local/new-council.ts', 'rutland'], {
      cwd: copy,
      encoding: 'utf8',
      input: 'Rutland County Council\nRutland\n',
    });

    expect(status).toBe(1);
    expect(stderr).toContain('Stopped before the last answer: nothing was written.');
    expect(existsSync(join(copy, 'councils/rutland'))).toBe(false);
  });

  it('is told of everything that is wrong in all of its files and in those of others, at once', () => {
    const at = (file: string) => join(copy, 'councils', file);
    const kept = ['warwickshire/council.json', 'coventry/council.json', 'coventry/support-catalogue.json'].map(
      (file) => [at(file), readFileSync(at(file), 'utf8')] as const,
    );
    const change = (file: string, changes: object) =>
      writeFileSync(at(file), JSON.stringify({ ...JSON.parse(readFileSync(at(file), 'utf8')), ...changes }));
    const lists = {
      triage: { version: 1, hide: ['outcome'], reword: { nothing: { label: 'Which?' } } },
      nowhere: { version: 1 },
    };
    change('warwickshire/council.json', { lists });
    change('coventry/council.json', { financialAssessment: 'sometime', area: undefined });
    change('coventry/support-catalogue.json', { support: 'none' });
    mkdirSync(at('Rutland'));
    writeFileSync(at('Rutland/council.json'), '{"slug": "rutland",');
    writeFileSync(at('Rutland/logo.png'), '');
    const { status, stderr } = run('local/start.ts');
    for (const [file, text] of kept) writeFileSync(file, text);
    rmSync(at('Rutland'), { recursive: true });

    expect(status).toBe(1);
    for (const says of [
      /^councils\/coventry\/council\.json: financialAssessment: .*"before-plan".*\(it is "sometime"\)$/m,
      /^councils\/coventry\/council\.json: area: .*\(it is missing\)$/m,
      /^councils\/coventry\/support-catalogue\.json: support: Give the support as a list \(it is "none"\)$/m,
      /^councils\/warwickshire\/council\.json: lists\.triage\.hide: “outcome” must be answered/m,
      /^councils\/warwickshire\/council\.json: lists\.triage\.reword: the list “triage” has no question “nothing”$/m,
      /^councils\/warwickshire\/council\.json: lists\.nowhere: there is no such list\. There are /m,
      /^councils\/Rutland: give a short name of small letters/m,
      /^councils\/Rutland\/council\.json: this is not JSON\. /m,
      /^councils\/Rutland\/support-catalogue\.json: this file is missing\. While the council names no support/m,
      /^councils\/Rutland\/logo\.png: nothing reads this file/m,
      /^Put this right and start again\.$/m,
    ]) {
      expect(stderr).toMatch(says);
    }
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('is made of answers, without a change of code, and a whole journey is played in it', () => {
    const { status, stdout } = make('rutland', answers);
    expect(status).toBe(0);
    expect(stdout).toContain('npm run demo -- --council rutland');
    expect(index()).toContain("'../../councils/rutland/council.json'");
    for (const file of ['council.json', 'support-catalogue.json']) {
      const text = readFileSync(join(copy, 'councils/rutland', file), 'utf8');
      const laidOut = spawnSync('npx', ['biome', 'format', `--stdin-file-path=councils/rutland/${file}`], {
        cwd: root,
        encoding: 'utf8',
        input: text,
      });
      expect(laidOut.stdout).toBe(text);
    }

    const played = run('local/demo.ts', '--council', 'rutland');

    expect(played.stderr).toBe('');
    expect(played.status).toBe(0);
    expect(played.stdout).toMatch(/The 12-month review is coming/);
  }, 600_000);

  it('is gone when its folder is', () => {
    rmSync(join(copy, 'councils/rutland'), { recursive: true, force: true });
    expect(run('local/council-indexes.ts').status).toBe(0);

    expect(index()).toBe(readFileSync(join(root, 'services/runtime/council-index.ts'), 'utf8'));
  });
});
