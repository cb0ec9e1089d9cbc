package io.sanse.contract.service;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * The models.
 *
 * @param items by module and id
 */
public record ModelList(List<Model> items) {
    public ModelList {
        items = List.copyOf(items);
    }

    /**
     * One detection model (预警模型).
     *
     * @param id model id
     * @param version of its YAML
     * @param module {@code manifest}, {@code enterprise}, {@code vehicle}, {@code person}, {@code air} …
     * @param name for people
     * @param description what it finds, for people
     * @param level base level
     * @param state {@code live}, {@code canary} (in some districts) or {@code shadow} (alerts nobody)
     * @param districts division codes that a canary judges, in order; empty otherwise
     * @param parameters its thresholds
     * @param silences when it says nothing, now or later, by their beginning
     * @param source its YAML text
     */
    public record Model(
            String id,
            int version,
            String module,
            LocalizedText name,
            LocalizedText description,
            Level level,
            String state,
            List<String> districts,
            List<Parameter> parameters,
            List<Silence> silences,
            String source) {
        public Model {
            silences = silences == null ? List.of() : List.copyOf(silences);
        }
    }

    /**
     * A time in which a model says nothing of some place or subject (静默), by event time.
     *
     * @param kind {@code district}, {@code zone} or {@code subject}; null: everywhere
     * @param scope as {@link OwnValue}'s; null: everywhere
     * @param from when it begins
     * @param until when it is over, exclusive
     * @param inForce whether it has begun
     * @param owner who answers for it
     * @param reason why
     */
    public record Silence(
            String kind, String scope, Instant from, Instant until, boolean inForce, String owner, String reason) {}

    /**
     * A threshold.
     *
     * @param name parameter name
     * @param value its value
     * @param unit its unit
     * @param source {@code L} by law or {@code P} platform default
     * @param article the law's article for {@code L}, or null
     * @param overrides values that it has in places instead
     */
    public record Parameter(
            String name, String value, String unit, String source, String article, List<OwnValue> overrides) {
        public Parameter {
            overrides = overrides == null ? List.of() : List.copyOf(overrides);
        }
    }

    /**
     * The value of a threshold in one scope. Of those that fit the narrowest counts: a subject before a zone before the longer code of a district.
     *
     * @param kind {@code district}, {@code zone} or {@code subject}
     * @param scope division code, with all that begins with it; zone id; or subject as {@code type:id}
     * @param value its value there, in the threshold's unit
     * @param article the law's article for {@code L}, or null
     */
    public record OwnValue(String kind, String scope, String value, String article) {}
}
