package io.sanse.notify.channel.smpp.text;

import java.util.Optional;

/**
 * The user data header of one part of a long message (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param reference the same in all parts of one message
 * @param total number of parts, 1–255
 * @param number of this part, from 1
 */
public record ConcatenationHeader(int reference, int total, int number) {
    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;

    public ConcatenationHeader {
        if (total < 1 || total > 255 || number < 1 || number > total) {
            throw new IllegalArgumentException("part " + number + " of " + total);
        }
    }

    /** The header in its 6-octet form, with the low 8 bits of the reference. */
    byte[] toOctets() {
        return new byte[] {5, SHORT_REFERENCE, 3, (byte) reference, (byte) total, (byte) number};
    }

    /** Octets that a user data header takes at the start of a content: its length octet and what that announces. */
    public static int length(byte[] content) {
        return content.length == 0 ? 0 : Math.min(content.length, 1 + (content[0] & 0xFF));
    }

    /** The concatenation element of the user data header that a content starts with, with 8- or 16-bit reference. */
    public static Optional<ConcatenationHeader> find(byte[] content) {
        int end = length(content);
        int at = 1;
        while (at + 1 < end) {
            int size = content[at + 1] & 0xFF;
            if (at + 2 + size <= end && isConcatenation(content[at], size)) {
                return element(content, at + 2, size);
            }
            at += 2 + size;
        }
        return Optional.empty();
    }

    private static boolean isConcatenation(int element, int size) {
        return element == SHORT_REFERENCE && size == 3 || element == LONG_REFERENCE && size == 4;
    }

    private static Optional<ConcatenationHeader> element(byte[] content, int at, int size) {
        int low = at + size - 3;
        int reference = (size == 4 ? (content[at] & 0xFF) << 8 : 0) | content[low] & 0xFF;
        int total = content[low + 1] & 0xFF;
        int number = content[low + 2] & 0xFF;
        return number < 1 || number > total
                ? Optional.empty()
                : Optional.of(new ConcatenationHeader(reference, total, number));
    }
}
