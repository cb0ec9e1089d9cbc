package io.sanse.model.cases;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.explain.Explainer;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what one model looks at and says. A model is asked about the same moments again and again: each is told once, and once more when its values have changed. */
final class Journal implements DetectionSink {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Set<Seen> seen = new HashSet<>();
    private final Set<Undecided> doubts = new HashSet<>();
    private final Model model;

    private record Seen(long at, Map<String, Object> values, Parameters parameters) {}

    Journal(Model model) {
        this.model = model;
    }

    /** The same model, and every answer of its operator comes here too. */
    Model watch(Model original) {
        return WatchedOperator.in(original, this::looked);
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    private void looked(Question question, List<Series> situations) {
        for (Series situation : situations) {
            situation.snapshots().forEach(moment -> looked(question, moment));
        }
    }

    private void looked(Question question, Snapshot moment) {
        Model judge = model.judge(question.subject(), moment, question.world());
        Parameters parameters = judge.parameters();
        boolean own = judge == model.asked(question.parameters());
        if (own && seen.add(new Seen(moment.at(), moment.values(), parameters))) {
            entries.add(new JournalEntry.Moment(moment.values(), new Explainer(judge).explain(moment), parameters));
        }
    }

    @Override
    public void found(Detection detection) {
        if (detection.model().equals(model.id())) {
            entries.add(new JournalEntry.Word(detection));
        }
    }

    @Override
    public void undecided(String one, Subject subject, Undecided undecided) {
        if (one.equals(model.id()) && doubts.add(undecided)) {
            entries.add(new JournalEntry.Doubt(Instant.ofEpochMilli(undecided.at()), undecided.reason()));
        }
    }

    /** Says nothing about the model. */
    @Override
    public void tooLate(Subject subject, int reports) {}

    @Override
    public void failed(Observation observation, RuntimeException failure) {
        throw new IllegalStateException("detection fails on " + observation, failure);
    }

    @Override
    public void failed(Model version, Subject subject, RuntimeException failure) {
        throw new IllegalStateException(version.signature() + " fails on " + subject, failure);
    }

    @Override
    public void failed(Subject subject, RuntimeException failure) {
        throw new IllegalStateException("detection fails on " + subject, failure);
    }
}
