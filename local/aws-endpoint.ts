/** The address that requests carry. The top-level domain is reserved (RFC 2606), so a request that escapes reaches nobody. */
const ENDPOINT = 'http://aws.invalid';

/** The one region and the dummy credentials of the local platform. */
const REGION = 'eu-west-2';
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Nobody checks a signature within one process, and making it was a third of the cost of a call. */
const signer = { sign: async <Request>(request: Request): Promise<Request> => request };

/** What is read of the request that the SDK made. */
interface SdkRequest {
  headers: Record<string, string>;
  body?: unknown;
}

/** What is read of the options that come with a request. */
interface HandlerOptions {
  abortSignal?: { readonly aborted: boolean } | undefined;
}

/** An error that an AWS service answers with: the name is what callers catch and what state machines match. */
export class AwsError extends Error {
  /** HTTP status: 400 for the caller's mistake, 500 and above for the service's. */
  readonly status: number;
  /** Members of the answer beside the message, such as `CancellationReasons`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string, details: Record<string, unknown> = {}, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
    this.details = details;
  }
}

/** Answers one operation of a service, `PutItem` say. Input and output are the JSON of the wire: blobs are base64 strings. */
export type Handle = (operation: string, input: unknown) => Promise<unknown>;

/**
 * Client options that connect an AWS SDK v3 client to a handler in this process, without a socket.
 *
 * Speaks AWS JSON 1.0 and 1.1, which DynamoDB (`DynamoDB_20120810.*`) and Step Functions (`AWSStepFunctions.*`) use in the SDK's
 * versions installed here. A `Date` in an answer becomes the epoch seconds that this protocol asks for. An error with a numeric
 * `status` (see {@link AwsError}) is answered as AWS would; any other error is a defect of the handler and rejects the client's
 * promise as it is, so that it is neither retried nor disguised.
 *
 * @throws Error, from the client's call, for another protocol: an SDK that moves a service to CBOR is noticed by its first call
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export const awsEndpoint = (handle: Handle) => ({
  region: REGION,
  credentials: CREDENTIALS,
  endpoint: ENDPOINT,
  signer,
  requestHandler: {
    handle: async ({ headers, body }: SdkRequest, { abortSignal }: HandlerOptions = {}) => {
      if (abortSignal?.aborted) throw Object.assign(new Error('Request aborted'), { name: 'AbortError' });
      const operation = operationOf(headers);
      try {
        return response(200, await handle(operation, decode(body)));
      } catch (error) {
        if (!isAnswer(error)) throw error;
        return response(error.status, { __type: error.name, message: error.message, ...error.details });
      }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  },
});

const operationOf = (headers: Record<string, string>): string => {
  const operation = header(headers, 'x-amz-target')?.split('.')[1];
  if (!operation || !header(headers, 'content-type')?.startsWith('application/x-amz-json-1.'))
    throw new Error(`The local endpoint speaks AWS JSON, not ${header(headers, 'content-type') ?? 'what was sent'}`);
  return operation;
};

const header = (headers: Record<string, string>, name: string): string | undefined =>
  headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

const decode = (body: unknown): unknown => {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '');
  return text === '' ? {} : JSON.parse(text);
};

const isAnswer = (error: unknown): error is Error & { status: number; details?: Record<string, unknown> } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';

const response = (statusCode: number, output: unknown) => ({
  response: {
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.0' } as Record<string, string>,
    body: new TextEncoder().encode(JSON.stringify(output ?? {}, epochSeconds)),
  },
});

/** JSON.stringify calls Date's toJSON before the replacer, so the date itself is read from the holder. */
function epochSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? original.getTime() / 1000 : value;
}
