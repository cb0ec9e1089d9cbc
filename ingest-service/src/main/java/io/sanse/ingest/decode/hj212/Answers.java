package io.sanse.ingest.decode.hj212;

import io.sanse.ingest.decode.hj212.Packet.Head;
import java.util.List;

/** The platform's answers (HJ 212-2017 clause 6.6 and annex C): they repeat what names the request. */
public final class Answers {
    /** The standard needs 50 characters; what repeats more of the sender's words is no answer. */
    private static final int MOST_REPEATED = 256;

    private static final String SYSTEM = "91";
    private static final String REQUEST_ANSWER = "9011";
    private static final String NOTICE_ANSWER = "9013";
    private static final String DATA_ANSWER = "9014";

    private Answers() {}

    /** QnRtn, the result of a request (HJ 212-2017 table 10). */
    public enum RequestResult {
        REFUSED(2),
        WRONG_PASSWORD(3),
        UNKNOWN_DEVICE(4),
        WRONG_COMMAND(8),
        WRONG_CRC(9);

        private final int code;

        RequestResult(int code) {
            this.code = code;
        }
    }

    /**
     * The answer that says a packet has arrived: 9014 for data, 9013 for a notice, 9011 with its result for a command that a
     * platform does not serve; null when the packet wants none, is an answer itself, or calls itself by more than an answer can repeat.
     */
    public static Packet received(Packet packet) {
        String command = packet.head().command();
        if (!canBeAnswered(packet)) {
            return null;
        }
        if (command.startsWith("2") || command.startsWith("3")) {
            return answer(packet, DATA_ANSWER, List.of());
        }
        if (command.equals("1013") || command.equals("9015")) {
            return answer(packet, NOTICE_ANSWER, List.of());
        }
        return refused(packet, RequestResult.WRONG_COMMAND);
    }

    /** 9011 with the reason of a refusal; null as in {@link #received}. */
    public static Packet refused(Packet packet, RequestResult result) {
        if (!canBeAnswered(packet)) {
            return null;
        }
        return answer(packet, REQUEST_ANSWER, List.of(Parameter.field(0, "QnRtn", String.valueOf(result.code))));
    }

    private static boolean canBeAnswered(Packet packet) {
        Head head = packet.head();
        boolean isAnswer = head.command().startsWith("901") && !head.command().equals("9015");
        int repeated = head.requestNumber().length()
                + head.password().length()
                + head.deviceId().length();
        return packet.answerWanted() && !isAnswer && repeated <= MOST_REPEATED;
    }

    private static Packet answer(Packet packet, String command, List<Parameter> parameters) {
        Head head = packet.head();
        Flags flags = head.flags().ofAnswer();
        return new Packet(
                new Head(head.requestNumber(), SYSTEM, command, head.password(), head.deviceId(), flags, null),
                parameters);
    }
}
