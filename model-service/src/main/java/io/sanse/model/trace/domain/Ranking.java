package io.sanse.model.trace.domain;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.trace.TraceBackCandidate;
import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Adds up what speaks for and against each vehicle and puts the likeliest first. The score is the sum of the points, cut to 0–100. */
public final class Ranking {
    private static final Comparator<TraceBackCandidate> BEST_FIRST = Comparator.comparingInt(TraceBackCandidate::score)
            .reversed()
            .thenComparing(TraceBackCandidate::from)
            .thenComparing(candidate -> candidate.vehicle().id());

    private final PresencePoints presence;
    private final SurroundingPoints surrounding;
    private final World world;

    public Ranking(PresencePoints presence, SurroundingPoints surrounding, World world) {
        this.presence = presence;
        this.surrounding = surrounding;
        this.world = world;
    }

    public List<TraceBackCandidate> rank(Collection<Surroundings> vehicles) {
        return vehicles.stream().map(this::candidate).sorted(BEST_FIRST).toList();
    }

    private TraceBackCandidate candidate(Surroundings vehicle) {
        Occasion occasion = presence.likeliest(vehicle.occasions());
        SurroundingPoints.Found found = surrounding.of(occasion, vehicle.sights());
        List<TraceBackEvidence> evidence = new ArrayList<>(presence.of(occasion));
        evidence.addAll(found.evidence());
        evidence.sort(Comparator.comparingDouble((TraceBackEvidence one) -> Math.abs(one.points()))
                .reversed());
        double sum = evidence.stream().mapToDouble(TraceBackEvidence::points).sum();
        Details.Vehicle registered = registered(vehicle.vehicle());
        return new TraceBackCandidate(
                vehicle.vehicle(),
                (int) Math.round(Math.max(0, Math.min(100, sum))),
                occasion.seenInside(),
                Instant.ofEpochMilli(occasion.from()),
                Instant.ofEpochMilli(occasion.until()),
                occasion.stayMs() / 1_000,
                vehicle.occasions().size(),
                registered == null ? null : registered.vehicleClass(),
                registered == null || registered.carrier() == null ? null : Subject.enterprise(registered.carrier()),
                firms(found, vehicle.papers()),
                named(vehicle.papers(), SubjectType.PERSON),
                evidence);
    }

    private Details.Vehicle registered(Subject vehicle) {
        RegistryEntry entry = world.vehicle(vehicle.id());
        return entry == null ? null : (Details.Vehicle) entry.details();
    }

    private static List<Subject> firms(SurroundingPoints.Found found, List<Subject> papers) {
        Set<Subject> firms = new LinkedHashSet<>(found.sources());
        firms.addAll(named(papers, SubjectType.ENTERPRISE));
        return List.copyOf(firms);
    }

    private static List<Subject> named(List<Subject> papers, SubjectType type) {
        return papers.stream().filter(subject -> subject.type() == type).toList();
    }
}
