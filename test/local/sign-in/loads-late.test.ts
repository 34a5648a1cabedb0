import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

describe('the import of oidc-provider', () => {
  it('waits for the first request to the provider, so that start-up and issueAccessToken do without it', async () => {
    const script = join(import.meta.dirname, 'list-imports.ts');

    const { stdout } = await promisify(execFile)(process.execPath, [script]);

    expect(JSON.parse(stdout)).toEqual({ afterToken: false, status: 200, afterRequest: true });
  });
});
