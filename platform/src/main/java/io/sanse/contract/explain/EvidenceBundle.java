package io.sanse.contract.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Everything that made a detection, by content. Its parts are JSON as it is hashed: a reader that does not know a member must not lose it. What they hold: {@code docs/models.md}.
 *
 * @param format {@link #FORMAT}
 * @param detection the word that is proved, a {@link io.sanse.contract.detection.Detection}
 * @param models the texts of all models that judged this type of subject then
 * @param derivation the texts of the derivation's parameters and of the working calendar
 * @param registry the registry entries that it needs, each with the time from which it was known
 * @param history what came of the subject and its feeds, in order of arrival
 * @param hashes of the parts and of the whole
 */
public record EvidenceBundle(
        String format,
        JsonNode detection,
        List<JsonNode> models,
        JsonNode derivation,
        List<JsonNode> registry,
        List<JsonNode> history,
        BundleHashes hashes) {
    public static final String FORMAT = "sanse-evidence-bundle/1";

    public EvidenceBundle {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(derivation, "derivation");
        Objects.requireNonNull(hashes, "hashes");
        models = List.copyOf(models);
        registry = List.copyOf(registry);
        history = List.copyOf(history);
    }

    /**
     * SHA-256 in hexadecimal over canonical JSON: members by name, no white space, UTF-8.
     *
     * @param parts by {@code detection}, {@code derivation}, {@code models/0}, {@code registry/0}, {@code history/0} …
     * @param whole over an object of {@code format} and {@code parts}
     */
    public record BundleHashes(Map<String, String> parts, String whole) {
        public BundleHashes {
            Objects.requireNonNull(whole, "whole");
            parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        }
    }
}
