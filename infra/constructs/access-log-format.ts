import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * What the access log holds of a request: the door it came through as the manifest writes it, and how it was answered. Neither the person's
 * address and browser nor the path, which a mistyped link may put a name into; which call it was is in the function's log, under the
 * function's number of the request.
 */
export const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    method: AccessLogField.contextHttpMethod(),
    door: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    milliseconds: AccessLogField.contextResponseLatency(),
    bytes: AccessLogField.contextResponseLength(),
    functionRequestId: AccessLogField.contextAwsEndpointRequestId(),
    error: AccessLogField.contextErrorResponseType(),
  }),
);
