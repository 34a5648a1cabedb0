import { problems } from '../../services/runtime/problems.ts';
import type { AnyCall } from '../../services/web/site.ts';
import { asset } from '../../templates/assets.ts';

/** A stylesheet or picture. Its name holds a hash of its content, so browsers keep it for good. GET /assets/{file} */
export const call: AnyCall =
  () =>
  async ({ params }) => {
    const name = params['file'] ?? '';
    const found = name.startsWith('staff-')
      ? (await import('../../templates/staff-assets.ts')).staffAsset(name)
      : asset(name);
    if (found === undefined) throw problems.notFound();
    return {
      status: 200,
      type: found.contentType,
      body: found.body,
      headers: { 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' },
    };
  };
