package io.sanse.model.library;

import java.io.Serial;

/** A file of the library is wrong; the message begins with {@code file:line:column}. */
public final class ModelFileException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    ModelFileException(Place place, String what, Throwable cause) {
        super(place + ": " + what, cause);
    }

    ModelFileException(Place place, String what) {
        this(place, what, null);
    }
}
