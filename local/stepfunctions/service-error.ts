import { AwsError } from '../aws-endpoint.ts';

/** An error of the Step Functions API, with AWS's own name, such as `ExecutionDoesNotExist`, and its HTTP status. */
export class StepFunctionsError extends AwsError {
  constructor(name: string, message: string, status = 400) {
    super(name, message, {}, status);
  }

  /** The response body in the AWS JSON 1.0 protocol. */
  toJSON(): { __type: string; message: string } {
    return { __type: this.name, message: this.message };
  }
}
