import * as z from 'zod';
import { councilSlug } from '../../schemas/scalars.ts';

const arn = z.string().startsWith('arn:');

const slugs = z.string().transform((list) =>
  list
    .split(',')
    .filter((slug) => slug !== '')
    .map((slug) => councilSlug.parse(slug)),
);

/** The names of deployed things that the functions use. Set by CDK; the local platform passes `deps` instead. */
const environment = z.object({
  CASES_TABLE: z.string().min(1),
  COUNCILS: slugs,
  SITE_URL: z.url(),
  ASSESSMENT_JOURNEY_ARN: arn,
  REVIEW_CYCLE_ARN: arn,
  // Left out by stacks from before it: an update exchanges code and settings one after the other.
  PROXY_ADDRESSES: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((range) => range !== '')),
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
  DOCUMENTS_SCANNED: z.enum(['yes', 'no']),
  STAFF_ISSUER: z.url(),
  STAFF_CLIENT_ID: z.string().min(1),
  STAFF_SIGN_IN_URL: z.url(),
  STAFF_DIRECTORIES: slugs,
});
export type Environment = z.infer<typeof environment>;

/**
 * The environment that this function was deployed with. A function is given only what it has rights to use, so each value
 * is checked when it is first read, not all at once.
 *
 * @throws ZodError naming the variable that is missing or wrong
 */
export const env = <Name extends keyof Environment>(name: Name): Environment[Name] =>
  // The schema of the same name parsed it; TypeScript does not follow a shape through an index.
  environment.shape[name].parse(process.env[name], { reportInput: false }) as Environment[Name];
