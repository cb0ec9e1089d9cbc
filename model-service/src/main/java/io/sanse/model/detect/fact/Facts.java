package io.sanse.model.detect.fact;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Wake;

/** What is known about one subject. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VehicleFacts.class, name = "vehicle"),
    @JsonSubTypes.Type(value = ManifestFacts.class, name = "manifest"),
    @JsonSubTypes.Type(value = EnterpriseFacts.class, name = "enterprise"),
    @JsonSubTypes.Type(value = StationFacts.class, name = "station"),
    @JsonSubTypes.Type(value = SiteFacts.class, name = "site"),
    @JsonSubTypes.Type(value = PersonFacts.class, name = "person")
})
public sealed interface Facts
        permits VehicleFacts, ManifestFacts, EnterpriseFacts, StationFacts, SiteFacts, PersonFacts {
    /** With one more observation; the same object when it is known already or says nothing to the models. */
    Facts with(Observation observation);

    /**
     * Without what can no longer matter.
     *
     * @param since beginning of the earliest episode that is not settled, which stays explained, or {@link Long#MAX_VALUE}, ms
     */
    Facts forget(long since);

    /** Without the oldest of what is more than is kept of anybody; the same object when nothing goes. */
    Facts trimmed(Trim trim);

    /** Whether {@link #forget} may leave something out; false only when it does not. */
    default boolean mayForget() {
        return true;
    }

    /** What ended before this time is settled: its facts may be forgotten, and what was said of it stands, ms. */
    long horizon();

    /** Whether nothing is known. */
    boolean knowsNothing();

    /** When everything may be forgotten, or what {@link #expired()} leaves out; null: not as far as is known. */
    default Wake expiry() {
        return null;
    }

    /** What has to be remembered when that has come; null: nothing. */
    default Facts expired() {
        return null;
    }
}
