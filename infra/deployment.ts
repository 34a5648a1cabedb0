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

const settings = z.object({
  /** Part of the stacks' names, so that several may share an AWS account. */
  stage: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/),
  /** AWS Region; personal data stays in it. */
  region: z.string().default('eu-west-2'),
  /** The councils served; all folders of `councils/` unless named. */
  councils: list.default(() => list.parse(councilFolders())),
  /** The sender of all email; its domain becomes the SES identity. */
  mailFrom: z.email(),
  /** Where people reach the site, without a slash at the end; API Gateway's own address unless given. */
  siteUrl: z
    .url({ protocol: /^https$/ })
    .regex(/[^/]$/)
    .optional(),
  /** The ACM certificate, in the same Region, of the host in `siteUrl`; API Gateway then answers for that host. */
  certificateArn: z.string().startsWith('arn:').optional(),
  /**
   * Ranges of addresses of what stands in front of the API and through which alone people come, such as a CDN. It must write `X-Forwarded-For` anew; without the
   * setting nothing that a header says is believed.
   */
  proxyAddresses: ranges.default([]),
  /** The first label of the sign-in pages' host, unique in the Region; made of stage and account unless given. */
  signInPrefix: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
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

/**
 * What differs from one deployment to another: the CDK context in `cdk.json`, or `-c name=value` on the command line.
 *
 * Example: `{"stage":"production","mailFrom":"no-reply@care.example.gov.uk","siteUrl":"https://care.example.gov.uk","alarmEmail":"on-call@example.gov.uk"}`.
 */
export const deployment = settings.check(({ value: { stage, alarmEmail, removal }, issues }) => {
  if (stage !== 'rehearsal' && removal === 'retain' && alarmEmail === undefined) {
    issues.push({
      code: 'custom',
      path: ['alarmEmail'],
      input: alarmEmail,
      message:
        'Nobody would be told when people are not served. Set alarmEmail to the address of whoever is on duty, or stage to rehearsal where nobody is served.',
    });
  }
});
export type Deployment = z.infer<typeof deployment>;
