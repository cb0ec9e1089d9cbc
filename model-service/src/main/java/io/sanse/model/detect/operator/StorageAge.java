package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Lot;
import io.sanse.model.detect.parameter.Parameters;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The oldest lot in a firm's store. One situation per firm; its moments are those at which a lot reaches an age that the parameters ask about, and those at which such a
 * lot is emptied. An age is reached by the running clock of the ledger's feed.
 */
final class StorageAge implements Operator {
    private static final Comparator<Lot> OLDEST =
            Comparator.<Lot>comparingLong(lot -> lot.stored().at()).thenComparing(Lot::id);

    @Override
    public String name() {
        return "storage-age";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("ledger");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "operatorWarn", VariableType.DURATION,
                "operatorLimit", VariableType.DURATION,
                "otherWarn", VariableType.DURATION,
                "otherLimit", VariableType.DURATION,
                "collectorLimit", VariableType.COUNT,
                "settle", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("lot", VariableType.TEXT),
                entry("since", VariableType.TIME),
                entry("age", VariableType.DURATION),
                entry("workingDays", VariableType.COUNT),
                entry("lots", VariableType.COUNT),
                entry("tonnes", VariableType.NUMBER),
                entry("hazardous", VariableType.FLAG),
                entry("operator", VariableType.FLAG),
                entry("collector", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise");
    }

    @Override
    public List<Series> series(Question question) {
        List<Lot> lots = ((EnterpriseFacts) question.facts())
                .lots().values().stream()
                        .filter(lot -> lot.stored() != null)
                        .sorted(OLDEST)
                        .toList();
        TreeSet<Long> moments = new TreeSet<>();
        List<Wake> wakes = new ArrayList<>();
        lots.forEach(lot -> addMoments(question, lot, moments, wakes));
        List<Snapshot> snapshots =
                moments.stream().map(moment -> snapshot(question, lots, moment)).toList();
        return List.of(Series.of(snapshots, null, wakes));
    }

    private static void addMoments(Question question, Lot lot, TreeSet<Long> moments, List<Wake> wakes) {
        String feed = lot.stored().feed();
        long settle = question.parameters().ms("settle");
        long shown = question.clocks().show(feed, Hand.RUNNING);
        boolean emptied = lot.emptiedAt() != Long.MAX_VALUE;
        for (long age : ages(question, lot)) {
            if (age < lot.emptiedAt() && (emptied || age + settle <= shown)) {
                moments.add(age);
                if (emptied) {
                    moments.add(lot.emptiedAt());
                }
            } else if (!emptied) {
                wakes.add(new Wake(feed, Hand.RUNNING, age + settle));
                return;
            }
        }
    }

    private static TreeSet<Long> ages(Question question, Lot lot) {
        Parameters parameters = question.parameters();
        long stored = lot.stored().at();
        TreeSet<Long> ages = new TreeSet<>();
        for (String limit : List.of("operatorWarn", "operatorLimit", "otherWarn", "otherLimit")) {
            ages.add(stored + parameters.ms(limit) + 1);
        }
        ages.add(question.calendar()
                .endOf(Instant.ofEpochMilli(stored), parameters.count("collectorLimit"))
                .toEpochMilli());
        return ages;
    }

    private static Snapshot snapshot(Question question, List<Lot> lots, long at) {
        List<Lot> inStore = lots.stream()
                .filter(lot -> lot.stored().at() <= at && at < lot.emptiedAt())
                .toList();
        Lot oldest = inStore.isEmpty() ? null : inStore.get(0);
        Map<String, Object> values = new HashMap<>();
        values.put("lot", oldest == null ? "–" : oldest.id());
        values.put(
                "since",
                Instant.ofEpochMilli(oldest == null ? at : oldest.stored().at()));
        values.put(
                "age",
                Duration.ofMillis(oldest == null ? 0 : at - oldest.stored().at()));
        values.put(
                "workingDays",
                oldest == null
                        ? 0L
                        : (long) question.calendar()
                                .passed(Instant.ofEpochMilli(oldest.stored().at()), Instant.ofEpochMilli(at)));
        values.put("lots", (long) inStore.size());
        values.put("tonnes", oldest == null ? 0.0 : oldest.tonnesAt(at));
        values.put("hazardous", oldest != null && oldest.hazardous());
        values.put("operator", hasRole(question, "operator"));
        values.put("collector", hasRole(question, "collector"));
        return new Snapshot(at, Snapshot.DEADLINE, values, () -> finding(question, oldest, at));
    }

    private static boolean hasRole(Question question, String role) {
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        return firm != null
                && firm.details().roles() != null
                && firm.details().roles().contains(role);
    }

    private static Finding finding(Question question, Lot oldest, long at) {
        String code = question.subject().id();
        Finding finding = new Finding(oldest == null ? at : oldest.stored().at())
                .names("enterprise", Labels.enterprise(question.world(), code));
        if (oldest != null) {
            finding.amount(oldest.tonnesAt(at)).source(code);
            oldest.movements().forEach(movement -> finding.because(EvidenceOf.movement(code, oldest, movement)));
        }
        Entry<Details.Enterprise> firm = question.world().enterprise(code);
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + code, firm.version());
    }
}
