import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { table } from '../service-map.ts';
import type { CarewayFunction } from './careway-function.ts';
import { letDecrypt, letEncrypt } from './data-key.ts';

export type CaseTableProps = {
  /** Encrypts everything at rest. */
  readonly key: IKey;
  /** Whether the table outlives the stack and cannot be deleted by a mistake. */
  readonly keep: boolean;
  /** The name of a restored table that is read and written in its place. */
  readonly restored?: string | undefined;
};

const string = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The table that holds every case. Defaults: paid by request, 35 days of point-in-time recovery, items removed after the
 * manifest's time-to-live attribute, encrypted under the council's own key.
 */
export class CaseTable extends Construct {
  /** The table that the stack keeps. */
  readonly own: TableV2;
  /** The name of the table that is read and written. */
  readonly name: string;
  readonly #arn: string;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, keep, restored }: CaseTableProps) {
    super(scope, id);
    this.#key = key;
    this.own = new TableV2(this, 'Table', {
      partitionKey: string(table.partitionKey),
      sortKey: string(table.sortKey),
      timeToLiveAttribute: table.timeToLive,
      globalSecondaryIndexes: Object.entries(table.indexes).map(([indexName, index]) => ({
        indexName,
        partitionKey: string(index.partitionKey),
        sortKey: string(index.sortKey),
        projectionType: ProjectionType.ALL,
      })),
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryptionV2.customerManagedKey(key),
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.name = restored ?? this.own.tableName;
    this.#arn =
      restored === undefined
        ? this.own.tableArn
        : Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: restored });
  }

  /** Reads single items and queries; scans are a right apart, since a scan crosses councils. */
  allowReading(reader: CarewayFunction): void {
    const indexes = Object.keys(table.indexes).map((index) => `${this.#arn}/index/${index}`);
    reader.allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], [this.#arn]);
    reader.allow(['dynamodb:Query'], [this.#arn, ...indexes]);
    letDecrypt(this.#key, reader);
    reader.lambda.addEnvironment('CASES_TABLE', this.name);
  }

  /** Reads the whole table, part by part: for the run that indexes what exists, and nobody who answers a request. */
  allowScanning(reader: CarewayFunction): void {
    reader.allow(['dynamodb:Scan'], [this.#arn]);
  }

  /** Writes items, alone or in a transaction. */
  allowWriting(writer: CarewayFunction): void {
    writer.allow(
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      [this.#arn],
    );
    letEncrypt(this.#key, writer);
    writer.lambda.addEnvironment('CASES_TABLE', this.name);
  }
}
