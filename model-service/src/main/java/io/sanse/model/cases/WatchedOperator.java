package io.sanse.model.cases;

import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.track.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An operator whose answers somebody else hears too.
 *
 * @param original the operator
 * @param watcher hears each question with its answer before it is used
 */
public record WatchedOperator(Operator original, BiConsumer<Question, List<Series>> watcher) implements Operator {
    /** The same model, and somebody else hears every answer of its operator too. */
    public static Model in(Model model, BiConsumer<Question, List<Series>> watcher) {
        return model.with(new WatchedOperator(model.operator(), watcher));
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public SubjectType subject() {
        return original.subject();
    }

    @Override
    public Set<String> facts() {
        return original.facts();
    }

    @Override
    public Map<String, VariableType> parameters() {
        return original.parameters();
    }

    @Override
    public boolean reads(Parameter parameter) {
        return original.reads(parameter);
    }

    @Override
    public Set<String> mayBeZero() {
        return original.mayBeZero();
    }

    @Override
    public Map<String, VariableType> variables() {
        return original.variables();
    }

    @Override
    public Set<String> names() {
        return original.names();
    }

    @Override
    public boolean namesZones() {
        return original.namesZones();
    }

    @Override
    public TrackNeeds needs(Parameters parameters) {
        return original.needs(parameters);
    }

    @Override
    public long horizon(Facts facts) {
        return original.horizon(facts);
    }

    @Override
    public Duration looksBack(Parameters parameters) {
        return original.looksBack(parameters);
    }

    @Override
    public long toldFrom(Facts facts) {
        return original.toldFrom(facts);
    }

    @Override
    public boolean isSameMatter(Detection word, Finding finding) {
        return original.isSameMatter(word, finding);
    }

    @Override
    public boolean holdsFacts() {
        return original.holdsFacts();
    }

    @Override
    public boolean apart() {
        return original.apart();
    }

    @Override
    public boolean readsPersons() {
        return original.readsPersons();
    }

    @Override
    public List<String> notes(Parameters parameters) {
        return original.notes(parameters);
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        return original.minds(capture, question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return original.minds(visit, question);
    }

    @Override
    public List<Series> series(Question question) {
        List<Series> answer = original.series(question);
        watcher.accept(question, answer);
        return answer;
    }
}
