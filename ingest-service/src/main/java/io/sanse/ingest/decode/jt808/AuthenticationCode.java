package io.sanse.ingest.decode.jt808;

import java.util.Arrays;

/**
 * The code by which a terminal proves itself (0x0102, JT/T 808-2019 clause 8.9), and which the platform gives it (0x8100, clause 8.7), does not go into a dead letter: more
 * people read those than the registry shows its secrets to. A star stands in the place of each of its bytes, so that all else remains to be looked at.
 */
final class AuthenticationCode {
    private static final byte STAR = '*';

    /** Bytes before the code in 0x8100: serial and result. */
    private static final int ANSWER_HEAD = 3;

    private AuthenticationCode() {}

    /** A body without its code; one part of a message is withheld whole, since it does not say where the code lies. */
    static byte[] withheld(Header header, byte[] body) {
        int from = from(header.messageId());
        if (from < 0) {
            return body;
        }
        boolean counted = header.messageId() == MessageId.AUTHENTICATION
                && header.edition() == Edition.V2019
                && header.part() == null
                && body.length > 0
                && (body[0] & 0xff) < body.length;
        return counted
                ? starred(body, 1, 1 + (body[0] & 0xff))
                : starred(body, header.part() == null ? from : 0, body.length);
    }

    /**
     * Un-escaped bytes of a frame that is not sound, its check byte included, which would tell of the code.
     *
     * @param headerLength bytes before the body
     */
    static byte[] withheld(byte[] content, int headerLength) {
        return headerLength >= 0 && content.length > headerLength && isIn(content)
                ? starred(content, headerLength, content.length)
                : content;
    }

    /** Whether a message has a code. @param content un-escaped bytes of a frame, at least its message id */
    static boolean isIn(byte[] content) {
        return from((content[0] & 0xff) << 8 | content[1] & 0xff) >= 0;
    }

    /** So many bytes of which nothing is said. */
    static byte[] stars(int length) {
        return starred(new byte[length], 0, length);
    }

    /** Where the code begins in the body of a message, or −1 when it has none. */
    private static int from(int messageId) {
        return switch (messageId) {
            case MessageId.AUTHENTICATION -> 0;
            case MessageId.REGISTRATION_ANSWER -> ANSWER_HEAD;
            default -> -1;
        };
    }

    private static byte[] starred(byte[] bytes, int from, int to) {
        byte[] starred = bytes.clone();
        Arrays.fill(starred, Math.min(from, to), to, STAR);
        return starred;
    }
}
