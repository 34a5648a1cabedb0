import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacking } from '../../services/casework/settings-page.ts';
import { aCouncil } from '../support/a-council.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText } from '../templates/page-inputs.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('the settings of a council', () => {
  it('are shown in words to managers, with how they are changed', async () => {
    const { status, text } = await platform.send('GET', `/${council}/staff/settings`, {
      as: 'manager',
      headers: { accept: 'text/html' },
    });

    const said = readableText(text);
    expect(status).toBe(200);
    for (const words of [
      'edited in the repository',
      'npm test',
      'go live with a deployment',
      'Before the plan',
      '6 to 8 weeks',
      'the Customer Relations Manager',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('say what is not given and what is not confirmed, with what it changes for people', () => {
    const { contact, provenance } = aCouncil();
    const { phone: _phone, ...rest } = contact;
    const found = lacking(aCouncil({ contact: rest, colour: undefined }));

    expect(found).toContainEqual(expect.objectContaining({ name: 'Phone number', state: 'Not given' }));
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Targets', state: 'An example of ours', source: provenance.targets.source }),
    );
    expect(found.map(({ name }) => name)).not.toContain('Its own terms');
    expect(found.every(({ changes }) => changes !== '')).toBe(true);
  });
});
