import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import * as z from 'zod';
import { councilSlug } from '../schemas/scalars.ts';
import type { Reached } from '../templates/busy-page.ts';

const councilFolders = (): string[] =>
  readdirSync(new URL('../councils', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The Region in London. */
const london = 'eu-west-2';

/** Domains that are nobody's, kept for examples. @see RFC 2606, RFC 6761 */
const isExample = (address: string): boolean =>
  /(^|[.@])(example(\.(com|net|org))?|test|invalid|localhost)$/i.test(address);

/** A list in `cdk.json`, or separated by commas after `-c` on the command line. */
const list = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.array(councilSlug).min(1),
);

/** How each council is reached, from its data. */
export const reachedBy = (councils: readonly string[]): Reached[] =>
  councils.flatMap((slug) => {
    const file = new URL(`../councils/${slug}/council.json`, import.meta.url);
    return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8'))] : [];
  });

const isRange = (written: string): boolean => {
  const [address = '', prefix = '', more] = written.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && more === undefined && /^\d+$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= longest
  );
};

const ranges = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((range) => range.trim()) : value),
  z.array(
    z.string().refine(isRange, {
      error: ({ input }) =>
        `${input} is no range of addresses. Write one as 198.51.100.0/24, and a single address with /32.`,
    }),
  ),
);

const settings = z.strictObject({
  /** Part of the names of stacks and all that has a name, so that several may share an AWS account. */
  stage: z.string().regex(/^(?!.*--)(?!.*-data$)[a-z][a-z0-9-]{0,18}[a-z0-9]$/, {
    error:
      'The stage is part of names: write it in 2 to 20 small letters, digits and single hyphens, beginning with a letter, with neither a hyphen nor -data at the end.',
  }),
  /** AWS Region; personal data stays in it. */
  region: z.string().default(london),
  /** The Region once more, where a council has decided that people's data may lie outside the United Kingdom. */
  outsideTheUnitedKingdom: z.string().optional(),
  /** The councils served; all folders of `councils/` unless named. */
  councils: list.default(() => list.parse(councilFolders())),
  /** The sender of all email; its domain becomes the SES identity. */
  mailFrom: z.email({ error: 'mailFrom is an address such as no-reply@care.example.gov.uk.' }),
  /**
   * Whether this stage makes the sender's domain known to SES, or another stage of the account and Region has: SES knows a domain once. `production` makes it
   * unless it says otherwise, and others use what is there.
   */
  mailIdentity: z.enum(['own', 'shared']).optional(),
  /**
   * Whether SES shows the sender's domain as verified, after which Cognito sends its mail to staff through it; before that a deployment with it would fail.
   */
  mailVerified: z.stringbool().or(z.boolean()).optional(),
  /** Where people reach the site, without a slash at the end; API Gateway's own address unless given. */
  siteUrl: z
    .string()
    .regex(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
      error:
        'siteUrl is https:// and the name of a host in small letters, and nothing after it: no slash, path, port or query. Pages are at its root.',
    })
    .optional(),
  /** The ACM certificate, in the same Region, of the host in `siteUrl`; API Gateway then answers for that host. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, {
      error:
        'certificateArn is the ARN of a certificate of AWS Certificate Manager: arn:aws:acm:eu-west-2:<account>:certificate/<id>.',
    })
    .optional(),
  /**
   * Ranges of addresses of what stands in front of the API and through which alone people come, such as a CDN. It must write `X-Forwarded-For` anew; without the
   * setting nothing that a header says is believed.
   */
  proxyAddresses: ranges.default([]),
  /** The first label of the sign-in pages' host, unique in the Region; made of stage and account unless given. */
  signInPrefix: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, {
      error: 'signInPrefix is part of the name of a host: small letters, digits and hyphens, 63 at most.',
    })
    .optional(),
  /** Each council's SAML metadata address, such as that of its Entra ID: `{"leicestershire":"https://…"}`. */
  staffDirectories: z.record(councilSlug, z.url()).default({}),
  /** Who is told of alarms; a rehearsal alone goes without. */
  alarmEmail: z.email().optional(),
  /** Whether GuardDuty scans each document for malware before it is given out; paid by document. */
  scanDocuments: z.stringbool().or(z.boolean()).default(true),
  /** The table that the functions use in place of the data stack's own: one that was restored, until the stack has taken it over. */
  casesTable: z
    .string()
    .regex(/^[\w.-]{3,255}$/)
    .optional(),
  /** What happens to cases, documents, sign-ins and the key when their stack is deleted. Only rehearsals use `destroy`. */
  removal: z.enum(['retain', 'destroy']).default('retain'),
});
type Settings = z.infer<typeof settings>;

/** Whether people entrust something to it. */
const isReal = ({ stage, removal }: Pick<Settings, 'stage' | 'removal'>): boolean =>
  stage !== 'rehearsal' && removal === 'retain';

type Reader = <Name extends keyof Settings>(name: Name) => Settings[Name] | undefined;
type Together = {
  readonly path: keyof Settings;
  readonly isWrong: (of: Reader, isLeftOut: (name: keyof Settings) => boolean) => boolean;
  readonly says: (of: Reader) => string;
};

