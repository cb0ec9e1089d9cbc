package io.sanse.ingest.decode.jt808;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks one un-escaped frame and reads its header (JT/T 808-2019 clause 4.4). */
public final class FrameDecoder {
    private static final int ATTRIBUTES_END = 4;
    private static final int VERSION_MARK = 1 << 14;
    private static final int PARTS_MARK = 1 << 13;
    private static final int LENGTH_MASK = 0x3ff;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private FrameDecoder() {}

    /**
     * Decodes the bytes between two delimiters.
     *
     * @param content un-escaped bytes: header, body, check byte
     * @return the frame, or CHECKSUM, LENGTH or TRUNCATED
     */
    public static Decoded<Frame> decode(byte[] content) {
        return decode(content, 0, content.length, false);
    }

    /**
     * The header of a frame that may be damaged, for an answer that names it.
     *
     * @return null when the bytes are too few for a header
     */
    public static Header headerOf(byte[] content) {
        int headerLength = headerLength(content, 0, content.length);
        return headerLength < 0 || content.length < headerLength ? null : header(content, 0);
    }

    static Decoded<Frame> decode(byte[] content, int from, int to, boolean repaired) {
        int length = to - from;
        int headerLength = headerLength(content, from, to);
        if (headerLength < 0 || length < headerLength + 1) {
            return rejected(RejectionReason.TRUNCATED, length + " bytes hold no header", content, from, to);
        }
        byte difference = 0;
        for (int i = from; i < to; i++) {
            difference ^= content[i];
        }
        if (difference != 0) {
            return rejected(RejectionReason.CHECKSUM, "check byte off by " + (difference & 0xff), content, from, to);
        }
        int bodyLength = length - headerLength - 1;
        int declared = word(content, from + 2) & LENGTH_MASK;
        if (declared != bodyLength) {
            String detail = "body declared " + declared + ", came " + bodyLength;
            return rejected(RejectionReason.LENGTH, detail, content, from, to);
        }
        byte[] body = Arrays.copyOfRange(content, from + headerLength, to - 1);
        return new Decoded.Accepted<>(new Frame(header(content, from), body, repaired));
    }

    /** The whole length that the attributes promise, or −1 when the attributes have not come. */
    static int promisedLength(byte[] content, int from, int to) {
        int headerLength = headerLength(content, from, to);
        return headerLength < 0 ? -1 : headerLength + (word(content, from + 2) & LENGTH_MASK) + 1;
    }

    static Decoded<Frame> rejected(RejectionReason reason, String detail, byte[] content, int from, int to) {
        byte[] raw = Arrays.copyOfRange(content, from, to);
        return new Decoded.Rejected<>(
                reason, detail, AuthenticationCode.withheld(raw, headerLength(raw, 0, raw.length)));
    }

    private static int headerLength(byte[] content, int from, int to) {
        if (to - from < ATTRIBUTES_END) {
            return -1;
        }
        int attributes = word(content, from + 2);
        int fixed = (attributes & VERSION_MARK) != 0 ? 17 : 12;
        return (attributes & PARTS_MARK) != 0 ? fixed + 4 : fixed;
    }

    private static Header header(byte[] content, int from) {
        int attributes = word(content, from + 2);
        Edition edition = (attributes & VERSION_MARK) != 0 ? Edition.V2019 : Edition.V2013;
        int phoneAt = from + ATTRIBUTES_END + (edition.hasVersionMark() ? 1 : 0);
        int serialAt = phoneAt + edition.phoneLength();
        Header.Part part = (attributes & PARTS_MARK) == 0
                ? null
                : new Header.Part(word(content, serialAt + 2), word(content, serialAt + 4));
        return new Header(
                word(content, from),
                edition,
                edition.hasVersionMark() ? content[phoneAt - 1] & 0xff : 0,
                hex(content, phoneAt, edition.phoneLength()),
                word(content, serialAt),
                attributes >> 10 & 7,
                attributes & LENGTH_MASK,
                part);
    }

    private static String hex(byte[] content, int from, int length) {
        byte[] digits = new byte[length * 2];
        for (int i = 0; i < length; i++) {
            int value = content[from + i];
            digits[2 * i] = HEX[value >> 4 & 15];
            digits[2 * i + 1] = HEX[value & 15];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static int word(byte[] content, int at) {
        return (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
    }
}
