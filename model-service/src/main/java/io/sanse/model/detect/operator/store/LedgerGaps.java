package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
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
import io.sanse.model.detect.world.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gaps in a firm's ledger, and the ends of its licence and plan. A gap is the time between pick-ups of its waste with no entry between them: its moments are the pick-ups, and the
 * next entry ends it. An end comes near by the running clock; the situation stays until the registry knows of a later end.
 */
public final class LedgerGaps implements Operator {
    /** What is missing or ends. */
    private enum Matter {
        LEDGER,
        LICENCE,
        PLAN
    }

    @Override
    public String name() {
        return "ledger-gaps";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("ledger", "manifest", "operation", "offence");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("renewWithin", VariableType.COUNT);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("matter", VariableType.TEXT),
                entry("gap", VariableType.DURATION),
                entry("workingDaysLeft", VariableType.COUNT),
                entry("at", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise", "matterName");
    }

    @Override
    public List<Series> series(Question question) {
        List<Series> all = new ArrayList<>();
        all.add(gaps(question));
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        Details.Permit permit = firm == null ? null : firm.details().permit();
        if (permit != null) {
            addEnd(question, Matter.LICENCE, permit.licenceEnds(), all);
            addEnd(question, Matter.PLAN, permit.planEnds(), all);
        }
        return all;
    }

    private static Series gaps(Question question) {
        EnterpriseFacts facts = (EnterpriseFacts) question.facts();
        List<Snapshot> snapshots = new ArrayList<>();
        List<Observation> since = new ArrayList<>();
        int next = 0;
        for (Observation pickUp : facts.pickUps().steps()) {
            long at = pickUp.observedAt().toEpochMilli();
            while (next < facts.ledger().times().size()
                    && facts.ledger().times().get(next) <= at) {
                addEntry(question, facts.ledger().times().get(next++), since, snapshots);
            }
            since.add(pickUp);
            snapshots.add(gap(question, at, since));
        }
        if (next < facts.ledger().times().size()) {
            addEntry(question, facts.ledger().times().get(next), since, snapshots);
        }
        return Series.of(snapshots, null, List.of());
    }

    /** An entry closes the gap behind it; where nothing was picked up there is none to close. */
    private static void addEntry(Question question, long at, List<Observation> since, List<Snapshot> snapshots) {
        if (!since.isEmpty()) {
            since.clear();
            snapshots.add(gap(question, at, since));
        }
    }

    /** @param since the pick-ups without an entry behind them, the first of each day */
    private static Snapshot gap(Question question, long at, List<Observation> since) {
        long from = since.isEmpty() ? at : since.get(0).observedAt().toEpochMilli();
        Duration gap = Duration.ofMillis(at - from);
        String day = day(from).toString();
        Finding finding = finding(question, from)
                .names(
                        "matterName",
                        new LocalizedText(
                                "自" + day + "起" + gap.toDays() + "天无台账记录，其间仍有废物转出",
                                "no ledger entry since " + day + ", for " + gap.toDays()
                                        + " days, while waste was picked up"));
        for (int i = since.size() - 1; i >= 0; i--) {
            finding.because(EvidenceOf.observation(since.get(i)));
        }
        return snapshot(at, new State(Matter.LEDGER, gap, Long.MAX_VALUE), finding);
    }

    private static void addEnd(Question question, Matter matter, LocalDate end, List<Series> all) {
        String feed = ((EnterpriseFacts) question.facts()).feed();
        if (end == null || feed == null) {
            return;
        }
        int left = question.parameters().count("renewWithin");
        long moment = question.calendar().before(end, left).toEpochMilli();
        if (question.clocks().show(feed, Hand.RUNNING) < moment) {
            all.add(Series.of(List.of(), null, List.of(new Wake(feed, Hand.RUNNING, moment))));
            return;
        }
        Finding finding = finding(question, moment).names("matterName", ends(matter, end));
        all.add(Series.of(List.of(snapshot(moment, new State(matter, Duration.ZERO, left), finding)), null, List.of()));
    }

    private static LocalizedText ends(Matter matter, LocalDate end) {
        return matter == Matter.LICENCE
                ? new LocalizedText("经营许可证于" + end + "到期", "its licence ends on " + end)
                : new LocalizedText("管理计划于" + end + "到期", "its management plan ends on " + end);
    }

    /** What a snapshot says; a number of days that does not matter is the largest. */
    private record State(Matter matter, Duration gap, long workingDaysLeft) {}

    private static Snapshot snapshot(long at, State state, Finding finding) {
        Map<String, Object> values = new HashMap<>();
        values.put("matter", state.matter().name().toLowerCase(Locale.ROOT));
        values.put("gap", state.gap());
        values.put("workingDaysLeft", state.workingDaysLeft());
        values.put("at", Instant.ofEpochMilli(at));
        return new Snapshot(at, Snapshot.DEADLINE, values, finding);
    }

    private static Finding finding(Question question, long from) {
        String code = question.subject().id();
        Finding finding = new Finding(from).source(code).names("enterprise", Labels.enterprise(question.world(), code));
        Entry<Details.Enterprise> firm = question.world().enterprise(code);
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + code, firm.version());
    }

    private static LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).toLocalDate();
    }
}
