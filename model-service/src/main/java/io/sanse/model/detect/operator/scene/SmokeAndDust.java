package io.sanse.model.detect.operator.scene;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Sighting.Thing;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.Minute;
import io.sanse.model.detect.fact.MinuteBook;
import io.sanse.model.detect.fact.SightingBook;
import io.sanse.model.detect.fact.SiteFacts;
import io.sanse.model.detect.operator.scene.DustView.Rise;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Smoke and heat that the cameras of a site see, each with the strongest rise of dust so far at a station of the site that lies downwind. One situation per sighting; its moments
 * are the stations' minutes behind it; it is over some time later.
 */
public final class SmokeAndDust implements Operator {
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "smoke-and-dust";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.SITE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("sighting", "minute");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "within", VariableType.DURATION,
                "history", VariableType.DURATION,
                "minMinutes", VariableType.COUNT,
                "reach", VariableType.NUMBER,
                "angle", VariableType.NUMBER,
                "calmBelow", VariableType.NUMBER,
                "factors", VariableType.TEXTS,
                "leastSure", VariableType.NUMBER,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("seen", VariableType.TIME),
                entry("heat", VariableType.FLAG),
                entry("factor", VariableType.TEXT),
                entry("value", VariableType.NUMBER),
                entry("before", VariableType.NUMBER),
                entry("rise", VariableType.NUMBER),
                entry("times", VariableType.NUMBER),
                entry("timesElsewhere", VariableType.NUMBER),
                entry("after", VariableType.DURATION),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("camera", "what", "station", "factorName");
    }

    @Override
    public long horizon(Facts facts) {
        return ((SiteFacts) facts).minutes().horizon();
    }

    @Override
    public List<Series> series(Question question) {
        SiteFacts facts = (SiteFacts) question.facts();
        long explained = facts.minutes().horizon() - MinuteBook.LONGEST_QUIET_MS;
        return facts.sightings().fires().stream()
                .filter(sighting -> SightingBook.at(sighting) >= explained && isSure(question, sighting))
                .map(sighting -> series(question, facts.minutes().all(), sighting))
                .toList();
    }

    private static boolean isSure(Question question, Observation sighting) {
        Double confidence = SightingBook.content(sighting).confidence();
        return confidence == null
                || confidence * PERCENT >= question.parameters().number("leastSure");
    }

    private static Series series(Question question, List<Minute> minutes, Observation sighting) {
        if (sighting.location() == null) {
            return undecided(sighting, "no-place");
        }
        DustView view = new DustView(question, minutes, sighting);
        List<Rise> rises = view.rises();
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 1; i <= rises.size(); i++) {
            Rise best = best(rises.subList(0, i), true);
            boolean last = i == rises.size()
                    || rises.get(i).minute().at() > rises.get(i - 1).minute().at();
            if (best != null && last) {
                Rise elsewhere = best(rises.subList(0, i), false);
                snapshots.add(snapshot(question, view, sighting, new Moment(rises.get(i - 1), best, elsewhere)));
            }
        }
        if (snapshots.isEmpty() && !rises.isEmpty()) {
            return undecided(sighting, "nothing-downwind");
        }
        String feed = sighting.source().feed();
        long over = SightingBook.at(sighting) + question.parameters().ms("quiet");
        return over <= question.clocks().show(feed, Hand.RUNNING)
                ? Series.of(snapshots, over, List.of())
                : Series.of(snapshots, null, List.of(new Wake(feed, Hand.RUNNING, over)));
    }

    private static Series undecided(Observation sighting, String reason) {
        return new Series(List.of(), null, List.of(), List.of(new Undecided(SightingBook.at(sighting), reason)), false);
    }

    private static Rise best(List<Rise> rises, boolean downwind) {
        return rises.stream()
                .filter(rise -> rise.downwind() == downwind)
                .max(Comparator.comparingDouble(Rise::times)
                        .thenComparing(rise -> rise.minute().id()))
                .orElse(null);
    }

    /**
     * What was known when a station had told some minutes.
     *
     * @param last the newest
     * @param best the strongest rise downwind
     * @param elsewhere the strongest rise where the wind does not blow to, or null
     */
    private record Moment(Rise last, Rise best, Rise elsewhere) {}

    private static Snapshot snapshot(Question question, DustView view, Observation sighting, Moment moment) {
        Rise best = moment.best();
        Map<String, Object> values = new HashMap<>();
        values.put("seen", sighting.observedAt());
        values.put("heat", SightingBook.content(sighting).shows(Thing.HEAT));
        values.put("factor", best.factor());
        values.put("value", best.value());
        values.put("before", best.before());
        values.put("rise", best.value() - best.before());
        values.put("times", best.times());
        values.put(
                "timesElsewhere",
                moment.elsewhere() == null ? 0.0 : moment.elsewhere().times());
        values.put("after", Duration.ofMillis(best.minute().at() - SightingBook.at(sighting)));
        values.put("night", Nights.contains(SightingBook.at(sighting)));
        long receivedAt = Math.max(
                sighting.receivedAt().toEpochMilli(), moment.last().minute().receivedAt());
        return new Snapshot(moment.last().minute().at(), receivedAt, values, finding(question, view, sighting, moment));
    }

    private static Finding finding(Question question, DustView view, Observation sighting, Moment moment) {
        Rise best = moment.best();
        Sighting content = SightingBook.content(sighting);
        String station = best.minute().station();
        Finding finding = new Finding(SightingBook.at(sighting))
                .at(sighting.location(), null)
                .mentions(Subject.station(station))
                .names("camera", Labels.camera(question.world(), content.camera()))
                .names("what", what(content))
                .names("station", Labels.station(question.world(), station))
                .names("factorName", Labels.factor(best.factor()))
                .refers("station:" + station, question.world().station(station).version())
                .because(EvidenceOf.observation(sighting))
                .because(EvidenceOf.minute(best.minute(), best.factor()));
        if (moment.elsewhere() != null) {
            finding.because(EvidenceOf.minute(
                    moment.elsewhere().minute(), moment.elsewhere().factor()));
        }
        view.before(station).forEach(minute -> finding.because(EvidenceOf.minute(minute, best.factor())));
        return finding;
    }

    private static LocalizedText what(Sighting sighting) {
        return sighting.shows(Thing.SMOKE) ? new LocalizedText("烟雾", "smoke") : new LocalizedText("热异常点", "a hot spot");
    }
}
