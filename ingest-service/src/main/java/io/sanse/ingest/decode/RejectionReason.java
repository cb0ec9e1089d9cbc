package io.sanse.ingest.decode;

import java.util.Locale;

/** Why input was refused. The label is the {@code reason} of metrics and dead letters. */
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
    PART_MISSING,
    /** A time that is none. */
    TIME_INVALID,
    /** A time further ahead of the platform's clock than clocks go wrong. */
    TIME_IN_FUTURE,
    /** A time before any terminal of this kind was built. */
    TIME_TOO_OLD,
    /** A speed that no truck has. */
    SPEED_IMPLAUSIBLE,
    /** Coordinates that are none or not in the country. */
    PLACE_IMPLAUSIBLE,
    /** A device that the registry does not know. */
    UNKNOWN_DEVICE,
    /** A wrong or missing authentication code or password. */
    AUTHENTICATION,
    /** A message in the name of another device than the connection's. */
    FOREIGN_IDENTITY;

    /** The name used outside the code, in kebab case: {@code unsupported-message}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
