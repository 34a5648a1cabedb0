import * as z from 'zod';

const most = (usual: number) => z.int().min(1).max(10_000).default(usual);

/**
 * How often something may be done from one network address in an hour, or in one case in a day. Many people share a network address: a hospital's
 * ward, a library, a practice, a council's own office. The numbers are our own choice where a council names none.
 */
export const councilLimits = z
  .strictObject({
    /** Links by mail that are asked for from one network address in an hour. */
    linksPerSender: most(60),
    /** Requests for a review by people who are not signed in, from one network address in an hour. */
    reviewRequestsPerSender: most(20),
    /** Forms that are begun from one network address in an hour: more than a library's computers begin together. */
    draftsPerSender: most(300),
    /** Forms that are sent from one network address in an hour. */
    formsPerSender: most(100),
    /** Words about a page, from one network address in an hour. */
    feedbackPerSender: most(20),
    /** Requests of one kind in one case on a day that have work and mails of their own; more are kept, and read with the others. */
    requestsPerDay: most(3),
    /** New email addresses to which links are sent for one case on a day. */
    newAddressesPerDay: most(5),
    /** Days in which a change of contact details can be undone from the address that was theirs before. */
    undoDays: z.int().min(1).max(60).default(14),
  })
  .prefault({});
