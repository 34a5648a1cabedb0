import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { CarewayFunction } from './careway-function.ts';

export type OutgoingMailProps = {
  /** The sender of all mail, such as `no-reply@care.example.gov.uk`; its domain is verified once. */
  readonly from: string;
  /** Encrypts the reports of mail that was not delivered, since they name the recipient; its policy must let SES use it. */
  readonly key: IKey;
};

/**
 * SES: the domain that mail comes from, and the reports of what became of it. Defaults: signed by DKIM, delivered over TLS or not at
 * all (an email says that a person has asked for care), addresses that bounced or complained are not written to again.
 */
export class OutgoingMail extends Construct {
  readonly identity: EmailIdentity;
  readonly #from: string;
  readonly #configurationSet: ConfigurationSet;
  readonly #feedback: Topic;

  constructor(scope: Construct, id: string, { from, key }: OutgoingMailProps) {
    super(scope, id);
    this.#from = from;
    this.#configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(from.slice(from.indexOf('@') + 1)),
      configurationSet: this.#configurationSet,
      // Bounces come by the topic; a copy to the sender's mailbox would leave recipients' addresses there.
      feedbackForwarding: false,
    });
    this.#feedback = new Topic(this, 'Feedback', { masterKey: key, enforceSSL: true });
    this.#configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.#feedback),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** Sends mail from the one address, through the one configuration set. */
  allowSending(sender: CarewayFunction): void {
    const { configurationSetName } = this.#configurationSet;
    const set = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSetName,
    });
    sender.allow(['ses:SendEmail'], [this.identity.emailIdentityArn, set], {
      StringEquals: { 'ses:FromAddress': this.#from },
    });
    sender.lambda.addEnvironment('MAIL_FROM', this.#from);
    sender.lambda.addEnvironment('MAIL_CONFIGURATION_SET', configurationSetName);
  }

  /** Calls the function for every bounce, complaint, delay and refusal. */
  reportTo({ lambda, unhandled }: CarewayFunction): void {
    this.#feedback.addSubscription(new LambdaSubscription(lambda, unhandled && { deadLetterQueue: unhandled }));
  }
}
