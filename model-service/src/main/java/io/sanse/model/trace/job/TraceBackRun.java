package io.sanse.model.trace.job;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.trace.TraceBackCandidate;
import io.sanse.contract.trace.TraceBackCoverage;
import io.sanse.contract.trace.TraceBackResult;
import io.sanse.model.detect.world.World;
import io.sanse.model.trace.domain.Coverage;
import io.sanse.model.trace.domain.Occasion;
import io.sanse.model.trace.domain.Ranking;
import io.sanse.model.trace.domain.SourceHour;
import io.sanse.model.trace.domain.Surroundings;
import io.sanse.model.trace.store.Around;
import io.sanse.model.trace.store.SightsAround;
import io.sanse.model.trace.store.StoredGap;
import io.sanse.model.trace.store.StoredPart;
import io.sanse.runtime.failure.Rejected;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One trace-back from question to answer: tracks brought up to date → parts near the place and silences → occasions → surroundings of the best → ranking. */
final class TraceBackRun {
    /** Of more vehicles the surroundings are not looked at: they rank by their presence alone, below these, and are not named. */
    private static final int CONSIDERED = 200;

    /** More parts than this are a question too large for one answer: some 100 MB. */
    private static final int MOST_PARTS = 300_000;

    private static final long HOUR_MS = 3_600_000;

    /** Is told how far the run has come; fails to stop it. */
    @FunctionalInterface
    interface Progress {
        Future<Void> at(double share);
    }

    private final TraceBackParts parts;
    private final TracePlan plan;
    private final Progress progress;

    TraceBackRun(TraceBackParts parts, TracePlan plan, Progress progress) {
        this.parts = parts;
        this.plan = plan;
        this.progress = progress;
    }

    private record Tracks(Instant storedUntil, List<StoredPart> near, List<StoredGap> gaps) {}

    private record Traced(Tracks tracks, World world, List<Presence> presences) {}

    private record Ranked(Traced traced, List<TraceBackCandidate> candidates) {}

    Future<TraceBackResult> run() {
        return progress.at(0.05)
                .compose(begun -> parts.keeping().take())
                .compose(this::tracks)
                .compose(this::trace)
                .compose(this::rank)
                .compose(this::cover);
    }

    private Future<Tracks> tracks(Instant storedUntil) {
        return parts.search()
                .near(plan.place().box(), plan.window(), this::goOn)
                .compose(near -> parts.search().gaps(plan.window()).map(gaps -> new Tracks(storedUntil, near, gaps)));
    }

    private Future<Void> goOn(int found) {
        return found > MOST_PARTS
                ? Future.failedFuture(new Rejected(
                        "too-large",
                        "more than " + MOST_PARTS
                                + " stretches of track lie near the place: ask for a smaller place or a shorter span"))
                : progress.at(0.1 + 0.4 * found / MOST_PARTS);
    }

    private Future<Traced> trace(Tracks tracks) {
        return progress.at(0.5).compose(read -> parts.vertx()
                .executeBlocking(
                        () -> new Traced(
                                tracks, parts.registry().world(), Presence.all(plan, tracks.near(), tracks.gaps())),
                        false));
    }

    private Future<Ranked> rank(Traced traced) {
        List<Presence> best = traced.presences().stream().limit(CONSIDERED).toList();
        return progress.at(0.7)
                .compose(found ->
                        parts.search().around(best.stream().map(this::around).toList()))
                .compose(around -> parts.vertx()
                        .executeBlocking(() -> new Ranked(traced, ranked(traced.world(), best, around)), false));
    }

    private SightsAround around(Presence presence) {
        Occasion likeliest = presence.likeliest();
        return new SightsAround(
                presence.vehicle(),
                Math.toIntExact(Math.floorDiv(likeliest.from() - plan.beforeMs(), HOUR_MS)),
                Math.toIntExact(Math.floorDiv(likeliest.until() + plan.afterMs(), HOUR_MS)));
    }

    private List<TraceBackCandidate> ranked(World world, List<Presence> best, Around around) {
        List<Surroundings> surroundings = best.stream()
                .map(presence -> new Surroundings(
                        Subject.vehicle(presence.vehicle()),
                        presence.occasions(),
                        around.sights().getOrDefault(presence.vehicle(), List.of()),
                        around.papers().getOrDefault(presence.vehicle(), List.of())))
                .toList();
        Ranking ranking = new Ranking(plan.presencePoints(), plan.surroundingPoints(world), world);
        return ranking.rank(surroundings).stream().limit(plan.limit()).toList();
    }

    private Future<TraceBackResult> cover(Ranked ranked) {
        return progress.at(0.9)
                .compose(begun -> parts.search().words(plan.window()))
                .compose(words -> parts.search().vehicles().map(known -> result(ranked, words, known)));
    }

    private TraceBackResult result(Ranked ranked, List<SourceHour> words, int known) {
        Set<String> dark = plan.darkOf(ranked.traced().tracks().gaps());
        Set<String> silent = plan.silentOf(ranked.traced().tracks().gaps());
        silent.removeAll(dark);
        Collection<RegistryEntry> entries = parts.registry().entries();
        Coverage.Known facts = new Coverage.Known(
                ranked.traced().tracks().storedUntil(),
                known,
                dark.size(),
                silent.size(),
                withoutTerminal(entries),
                camerasNear(entries));
        TraceBackCoverage coverage = plan.coverage().of(facts, words);
        return new TraceBackResult(
                ranked.candidates(), ranked.traced().presences().size(), 0, coverage, plan.parameterTexts());
    }

    private static int withoutTerminal(Collection<RegistryEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.details() instanceof Details.Vehicle vehicle && vehicle.terminalPhone() == null)
                .count();
    }

    private Set<String> camerasNear(Collection<RegistryEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.details() instanceof Details.Camera camera
                        && camera.location() != null
                        && plan.isNear(camera.location()))
                .map(RegistryEntry::id)
                .collect(Collectors.toSet());
    }
}
