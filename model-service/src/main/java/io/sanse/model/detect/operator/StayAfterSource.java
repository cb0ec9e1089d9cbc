package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.track.Crossing;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stays of a vehicle in sensitive zones, each with the source that it had left before. One situation per stay; its moments are those at which the stay passed a
 * length asked about, and its end. Time that the vehicle spent in an exempt zone does not count as stayed.
 */
final class StayAfterSource implements Operator {
    private static final int COUNTY_DIGITS = 6;
    private static final Comparator<Visit> BY_END =
            Comparator.comparingLong(Visit::leave).thenComparing(Visit::zone);

    @Override
    public String name() {
        return "stay-after-source";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("visit", "manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "stay", VariableType.DURATION,
                "stayCore", VariableType.DURATION,
                "sensitiveTypes", VariableType.TEXTS,
                "sourceTypes", VariableType.TEXTS,
                "exemptTypes", VariableType.TEXTS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("zoneType", VariableType.TEXT),
                entry("core", VariableType.FLAG),
                entry("dwell", VariableType.DURATION),
                entry("enter", VariableType.TIME),
                entry("hasSource", VariableType.FLAG),
                entry("sinceSource", VariableType.DURATION),
                entry("leftSource", VariableType.TIME),
                entry("manifestOpen", VariableType.FLAG),
                entry("crossCounty", VariableType.FLAG),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone", "source");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public TrackNeeds needs(Parameters parameters) {
        return new TrackNeeds(List.of(parameters.ms("stay"), parameters.ms("stayCore")), List.of(), List.of());
    }

    /** The vehicle's stays, by what their zones mean to the model. */
    private record Stays(List<Visit> sensitive, List<Visit> sources, List<Visit> exempt, List<Manifest> manifests) {}

    /** A stay in a sensitive zone once it is long enough; one elsewhere when such a stay may have begun meanwhile. */
    @Override
    public boolean minds(Visit visit, Question question) {
        Zone zone = question.world().zone(visit.zone());
        if (zone == null) {
            return false;
        }
        Parameters parameters = question.parameters();
        boolean bears = parameters.texts("exemptTypes").contains(zone.type())
                || visit.closed() && parameters.texts("sourceTypes").contains(zone.type());
        return isJudged(visit, question) || bears && isMet(visit, question);
    }

    private static boolean isMet(Visit visit, Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        return isAnyJudged(question.sight().open(), question)
                || isAnyJudged(facts.visits().endedAfter(visit.enter()), question);
    }

    private static boolean isAnyJudged(List<Visit> visits, Question question) {
        for (Visit visit : visits) {
            if (isJudged(visit, question)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJudged(Visit visit, Question question) {
        if (visit.dwellMs() <= shortest(question)) {
            return false;
        }
        Zone zone = question.world().zone(visit.zone());
        return zone != null && question.parameters().texts("sensitiveTypes").contains(zone.type());
    }

    private static long shortest(Question question) {
        return Math.min(question.parameters().ms("stay"), question.parameters().ms("stayCore"));
    }

    @Override
    public List<Series> series(Question question) {
        Stays stays = stays(question);
        long shortest = shortest(question);
        List<Series> all = new ArrayList<>();
        for (Visit visit : stays.sensitive()) {
            if (visit.dwellMs() > shortest) {
                all.add(series(question, visit, stays));
            }
        }
        return all;
    }

    private static Stays stays(Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        Stays stays = new Stays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), facts.manifests());
        List<Visit> all = new ArrayList<>(facts.visits());
        all.addAll(question.sight().open());
        for (Visit visit : all) {
            Zone zone = question.world().zone(visit.zone());
            if (zone != null) {
                sort(question, visit, zone, stays);
            }
        }
        stays.exempt().sort(Comparator.comparingLong(Visit::enter));
        return stays;
    }

    private static void sort(Question question, Visit visit, Zone zone, Stays stays) {
        Parameters parameters = question.parameters();
        if (parameters.texts("sensitiveTypes").contains(zone.type())) {
            stays.sensitive().add(visit);
        }
        if (visit.closed()
                && parameters.texts("sourceTypes").contains(zone.type())
                && produces(question.world(), zone)) {
            stays.sources().add(visit);
        }
        if (parameters.texts("exemptTypes").contains(zone.type())) {
            stays.exempt().add(visit);
        }
    }

    /** A firm that is known to do something else only is no source; of one that is not known the zone's type is believed. */
    private static boolean produces(World world, Zone zone) {
        Entry<Details.Enterprise> firm = world.enterprise(zone.enterprise());
        if (firm == null
                || firm.details().roles() == null
                || firm.details().roles().isEmpty()) {
            return true;
        }
        return firm.details().roles().contains("generator")
                || firm.details().roles().contains("construction");
    }

    private static Series series(Question question, Visit visit, Stays stays) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Crossing crossing : visit.crossings()) {
            snapshots.add(snapshot(question, visit, crossing, stays));
        }
        boolean longer = snapshots.isEmpty()
                || visit.leave() > snapshots.get(snapshots.size() - 1).at();
        if (visit.closed() && longer) {
            snapshots.add(snapshot(question, visit, new Crossing(visit.dwellMs(), visit.last()), stays));
        }
        return Series.of(snapshots, visit.closed() ? visit.leave() : null, List.of());
    }

