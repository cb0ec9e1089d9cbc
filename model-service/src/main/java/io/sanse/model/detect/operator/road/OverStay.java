package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Vocabulary;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stays of a vehicle in areas whose kind has a limit: the parameter {@code <kind>Limit}. One situation per stay; its moments are those at which it passed the limit and
 * a multiple of it, and it ends when the vehicle left. That a vehicle has not been seen to leave counts as stayed once the cameras' clock has gone by; a track counts only as
 * long as it was seen inside.
 */
public final class OverStay implements Operator {
    private static final Map<String, String> LIMITS = Vocabulary.ZONE_TYPES.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), OverStay::limitOf));

    @Override
    public String name() {
        return "over-stay";
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
        return Map.of("farOver", VariableType.NUMBER, "settle", VariableType.DURATION);
    }

    /** What a kind of zone allows. */
    @Override
    public boolean reads(Parameter parameter) {
        return parameter.unit().type() == VariableType.DURATION && LIMITS.containsValue(parameter.name());
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("zoneType", VariableType.TEXT),
                entry("enter", VariableType.TIME),
                entry("stayed", VariableType.DURATION),
                entry("limit", VariableType.DURATION),
                entry("timesLimit", VariableType.NUMBER));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        return Stay.minds(zone -> limit(question.parameters(), zone) != null, question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        Zone zone = question.world().zone(visit.zone());
        return zone != null && limit(question.parameters(), zone) != null;
    }

    @Override
    public List<Series> series(Question question) {
        List<Series> all = new ArrayList<>();
        for (Stay stay : Stay.longerThan(
                shortestLimit(question.parameters()), zone -> limit(question.parameters(), zone) != null, question)) {
            Duration limit = limit(question.parameters(), stay.zone());
            if (!stay.closed() || stay.leave() - stay.enter() > limit.toMillis()) {
                all.add(series(question, stay, limit));
            }
        }
        return all;
    }

    private static long shortestLimit(Parameters parameters) {
        long shortest = Long.MAX_VALUE;
        for (String name : LIMITS.values()) {
            if (parameters.value(name) instanceof Duration limit) {
                shortest = Math.min(shortest, limit.toMillis());
            }
        }
        return shortest;
    }

    /** What the kind of the zone allows, or null when it has no limit. */
    private static Duration limit(Parameters parameters, Zone zone) {
        return parameters.value(LIMITS.get(zone.type())) instanceof Duration limit ? limit : null;
    }

    /** The parameter of a kind of zone: {@code riverBankLimit} of {@code river-bank}. */
    private static String limitOf(String type) {
        String[] words = type.split("-", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.append("Limit").toString();
    }

    private static Series series(Question question, Stay stay, Duration allowed) {
        Parameters parameters = question.parameters();
        long limit = allowed.toMillis();
        long settle = stay.closed() ? 0 : parameters.ms("settle");
        long shown = question.clocks().show(stay.feed(), Hand.RUNNING);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        boolean awaits = false;
        for (long length : new long[] {limit, Math.round(limit * parameters.number("farOver"))}) {
            long moment = stay.enter() + length + 1;
            if (stay.closed() ? moment <= stay.leave() : moment + settle <= shown && moment <= stay.seenUntil()) {
                snapshots.add(snapshot(question, stay, allowed, moment));
            } else if (!stay.closed() && moment + settle > shown && wakes.isEmpty()) {
                wakes.add(new Wake(stay.feed(), Hand.RUNNING, moment + settle));
            } else {
                awaits |= !stay.closed() && moment + settle <= shown;
            }
        }
        return new Series(snapshots, stay.closed() ? stay.leave() : null, wakes, List.of(), awaits);
    }

    private static Snapshot snapshot(Question question, Stay stay, Duration limit, long at) {
        long stayed = at - stay.enter();
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("zoneType", stay.zone().type());
        values.put("enter", Instant.ofEpochMilli(stay.enter()));
        values.put("stayed", Duration.ofMillis(stayed));
        values.put("limit", limit);
        values.put("timesLimit", (double) stayed / limit.toMillis());
        return new Snapshot(at, Snapshot.DEADLINE, values, () -> finding(question, stay));
    }

    private static Finding finding(Question question, Stay stay) {
        Zone zone = stay.zone();
        Finding finding = new Finding(stay.enter())
                .at(zone.ring().middle(), zone.division())
                .mentions(Subject.site(zone.id()))
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        stay.evidence().forEach(finding::because);
        return finding;
    }
}
