/**
 * The councils whose pages are published, and were read: what is said of their facts and terms is said of no other that the project may hold.
 */
export const published: ReadonlySet<string> = new Set([
  'leicestershire',
  'staffordshire',
  'coventry',
  'cambridgeshire',
  'warwickshire',
]);
