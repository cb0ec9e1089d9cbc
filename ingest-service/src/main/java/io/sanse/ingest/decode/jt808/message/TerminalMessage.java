package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.MessageId;
import java.util.List;

/** A message between terminal and platform whose body was read. */
public sealed interface TerminalMessage
        permits LocationReport,
                TerminalMessage.HeartBeat,
                TerminalMessage.Unregistration,
                TerminalMessage.Registration,
                TerminalMessage.Authentication,
                TerminalMessage.LocationBatch,
                TerminalMessage.GeneralAnswer,
                TerminalMessage.RegistrationAnswer {

    /** The message id of the header. */
    int messageId();

    /** 0x0002, clause 8.3. */
    record HeartBeat() implements TerminalMessage {
        @Override
        public int messageId() {
            return MessageId.HEART_BEAT;
        }
    }

    /** 0x0003, clause 8.7. */
    record Unregistration() implements TerminalMessage {
        @Override
        public int messageId() {
            return MessageId.UNREGISTRATION;
        }
    }

    /**
     * 0x0100, clause 8.5. Text is trimmed of its padding.
     *
     * @param layout the edition whose body this is; 2011 and 2013 are told apart by trial
     * @param province GB/T 2260 province code
     * @param city GB/T 2260 city and county code
     * @param plateColour JT/T 415 code; 0 means no plate, then {@code plate} holds the VIN
     */
    record Registration(
            Edition layout,
            int province,
            int city,
            String manufacturer,
            String model,
            String terminalId,
            int plateColour,
            String plate)
            implements TerminalMessage {
        @Override
        public int messageId() {
            return MessageId.REGISTRATION;
        }
    }

    /**
     * 0x0102, clause 8.8.
     *
     * @param code the code that the platform gave at registration
     * @param imei empty before 2019
     * @param software empty before 2019
     */
    record Authentication(String code, String imei, String software) implements TerminalMessage {
        @Override
        public int messageId() {
            return MessageId.AUTHENTICATION;
        }
    }

    /**
     * 0x0704, clause 8.49.
     *
     * @param resent whether the reports were stored while out of coverage
     * @param declared how many reports the terminal says there are
     * @param reports those that could be read, in the order of the message
     * @param complete whether every declared report could be read and nothing was left over
     */
    record LocationBatch(boolean resent, int declared, List<LocationReport> reports, boolean complete)
            implements TerminalMessage {
        public LocationBatch {
            reports = List.copyOf(reports);
        }

        @Override
        public int messageId() {
            return MessageId.LOCATION_BATCH;
        }
    }

    /**
     * 0x0001 from a terminal, 0x8001 from the platform, clauses 8.1 and 8.2.
     *
     * @param messageId which of the two
     * @param answeredSerial serial of the answered message
     * @param answeredId id of the answered message
     * @param result one of the constants here
     */
    record GeneralAnswer(int messageId, int answeredSerial, int answeredId, int result) implements TerminalMessage {
        public static final int SUCCESS = 0;
        public static final int FAILURE = 1;
        public static final int WRONG_MESSAGE = 2;
        public static final int NOT_SUPPORTED = 3;

        /** The platform's answer. */
        public static GeneralAnswer ofPlatform(int answeredSerial, int answeredId, int result) {
            return new GeneralAnswer(MessageId.PLATFORM_GENERAL_ANSWER, answeredSerial, answeredId, result);
        }
    }

    /**
     * 0x8100, clause 8.6.
     *
     * @param answeredSerial serial of the registration
     * @param result one of the constants here
     * @param code the code to authenticate with, empty unless the result is success
     */
    record RegistrationAnswer(int answeredSerial, int result, String code) implements TerminalMessage {
        public static final int SUCCESS = 0;
        public static final int NO_SUCH_VEHICLE = 2;
        public static final int NO_SUCH_TERMINAL = 4;

        @Override
        public int messageId() {
            return MessageId.REGISTRATION_ANSWER;
        }
    }
}
