package io.sanse.ingest.decode;

import java.util.Locale;

/** Why input was refused. The lower-case name is the {@code reason} of metrics and dead letters. */
public enum RejectionReason {
    /** The check value of the frame does not fit its bytes. */
    CHECKSUM,
    /** The declared length differs from the number of bytes that came. */
    LENGTH,
    /** Too short for a header, or the stream ended inside a frame. */
    TRUNCATED,
    /** Longer than any frame may be. */
    OVERSIZED,
    /** An escape byte followed by something that is no escape. */
    ESCAPE,
    /** Bytes outside any frame. */
    NOISE,
    /** A message whose kind this platform does not read. */
    UNSUPPORTED_MESSAGE,
    /** A body that is encrypted. */
    ENCRYPTED,
    /** A frame that is sound but whose body does not have the shape its kind demands. */
    MALFORMED,
    /** A message of several parts of which some never came. */
    PART_MISSING;

    /** The name used outside the code, such as {@code unsupported_message}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
