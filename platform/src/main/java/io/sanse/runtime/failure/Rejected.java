package io.sanse.runtime.failure;

import java.io.Serial;

/** The input can never succeed: it is answered with its reason and not tried again. */
public final class Rejected extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason short code in kebab case
     * @param detail one sentence: what is wrong and where
     */
    public Rejected(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
