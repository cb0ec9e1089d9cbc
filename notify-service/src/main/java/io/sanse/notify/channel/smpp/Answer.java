package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.CommandStatus;
import io.sanse.notify.channel.smpp.pdu.PduBody;

/** What a peer's request is answered with. */
public record Answer(int status, PduBody body) {

    public static Answer ok(PduBody body) {
        return new Answer(CommandStatus.OK.code(), body);
    }

    public static Answer refused(CommandStatus status) {
        return new Answer(status.code(), new PduBody.Empty());
    }
}
