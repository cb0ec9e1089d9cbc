package io.sanse.ingest.decode.jt808;

/** Message ids of JT/T 808-2019 clause 8 that the platform reads or sends. */
public final class MessageId {
    public static final int TERMINAL_GENERAL_ANSWER = 0x0001;
    public static final int HEART_BEAT = 0x0002;
    public static final int UNREGISTRATION = 0x0003;
    public static final int REGISTRATION = 0x0100;
    public static final int AUTHENTICATION = 0x0102;
    public static final int LOCATION_REPORT = 0x0200;
    public static final int LOCATION_BATCH = 0x0704;
    public static final int PLATFORM_GENERAL_ANSWER = 0x8001;
    public static final int REGISTRATION_ANSWER = 0x8100;

    private MessageId() {}

    /** Whether a message of this id answers another one; such a message is never answered itself. */
    public static boolean isAnswer(int messageId) {
        return messageId == TERMINAL_GENERAL_ANSWER
                || messageId == PLATFORM_GENERAL_ANSWER
                || messageId == REGISTRATION_ANSWER;
    }
}
