package io.sanse.ingest.decode.jt808;

import java.util.Objects;

/**
 * Message header (JT/T 808-2019 clause 4.4.3).
 *
 * @param messageId WORD
 * @param edition {@link Edition#V2019} when the version mark is set, else {@link Edition#V2013}
 * @param protocolVersion counts from 1 in 2019, 0 before
 * @param phone the BCD field as lower-case hex text: 12 digits, 20 in 2019; letters occur in the field
 * @param serial WORD, counted by the sender
 * @param encryption bits 10 to 12 of the attributes: 0 none, 1 RSA
 * @param bodyLength bytes of the body, at most {@value #MAX_BODY_LENGTH}
 * @param part which part of a longer message this is, null when it is whole
 */
public record Header(
        int messageId,
        Edition edition,
        int protocolVersion,
        String phone,
        int serial,
        int encryption,
        int bodyLength,
        Part part) {

    public static final int MAX_BODY_LENGTH = 1023;

    /** Bytes of the longest frame without its delimiters, un-escaped: header, body, check byte. */
    public static final int MAX_FRAME_LENGTH = 21 + MAX_BODY_LENGTH + 1;

    /**
     * Place in a divided message.
     *
     * @param total number of parts
     * @param number counts from 1
     */
    public record Part(int total, int number) {}

    public Header {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(phone, "phone");
    }

    /** The terminal's key: the phone without its leading zeros, so that both header editions give the same key. */
    public String terminalKey() {
        int start = 0;
        while (start < phone.length() - 1 && phone.charAt(start) == '0') {
            start++;
        }
        return phone.substring(start);
    }
}
