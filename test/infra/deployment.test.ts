import { describe, expect, it } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { deployment, settingsIn } from '../../infra/deployment.ts';

const given = {
  stage: 'production',
  mailFrom: 'no-reply@care.example.gov.uk',
  mailVerified: false,
  alarmEmail: 'on-call@care.example.gov.uk',
};
const site = {
  siteUrl: 'https://care.example.gov.uk',
  certificateArn: 'arn:aws:acm:eu-west-2:000000000000:certificate/one',
};
const faultsOf = (settings: Readonly<Record<string, unknown>>) =>
  deployment.safeParse(settings).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('deployment', () => {
  it('serves every council in the tree, in London, and keeps data, unless told otherwise', () => {
    const settings = deployment.parse(given);

    expect(settings.councils).toContain('leicestershire');
    expect(settings).toMatchObject({ region: 'eu-west-2', removal: 'retain', staffDirectories: {} });
  });

  it('takes councils separated by commas, as the command line gives them', () => {
    expect(deployment.parse({ ...given, councils: 'leicestershire,coventry' }).councils).toEqual([
      'leicestershire',
      'coventry',
    ]);
  });

  it.each([
    ['a stage that cannot stand in a stack’s name', { stage: 'Live!' }, 'stage', 'beginning with a letter'],
    [
      'a stage whose stack another stage’s data would have',
      { stage: 'live-data' },
      'stage',
      'neither a hyphen nor -data',
    ],
    ['a stage that ends with a hyphen', { stage: 'live-' }, 'stage', 'single hyphens'],
    ['a stage that Cognito takes in no host', { stage: 'aws-test' }, 'signInPrefix', 'set signInPrefix to another'],
    ['a sender that is no address', { mailFrom: 'care.example' }, 'mailFrom', 'an address such as'],
    ['the default sender', { mailFrom: cdk.context.mailFrom }, 'mailFrom', 'is an example'],
    ['a sender at example.com', { mailFrom: 'no-reply@care.example.com' }, 'mailFrom', 'is an example'],
    ['a site without TLS', { ...site, siteUrl: 'http://care.example.gov.uk' }, 'siteUrl', 'https://'],
    ['a site with a slash at the end', { ...site, siteUrl: 'https://care.example.gov.uk/' }, 'siteUrl', 'no slash'],
    ['a site under a path', { ...site, siteUrl: 'https://example.gov.uk/care' }, 'siteUrl', 'no slash, path'],
    ['a site with a query', { ...site, siteUrl: 'https://example.gov.uk?care' }, 'siteUrl', 'query'],
    ['a site at a port', { ...site, siteUrl: 'https://example.gov.uk:8443' }, 'siteUrl', 'port'],
    ['a certificate without a site', { certificateArn: site.certificateArn }, 'siteUrl', 'set siteUrl to the address'],
    ['a site at which nothing answers', { siteUrl: site.siteUrl }, 'certificateArn', 'Nothing would answer'],
    [
      'a certificate of another Region',
      { ...site, certificateArn: site.certificateArn.replace('eu-west-2', 'us-east-1') },
      'certificateArn',
      'ask AWS Certificate Manager for one in eu-west-2',
    ],
    [
      'a certificate that is none',
      { ...site, certificateArn: 'arn:aws:iam::0:role/x' },
      'certificateArn',
      'the ARN of a certificate',
    ],
    ['a Region abroad', { region: 'eu-west-1' }, 'region', 'set outsideTheUnitedKingdom to eu-west-1 as well'],
    [
      'a Region abroad with another named',
      { region: 'us-east-1', outsideTheUnitedKingdom: 'eu-west-1' },
      'region',
      'Leave region',
    ],
    ['a council that could not stand in a path', { councils: 'Leicester Shire' }, 'councils.0', ''],
    ['a council that has no data', { councils: 'leicestershire,nowhere' }, 'councils', 'There is no data of nowhere'],
    [
      'a directory of a council that is not served',
      { councils: 'coventry', staffDirectories: { nowhere: 'https://x.gov.uk' } },
      'staffDirectories',
      'Name a council that is served',
    ],
    ['no council at all', { councils: [] }, 'councils', ''],
    [
      'a proxy that is no range',
      { proxyAddresses: '198.51.100.0' },
      'proxyAddresses.0',
      'Write one as 198.51.100.0/24',
    ],
    ['all addresses as proxies', { proxyAddresses: '0.0.0.0/0' }, 'proxyAddresses.0', 'no range of addresses'],
    ['a removal policy that AWS does not have', { removal: 'maybe' }, 'removal', ''],
    ['a slip in a name', { alarmEmial: 'on-call@care.example.gov.uk' }, 'alarmEmial', 'Did you mean alarmEmail?'],
    ['a setting that never was', { colour: 'blue' }, 'colour', 'colour is no setting. There are stage, region'],
    [
      'a sender of which nobody said whether it is verified',
      { mailVerified: undefined },
      'mailVerified',
      'Set mailVerified to false for the first deployment',
    ],
  ])('refuses %s, and says what to do', (_, wrong, path, says) => {
    expect(faultsOf({ ...given, ...wrong })).toEqual([[path, expect.stringContaining(says)]]);
  });

  it('tells every fault at once', () => {
    const wrong = { stage: 'Live!', region: 'eu-west-1', alarmEmial: 'x', certificateArn: site.certificateArn };

    expect(faultsOf({ ...given, ...wrong }).map(([path]) => path)).toEqual([
      'stage',
      'alarmEmial',
      'region',
      'siteUrl',
      'certificateArn',
    ]);
  });

  it('takes a site with its certificate, or with what stands in front of it', () => {
    expect(faultsOf({ ...given, ...site })).toEqual([]);
    expect(faultsOf({ ...given, siteUrl: site.siteUrl, proxyAddresses: '198.51.100.0/24' })).toEqual([]);
  });

  it('takes a Region abroad that was named on purpose', () => {
    expect(faultsOf({ ...given, region: 'eu-west-1', outsideTheUnitedKingdom: 'eu-west-1' })).toEqual([]);
  });

  it('takes what cdk.json has as it is, CDK’s own flags among it, for a rehearsal', () => {
    expect(faultsOf(settingsIn({ ...cdk.context, 'aws:cdk:bundling-stacks': ['**'] }))).toEqual([]);
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

  it('refuses an address of the examples, which nobody reads', () => {
    expect(faultsOf({ ...given, alarmEmail: 'on-call@careway.example' })).toEqual([
      ['alarmEmail', expect.stringContaining('Nobody would be told when people are not served.')],
    ]);
  });

  it('lets a rehearsal go without', () => {
    expect(deployment.safeParse({ ...withoutAlarms, stage: 'rehearsal' }).success).toBe(true);
    expect(deployment.safeParse({ ...withoutAlarms, stage: 'emulator', removal: 'destroy' }).success).toBe(true);
  });
});
