import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { CaseTable } from './constructs/case-table.ts';
import { dataKey } from './constructs/data-key.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { StaffDirectory } from './constructs/staff-directory.ts';
import type { Deployment } from './deployment.ts';

export type DataStackProps = StackProps & { readonly deployment: Deployment };

/**
 * What must outlive every change of the service: cases, documents, who may sign in, and the key under which all of it lies. Knows nothing of
 * the service. Protected from deletion, unless the deployment is a rehearsal.
 */
export class DataStack extends Stack {
  readonly key: Key;
  readonly cases: CaseTable;
  readonly documents: DocumentBucket;
  readonly staff: StaffDirectory;

  constructor(scope: Construct, id: string, { deployment, ...props }: DataStackProps) {
    const keep = deployment.removal === 'retain';
    super(scope, id, { terminationProtection: keep, ...props });
    this.key = dataKey(this, 'DataKey', { keep, service: `careway-${deployment.stage}` });
    this.cases = new CaseTable(this, 'Cases', { key: this.key, keep, restored: deployment.casesTable });
    this.documents = new DocumentBucket(this, 'Documents', { key: this.key, keep, scan: deployment.scanDocuments });
    this.staff = new StaffDirectory(this, 'Staff', {
      councils: deployment.councils,
      mailFrom: deployment.mailVerified ? deployment.mailFrom : undefined,
      siteUrl: deployment.siteUrl,
      keep,
    });

    // Exported whether the service reads them or not: an export that came and went with its reader could not go while the old service reads it.
    for (const value of [
      this.key.keyArn,
      this.cases.own.tableName,
      this.cases.own.tableArn,
      this.documents.bucket.bucketName,
      this.documents.bucket.bucketArn,
      this.staff.pool.userPoolId,
    ]) {
      this.exportValue(value);
    }
    const outputs = {
      CasesTable: this.cases.name,
      DocumentsBucket: this.documents.bucket.bucketName,
      StaffUserPool: this.staff.pool.userPoolId,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
