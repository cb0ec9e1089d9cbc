package io.sanse.model.detect.operator.clue;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.ClueGrid;
import io.sanse.model.detect.fact.ClueBook;
import io.sanse.model.detect.fact.ClueBook.Told;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.SiteFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clues of one matter: alike in their words, near each other, and not long after each other. A clue with enough others of its matter before it makes a case, or goes on with the one that
 * has a clue in common with it. Each case is one situation; its moments are these clues; it is over when none has come for the length of the window. Of cells that know
 * the same clues, the one that the case began in tells it.
 */
public final class ClueClusters implements Operator {
    private static final double METRES_PER_KILOMETRE = 1_000;

    @Override
    public String name() {
        return "clue-clusters";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.SITE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("clue");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "minClues", VariableType.COUNT,
                "window", VariableType.DURATION,
                "radius", VariableType.NUMBER,
                "minLikeness", VariableType.NUMBER);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("clues", VariableType.COUNT),
                entry("recent", VariableType.COUNT),
                entry("channels", VariableType.COUNT),
                entry("since", VariableType.TIME),
                entry("last", VariableType.TIME),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public long horizon(Facts facts) {
        return ((SiteFacts) facts).clues().horizon();
    }

    @Override
    public boolean apart() {
        return true;
    }

    /** Clues of two cases are not the same, but for those between the two. */
    @Override
    public boolean isSameMatter(Detection word, Finding finding) {
        return word.evidence().stream().anyMatch(evidence -> finding.restsOn(evidence.observation()));
    }

    /** Clues of one matter that came before a clue, itself the last; with as many reporters as count. */
    private record Moment(Told last, List<Told> clues, long reporters) {}

    /** A case so far: its moments, and all of its clues. */
    private record Case(List<Moment> moments, List<Told> clues) {
        boolean shares(Moment moment) {
            return moment.clues().stream().anyMatch(clues::contains);
        }

        void add(Moment moment) {
            moments.add(moment);
            moment.clues().stream().filter(clue -> !clues.contains(clue)).forEach(clues::add);
        }
    }

    @Override
    public List<Series> series(Question question) {
        ClueBook book = ((SiteFacts) question.facts()).clues();
        if (book.clues().isEmpty()) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        for (Moment moment : moments(question.parameters(), book.clues())) {
            Case known =
                    cases.stream().filter(one -> one.shares(moment)).findFirst().orElse(null);
            if (known == null) {
                known = new Case(new ArrayList<>(), new ArrayList<>());
                cases.add(known);
            }
            known.add(moment);
        }
        return cases.stream()
                .filter(one ->
                        ClueGrid.cell(one.moments().get(0).last().place()).equals(question.subject()))
                .map(one -> series(question, one))
                .toList();
    }

    /** The clues that have enough others of their matter before them. */
    private static List<Moment> moments(Parameters parameters, List<Told> all) {
        Map<Told, Set<String>> features = new HashMap<>();
        all.forEach(clue -> features.put(clue, TextLikeness.features(clue.clue().text())));
        double radius = parameters.number("radius") * METRES_PER_KILOMETRE;
        double minLikeness = parameters.number("minLikeness");
        List<Moment> moments = new ArrayList<>();
        for (Told last : all) {
            List<Told> alike = all.stream()
                    .filter(clue -> clue.at() <= last.at() && clue.at() >= last.at() - parameters.ms("window"))
                    .filter(clue -> clue.place().distanceM(last.place()) <= radius)
                    .filter(clue -> TextLikeness.jaccard(features.get(clue), features.get(last)) >= minLikeness)
                    .toList();
            long reporters = reporters(alike);
            if (reporters >= parameters.count("minClues")) {
                moments.add(new Moment(last, alike, reporters));
            }
        }
        return moments;
    }

    /** Who reports the same again makes no second clue; whom nobody knows is somebody else each time. */
    private static long reporters(List<Told> clues) {
        Set<Object> reporters = new HashSet<>();
        clues.forEach(clue -> reporters.add(
                clue.clue().reporter() == null ? clue.id() : clue.clue().reporter()));
        return reporters.size();
    }

    private static Series series(Question question, Case one) {
        List<Snapshot> snapshots = new ArrayList<>();
        Case told = new Case(new ArrayList<>(), new ArrayList<>());
        for (Moment moment : one.moments()) {
            told.add(moment);
            snapshots.add(snapshot(moment, told));
        }
        Told last = one.moments().get(one.moments().size() - 1).last();
        long over = last.at() + question.parameters().ms("window");
        return Series.until(over, last.feed(), question, snapshots);
    }

    private static Snapshot snapshot(Moment moment, Case told) {
        Told last = moment.last();
        long since = told.clues().stream().mapToLong(Told::at).min().orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("clues", reporters(told.clues()));
        values.put("recent", moment.reporters());
        values.put(
                "channels",
                told.clues().stream()
                        .map(clue -> clue.clue().channel())
                        .distinct()
                        .count());
        values.put("since", Instant.ofEpochMilli(since));
        values.put("last", Instant.ofEpochMilli(last.at()));
        values.put("night", Nights.contains(last.at()));
        Finding finding = new Finding(since).at(last.place(), null).because(EvidenceOf.clue(last));
        for (int i = told.clues().size() - 1; i >= 0; i--) {
            finding.because(EvidenceOf.clue(told.clues().get(i)));
        }
        return new Snapshot(last.at(), last.receivedAt(), values, finding);
    }
}
