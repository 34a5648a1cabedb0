/** The platform as `npm start` runs it, on disk, in a process of its own, with one form more. */
import { startServer } from '../../local/server.ts';
import { fivePages } from './five-page-form.ts';
import { serveParent } from './reporting.ts';

serveParent(async ({ folder }: { folder: string }) => {
  const otherForms = new Map([[fivePages.form.id, fivePages]]);
  const { url } = await startServer({ limited: false, folder, port: 0, clock: 'ticking', otherForms });
  return Number(new URL(url).port);
});
