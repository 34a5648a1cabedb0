/** The account that the emulator works in. */
export const account = '000000000000';
export const region = 'eu-west-2';

/** What the CDK CLI and the functions are told of the emulator in place of AWS. The credentials are no secret: none are checked. */
export const awsEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ENDPOINT_URL_S3: endpoint,
  AWS_ACCESS_KEY_ID: account,
  AWS_SECRET_ACCESS_KEY: 'emulator',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
});

/** The services whose protocol is one JSON document there and one back, with the prefix of their operations. */
const prefixes = {
  'cognito-idp': 'AWSCognitoIdentityProviderService',
  dynamodb: 'DynamoDB_20120810',
  logs: 'Logs_20140328',
  states: 'AWSStepFunctions',
} as const;

/**
 * Calls one operation of an AWS service of the emulator, without the SDK's client for it.
 *
 * @throws Error with the service's answer where it refuses
 */
export const createAws =
  (endpoint: string) =>
  async <T>(service: keyof typeof prefixes, operation: string, input: object): Promise<T> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${prefixes[service]}.${operation}`,
        // The emulator reads account, Region and service off the signature's scope and does not check the signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${text}`);
    return text === '' ? ({} as T) : JSON.parse(text);
  };
export type Aws = ReturnType<typeof createAws>;