/** What holds of several settings together: each is looked at with what could be read, so that every fault is told at once. */
const together: readonly Together[] = [
  {
    path: 'alarmEmail',
    isWrong: (of, isLeftOut) =>
      isReal({ stage: of('stage') ?? '', removal: of('removal') ?? 'retain' }) &&
      (isLeftOut('alarmEmail') || isExample(of('alarmEmail') ?? '')),
    says: () =>
      'Nobody would be told when people are not served. Set alarmEmail to the address of whoever is on duty, or stage to rehearsal where nobody is served.',
  },
  {
    path: 'mailFrom',
    isWrong: (of) =>
      isReal({ stage: of('stage') ?? '', removal: of('removal') ?? 'retain' }) && isExample(of('mailFrom') ?? ''),
    says: (of) =>
      `${of('mailFrom')} is an example, from which no mail can be sent. Set mailFrom to an address of a domain whose DNS you can change, or stage to rehearsal.`,
  },
  {
    path: 'mailVerified',
    isWrong: (of, isLeftOut) =>
      isReal({ stage: of('stage') ?? '', removal: of('removal') ?? 'retain' }) && isLeftOut('mailVerified'),
    says: () =>
      'Say whether SES shows the domain of mailFrom as verified. Set mailVerified to false for the first deployment, which makes the DNS records known: staff are then invited from an address of Cognito’s. Set it to true when SES says so, and deploy again.',
  },
  {
    path: 'region',
    isWrong: (of) => of('region') !== london && of('outsideTheUnitedKingdom') !== of('region'),
    says: (of) =>
      `People’s data would lie in ${of('region')}, outside the United Kingdom or unknown to be in it. Leave region at ${london}, or, where your council has decided so, set outsideTheUnitedKingdom to ${of('region')} as well.`,
  },
  {
    path: 'siteUrl',
    isWrong: (_, isLeftOut) => !isLeftOut('certificateArn') && isLeftOut('siteUrl'),
    says: () => 'A certificate is for a host: set siteUrl to the address that certificateArn is for.',
  },
  {
    path: 'certificateArn',
    isWrong: (of, isLeftOut) =>
      !isLeftOut('siteUrl') && isLeftOut('certificateArn') && of('proxyAddresses')?.length === 0,
    says: () =>
      'Nothing would answer at siteUrl: set certificateArn to the certificate of its host, or proxyAddresses to the addresses of what answers there and passes requests on.',
  },
  {
    path: 'certificateArn',
    isWrong: (of) =>
      of('certificateArn') !== undefined && of('certificateArn')?.split(':')[3] !== (of('region') ?? london),
    says: (of) =>
      `The certificate is of ${of('certificateArn')?.split(':')[3]}, and API Gateway takes one of its own Region: ask AWS Certificate Manager for one in ${of('region') ?? london}.`,
  },
  {
    path: 'councils',
    isWrong: (of) => (of('councils') ?? []).some((slug) => !councilFolders().includes(slug)),
    says: (of) =>
      `There is no data of ${(of('councils') ?? []).filter((slug) => !councilFolders().includes(slug)).join(', ')}. Councils are ${councilFolders().join(', ')}; a new one is a folder of councils/.`,
  },
  {
    path: 'staffDirectories',
    isWrong: (of) =>
      Object.keys(of('staffDirectories') ?? {}).some((slug) => !(of('councils') ?? []).some((one) => one === slug)),
    says: (of) =>
      `staffDirectories names ${Object.keys(of('staffDirectories') ?? {}).join(', ')}, and served are ${(of('councils') ?? []).join(', ')}. Name a council that is served.`,
  },
  {
    path: 'signInPrefix',
    isWrong: (of) => /aws|amazon|cognito/.test(of('signInPrefix') ?? of('stage') ?? ''),
    says: () =>
      'Cognito takes no host with aws, amazon or cognito in its name: set signInPrefix to another, or choose another stage.',
  },
];

/**
 * What differs from one deployment to another: the CDK context in `cdk.json`, or `-c name=value` on the command line.
 *
 * Example: `{"stage":"production","mailFrom":"no-reply@care.example.gov.uk","siteUrl":"https://care.example.gov.uk","alarmEmail":"on-call@example.gov.uk"}`.
 */
export const deployment = z.unknown().transform((given, context): Settings => {
  const whole = settings.safeParse(given);
  for (const { path, message, code, ...issue } of whole.error?.issues ?? []) {
    if (code === 'unrecognized_keys' && 'keys' in issue) {
      for (const key of issue.keys) context.addIssue({ code: 'custom', path: [key], message: unknownSetting(key) });
    } else context.addIssue({ code: 'custom', path, message });
  }
  const raw = (name: keyof Settings) => (given as Partial<Record<string, unknown>>)[name];
  const isLeftOut = (name: keyof Settings) => raw(name) === undefined;
  const read: Reader = (name) => {
    const { data } = settings.shape[name].safeParse(raw(name));
    // Parsed by the schema of the same name; TypeScript does not follow a shape through an index.
    return data as Settings[typeof name] | undefined;
  };
  for (const { path, isWrong, says } of together) {
    if (isWrong(read, isLeftOut)) context.addIssue({ code: 'custom', path: [path], message: says(read) });
  }
  return whole.data ?? z.NEVER;
});
export type Deployment = Settings;

/** How many letters have to be put in, left out, exchanged or swapped to make one word the other. */
const distance = (a: string, b: string): number => {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const [above, before] = [rows[i - 1] ?? [], rows[i - 2] ?? []];
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same, swapped));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
};

const unknownSetting = (name: string): string => {
  const known = Object.keys(settings.shape);
  const [nearest = ''] = known.toSorted((a, b) => distance(name, a) - distance(name, b));
  return distance(name, nearest) <= 3
    ? `${name} is no setting. Did you mean ${nearest}?`
    : `${name} is no setting. There are ${known.join(', ')}.`;
};

/** The settings in a CDK context: what has a name in one word. CDK's own flags and look-ups have signs in theirs. */
export const settingsIn = (context: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(context).filter(([name, value]) => /^\w+$/.test(name) && value !== undefined));
