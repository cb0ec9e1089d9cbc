package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under whose keys an observation travels: its subject, everyone that it mentions and, for a station's reading, the stations that compare themselves with it and, when it tells
 * of dust minute by minute, the site around which the station measures. What a vehicle does may concern those to whom it is tied, too, though nothing names them.
 */
public final class SubjectNaming {
    /** How the codes of dust in the air begin: TSP, PM10, PM2.5. */
    private static final String DUST = "a340";

    private final int partitions;
    private final StationLinks links;
    private final TiedSubjects tied;

    /**
     * @param partitions number of partitions of the topic
     * @param links who else hears of a station
     * @param tied who else hears of a vehicle
     */
    public SubjectNaming(int partitions, StationLinks links, TiedSubjects tied) {
        this.partitions = partitions;
        this.links = links;
        this.tied = tied;
    }

    /** One copy per subject, the observation's own first. */
    List<PlacedObservation> place(Observation observation) {
        Observation named = named(observation);
        List<PlacedObservation> copies = new ArrayList<>(1 + named.mentions().size());
        copies.add(place(named, named.subject()));
        for (Subject mention : named.mentions()) {
            copies.add(place(named.under(mention), mention));
        }
        for (Subject other : tied.of(named)) {
            copies.add(place(named.forOther(other), other));
        }
        return copies;
    }

    /** The observation with all whom it concerns among its mentions, and a copy for each who hears of it without being named. */
    public List<Observation> said(Observation observation) {
        Observation named = named(observation);
        List<Observation> said = new ArrayList<>(List.of(named));
        tied.of(named).forEach(other -> said.add(named.forOther(other)));
        return said;
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
            links.neighboursOf().apply(observation.subject().id()).forEach(mn -> mentions.add(Subject.station(mn)));
            String site = tellsOfDust(observation)
                    ? links.siteOf().apply(observation.subject().id())
                    : null;
            if (site != null) {
                mentions.add(Subject.site(site));
            }
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

    private static boolean tellsOfDust(Observation observation) {
        return observation.payload() instanceof Reading reading
                && reading.interval() == Reading.Interval.MINUTE
                && reading.factors().stream().anyMatch(factor -> factor.code().startsWith(DUST));
    }
}
