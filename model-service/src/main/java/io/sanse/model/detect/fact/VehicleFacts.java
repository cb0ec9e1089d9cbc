package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Silence;
import io.sanse.model.detect.track.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is known of a vehicle's last days; stays and silences that last are in its track.
 *
 * @param visits stays that have ended
 * @param silences silences that have ended
 * @param papers the manifests that name the vehicle
 * @param passes cameras that have seen it, sorted by time
 * @param weighings what weigh bridges said of it
 * @param offences that were committed with it
 * @param newest newest time known of its places, ms
 * @param forgottenUntil stays that ended before this are known no longer, ms
 */
public record VehicleFacts(
        VisitBook visits,
        List<Silence> silences,
        PaperBook papers,
        PassBook passes,
        List<Observation> weighings,
        OffenceBook offences,
        long newest,
        long forgottenUntil)
        implements Facts, Offender {
    public static final VehicleFacts NONE = new VehicleFacts(
            VisitBook.NONE,
            List.of(),
            PaperBook.NONE,
            PassBook.NONE,
            List.of(),
            OffenceBook.NONE,
            Long.MIN_VALUE,
            Long.MIN_VALUE);

    /** Longer than the lateness of any kind, ms. */
    static final long KEPT_MS = 72L * 3_600_000;

    /** How long a fact that only explains another one is kept longer, ms. */
    static final long EXPLAINS_MS = 24L * 3_600_000;

    /** What is too old is looked for once in this time: looking costs more than keeping it a little longer, ms. */
    private static final long FORGETTING_MS = 3_600_000;

    public VehicleFacts {
        silences = List.copyOf(silences);
        // a state written before these were kept has none
        passes = passes == null ? PassBook.NONE : passes;
        weighings = weighings == null ? List.of() : List.copyOf(weighings);
        offences = offences == null ? OffenceBook.NONE : offences;
    }

    @Override
    public VehicleFacts with(Observation observation) {
        return switch (observation.kind()) {
            case MANIFEST -> withPaper(observation);
            case CAPTURE -> withPass(Pass.of(observation));
            case WEIGHING -> withWeighing(observation);
            case POSITION, READING, LEDGER, PROGRESS, SIGHTING, STOCK, INSPECTION, OPERATION, CLUE -> this;
            case OFFENCE -> withOffence(observation);
        };
    }

    private VehicleFacts withPaper(Observation observation) {
        PaperBook more = papers.with(observation);
        return more == papers
                ? this
                : new VehicleFacts(visits, silences, more, passes, weighings, offences, newest, forgottenUntil);
    }

    private VehicleFacts withPass(Pass pass) {
        PassBook more = passes.with(pass);
        long known = Math.max(newest, pass.at());
        return more == passes
                ? this
                : new VehicleFacts(visits, silences, papers, more, weighings, offences, known, forgottenUntil);
    }

    private VehicleFacts withWeighing(Observation observation) {
        List<Observation> more = ObservationSet.with(weighings, observation);
        long known = Math.max(newest, observation.observedAt().toEpochMilli());
        return more == weighings
                ? this
                : new VehicleFacts(visits, silences, papers, passes, more, offences, known, forgottenUntil);
    }

    private VehicleFacts withOffence(Observation observation) {
        OffenceBook more = offences.with(observation);
        long known = Math.max(newest, observation.observedAt().toEpochMilli());
        return more == offences
                ? this
                : new VehicleFacts(visits, silences, papers, passes, weighings, more, known, forgottenUntil);
    }

    /**
     * With what the track has told.
     *
     * @param rewoundTo what was told by reports after this time is void, ms
     * @param newVisits stays that have ended
     * @param newSilences silences that have ended
     * @param at newest report, ms
     */
    public VehicleFacts with(long rewoundTo, List<Visit> newVisits, List<Silence> newSilences, long at) {
        return new VehicleFacts(
                visits.with(rewoundTo, newVisits),
                silencesWith(rewoundTo, newSilences),
                papers,
                passes,
                weighings,
                offences,
                Math.max(newest, at),
                forgottenUntil);
    }

    private List<Silence> silencesWith(long rewoundTo, List<Silence> more) {
        if (rewoundTo == Long.MAX_VALUE && more.isEmpty()) {
            return silences;
        }
        List<Silence> all = new ArrayList<>(silences);
        all.removeAll(silencesAfter(rewoundTo));
        all.addAll(more);
        return all;
    }

    /** Silences that ended after this time, ms. */
    public List<Silence> silencesAfter(long at) {
        return at == Long.MAX_VALUE
                ? List.of()
                : silences.stream().filter(silence -> silence.until().at() > at).toList();
    }

    /** The manifests that name it, by number. */
    public List<Manifest> manifests() {
        return papers.manifests();
    }

    /** No two places where it was, by its track or by cameras, are farther from each other than this, m. */
    public double roamedM() {
        return visits.extent().with(passes.extent()).widthM();
    }

    /** The same with the place of one report more. */
    public double roamedM(Fix report) {
        return visits.extent()
                .with(passes.extent())
                .with(report.longitude(), report.latitude())
                .widthM();
    }

    @Override
    public VehicleFacts forget(long since) {
        long oldest = Math.min(horizon(), since);
        if (oldest == Long.MIN_VALUE) {
            return this;
        }
        long explaining = explainedFrom(oldest);
        if (explaining <= forgottenUntil) {
            return this;
        }
        PassBook keptPasses = passes.since(explaining, newest);
        return new VehicleFacts(
                visits.keeping(visit -> visit.leave() >= explaining),
                kept(silences, silence -> silence.until().at() >= explaining + EXPLAINS_MS),
                papers.without(done(explaining, keptPasses)),
                keptPasses,
                kept(weighings, weighing -> weighing.observedAt().toEpochMilli() >= explaining),
                offences.since(newest, since),
                newest,
                explaining);
    }

    @Override
    public VehicleFacts trimmed(Trim trim) {
        boolean fits = Trim.fits(visits)
                && Trim.fits(silences)
                && Trim.fits(papers.steps())
                && Trim.fits(passes)
                && Trim.fits(weighings);
        return fits
                ? this
                : new VehicleFacts(
                        VisitBook.of(trim.last("visit", visits)),
                        trim.last("silence", silences),
                        PaperBook.of(trim.last("manifest", papers.steps())),
                        PassBook.of(trim.last("pass", passes)),
                        trim.last("weighing", weighings),
                        offences,
                        newest,
                        forgottenUntil);
    }

    @Override
    public boolean mayForget() {
        return newest != Long.MIN_VALUE && explainedFrom(horizon()) > forgottenUntil;
    }

    private static long explainedFrom(long oldest) {
        return Math.floorDiv(oldest - EXPLAINS_MS, FORGETTING_MS) * FORGETTING_MS;
    }

    /** The same list when nothing goes, which is nearly always. */
    private static <T> List<T> kept(List<T> all, Predicate<T> stays) {
        for (T one : all) {
            if (!stays.test(one)) {
                return all.stream().filter(stays).toList();
            }
        }
        return all;
    }

    /** Numbers of the manifests whose last word was said before a time, ms. */
    private Set<String> done(long before, List<Pass> keptPasses) {
        return manifests().stream()
                .filter(manifest -> lastWord(manifest) < before && !explains(manifest, keptPasses))
                .map(Manifest::number)
                .collect(Collectors.toSet());
    }

    /** Whether the vehicle was bound by it when a camera of a site saw it: habits are judged by that as long as the pass is kept. */
    private static boolean explains(Manifest manifest, List<Pass> passes) {
        return passes.stream().anyMatch(pass -> pass.site() != null && manifest.isOpenAt(pass.at()));
    }

    /** When it ended; a manifest that stays open is forgotten as long after its last step as one that ended is kept. */
    private static long lastWord(Manifest manifest) {
        long lastStep =
                manifest.steps().get(manifest.steps().size() - 1).observedAt().toEpochMilli();
        return Math.min(manifest.closedAt(), lastStep + ManifestFacts.KEPT_MS);
    }

    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - KEPT_MS;
    }

    @Override
    public boolean knowsNothing() {
        return visits.isEmpty()
                && silences.isEmpty()
                && papers.isEmpty()
                && passes.isEmpty()
                && weighings.isEmpty()
                && offences.knowsNothing();
    }
}
