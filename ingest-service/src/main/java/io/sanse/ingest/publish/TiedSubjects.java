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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who hears of a vehicle because it is tied to them: they are told where it is by night in a sensitive zone, and under which manifests it travels. What they are told depends on
 * nothing but the observation and the registry.
 */
public final class TiedSubjects {
    /** No more are told of a vehicle, however many the registry ties to it: what a batch of a thousand reports is copied to must stay on its way. */
    static final int MOST_TIES = 32;

    private final Ties ties;
    private final Predicate<GeoPoint> sensitive;
    private final Consumer<String> untold;

    /** To whom the registry ties vehicles. */
    public interface Ties {
        /** The firm and the people to whom a vehicle is tied, in an order that depends on the registry alone; at most as many as asked for. */
        List<Subject> of(String plate, int most);
    }

    /**
     * @param sensitive whether a place lies in a zone in which vehicles have no business by night
     * @param untold is told the plate of a vehicle each time when not all to whom it is tied are told
     */
    public TiedSubjects(Ties ties, Predicate<GeoPoint> sensitive, Consumer<String> untold) {
        this.ties = ties;
        this.sensitive = sensitive;
        this.untold = untold;
    }

    /** Those whom the observation does not name already. */
    Set<Subject> of(Observation observation) {
        if (observation.kind() != Kind.MANIFEST && !isNightly(observation)) {
            return Set.of();
        }
        Set<Subject> tied = new LinkedHashSet<>();
        Stream.concat(Stream.of(observation.subject()), observation.mentions().stream())
                .filter(named -> named.type() == SubjectType.VEHICLE)
                .forEach(vehicle -> tied.addAll(of(vehicle.id())));
        tied.remove(observation.subject());
        observation.mentions().forEach(tied::remove);
        return tied;
    }

    private List<Subject> of(String plate) {
        List<Subject> all = ties.of(plate, MOST_TIES + 1);
        if (all.size() <= MOST_TIES) {
            return all;
        }
        untold.accept(plate);
        return all.subList(0, MOST_TIES);
    }

    /** The place first: nearly all positions are nowhere near. */
    private boolean isNightly(Observation observation) {
        return (observation.kind() == Kind.POSITION || observation.kind() == Kind.CAPTURE)
                && observation.location() != null
                && sensitive.test(observation.location())
                && Nights.contains(observation.observedAt().toEpochMilli());
    }
}
