package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.PassBook;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Crossings of the control circles around counties and the city, each with what ties the vehicle to waste and how many nights it has come back lately without a manifest. One
 * situation per crossing; its moment is the crossing; it is over some time later.
 */
public final class CrossBoundary implements Operator {
    private static final Duration HALF_DAY = Duration.ofHours(12);

    @Override
    public String name() {
        return "cross-boundary";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture", "visit", "manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "ringTypes", VariableType.TEXTS,
                "wasteTypes", VariableType.TEXTS,
                "wasteRoles", VariableType.TEXTS,
                "tiedWithin", VariableType.DURATION,
                "window", VariableType.DURATION,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("outwards", VariableType.FLAG),
                entry("loaded", VariableType.FLAG),
                entry("tied", VariableType.FLAG),
                entry("unregistered", VariableType.FLAG),
                entry("manifestOpen", VariableType.FLAG),
                entry("nightReturn", VariableType.FLAG),
                entry("nightReturns", VariableType.COUNT),
                entry("night", VariableType.FLAG),
                entry("at", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("ring", "way");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        PassBook passes = ((VehicleFacts) question.facts()).passes();
        Pass pass = passes.get(passes.size() - 1);
        return minds(pass.site(), pass.at(), question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return minds(visit.zone(), visit.enter(), question);
    }

    /** A circle always; a place of waste when the vehicle may have crossed a circle since it came there. */
    private static boolean minds(String site, long since, Question question) {
        Zone zone = site == null ? null : question.world().zone(site);
        if (zone == null) {
            return false;
        }
        return isRing(zone, question)
                || question.parameters().texts("wasteTypes").contains(zone.type()) && mayHaveCrossed(since, question);
    }

    private static boolean mayHaveCrossed(long since, Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        for (Pass pass : facts.passes().after(since)) {
            if (pass.site() != null && isRing(pass.site(), question)) {
                return true;
            }
        }
        for (Visit visit : facts.visits().endedAfter(since)) {
            if (isRing(visit.zone(), question)) {
                return true;
            }
        }
        return question.sight().open().stream().anyMatch(visit -> isRing(visit.zone(), question));
    }

    private static boolean isRing(String site, Question question) {
        Zone zone = question.world().zone(site);
        return zone != null && isRing(zone, question);
    }

    private static boolean isRing(Zone zone, Question question) {
        return question.parameters().texts("ringTypes").contains(zone.type());
    }

    @Override
    public List<Series> series(Question question) {
        List<RingCrossing> crossings =
                RingCrossing.all(question, question.parameters().texts("ringTypes"));
        return crossings.stream()
                .map(crossing -> series(question, crossing, returns(question, crossing, crossings)))
                .toList();
    }

    private static Series series(Question question, RingCrossing crossing, List<RingCrossing> returns) {
        long over = crossing.at() + question.parameters().ms("quiet");
        return Series.until(over, crossing.feed(), question, List.of(snapshot(question, crossing, returns)));
    }

    /** One for each night of the window, up to a crossing, in which it came in again without a manifest. */
    private static List<RingCrossing> returns(Question question, RingCrossing until, List<RingCrossing> all) {
        long since = until.at() - question.parameters().ms("window");
        Map<Object, RingCrossing> byNight = new HashMap<>();
        for (RingCrossing one : all) {
            if (one.at() >= since && one.at() <= until.at() && isNightReturn(question, one)) {
                byNight.putIfAbsent(night(one.at()), one);
            }
        }
        return new ArrayList<>(byNight.values());
    }

    /** The day on whose evening the night began. */
    private static Object night(long at) {
        return Instant.ofEpochMilli(at).minus(HALF_DAY).atZone(Nights.ZONE).toLocalDate();
    }

    private static boolean isNightReturn(Question question, RingCrossing crossing) {
        return !crossing.outwards() && Nights.contains(crossing.at()) && !manifestOpen(question, crossing);
    }

    private static boolean manifestOpen(Question question, RingCrossing crossing) {
        return ((VehicleFacts) question.facts())
                .manifests().stream().anyMatch(manifest -> manifest.isOpenAt(crossing.at()));
    }

    private static Snapshot snapshot(Question question, RingCrossing crossing, List<RingCrossing> returns) {
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("outwards", crossing.outwards());
        values.put("loaded", crossing.loaded());
        values.put("tied", isWasteCarrier(question, vehicle) || wasAtWaste(question, crossing));
        values.put("unregistered", vehicle == null);
        values.put("manifestOpen", manifestOpen(question, crossing));
        values.put("nightReturn", isNightReturn(question, crossing));
        values.put("nightReturns", (long) returns.size());
        values.put("night", Nights.contains(crossing.at()));
        values.put("at", Instant.ofEpochMilli(crossing.at()));
        return new Snapshot(crossing.at(), Snapshot.DEADLINE, values, () -> finding(question, crossing, returns));
    }

    private static boolean isWasteCarrier(Question question, RegistryEntry vehicle) {
        Entry<Details.Enterprise> carrier =
                vehicle == null ? null : question.world().enterprise(((Details.Vehicle) vehicle.details()).carrier());
        return carrier != null
                && carrier.details().roles() != null
                && carrier.details().roles().stream()
                        .anyMatch(question.parameters().texts("wasteRoles")::contains);
    }

    /** Whether it was at a place of waste some time before. */
    private static boolean wasAtWaste(Question question, RingCrossing crossing) {
        long since = crossing.at() - question.parameters().ms("tiedWithin");
        List<String> types = question.parameters().texts("wasteTypes");
        return Stay.perhapsIn(zone -> types.contains(zone.type()), question).stream()
                .anyMatch(stay -> stay.enter() <= crossing.at() && (!stay.closed() || stay.leave() >= since));
    }

    private static Finding finding(Question question, RingCrossing crossing, List<RingCrossing> returns) {
        Finding finding = new Finding(
                        returns.stream().mapToLong(RingCrossing::at).reduce(crossing.at(), Math::min))
                .at(crossing.place(), crossing.ring().division())
                .mentions(Subject.site(crossing.ring().id()))
                .names("ring", Labels.site(question.world(), crossing.ring().id()))
                .names("way", way(crossing))
                .refers("zone:" + crossing.ring().id(), crossing.ring().version())
                .because(crossing.evidence());
        returns.stream().map(RingCrossing::evidence).forEach(finding::because);
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }

    private static LocalizedText way(RingCrossing crossing) {
        if (crossing.outwards()) {
            return crossing.loaded()
                    ? new LocalizedText("载货驶出", "went out loaded through")
                    : new LocalizedText("驶出", "went out through");
        }
        return crossing.loaded()
                ? new LocalizedText("载货驶入", "came in loaded through")
                : new LocalizedText("驶入", "came in through");
    }
}
