package io.sanse.contract.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sanse.contract.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Live versions of models that have to be certified again, as people are to be told. On the topic {@code model-notices} under its id; it may come more than once, and then names
 * the same.
 *
 * @param id by which a repeated one is known
 * @param at when it was found, this time
 * @param standing of all of them
 * @param versions at least one; each is told once for each date and standing
 */
public record CertificationNotice(UUID id, Instant at, Standing standing, List<Version> versions) {
    public CertificationNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(standing, "standing");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a notice is about one version at least");
        }
    }

    /** How a certification stands. */
    public enum Standing {
        /** Its date comes soon. */
        DUE,
        /** Its date is past; the version goes on judging. */
        OVERDUE;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param model model id
     * @param version its number
     * @param name of the model, for people
     * @param until certified until then
     */
    public record Version(String model, int version, LocalizedText name, Instant until) {
        public Version {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(until, "until");
        }
    }
}
