import { Aws, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import {
  type CfnRestApi,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Reached } from '../../templates/busy-page.ts';
import { compressedFrom, gatewayPaths, siteMethods, type sites } from '../service-map.ts';
import { accepted } from './accepted.ts';
import { accessLogFormat } from './access-log-format.ts';
import type { CarewayFunction } from './careway-function.ts';
import { Firewall } from './firewall.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import { SiteAlarms } from './site-alarms.ts';

export type SiteApiProps = {
  /** Where people reach the site. @default the address that API Gateway gives */
  readonly siteUrl?: string | undefined;
  /** Certificate of the host in `siteUrl`; without it, something in front passes requests on. */
  readonly certificateArn?: string | undefined;
  /** The councils that are served, and how they are reached. */
  readonly councils: readonly string[];
  readonly reached: readonly Reached[];
  /** Ranges of addresses of what stands in front, through which alone people come. */
  readonly proxies: readonly string[];
  readonly logRetention: RetentionDays;
  readonly stage: string;
  readonly alarms: ITopic;
};

const stageName = 'live';

/** What API Gateway lets through, with the limit of each. */
const methods = gatewayPaths.flatMap(({ path, site, reads, writes }) =>
  siteMethods[site].map((method) => {
    const throttlingRateLimit = method === 'GET' || method === 'HEAD' ? reads : writes;
    return { path, site, method, limit: { throttlingRateLimit, throttlingBurstLimit: 2 * throttlingRateLimit } };
  }),
);

/**
 * The REST API of both sites, with the doors of the manifest. Defaults: regional, TLS 1.2 with forward secrecy or newer, no
 * CORS, pages and files alike, limits by door and method, AWS WAF in front, an access log that names the door and never the person.
 */
export class SiteApi extends Construct {
  /** Where people reach the site, without a slash at the end. */
  readonly url: string;
  readonly #api: RestApi;

  constructor(scope: Construct, id: string, props: SiteApiProps) {
    super(scope, id);
    const { siteUrl, certificateArn, councils, reached, proxies, logRetention, stage, alarms } = props;
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#api = new RestApi(this, 'Api', {
      restApiName: Stack.of(this).stackName,
      endpointTypes: [EndpointType.REGIONAL],
      // API Gateway goes by the first type that a browser accepts, which is a page; so all are named, and bodies come in base64.
      binaryMediaTypes: ['*/*'],
      minCompressionSize: Size.bytes(compressedFrom),
      disableExecuteApiEndpoint: certificateArn !== undefined,
      // The account's one role by which API Gateway may write logs; kept, since other APIs of the account may lean on it.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName,
        // A trace would hold the path that was asked for, with a person's reference or token in it.
        tracingEnabled: false,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat,
        methodOptions: Object.fromEntries(methods.map(({ path, method, limit }) => [`${path}/${method}`, limit])),
      },
    });
    // The construct has no prop for these two yet. The policy is API Gateway's TLS 1.3 and 1.2 with forward secrecy.
    const resource = this.#api.node.defaultChild as CfnRestApi;
    resource.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
    resource.endpointAccessMode = 'BASIC';
    addGatewayResponses(this.#api, reached);
    accepted(this.#api, {
      'AwsSolutions-APIG2':
        'Each call checks what it is sent by its own schema, which says every problem at once and in the words of the page.',
      'AwsSolutions-APIG4':
        'The public site is for everybody; who may do what is asked by each call, of links, sessions and the staff directory.',
      'AwsSolutions-COG4':
        'Staff sign in through Cognito to a session of the site, since browsers send no token of their own.',
      'AwsSolutions-APIG6':
        'Execution logs hold paths, which have references and tokens in them; the access log names the door alone.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'API Gateway asks for this very policy in the one role of the account by which it writes logs.',
    });
    const firewall = new Firewall(this, 'Firewall', {
      stageArn: this.#api.deploymentStage.stageArn,
      stageName,
      councils,
      reached,
      proxies,
      logName: Stack.of(this).stackName,
      logRetention,
    });
    // Built from the API's id: its `url` would make the functions, which are told it, wait for the stage, which waits for them.
    const own = `https://${this.#api.restApiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}/${stageName}`;
    this.url = siteUrl ?? own;
    if (siteUrl && certificateArn) {
      this.#api.addDomainName('Domain', {
        domainName: new URL(siteUrl).hostname,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
      });
    }
    new SiteAlarms(this, 'Alarms', { api: this.#api, accessLog, firewall, stage, topic: alarms });
  }

  /** The host that the DNS record of `siteUrl` must point to, where API Gateway answers for it. */
  get domainTarget(): string | undefined {
    return this.#api.domainName?.domainNameAliasDomainName;
  }

  /** Opens the manifest's doors, each with the function behind its site. */
  serve(behind: Readonly<Record<keyof typeof sites, CarewayFunction>>): void {
    const integration = (site: keyof typeof sites) =>
      new LambdaIntegration(behind[site].lambda, { proxy: true, scopePermissionToMethod: false });
    const integrations = { public: integration('public'), staff: integration('staff') };
    for (const { path, site, method } of methods) {
      this.#api.root.resourceForPath(path).addMethod(method, integrations[site]);
    }
  }
}
