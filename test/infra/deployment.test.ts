import { describe, expect, it } from 'vitest';
import { deployment } from '../../infra/deployment.ts';

const given = { stage: 'production', mailFrom: 'no-reply@care.example', alarmEmail: 'on-call@care.example' };

describe('deployment', () => {
  it('serves every council in the tree, in London, and keeps data, unless told otherwise', () => {
    const settings = deployment.parse(given);

    expect(settings.councils).toContain('leicestershire');
    expect(settings).toMatchObject({ region: 'eu-west-2', removal: 'retain', staffDirectories: {} });
  });

  it('takes councils separated by commas, as the command line gives them', () => {
    expect(deployment.parse({ ...given, councils: 'leicestershire,rutland' }).councils).toEqual([
      'leicestershire',
      'rutland',
    ]);
  });

  it.each([
    ['a stage that cannot stand in a stack’s name', { stage: 'Live!' }],
    ['a sender that is no address', { mailFrom: 'care.example' }],
    ['a site without TLS', { siteUrl: 'http://care.example' }],
    ['a site with a slash at the end', { siteUrl: 'https://care.example/' }],
    ['a council that could not stand in a path', { councils: 'Leicester Shire' }],
    ['no council at all', { councils: [] }],
    ['a removal policy that AWS does not have', { removal: 'maybe' }],
  ])('refuses %s', (_, wrong) => {
    expect(deployment.safeParse({ ...given, ...wrong }).success).toBe(false);
  });

  const { alarmEmail: _, ...withoutAlarms } = given;

  it.each(['production', 'live', 'leicestershire'])(
    'refuses a stage called %s, which keeps what people entrust to it, where nobody is told of alarms, and says what to do',
    (stage) => {
      const { error } = deployment.safeParse({ ...withoutAlarms, stage });

      expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
        [
          'alarmEmail',
          'Nobody would be told when people are not served. Set alarmEmail to the address of whoever is on duty, or stage to rehearsal where nobody is served.',
        ],
      ]);
    },
  );

  it('lets a rehearsal go without', () => {
    expect(deployment.safeParse({ ...withoutAlarms, stage: 'rehearsal' }).success).toBe(true);
    expect(deployment.safeParse({ ...withoutAlarms, stage: 'emulator', removal: 'destroy' }).success).toBe(true);
  });
});
