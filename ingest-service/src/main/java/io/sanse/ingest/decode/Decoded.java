package io.sanse.ingest.decode;

import java.util.Objects;

/**
 * The outcome of decoding: a value, or the reason why there is none. Bad input is an outcome, never an exception.
 *
 * @param <T> what was decoded
 */
public sealed interface Decoded<T> {

    /** The value. */
    record Accepted<T>(T value) implements Decoded<T> {
        public Accepted {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The refusal.
     *
     * @param reason why
     * @param detail one sentence for the person who reads the dead letter; holds no more than numbers of the input
     * @param raw the refused bytes, as far as they were kept
     */
    record Rejected<T>(RejectionReason reason, String detail, byte[] raw) implements Decoded<T> {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(raw, "raw");
        }

        /** The same refusal where another type of value was hoped for. */
        public <U> Rejected<U> as() {
            return new Rejected<>(reason, detail, raw);
        }
    }
}