    private static Snapshot snapshot(Question question, Visit visit, Crossing moment, Stays stays) {
        Zone zone = question.world().zone(visit.zone());
        Visit source = source(visit, stays.sources());
        Zone from = source == null ? null : question.world().zone(source.zone());
        long dwell = moment.dwellMs() - exempt(visit, moment.fix().at(), stays.exempt());
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("zoneType", zone.type());
        values.put("core", zone.core());
        values.put("dwell", Duration.ofMillis(Math.max(0, dwell)));
        values.put("enter", Instant.ofEpochMilli(visit.enter()));
        values.put("hasSource", source != null);
        values.put("sinceSource", Duration.ofMillis(source == null ? 0 : sinceSource(visit, source)));
        values.put("leftSource", Instant.ofEpochMilli(source == null ? 0 : source.leave()));
        values.put("manifestOpen", stays.manifests().stream().anyMatch(manifest -> manifest.isOpenAt(visit.enter())));
        values.put("crossCounty", crossCounty(zone, from));
        values.put("night", Nights.contains(visit.enter()));
        Fix fix = moment.fix();
        return new Snapshot(
                fix.at(), fix.receivedAt(), values, () -> finding(question, visit, fix, new Origin(source, from)));
    }

    /** Where it came from; both null when not known. */
    private record Origin(Visit visit, Zone zone) {}

    /** The last source that it had been to when it came. */
    private static Visit source(Visit visit, List<Visit> sources) {
        Visit last = null;
        for (Visit source : sources) {
            if (source.enter() <= visit.enter() && (last == null || BY_END.compare(source, last) > 0)) {
                last = source;
            }
        }
        return last;
    }

    private static long sinceSource(Visit visit, Visit source) {
        return Math.max(0, visit.enter() - source.leave());
    }

    /** Time of the visit until a moment that lies in exempt visits; where these overlap it counts once. One that lasts has lasted until the moment, as far as is known. */
    private static long exempt(Visit visit, long until, List<Visit> exempt) {
        long sum = 0;
        long counted = visit.enter();
        for (Visit other : exempt) {
            long from = Math.max(counted, other.enter());
            long to = other.closed() ? Math.min(until, other.leave()) : until;
            sum += Math.max(0, to - from);
            counted = Math.max(counted, to);
        }
        return sum;
    }

    private static boolean crossCounty(Zone zone, Zone from) {
        if (from == null || county(zone) == null || county(from) == null) {
            return false;
        }
        return !county(zone).equals(county(from));
    }

    private static String county(Zone zone) {
        String code = zone.division();
        return code == null || code.length() < COUNTY_DIGITS ? null : code.substring(0, COUNTY_DIGITS);
    }

    private static Finding finding(Question question, Visit visit, Fix fix, Origin origin) {
        Zone zone = question.world().zone(visit.zone());
        Finding finding = new Finding(
                        origin.visit() == null ? visit.enter() : origin.visit().leave())
                .at(fix.location(), zone.division())
                .mentions(new Subject(SubjectType.SITE, zone.id()))
                .because(EvidenceOf.fix(fix))
                .because(EvidenceOf.fix(visit.first()))
                .names("zone", zone.name())
                .names("source", Labels.same(null))
                .refers("zone:" + zone.id(), zone.version());
        if (origin.zone() != null) {
            finding.source(origin.zone().enterprise())
                    .because(EvidenceOf.fix(origin.visit().last()))
                    .because(EvidenceOf.fix(origin.visit().first()))
                    .names("source", origin.zone().name())
                    .refers("zone:" + origin.zone().id(), origin.zone().version());
        }
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }
}
