package io.sanse.bench.durable.load;

import io.sanse.bench.stream.Reports;
import io.sanse.bench.stream.Rules;
import io.sanse.bench.stream.Stream;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A city that is up: each vehicle reports every 30 s of event time, one after the other, and between them manifests are picked up and received with a weight gap. Used
 * by one thread at a time.
 */
public final class LiveFeed {
    private static final int ROUND_MS = 30_000;
    private static final int BETWEEN_STEPS = 10;
    private static final double SENT_TONNES = 20;
    private static final double RECEIVED_TONNES = 16;
    private static final List<String> FEEDS = List.of("gps", "manifest", Progress.INTAKE);
    private static final Source PAPERS = new Source("manifest", "bench", "manifest");
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Reports reports;
    private final int[] partitions;
    private final Lanes lanes;
    private final Probes probes = new Probes();
    private long made;
    private long papers;
    private long progressAt = Stream.START.toEpochMilli();
    private int probeEvery;
    private long nextProbe;

    public LiveFeed(int vehicles, Lanes lanes) {
        this.reports = new Reports(vehicles);
        this.lanes = lanes;
        partitions = new int[vehicles];
        for (int i = 0; i < vehicles; i++) {
            partitions[i] = SubjectPartitioner.partition(reports.vehicle(i), lanes.partitions());
        }
    }

    /** @param reports how many lie between two manifests from now on */
    public void probeEvery(int reports) {
        probeEvery = Math.max(1, reports);
        nextProbe = made + probeEvery;
    }

    /** The next reports, and what lies between them. They are in the lanes then, not yet all at the broker. */
    public void report(long count) {
        for (long i = 0; i < count; i++) {
            int vehicle = (int) (made % partitions.length);
            Instant now = now();
            lanes.add(partitions[vehicle], reports.report(vehicle, now));
            made++;
            if (made == nextProbe) {
                nextProbe += probeEvery;
                probe(vehicle, now);
            }
            if (now.toEpochMilli() - progressAt >= Progress.HEARTBEAT_MS) {
                progress(now);
            }
        }
    }

    private Instant now() {
        return Stream.START.plusMillis(made * ROUND_MS / partitions.length);
    }

    /** One manifest begins, an earlier one ends. Its truck is the one that has just reported. */
    private void probe(int vehicle, Instant now) {
        long number = papers++;
        publish(number, reports.vehicle(vehicle), now, Step.PICKED_UP);
        if (number >= BETWEEN_STEPS) {
            long earlier = number - BETWEEN_STEPS;
            probes.sent(manifest(earlier).id(), System.nanoTime());
            publish(earlier, reports.vehicle(vehicle), now, Step.RECEIVED);
        }
    }

    private static Subject manifest(long number) {
        return Subject.manifest("P" + number);
    }

    private void publish(long number, Subject vehicle, Instant at, Step step) {
        boolean pickedUp = step == Step.PICKED_UP;
        Subject manifest = manifest(number);
        ManifestStep paper = new ManifestStep(
                manifest.id(),
                step,
                "E-generator",
                "E-carrier",
                "E-receiver",
                vehicle.id(),
                "900-041-49",
                false,
                pickedUp ? SENT_TONNES : null,
                pickedUp ? null : RECEIVED_TONNES,
                null,
                Rules.USUAL_TRIP_MINUTES);
        UUID id = new UUID((number + 1) * MIX, step.ordinal());
        Observation observation = new Observation(id, PAPERS, manifest, List.of(vehicle), at, at, null, paper);
        lanes.add(observation);
        lanes.add(observation.under(vehicle));
    }

    private void progress(Instant now) {
        for (String feed : FEEDS) {
            lanes.addEverywhere(new Observation(
                    new UUID(now.toEpochMilli() * MIX, feed.hashCode()),
                    new Source(feed, "bench", feed),
                    Subject.feed(feed),
                    List.of(),
                    now,
                    now,
                    null,
                    new Progress(Instant.ofEpochMilli(progressAt))));
        }
        progressAt = now.toEpochMilli();
    }

    /** Sends what is open in the lanes. */
    void send() {
        lanes.send();
    }

    /** Returns when the broker has everything that was reported. */
    public void flush() {
        lanes.flush();
    }

    public Probes probes() {
        return probes;
    }

    public int vehicles() {
        return partitions.length;
    }
}
