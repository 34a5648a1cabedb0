/** What SES has published about a mail, as far as it says what became of it. */
export type Feedback = {
  readonly eventType: string;
  readonly bounceType?: string | undefined;
  readonly bounceSubType?: string | undefined;
  readonly complaintFeedbackType?: string | undefined;
};

/**
 * What a mail came back as. `gone`: the address takes no mail, or SES never sent this one. `unwanted`: whoever reads there marked it as unwanted.
 * `for-now`: it did not arrive, and may arrive another time. `nothing`: it arrived, or is on its way.
 */
export type CameBack = 'gone' | 'unwanted' | 'for-now' | 'nothing';

/**
 * What became of a mail. An out-of-office reply is told as a transient bounce of the subtype General and follows a mail that arrived, so it says
 * nothing; a server that is out of order looks the same, and SES has tried it for hours by then. What SES cannot determine is not held against
 * an address the first time.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-types
 */
export const cameBackAs = ({ eventType, bounceType, bounceSubType, complaintFeedbackType }: Feedback): CameBack => {
  if (eventType === 'Reject' || eventType === 'Rendering Failure') return 'gone';
  if (eventType === 'Complaint') return complaintFeedbackType === 'not-spam' ? 'nothing' : 'unwanted';
  if (eventType !== 'Bounce') return 'nothing';
  if (bounceType === 'Transient') return bounceSubType === 'General' ? 'nothing' : 'for-now';
  return bounceType === 'Undetermined' ? 'for-now' : 'gone';
};

/** Hours after which a mail that came back for now is sent once more. */
export const hoursUntilAgain = 24;
