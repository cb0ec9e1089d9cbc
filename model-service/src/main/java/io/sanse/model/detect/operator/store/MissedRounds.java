package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.RoundBook;
import io.sanse.model.detect.operator.store.RoundTimes.Window;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The inspection rounds of a firm against their windows. One situation per round; its moments are the ends of the windows, which pass by the running clock, from the first check
 * that the firm has told on. When it tells nothing at all any more, windows are counted for some time only.
 */
public final class MissedRounds implements Operator {
    @Override
    public String name() {
        return "missed-rounds";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("inspection");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "settle", VariableType.DURATION,
                "betweenPoints", VariableType.DURATION,
                "counted", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("pointsMissed", VariableType.COUNT),
                entry("inARow", VariableType.COUNT),
                entry("took", VariableType.DURATION),
                entry("least", VariableType.DURATION),
                entry("from", VariableType.TIME),
                entry("to", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise", "round", "fault");
    }

    @Override
    public long horizon(Facts facts) {
        return ((EnterpriseFacts) facts).books().rounds().horizon();
    }

    @Override
    public List<Series> series(Question question) {
        RoundBook book = ((EnterpriseFacts) question.facts()).books().rounds();
        if (book.newest() == null) {
            return List.of();
        }
        return question.world().rounds(question.subject().id()).stream()
                .map(round -> series(question, book, round))
                .toList();
    }

    private static Series series(Question question, RoundBook book, RegistryEntry round) {
        String feed = book.newest().source().feed();
        long settle = question.parameters().ms("settle");
        long shown = question.clocks().show(feed, Hand.RUNNING);
        long first = Math.max(
                book.horizon(), Math.max(book.began(), round.registeredAt().toEpochMilli()));
        long last = book.newest().observedAt().toEpochMilli()
                + question.parameters().ms("counted");
        RoundTimes times = new RoundTimes((Details.Round) round.details(), question.calendar());
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        int inARow = 0;
        for (Window window : times.ending(first, last)) {
            if (window.to() + settle > shown) {
                wakes.add(new Wake(feed, Hand.RUNNING, window.to() + settle));
                break;
            }
            Made made = Made.in(window, book, round);
            inARow = made.missed() > 0 ? inARow + 1 : 0;
            snapshots.add(snapshot(question, made, inARow));
        }
        return Series.of(snapshots, null, wakes);
    }

    /**
     * What was done of a round in one of its windows.
     *
     * @param round its registration
     * @param window when
     * @param checks the first one at each of its points, by time
     * @param before the newest check of the firm before the window's end, or null
     */
    private record Made(RegistryEntry round, Window window, List<Observation> checks, Observation before) {
        static Made in(Window window, RoundBook book, RegistryEntry round) {
            Map<String, Observation> first = new LinkedHashMap<>();
            Observation before = null;
            for (Observation check : book.checks()) {
                long at = check.observedAt().toEpochMilli();
                before = at < window.to() ? check : before;
                boolean counts = at >= window.from()
                        && at < window.to()
                        && RoundBook.content(check).round().equals(round.id());
                if (counts
                        && plan(round)
                                .points()
                                .contains(RoundBook.content(check).point())) {
                    first.putIfAbsent(RoundBook.content(check).point(), check);
                }
            }
            return new Made(round, window, List.copyOf(first.values()), before);
        }

        static Details.Round plan(RegistryEntry round) {
            return (Details.Round) round.details();
        }

        long missed() {
            return (long) plan(round).points().size() - checks.size();
        }

        Duration took() {
            return checks.isEmpty()
                    ? Duration.ZERO
                    : Duration.between(
                            checks.get(0).observedAt(),
                            checks.get(checks.size() - 1).observedAt());
        }

        /** The least time that the round takes. */
        Duration least(Duration betweenPoints) {
            Integer minutes = plan(round).leastMinutes();
            return minutes == null
                    ? betweenPoints.multipliedBy(plan(round).points().size() - 1)
                    : Duration.ofMinutes(minutes);
        }

        LocalizedText fault() {
            if (missed() == 0) {
                return new LocalizedText(
                        took().toMinutes() + "分钟走完" + checks.size() + "个点位，快得不真实",
                        "made in " + took().toMinutes() + " min, too fast for " + checks.size() + " points");
            }
            return checks.isEmpty()
                    ? new LocalizedText("未巡检", "not made at all")
                    : new LocalizedText(
                            missed() + "个点位未巡检",
                            "made without " + missed() + " of its "
                                    + plan(round).points().size() + " points");
        }
    }

    private static Snapshot snapshot(Question question, Made made, int inARow) {
        Map<String, Object> values = new HashMap<>();
        values.put("pointsMissed", made.missed());
        values.put("inARow", (long) inARow);
        values.put("took", made.took());
        values.put("least", made.least(question.parameters().duration("betweenPoints")));
        values.put("from", Instant.ofEpochMilli(made.window().from()));
        values.put("to", Instant.ofEpochMilli(made.window().to()));
        return new Snapshot(made.window().to(), Snapshot.DEADLINE, values, finding(question, made));
    }

    private static Finding finding(Question question, Made made) {
        String code = question.subject().id();
        Entry<Details.Enterprise> firm = question.world().enterprise(code);
        Finding finding = new Finding(made.window().from())
                .source(code)
                .names("enterprise", Labels.enterprise(question.world(), code))
                .names("round", Made.plan(made.round()).name())
                .names("fault", made.fault())
                .refers(made.round().key(), made.round().version());
        made.checks().forEach(check -> finding.because(EvidenceOf.observation(check)));
        finding.because(EvidenceOf.observation(made.before()));
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + code, firm.version());
    }
}
