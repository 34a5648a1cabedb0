import { randomBytes } from 'node:crypto';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { type DocumentType, documentTypes, largestDocument } from '../../schemas/documents.ts';
import { loadedOnce } from '../runtime/loaded-once.ts';
import { logger } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';

/** A form that puts one file into the bucket: where it is posted to, and the fields that go with the file. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A file that a browser has put into the bucket and that nobody has looked at yet. `etag` has its quotation marks. */
export type Upload = {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  /** Which of several writings under the same key it is. */
  readonly versionId: string;
  /** As the browser called it, or empty. */
  readonly givenName: string;
};

/** What the scanner has found: `clear` also where this deployment has none. */
export type Scan = 'clear' | 'being-checked' | 'not-safe' | 'not-checked';

/**
 * Bytes that S3 takes before it answers with a page of its own, which is XML: ten times what we take, so that nearly everybody whose file is
 * too large reads about it on our page.
 */
const largestUpload = 10 * largestDocument;
/** Seconds for which an upload form works, if the function's own credentials live so long: far beyond the hour of a session. */
const formSeconds = 6 * 3600;
/** Seconds for which an address of a document works. */
const linkSeconds = 60;
/** After which a scan is late, in milliseconds: most end within a minute. */
const lateMs = 3_600_000;
/** As many bytes as the detector wants to see. */
const sampleBytes = 4100;

// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own variable, which it replaces with the file's name
const fileNameVariable = '${filename}';

/** A header as mail writes text that is not plain ASCII, which is how S3 answers metadata. RFC 2047. */
const decoded = (header: string): string =>
  header.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_whole, how: string, text: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  );

/** An answer that a thing is not there. Without the right to list a bucket S3 answers 403 for what does not exist. */
const isMissing = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  if (status === 403) logger.warn('An upload is not there, or may not be read');
  return status === 403 || status === 404;
};

const heif = /^image\/hei[cf]$/;

/**
 * People's documents in S3. The client and what signs are loaded with the first call, so that no other page pays for them.
 *
 * An upload lies under `incoming/` only until it has been looked at; then it is copied to `documents/`, a place that no form can write to, so
 * that what was checked is what stays. Objects are encrypted as the bucket says; a form cannot say otherwise, since S3 refuses every field
 * that its policy does not name.
 */
