package io.sanse.runtime.failure;

import java.io.Serial;

/** Something that is needed does not answer now: the same may succeed later. */
public final class Unavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
