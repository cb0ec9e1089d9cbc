package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.SiteFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Vehicles that keep company through the cameras of a site. Companies that share a vehicle are one situation; its moments are the passes that complete a company, of which there may be several at once; it ends
 * with the last of them, once the window has gone by.
 */
public final class Convoy implements Operator {
    @Override
    public String name() {
        return "convoy";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.SITE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("pass");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "minVehicles", VariableType.COUNT,
                "minPoints", VariableType.COUNT,
                "within", VariableType.DURATION,
                "window", VariableType.DURATION,
                "quietBefore", VariableType.DURATION,
                "quietOthers", VariableType.COUNT,
                "watchedTypes", VariableType.TEXTS,
                "exemptClasses", VariableType.TEXTS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("vehicles", VariableType.COUNT),
                entry("plates", VariableType.TEXT),
                entry("points", VariableType.COUNT),
                entry("quietPoints", VariableType.COUNT),
                entry("watched", VariableType.FLAG),
                entry("since", VariableType.TIME),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("site", "camera");
    }

    /** Who keeps company again within the window goes on with the situation: it is settled that much later. */
    @Override
    public long horizon(Facts facts) {
        return ((SiteFacts) facts).settled();
    }

    @Override
    public List<Series> series(Question question) {
        Companies companies = new Companies(question, ((SiteFacts) question.facts()).passes());
        List<List<Company>> runs = new ArrayList<>();
        for (Company company : companies.all()) {
            List<Company> run = runs.stream()
                    .filter(earlier -> goesOn(question, earlier, company))
                    .findFirst()
                    .orElse(null);
            if (run == null) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(company);
        }
        return runs.stream().map(run -> series(question, run)).toList();
    }

    private static boolean goesOn(Question question, List<Company> earlier, Company company) {
        Company last = earlier.get(earlier.size() - 1);
        return company.last().at() - last.last().at() <= question.parameters().ms("window")
                && last.plates().stream().anyMatch(company.plates()::contains);
    }

    private static Series series(Question question, List<Company> run) {
        Pass last = run.get(run.size() - 1).last();
        long over = last.at() + question.parameters().ms("window") + 1;
        if (over <= question.clocks().show(last.feed(), Hand.RUNNING)) {
            return Series.of(snapshots(question, run), last.at(), List.of());
        }
        return Series.of(snapshots(question, run), null, List.of(new Wake(last.feed(), Hand.RUNNING, over)));
    }

    /** A straggler who completes a lesser company does not end the larger one: within the window that stands as another view of the moment. */
    private static List<Snapshot> snapshots(Question question, List<Company> run) {
        long window = question.parameters().ms("window");
        List<Snapshot> snapshots = new ArrayList<>();
        List<Company> standing = new ArrayList<>();
        for (Company company : run) {
            Pass now = company.last();
            standing.removeIf(other -> company.outdoes(other) || other.last().at() < now.at() - window);
            snapshots.add(snapshot(question, company, now));
            standing.forEach(other -> snapshots.add(snapshot(question, other, now)));
            standing.add(company);
        }
        return snapshots;
    }

    private static Snapshot snapshot(Question question, Company company, Pass now) {
        Map<String, Object> values = new HashMap<>();
        values.put("vehicles", (long) company.plates().size());
        values.put("plates", String.join(", ", company.plates()));
        values.put("points", (long) company.points());
        values.put("quietPoints", (long) company.quietPoints());
        values.put("watched", company.watched());
        values.put("since", Instant.ofEpochMilli(company.first().at()));
        values.put("night", Nights.contains(company.first().at()));
        return new Snapshot(now.at(), now.receivedAt(), values, finding(question, company));
    }

    private static Finding finding(Question question, Company company) {
        Finding finding = new Finding(company.first().at());
        new RoadView(question.world()).at(finding, company.last());
        finding.names("site", Labels.site(question.world(), question.subject().id()));
        company.plates().forEach(plate -> finding.mentions(Subject.vehicle(plate)));
        company.passes().forEach(pass -> finding.because(EvidenceOf.pass(pass)));
        return finding;
    }

    /**
     * Vehicles that passed the same points together.
     *
     * @param plates who, sorted
     * @param points how many points they passed together
     * @param quietPoints at how many of them hardly anybody else passed
     * @param watched whether a point lies in a watched zone
     * @param passes of the members at these points, sorted; the last one completed the company
     */
    record Company(TreeSet<String> plates, int points, int quietPoints, boolean watched, List<Pass> passes) {
        /** Whether it is as large and went as far together, at points as quiet and as much watched. */
        boolean outdoes(Company other) {
            return plates.size() >= other.plates.size()
                    && points >= other.points
                    && quietPoints >= other.quietPoints
                    && (watched || !other.watched);
        }

        Pass first() {
            return passes.get(0);
        }

        Pass last() {
            return passes.get(passes.size() - 1);
        }
    }
}
