package io.sanse.contract;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Input that could not be used, kept with its reason (死信).
 *
 * @param id unique; deterministic where the input has an identity, so that a repeat is one letter
 * @param service the service that refused it
 * @param protocol how it came: {@code jt808}, {@code hj212}, {@code http}, {@code kafka}
 * @param feed the feed or topic it came by, or null when not known
 * @param reason short code in kebab case, also the label of {@code sanse_rejected_total}
 * @param detail one sentence: what is wrong and where
 * @param raw the bytes as received, cut at 64 KiB; of uploads that register something or cannot be read only what it was, as JSON; stars in the place of a
 *     device's password or authentication code
 * @param receivedAt when it came
 */
public record DeadLetter(
        UUID id,
        String service,
        String protocol,
        String feed,
        String reason,
        String detail,
        byte[] raw,
        Instant receivedAt) {
    public static final int MAX_RAW_BYTES = 65_536;

    public DeadLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        raw = raw.length <= MAX_RAW_BYTES ? raw : java.util.Arrays.copyOf(raw, MAX_RAW_BYTES);
    }
}
