import { problems } from '../../services/runtime/problems.ts';
import type { AnyCall } from '../../services/web/site.ts';
import { asset } from '../../templates/assets.ts';

/** A stylesheet or picture. Its name holds a hash of its content, so browsers keep it for good. GET /assets/{file} */
export const call: AnyCall =
  () =>
  async ({ params }) => {
    const found = asset(params['file'] ?? '');
    if (found === undefined) throw problems.notFound();
    return {
      status: 200,
      type: found.contentType,
      body: found.body,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    };
  };
