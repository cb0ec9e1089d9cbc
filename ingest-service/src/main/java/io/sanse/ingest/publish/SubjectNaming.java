package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Under whose keys an observation travels: its subject, everyone that it mentions and, for a station's reading, the stations that compare themselves with it. */
final class SubjectNaming {
    private final int partitions;
    private final Function<String, List<String>> neighboursOf;

    /**
     * @param partitions number of partitions of the topic
     * @param neighboursOf MNs of the stations that a station is compared with, by its MN
     */
    SubjectNaming(int partitions, Function<String, List<String>> neighboursOf) {
        this.partitions = partitions;
        this.neighboursOf = neighboursOf;
    }

    /** One copy per subject, the observation's own first. */
    List<PlacedObservation> place(Observation observation) {
        Observation named = named(observation);
        List<PlacedObservation> copies = new ArrayList<>(1 + named.mentions().size());
        copies.add(place(named, named.subject()));
        for (Subject mention : named.mentions()) {
            copies.add(place(named.under(mention), mention));
        }
        return copies;
    }

    private PlacedObservation place(Observation copy, Subject subject) {
        return new PlacedObservation(SubjectPartitioner.partition(subject, partitions), copy);
    }

    private Observation named(Observation observation) {
        boolean compared =
                observation.kind() == Kind.READING && observation.subject().type() == SubjectType.STATION;
        if (!compared && observation.mentions().isEmpty()) {
            return observation;
        }
        Set<Subject> mentions = new LinkedHashSet<>(observation.mentions());
        if (compared) {
            neighboursOf.apply(observation.subject().id()).forEach(mn -> mentions.add(Subject.station(mn)));
        }
        mentions.remove(observation.subject());
        return new Observation(
                observation.id(),
                observation.source(),
                observation.subject(),
                List.copyOf(mentions),
                observation.observedAt(),
                observation.receivedAt(),
                observation.location(),
                observation.payload());
    }
}
