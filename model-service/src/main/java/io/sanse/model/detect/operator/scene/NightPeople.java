package io.sanse.model.detect.operator.scene;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Sighting.Thing;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.SightingBook;
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
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * People whom the infrared cameras of a zone see by night. Sightings that follow each other within the span are one situation; its moments are the sightings, each with the most
 * cameras that saw people within one span so far; it ends with the last of them, once the span has gone by. How many pictures a camera takes does not matter.
 */
public final class NightPeople implements Operator {
    private static final double PERCENT = 100;

    private static final Map<Thing, LocalizedText> TOOLS = Map.of(
            Thing.DOG, new LocalizedText("携犬", "with a dog"),
            Thing.NET, new LocalizedText("携网", "with a net"),
            Thing.GUN, new LocalizedText("携枪", "with a gun"));

    @Override
    public String name() {
        return "night-people";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.SITE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("sighting");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "watchedTypes", VariableType.TEXTS,
                "within", VariableType.DURATION,
                "again", VariableType.DURATION,
                "leastSure", VariableType.NUMBER);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("cameras", VariableType.COUNT),
                entry("dog", VariableType.FLAG),
                entry("net", VariableType.FLAG),
                entry("gun", VariableType.FLAG),
                entry("people", VariableType.COUNT),
                entry("returned", VariableType.FLAG),
                entry("nights", VariableType.COUNT),
                entry("since", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone", "camera", "tools");
    }

    @Override
    public long horizon(Facts facts) {
        return ((SiteFacts) facts).sightings().settled();
    }

    @Override
    public List<Series> series(Question question) {
        Zone zone = question.world().zone(question.subject().id());
        if (zone == null || !question.parameters().texts("watchedTypes").contains(zone.type())) {
            return List.of();
        }
        List<Observation> people = ((SiteFacts) question.facts())
                .sightings().people().stream()
                        .filter(sighting -> isSure(question, sighting))
                        .toList();
        return runs(question, people).stream()
                .map(run -> series(question, zone, run, people))
                .toList();
    }

    /** A picture of which nobody says how sure it is counts. */
    private static boolean isSure(Question question, Observation sighting) {
        Double confidence = SightingBook.content(sighting).confidence();
        return confidence == null
                || confidence * PERCENT >= question.parameters().number("leastSure");
    }

    private static List<List<Observation>> runs(Question question, List<Observation> people) {
        List<List<Observation>> runs = new ArrayList<>();
        for (Observation sighting : people) {
            List<Observation> run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            boolean goesOn = run != null
                    && SightingBook.at(sighting) - SightingBook.at(run.get(run.size() - 1))
                            <= question.parameters().ms("within");
            if (!goesOn) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(sighting);
        }
        return runs;
    }

    private static Series series(Question question, Zone zone, List<Observation> run, List<Observation> people) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int seen = 1; seen <= run.size(); seen++) {
            snapshots.add(snapshot(question, zone, run.subList(0, seen), people));
        }
        Observation last = run.get(run.size() - 1);
        long over = SightingBook.at(last) + question.parameters().ms("within") + 1;
        String feed = last.source().feed();
        return over <= question.clocks().show(feed, Hand.RUNNING)
                ? Series.of(snapshots, SightingBook.at(last), List.of())
                : Series.of(snapshots, null, List.of(new Wake(feed, Hand.RUNNING, over)));
    }

    private static Snapshot snapshot(Question question, Zone zone, List<Observation> seen, List<Observation> people) {
        List<Observation> earlier = earlier(question, seen.get(0), people);
        List<Sighting> pictures = seen.stream().map(SightingBook::content).toList();
        Observation last = seen.get(seen.size() - 1);
        Map<String, Object> values = new HashMap<>();
        values.put("cameras", mostCameras(question, seen));
        values.put("dog", shows(pictures, Thing.DOG));
        values.put("net", shows(pictures, Thing.NET));
        values.put("gun", shows(pictures, Thing.GUN));
        values.put(
                "people", pictures.stream().mapToLong(NightPeople::people).max().orElseThrow());
        values.put("returned", earlier.stream().anyMatch(known -> isOneOf(known, pictures)));
        values.put(
                "nights",
                1
                        + earlier.stream()
                                .map(known -> SightingBook.night(SightingBook.at(known)))
                                .distinct()
                                .count());
        values.put("since", seen.get(0).observedAt());
        Finding finding = finding(question, zone, seen);
        earlier.stream()
                .filter(known -> isOneOf(known, pictures))
                .forEach(known -> finding.because(EvidenceOf.observation(known)));
        return new Snapshot(SightingBook.at(last), last.receivedAt().toEpochMilli(), values, finding);
    }

    /** People of the nights before, as far back as it matters. */
    private static List<Observation> earlier(Question question, Observation first, List<Observation> people) {
        long at = SightingBook.at(first);
        long since = at - question.parameters().ms("again");
        return people.stream()
                .filter(known -> SightingBook.at(known) >= since
                        && SightingBook.night(SightingBook.at(known)).isBefore(SightingBook.night(at)))
                .toList();
    }

    private static boolean isOneOf(Observation known, List<Sighting> pictures) {
        String group = SightingBook.content(known).group();
        return group != null && pictures.stream().anyMatch(picture -> group.equals(picture.group()));
    }

    private static long mostCameras(Question question, List<Observation> seen) {
        long within = question.parameters().ms("within");
        return seen.stream()
                .mapToLong(last -> seen.stream()
                        .filter(one -> SightingBook.at(one) <= SightingBook.at(last)
                                && SightingBook.at(one) >= SightingBook.at(last) - within)
                        .map(one -> SightingBook.content(one).camera())
                        .distinct()
                        .count())
                .max()
                .orElseThrow();
    }

    private static boolean shows(List<Sighting> pictures, Thing thing) {
        return pictures.stream().anyMatch(picture -> picture.shows(thing));
    }

    private static long people(Sighting picture) {
        return picture.people() == null ? 1 : picture.people();
    }

    private static Finding finding(Question question, Zone zone, List<Observation> seen) {
        Observation last = seen.get(seen.size() - 1);
        Finding finding = new Finding(SightingBook.at(seen.get(0)))
                .at(last.location(), zone.division())
                .names("zone", zone.name())
                .names(
                        "camera",
                        Labels.camera(
                                question.world(), SightingBook.content(last).camera()))
                .names("tools", tools(seen))
                .refers("zone:" + zone.id(), zone.version());
        finding.because(EvidenceOf.observation(last));
        seen.forEach(sighting -> finding.because(EvidenceOf.observation(sighting)));
        return finding;
    }

    private static LocalizedText tools(List<Observation> seen) {
        List<Sighting> pictures = seen.stream().map(SightingBook::content).toList();
        List<LocalizedText> tools = List.of(Thing.DOG, Thing.NET, Thing.GUN).stream()
                .filter(thing -> shows(pictures, thing))
                .map(TOOLS::get)
                .toList();
        return tools.isEmpty()
                ? new LocalizedText("", "")
                : new LocalizedText(
                        "（"
                                + String.join(
                                        "、",
                                        tools.stream().map(LocalizedText::zh).toList()) + "）",
                        " "
                                + String.join(
                                        ", ",
                                        tools.stream().map(LocalizedText::en).toList()));
    }
}
