package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Silences of a vehicle's terminal, measured in time in which its provider was up. One situation per silence; its moments are those at which it passed a length asked
 * about or a manifest began or ended; it ends when the provider's progress has reached its end. A silence that lasts is judged a little behind the provider's progress, since reports of one moment do not come at one moment.
 */
final class TerminalSilence implements Operator {
    @Override
    public String name() {
        return "terminal-silence";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("silence", "manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "blueAfter", VariableType.DURATION,
                "yellowAfter", VariableType.DURATION,
                "powerCutAfter", VariableType.DURATION,
                "settle", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("dark", VariableType.DURATION),
                entry("since", VariableType.TIME),
                entry("powerCut", VariableType.FLAG),
                entry("manifestOpen", VariableType.FLAG),
                entry("manifest", VariableType.TEXT),
                entry("hazardous", VariableType.FLAG),
                entry("provider", VariableType.TEXT),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public TrackNeeds needs(Parameters parameters) {
        return new TrackNeeds(List.of(), lengths(parameters, false), List.of(parameters.ms("powerCutAfter")));
    }

    private static List<Long> lengths(Parameters parameters, boolean powerCut) {
        List<Long> lengths = new ArrayList<>();
        if (powerCut) {
            lengths.add(parameters.ms("powerCutAfter"));
        }
        lengths.add(parameters.ms("blueAfter"));
        lengths.add(parameters.ms("yellowAfter"));
        return lengths;
    }

    @Override
    public List<Series> series(Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        List<Manifest> manifests = facts.manifests();
        List<Series> all = new ArrayList<>();
        if (manifests.isEmpty()) {
            return all;
        }
        for (Silence silence : facts.silences()) {
            add(question, silence, manifests, all);
        }
        if (question.sight().last() == null) {
            all.add(Series.awaitingReport());
        } else {
            add(question, new Silence(question.sight().last(), null), manifests, all);
        }
        return all;
    }

    /** A silence during which no manifest was open cannot matter. */
    private static void add(Question question, Silence silence, List<Manifest> manifests, List<Series> all) {
        long until = silence.until() == null ? Long.MAX_VALUE : silence.until().at();
        List<Manifest> open = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (manifest.openedAt() < until
                    && manifest.closedAt() > silence.from().at()) {
                open.add(manifest);
            }
        }
        if (!open.isEmpty()) {
            all.add(series(question, silence, open));
        }
    }

    private static Series series(Question question, Silence silence, List<Manifest> manifests) {
        String feed = silence.from().feed();
        FeedClock clock = question.clocks().of(feed);
        if (clock == null) {
            return Series.of(List.of(), null, List.of(new Wake(feed, Hand.PROGRESS, Long.MIN_VALUE)));
        }
        boolean lasts = silence.until() == null;
        boolean settled = isSettled(question, silence);
        long settle = lasts ? question.parameters().ms("settle") : 0;
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (long moment : moments(question, silence, manifests)) {
            if (moment <= clock.progress() - settle) {
                snapshots.add(snapshot(question, silence, manifests, moment));
            } else if (lasts && wakes.isEmpty()) {
                wakes.add(new Wake(feed, Hand.PROGRESS, moment + settle));
            }
        }
        if (!lasts && !settled) {
            wakes.add(new Wake(feed, Hand.PROGRESS, silence.until().at()));
        }
        Long end = settled ? (Long) silence.until().at() : null;
        return new Series(snapshots, end, wakes, List.of(), lasts && !snapshots.isEmpty());
    }

    /** When the silence passes a length, and when a manifest begins or ends meanwhile. */
    private static TreeSet<Long> moments(Question question, Silence silence, List<Manifest> manifests) {
        FeedClock clock = question.clocks().of(silence.from().feed());
        long from = silence.from().at();
        long until = silence.until() == null ? Long.MAX_VALUE : silence.until().at();
        TreeSet<Long> moments = new TreeSet<>();
        for (long length : lengths(question.parameters(), silence.from().powerCut())) {
            moments.add(clock.after(from, length) + 1);
        }
        for (Manifest manifest : manifests) {
            moments.add(manifest.openedAt());
            moments.add(manifest.closedAt());
        }
        moments.removeIf(moment -> moment <= from || moment >= until);
        return moments;
    }

    private static Snapshot snapshot(Question question, Silence silence, List<Manifest> manifests, long at) {
        long from = silence.from().at();
        FeedClock clock = question.clocks().of(silence.from().feed());
        Manifest open = manifests.stream()
                .filter(manifest -> manifest.isOpenAt(at))
                .findFirst()
                .orElse(null);
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("dark", Duration.ofMillis(clock.upTime(from, at)));
        values.put("since", Instant.ofEpochMilli(from));
        values.put("powerCut", silence.from().powerCut());
        values.put("manifestOpen", open != null);
        values.put("manifest", open == null ? "–" : open.number());
        values.put("hazardous", open != null && Boolean.TRUE.equals(open.known(step -> step.hazardous())));
        values.put("provider", silence.from().feed());
        values.put("night", Nights.contains(from));
        return new Snapshot(at, Snapshot.DEADLINE, values, () -> finding(question, silence, open, at));
    }

    /** Rests on what was known at the moment, and on the report that ended the silence once that is settled. */
    private static Finding finding(Question question, Silence silence, Manifest open, long at) {
        Finding finding = new Finding(silence.from().at())
                .at(silence.from().location(), null)
                .because(EvidenceOf.fix(silence.from()));
        if (isSettled(question, silence)) {
            finding.because(EvidenceOf.fix(silence.until()));
        }
        if (open != null) {
            finding.mentions(Subject.manifest(open.number()));
            open.steps().stream()
                    .filter(step -> step.observedAt().toEpochMilli() <= at)
                    .forEach(step -> finding.because(EvidenceOf.observation(step)));
        }
        return finding;
    }

    private static boolean isSettled(Question question, Silence silence) {
        long progress = question.clocks().of(silence.from().feed()).progress();
        return silence.until() != null && silence.until().at() <= progress;
    }
}
