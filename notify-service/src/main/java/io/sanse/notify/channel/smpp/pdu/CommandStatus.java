package io.sanse.notify.channel.smpp.pdu;

import java.util.Arrays;

/** The command_status values of SMPP 3.4 (5.1.3) that this software sends or has to tell apart. */
public enum CommandStatus {
    OK(0x00, "ok"),
    INVALID_MESSAGE_LENGTH(0x01, "message length is invalid"),
    INVALID_COMMAND_LENGTH(0x02, "command length is invalid"),
    INVALID_COMMAND_ID(0x03, "command id is not known"),
    WRONG_BIND_STATE(0x04, "wrong bind state for this command"),
    ALREADY_BOUND(0x05, "already bound"),
    SYSTEM_ERROR(0x08, "system error"),
    INVALID_SOURCE(0x0A, "source address is invalid"),
    INVALID_DESTINATION(0x0B, "destination address is invalid"),
    INVALID_MESSAGE_ID(0x0C, "message id is not known"),
    BIND_FAILED(0x0D, "bind failed"),
    INVALID_PASSWORD(0x0E, "password is wrong"),
    INVALID_SYSTEM_ID(0x0F, "system id is wrong"),
    QUEUE_FULL(0x14, "message queue is full"),
    SUBMIT_FAILED(0x45, "submit failed"),
    THROTTLED(0x58, "throttled"),
    INVALID_OPTIONAL_PARAMETERS(0xC0, "optional parameters are malformed");

    private final int code;
    private final String meaning;

    CommandStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Words for any status, also one outside this list: {@code "0x58 throttled"}. */
    public static String describe(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .map(status -> "0x%02x %s".formatted(code, status.meaning))
                .orElseGet(() -> "0x%02x".formatted(code));
    }
}
