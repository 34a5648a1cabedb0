import { z } from 'zod';
import { chargingOptions } from './charging-options.ts';
import { reviewWindow } from './review-window.ts';
import { councilSlug } from './scalars.ts';
import { staffRole } from './staff.ts';
import { assessmentTargets } from './targets.ts';

const words = z.string().min(1);

/** Where a fact about a council comes from, and whether a person has confirmed it. */
const provenance = z.strictObject({ status: z.enum(['confirmed', 'unconfirmed', 'example']), source: words });

/** How to reach the council; what its page does not give is absent, never invented. */
const contact = z.strictObject({
  name: words,
  phone: z.string().optional(),
  textRelay: z.string().optional(),
  email: z.email().optional(),
  hours: z.string().optional(),
  url: z.url().optional(),
  post: z.array(words).optional(),
  provenance,
});

/** The mailbox in which a team gets its tasks. */
const team = z.strictObject({ name: words, email: z.email() });

/**
 * What one council decides, as data: `councils/<slug>/council.json`. A test parses every file, and so does the loader.
 *
 * The order of the financial assessment differs between councils' published journeys, therefore it is a setting.
 */
export const council = z.strictObject({
  slug: councilSlug,
  name: words,
  /** The people's name for the place, as in "You must live in Leicestershire". */
  area: words,
  /** Postcode districts in which a home may lie in the area; elsewhere the person is told whom to contact. */
  postcodeDistricts: z.array(z.string().regex(/^[A-Z]{1,2}\d{1,2}[A-Z]?$/)).min(1),
  postcodeDistrictsProvenance: provenance,
  contact,
  complaints: z.strictObject({ role: words }),
  /** The colour of the header, and the council's own privacy notice; without them the pages have Careway's colour and say whom to ask. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  privacyUrl: z.url().optional(),
  /** The council's own terms, used on pages and in emails. */
  terms: z.strictObject({
    worker: words,
    keyWorker: words,
    assessment: words,
    firstBudget: words,
  }),
  /** The three conditions as the council words them, in the order of the regulation. */
  eligibilityNotice: z.tuple([words, words, words]),
  notices: z.strictObject({ charging: words, advice: words, waiting: words, review: words }),
  /** What the council decides for itself about charging; left out, the regulations' own rules. */
  charging: chargingOptions.optional(),
  financialAssessment: z.enum(['before-plan', 'beside-plan', 'after-plan']),
  review: reviewWindow,
  targets: assessmentTargets,
  /** Working days after which an overdue task is brought to the manager. */
  escalateAfterWorkingDays: z.int().min(1).max(60),
  teams: z.record(staffRole, team),
  provenance,
});
export type Council = z.infer<typeof council>;
