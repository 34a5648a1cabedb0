import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IEmailIdentity,
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
  /** Whether this stack makes the domain known to SES, or uses what another stage of the account and Region has made known. */
  readonly identity: 'own' | 'shared';
};

/**
 * SES: the domain that mail comes from, and the reports of what became of it. Defaults: signed by DKIM, delivered over TLS or not at
 * all (an email says that a person has asked for care), addresses that bounced or complained are not written to again.
 */
export class OutgoingMail extends Construct {
  /** The DNS records that prove the domain to be ours; absent where another stage holds it. */
  readonly dnsRecords: EmailIdentity['dkimRecords'] | undefined;
  readonly #identity: IEmailIdentity;
  readonly #from: string;
  readonly #configurationSet: ConfigurationSet;
  readonly #feedback: Topic;

  constructor(scope: Construct, id: string, { from, key, identity }: OutgoingMailProps) {
    super(scope, id);
    this.#from = from;
    this.#configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const domain = from.slice(from.indexOf('@') + 1);
    if (identity === 'own') {
      const own = new EmailIdentity(this, 'Identity', {
        identity: Identity.domain(domain),
        configurationSet: this.#configurationSet,
        // Bounces come by the topic; a copy to the sender's mailbox would leave recipients' addresses there.
        feedbackForwarding: false,
      });
      this.#identity = own;
      this.dnsRecords = own.dkimRecords;
    } else {
      this.#identity = EmailIdentity.fromEmailIdentityName(this, 'Identity', domain);
      this.dnsRecords = undefined;
    }
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
    sender.allow(['ses:SendEmail'], [this.#identity.emailIdentityArn, set], {
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
