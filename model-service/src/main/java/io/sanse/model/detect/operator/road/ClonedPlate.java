package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Passes of one plate that cannot all be the registered vehicle: too far from the pass before, too far from the zone where its terminal was, of another colour or class
 * than registered. Such passes that follow each other are one situation; its moments are these passes; it ends with the last of them, once the time given has gone by.
 */
public final class ClonedPlate implements Operator {
    private static final Map<String, LocalizedText> REASONS = Map.of(
            "speed", new LocalizedText("两处抓拍间车速不可能", "two cameras too far apart for the time between them"),
            "terminal", new LocalizedText("抓拍地点与定位终端不符", "its terminal was elsewhere"),
            "colour", new LocalizedText("号牌颜色与登记不符", "the plate's colour is not the registered one"),
            "class", new LocalizedText("车型与登记不符", "the vehicle's class is not the registered one"));

    @Override
    public String name() {
        return "cloned-plate";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture", "visit");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "minConfidence", VariableType.NUMBER,
                "jitter", VariableType.NUMBER,
                "maxSpeed", VariableType.NUMBER,
                "lookAlikes", VariableType.TEXTS,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("reason", VariableType.TEXT),
                entry("speedKmh", VariableType.NUMBER),
                entry("distanceKm", VariableType.NUMBER),
                entry("apart", VariableType.DURATION),
                entry("at", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("camera", "reasonName");
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        PlateDoubts doubts = new PlateDoubts(question, (VehicleFacts) question.facts());
        return doubts.mayConcernLast();
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return new PlateDoubts(question, (VehicleFacts) question.facts()).mayConcern(visit);
    }

    @Override
    public List<Series> series(Question question) {
        PlateDoubts doubts = new PlateDoubts(question, (VehicleFacts) question.facts());
        long quiet = question.parameters().ms("quiet");
        List<Series> all = new ArrayList<>();
        List<Snapshot> together = new ArrayList<>();
        Pass last = null;
        for (PlateDoubts.Doubt doubt : doubts.all()) {
            if (last != null && doubt.pass().at() - last.at() > quiet) {
                all.add(Series.of(List.copyOf(together), last.at(), List.of()));
                together.clear();
            }
            together.add(snapshot(question, doubt));
            last = doubt.pass();
        }
        if (last != null) {
            long over = last.at() + quiet + 1;
            boolean isOver = over <= question.clocks().show(last.feed(), Hand.RUNNING);
            List<Wake> wakes = isOver ? List.of() : List.of(new Wake(last.feed(), Hand.RUNNING, over));
            all.add(Series.of(together, isOver ? (Long) last.at() : null, wakes));
        }
        if (doubts.awaitsTerminal()) {
            all.add(Series.awaitingReport());
        }
        return all;
    }

    private static Snapshot snapshot(Question question, PlateDoubts.Doubt doubt) {
        Pass pass = doubt.pass();
        Map<String, Object> values = new HashMap<>();
        values.put("plate", pass.plate());
        values.put("reason", doubt.reason());
        values.put("speedKmh", doubt.speedKmh());
        values.put("distanceKm", doubt.distanceM() / 1_000);
        values.put("apart", Duration.ofMillis(doubt.apartMs()));
        values.put("at", Instant.ofEpochMilli(pass.at()));
        Finding finding = new Finding(doubt.other() == null ? pass.at() : Math.min(doubt.otherAt(), pass.at()))
                .names("reasonName", REASONS.get(doubt.reason()));
        new RoadView(question.world()).at(finding, pass);
        finding.because(doubt.other());
        return new Snapshot(pass.at(), pass.receivedAt(), values, finding.because(EvidenceOf.pass(pass)));
    }
}
