package io.sanse.notify.channel;

/** How the submission of one short message ended. */
public sealed interface SubmitOutcome {
    /** The operator has it. */
    record Accepted(String messageId) implements SubmitOutcome {}

    /** The operator will never take it. */
    record Refused(String reason) implements SubmitOutcome {}

    /** The operator has not taken it and asks for another try later. */
    record Busy(String reason) implements SubmitOutcome {}

    /** It has not left this process. */
    record NotSent(String reason) implements SubmitOutcome {}

    /** It may or may not have been taken: sending it again may double it. */
    record Unknown(String reason) implements SubmitOutcome {}
}
