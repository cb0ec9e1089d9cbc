package io.sanse.ingest.publish;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who hears of a vehicle because it is tied to them: they are told where it is by night in a sensitive zone, and under which manifests it travels. What they are told depends on
 * nothing but the observation and the registry.
 */
public final class TiedSubjects {
    private final Function<String, List<Subject>> tiesOf;
    private final Predicate<GeoPoint> sensitive;

    /**
     * @param tiesOf the firm and the people to whom a vehicle is tied, by its plate
     * @param sensitive whether a place lies in a zone in which vehicles have no business by night
     */
    public TiedSubjects(Function<String, List<Subject>> tiesOf, Predicate<GeoPoint> sensitive) {
        this.tiesOf = tiesOf;
        this.sensitive = sensitive;
    }

    /** Those whom the observation does not name already. */
    Set<Subject> of(Observation observation) {
        if (observation.kind() != Kind.MANIFEST && !isNightly(observation)) {
            return Set.of();
        }
        Set<Subject> tied = new LinkedHashSet<>();
        Stream.concat(Stream.of(observation.subject()), observation.mentions().stream())
                .filter(named -> named.type() == SubjectType.VEHICLE)
                .forEach(vehicle -> tied.addAll(tiesOf.apply(vehicle.id())));
        tied.remove(observation.subject());
        observation.mentions().forEach(tied::remove);
        return tied;
    }

    /** The place first: nearly all positions are nowhere near. */
    private boolean isNightly(Observation observation) {
        return (observation.kind() == Kind.POSITION || observation.kind() == Kind.CAPTURE)
                && observation.location() != null
                && sensitive.test(observation.location())
                && Nights.contains(observation.observedAt().toEpochMilli());
    }
}
