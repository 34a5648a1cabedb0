/** An error of the Step Functions API, with AWS's own name: what an endpoint sends as `__type`, `message` and HTTP status. */
export class StepFunctionsError extends Error {
  readonly type: string;
  readonly statusCode: number;

  /** @param type AWS's name, such as `ExecutionDoesNotExist` */
  constructor(type: string, message: string, statusCode = 400) {
    super(message);
    this.name = 'StepFunctionsError';
    this.type = type;
    this.statusCode = statusCode;
  }

  /** The response body in the AWS JSON 1.0 protocol. */
  toJSON(): { __type: string; message: string } {
    return { __type: this.type, message: this.message };
  }
}
