import { randomInt } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { SESClientConfig } from '@aws-sdk/client-ses';
import type { SFNClientConfig } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { JWTVerifyGetKey } from 'jose';
import { type CaseReference, isoInstant } from '../schemas/scalars.ts';
import type { Deps } from './deps.ts';
import { createMailer } from './mail/mailer.ts';
import type { Clock } from './runtime/clock.ts';
import { type Councils, createCouncils } from './runtime/councils.ts';
import { env } from './runtime/env.ts';
import { loadedOnce } from './runtime/loaded-once.ts';
import { createCaseStore } from './store/case-store.ts';
import { createDocumentStore } from './store/document-store.ts';
import type { Documents } from './store/item-kinds.ts';
import { clientAddresses } from './web/client-address.ts';
import { createExecutions } from './work/executions.ts';
import { createWorkflows } from './work/workflows.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A case reference from the system's secure randomness: 50 bits, so that one cannot be guessed from another. */
export const newReference = (): CaseReference => `${random(3)}-${random(4)}-${random(3)}` as CaseReference;

let made = 0;

/** A name that sorts by when it was made, as far as one process can say, so that a history reads in the order it happened. */
const newId = (): string => {
  made = (made + 1) % 46_656;
  return `${Date.now().toString(36)}${made.toString(36).padStart(3, '0')}${random(3)}`;
};

/** What the deps are made of, on AWS and on one machine alike. */
export type Parts = {
  readonly clock: Clock;
  readonly councils: () => Councils;
  /** Where the AWS clients send their calls: nothing on AWS itself, in-process endpoints locally. */
  readonly aws: {
    readonly dynamoDb: () => Documents;
    readonly stepFunctions: SFNClientConfig;
    readonly ses: SESClientConfig;
    readonly s3: S3ClientConfig;
  };
  readonly names: {
    readonly casesTable: () => string;
    readonly machineArn: (machine: 'assessment-journey' | 'review-cycle') => string;
    readonly mailFrom: () => string;
    readonly mailConfigurationSet: () => string;
    readonly siteUrl: () => string;
    readonly documentsBucket: () => string;
  };
  /** Ranges of addresses of the proxies in front; none unless the deployment names them. */
  readonly proxies?: () => readonly string[];
  /** Whether documents are scanned for malware before they are given out. */
  readonly scansDocuments: () => boolean;
  readonly staffSignIn: () => Deps['staffSignIn'];
  readonly newReference?: () => CaseReference;
  readonly otherForms?: Deps['otherForms'];
};

/** Deps over these parts, each made when it is first used: a function that never mails never loads a mail client. */
export const createDeps = (parts: Parts): Deps => {
  const made = new Map<string, unknown>();
  const lazily = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    // The map holds under each name only what `make` for that name returned.
    return made.get(name) as T;
  };
  const deps: Deps = {
    clock: parts.clock,
    newReference: parts.newReference ?? newReference,
    otherForms: parts.otherForms ?? new Map(),
    newId,
    get councils() {
      return lazily('councils', parts.councils);
    },
    get store() {
      return lazily('store', () =>
        createCaseStore({
          documents: parts.aws.dynamoDb(),
          tableName: parts.names.casesTable(),
        }),
      );
    },
    get workflows() {
      return lazily('workflows', () =>
        createWorkflows({
          config: parts.aws.stepFunctions,
          store: deps.store,
          machineArn: parts.names.machineArn,
          tell: async (news) => (await import('./mail/owed-mail.ts')).createOwedMail(deps)(news),
          tellHeld: async (held) => (await import('./mail/address-proofs.ts')).createAddressProofs(deps).tellHeld(held),
          open: async (planned) => (await import('./work/planned-work.ts')).createPlannedWork(deps)(planned),
          close: async (ending) => (await import('./work/ending-cases.ts')).createEndingCases(deps).close(ending),
          died: async (signal) => (await import('./work/ending-cases.ts')).createEndingCases(deps).died(signal),
          tellStaff: async (taken) => (await import('./work/ending-cases.ts')).createEndingCases(deps).tellStaff(taken),
          tellNamed: async (opened) => (await import('./mail/record-opened.ts')).createTellNamed(deps)(opened),
          tellBefore: async (changed) => (await import('./mail/changed-details.ts')).createTellBefore(deps)(changed),
          tellInvited: async (invited) => (await import('./mail/invited-to-plan.ts')).createTellInvited(deps)(invited),
          now: () => deps.clock.now(),
        }),
      );
    },
    get executions() {
      return lazily('executions', () =>
        createExecutions({ config: parts.aws.stepFunctions, machineArn: parts.names.machineArn }),
      );
    },
    get mailer() {
      return lazily('mailer', () =>
        createMailer({
          config: parts.aws.ses,
          from: parts.names.mailFrom,
          configurationSet: parts.names.mailConfigurationSet,
        }),
      );
    },
    get documents() {
      return lazily('documents', () =>
        createDocumentStore({
          config: parts.aws.s3,
          bucket: parts.names.documentsBucket,
          isScanned: parts.scansDocuments,
        }),
      );
    },
    get siteUrl() {
      return parts.names.siteUrl();
    },
    get clientAddress() {
      return lazily('clientAddress', () => clientAddresses(parts.proxies?.() ?? []));
    },
    get staffSignIn() {
      return lazily('staffSignIn', parts.staffSignIn);
    },
  };
  return deps;
};

let onAws: Deps | undefined;

/** The deps of a deployed function, from its environment; made once a container. */
export const depsOnAws = (): Deps => {
  onAws ??= createDeps({
    clock: { now: () => isoInstant.parse(new Date().toISOString()) },
    councils: () => createCouncils(env('COUNCILS')),
    aws: {
      dynamoDb: () =>
        DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
      stepFunctions: {},
      ses: {},
      s3: {},
    },
    names: {
      casesTable: () => env('CASES_TABLE'),
      machineArn: (machine) =>
        machine === 'assessment-journey' ? env('ASSESSMENT_JOURNEY_ARN') : env('REVIEW_CYCLE_ARN'),
      mailFrom: () => env('MAIL_FROM'),
      mailConfigurationSet: () => env('MAIL_CONFIGURATION_SET'),
      siteUrl: () => env('SITE_URL'),
      documentsBucket: () => env('DOCUMENTS_BUCKET'),
    },
    proxies: () => env('PROXY_ADDRESSES'),
    scansDocuments: () => env('DOCUMENTS_SCANNED') === 'yes',
    staffSignIn: () => {
      const issuer = env('STAFF_ISSUER');
      // Made once, since it keeps the keys that it has fetched.
      const keys = loadedOnce(async (): Promise<JWTVerifyGetKey> => {
        const { createRemoteJWKSet } = await import('jose');
        return createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
      });
      const pages = env('STAFF_SIGN_IN_URL');
      const endpoints = {
        authorize: `${pages}/oauth2/authorize`,
        token: `${pages}/oauth2/token`,
        logout: `${pages}/logout`,
      };
      return { issuer, clientId: env('STAFF_CLIENT_ID'), keys, endpoints, directories: env('STAFF_DIRECTORIES') };
    },
  });
  return onAws;
};
