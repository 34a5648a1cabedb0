import type { UploadForm } from '../store/document-store.ts';
import type { SiteResponse } from '../web/site.ts';

/** Lets a page's form post to the bucket, which the policy of every other page forbids. It names the origin, which is one bucket's own. */
export const allowUpload = (response: SiteResponse, upload: UploadForm | undefined): SiteResponse => {
  const { 'content-security-policy': policy = '', ...headers } = response.headers ?? {};
  if (upload === undefined) return response;
  return {
    ...response,
    headers: {
      ...headers,
      'content-security-policy': policy.replace(
        "form-action 'self'",
        `form-action 'self' ${new URL(upload.url).origin}`,
      ),
    },
  };
};
