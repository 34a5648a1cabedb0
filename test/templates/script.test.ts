import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { script } from '../../templates/script.ts';

const root = join(import.meta.dirname, '../..');

describe('the script', () => {
  it('is the same each time, so that its name is', () => {
    expect(script()).toBe(script());
  });

  it('is under 9 KB compressed', () => {
    const size = gzipSync(script()).length;

    expect(size).toBeGreaterThan(3_000);
    expect(size).toBeLessThan(9_000);
  });

  it('has of govuk-frontend only what pages use, and nothing that a strict policy forbids', () => {
    const code = script();

    expect(code).toContain('govuk-exit-this-page');
    expect(code).not.toMatch(/govuk-(accordion|tabs|file-upload|password-input|service-navigation)/);
    expect(code).not.toMatch(/\beval\(|new Function|document\.write|innerHTML|sourceMappingURL|^import |\bfrom"/m);
  });

  it('is right by the types of a browser', { timeout: 60_000 }, () => {
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

    expect(() =>
      execFileSync(process.execPath, [tsc, '-p', 'templates/scripts'], { cwd: root, encoding: 'utf8' }),
    ).not.toThrow();
  });
});