export const createDocumentStore = ({
  config,
  bucket,
  isScanned,
}: {
  config: S3ClientConfig;
  bucket: () => string;
  /** Whether each document is scanned for malware, and given out only when that has found nothing. */
  isScanned: () => boolean;
}) => {
  const sdk = () => import('@aws-sdk/client-s3');
  const client = loadedOnce(async (): Promise<S3Client> => {
    const { S3Client: Client } = await sdk();
    return new Client(config);
  });
  const of = (key: string) => ({ Bucket: bucket(), Key: key });

  return {
    /** Where a document is kept. Neither part says anything of a person. */
    keyOf: (council: string, id: string): string => `documents/${council}/${id}`,

    /** A name that no other upload has. */
    newUpload: (): string => randomBytes(16).toString('base64url'),

    /**
     * A form that puts one file under this key and then sends the browser on with GET.
     *
     * @see Amazon S3 API Reference, "Authenticating requests in browser-based uploads using POST (Signature Version 4)"
     */
    async form(key: string, redirectTo: string): Promise<UploadForm> {
      const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
      const { url, fields } = await createPresignedPost(await client(), {
        ...of(key),
        Expires: formSeconds,
        Fields: { success_action_redirect: redirectTo, 'Content-Type': 'application/octet-stream' },
        // A file of 0 bytes is let in too: whoever chose none, or an empty one, is told so on our page.
        Conditions: [
          ['content-length-range', 0, largestUpload],
          ['starts-with', '$x-amz-meta-name', ''],
        ],
      });
      return { url, fields: { ...fields, 'x-amz-meta-name': fileNameVariable } };
    },

    /** An upload, if it is there. */
    async look(key: string): Promise<Upload | undefined> {
      const { HeadObjectCommand } = await sdk();
      try {
        const head = await (await client()).send(new HeadObjectCommand(of(key)));
        return {
          key,
          size: head.ContentLength ?? 0,
          etag: head.ETag ?? '',
          versionId: head.VersionId ?? '',
          givenName: decoded(head.Metadata?.['name'] ?? ''),
        };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    /** What an upload is by its first bytes, whatever it is called; undefined for all that is not taken. */
    async typeOf({ key, etag, versionId }: Upload): Promise<DocumentType | undefined> {
      const [{ GetObjectCommand }, { fileTypeFromBuffer }] = await Promise.all([sdk(), import('file-type')]);
      const { Body } = await (await client()).send(
        new GetObjectCommand({
          ...of(key),
          Range: `bytes=0-${sampleBytes - 1}`,
          IfMatch: etag,
          ...(versionId && { VersionId: versionId }),
        }),
      );
      const found = await fileTypeFromBuffer((await Body?.transformToByteArray()) ?? new Uint8Array());
      const mime = found !== undefined && heif.test(found.mime) ? 'image/heic' : found?.mime;
      return mime !== undefined && Object.hasOwn(documentTypes, mime) ? (mime as DocumentType) : undefined;
    },

    /**
     * Copies exactly the upload that was looked at to where documents are kept.
     *
     * @returns the SHA-256 of its content, in base64
     * @throws where the upload has been overwritten meanwhile
     */
    async keep({ key, etag, versionId }: Upload, to: string, type: DocumentType): Promise<string> {
      const { CopyObjectCommand } = await sdk();
      const { CopyObjectResult } = await (await client()).send(
        new CopyObjectCommand({
          ...of(to),
          CopySource: `${bucket()}/${key}${versionId && `?versionId=${encodeURIComponent(versionId)}`}`,
          CopySourceIfMatch: etag,
          // Neither the name in its metadata nor a tag of it goes with it.
          MetadataDirective: 'REPLACE',
          TaggingDirective: 'REPLACE',
          ContentType: type,
          ChecksumAlgorithm: 'SHA256',
        }),
      );
      return CopyObjectResult?.ChecksumSHA256 ?? '';
    },

    /** Deletes an upload for good, or a document; deleting it twice does no harm. */
    async remove(key: string, versionId = ''): Promise<void> {
      const { DeleteObjectCommand } = await sdk();
      await (await client()).send(new DeleteObjectCommand({ ...of(key), ...(versionId && { VersionId: versionId }) }));
    },

    /** The bytes of a document. */
    async read(key: string): Promise<Uint8Array> {
      const { GetObjectCommand } = await sdk();
      const { Body } = await (await client()).send(new GetObjectCommand(of(key)));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    /** Whether a document may be given out. @see Amazon GuardDuty User Guide, Malware Protection for S3: object tagging */
    async scan(key: string): Promise<Scan> {
      if (!isScanned()) return 'clear';
      const { GetObjectTaggingCommand, HeadObjectCommand } = await sdk();
      const { TagSet = [] } = await (await client()).send(new GetObjectTaggingCommand(of(key)));
      const status = TagSet.find(({ Key }) => Key === 'GuardDutyMalwareScanStatus')?.Value;
      if (status === undefined) {
        // By the clock of S3, which is no other than the real one.
        const { LastModified } = await (await client()).send(new HeadObjectCommand(of(key)));
        if (LastModified && Date.now() - LastModified.getTime() > lateMs) count('DocumentScanLate');
        return 'being-checked';
      }
      if (status === 'NO_THREATS_FOUND') return 'clear';
      // What the scanner takes no files of, such as one with a password, is no fault of anybody on duty.
      if (status === 'ACCESS_DENIED' || status === 'FAILED') count('DocumentScanLate');
      return status === 'THREATS_FOUND' ? 'not-safe' : 'not-checked';
    },

    /** An address that gives the document out as a file to keep, for a minute. @param fileName without personal data, since addresses are logged */
    async link(key: string, type: DocumentType, fileName: string): Promise<string> {
      const [{ GetObjectCommand }, { getSignedUrl }] = await Promise.all([
        sdk(),
        import('@aws-sdk/s3-request-presigner'),
      ]);
      const command = new GetObjectCommand({
        ...of(key),
        ResponseContentType: type,
        ResponseContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '')}"`,
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(await client(), command, { expiresIn: linkSeconds });
    },
  };
};

export type DocumentStore = ReturnType<typeof createDocumentStore>;
