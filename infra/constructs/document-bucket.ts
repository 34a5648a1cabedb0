import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { documents } from '../service-map.ts';
import { accepted, findingArn } from './accepted.ts';
import type { CarewayFunction } from './careway-function.ts';
import { letDecrypt, letEncrypt } from './data-key.ts';
import { MalwareScan } from './malware-scan.ts';

export type DocumentBucketProps = {
  /** Encrypts every object. */
  readonly key: IKey;
  /** Whether the bucket outlives the stack. */
  readonly keep: boolean;
  /** Whether what is kept is scanned for malware. */
  readonly scan: boolean;
};

/**
 * The bucket of people's documents. Defaults: encrypted under the council's own key, no public access, TLS only, no ACLs, versions
 * for as long as the table can be restored, uploads that nobody took in gone after a day. Who read a document is in the case's history;
 * there is no access log of the bucket, which would name objects and hold people's network addresses.
 */
export class DocumentBucket extends Construct {
  readonly bucket: Bucket;
  readonly #key: IKey;
  readonly #scanned: boolean;

  constructor(scope: Construct, id: string, { key, keep, scan }: DocumentBucketProps) {
    super(scope, id);
    this.#key = key;
    this.#scanned = scan;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One data key for many objects: fewer calls of KMS, at the price of one line in CloudTrail for many reads.
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        {
          id: 'uploads-that-nobody-took-in',
          prefix: documents.incoming,
          expiration: Duration.days(documents.incomingDays),
          noncurrentVersionExpiration: Duration.days(documents.incomingDays),
        },
        {
          id: 'what-was-deleted',
          prefix: documents.kept,
          noncurrentVersionExpiration: Duration.days(documents.restorableDays),
          expiredObjectDeleteMarker: true,
        },
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(documents.incomingDays) },
      ],
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accepted(this.bucket, {
      'AwsSolutions-S1':
        'An access log would name objects and hold people’s network addresses; who read a document is in the history of its case.',
    });
    if (scan) new MalwareScan(this, 'Scan', { bucket: this.bucket, key, prefix: documents.kept });
  }

  /** Every object under a prefix, for a function. */
  #under({ role }: CarewayFunction, prefix: string): string[] {
    accepted(role, {
      [`AwsSolutions-IAM5[Resource::${findingArn(this.bucket)}/${prefix}*]`]:
        'Documents are made while the service runs, so they have no other name here than the prefix that they lie under.',
    });
    return [this.bucket.arnForObjects(`${prefix}*`)];
  }

  #tell(to: CarewayFunction): void {
    to.lambda.addEnvironment('DOCUMENTS_BUCKET', this.bucket.bucketName);
    to.lambda.addEnvironment('DOCUMENTS_SCANNED', this.#scanned ? 'yes' : 'no');
  }

  /** Reads documents that were taken in, and what the scanner says of them; lists nothing. */
  allowReading(reader: CarewayFunction): void {
    reader.allow(['s3:GetObject', 's3:GetObjectTagging'], this.#under(reader, documents.kept));
    letDecrypt(this.#key, reader);
    this.#tell(reader);
  }

  /** Signs forms for uploads, looks at them, keeps what is taken, and deletes each upload for good. */
  allowWriting(writer: CarewayFunction): void {
    writer.allow(
      ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:DeleteObjectVersion'],
      this.#under(writer, documents.incoming),
    );
    writer.allow(['s3:PutObject'], this.#under(writer, documents.kept));
    letEncrypt(this.#key, writer);
    this.#tell(writer);
  }

  /** Deletes documents; a deleted one can be had back by the operator for as long as its version is kept. */
  allowDeleting(sweeper: CarewayFunction): void {
    sweeper.allow(['s3:DeleteObject'], this.#under(sweeper, documents.kept));
    this.#tell(sweeper);
  }
}
