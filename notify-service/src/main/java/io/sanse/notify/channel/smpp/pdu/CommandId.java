package io.sanse.notify.channel.smpp.pdu;

import java.util.Arrays;
import java.util.Optional;

/** The commands of SMPP 3.4 that are interpreted here (5.1.2.1); a PDU with any other id is carried as it came. */
public enum CommandId {
    BIND_RECEIVER(0x01),
    BIND_TRANSMITTER(0x02),
    QUERY_SM(0x03),
    SUBMIT_SM(0x04),
    DELIVER_SM(0x05),
    UNBIND(0x06),
    BIND_TRANSCEIVER(0x09),
    ENQUIRE_LINK(0x15),
    DATA_SM(0x103),
    GENERIC_NACK(0x80000000),
    BIND_RECEIVER_RESP(0x80000001),
    BIND_TRANSMITTER_RESP(0x80000002),
    QUERY_SM_RESP(0x80000003),
    SUBMIT_SM_RESP(0x80000004),
    DELIVER_SM_RESP(0x80000005),
    UNBIND_RESP(0x80000006),
    BIND_TRANSCEIVER_RESP(0x80000009),
    ENQUIRE_LINK_RESP(0x80000015),
    DATA_SM_RESP(0x80000103);

    /** Set in the id of every response. */
    public static final int RESPONSE_BIT = 0x80000000;

    private final int id;

    CommandId(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    public static Optional<CommandId> of(int id) {
        return Arrays.stream(values()).filter(command -> command.id == id).findFirst();
    }
}
