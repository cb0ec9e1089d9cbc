package io.sanse.model.detect.operator.trip;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.operator.trip.Stray.Moment;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stretches of a trip off the route from its generator to its receiver, declared or learnt, from the first report on the route to the arrival at the receiver. One situation per stretch;
 * its moments are those at which it passed a length asked about or came into a sensitive zone, and its end. While a trip with a known route lasts, the track is looked at again
 * and again; of all other vehicles nothing is read.
 */
public final class RouteDeviation implements Operator {
    /** Reports are kept for a day; late ones are waited for as long as the longest trip leaves time. */
    private static final long KEPT_MS = Duration.ofHours(24).toMillis();

    private static final int CONFIRMATIONS = 2;

    @Override
    public String name() {
        return "route-deviation";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest", "track");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "corridor", VariableType.NUMBER,
                "nearEnds", VariableType.NUMBER,
                "off", VariableType.DURATION,
                "offFar", VariableType.DURATION,
                "gap", VariableType.DURATION,
                "maxSpeed", VariableType.NUMBER,
                "look", VariableType.DURATION,
                "longest", VariableType.DURATION,
                "sensitiveTypes", VariableType.TEXTS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("number", VariableType.TEXT),
                entry("strayed", VariableType.DURATION),
                entry("farthest", VariableType.NUMBER),
                entry("sensitive", VariableType.FLAG),
                entry("learnt", VariableType.FLAG),
                entry("since", VariableType.TIME),
                entry("hazardous", VariableType.FLAG),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("route", "where");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public long horizon(Facts facts) {
        long newest = ((VehicleFacts) facts).newest();
        return newest == Long.MIN_VALUE ? newest : newest - KEPT_MS / 4;
    }

    @Override
    public List<Series> series(Question question) {
        Fix last = question.sight().last();
        List<RouteTrip> trips = RouteTrip.all(question);
        List<Series> all = new ArrayList<>();
        for (RouteTrip trip : trips) {
            if (last == null) {
                all.add(Series.awaitingReport());
            } else if (!trip.routes().isEmpty() && trip.from() >= last.at() - KEPT_MS) {
                addTrip(question, trip, trips, all);
            }
        }
        return all;
    }

    private static void addTrip(Question question, RouteTrip trip, List<RouteTrip> trips, List<Series> all) {
        Parameters parameters = question.parameters();
        String feed = question.sight().last().feed();
        long shown = question.clocks().show(feed, Hand.RUNNING);
        long look = parameters.ms("look");
        if (shown < trip.until()) {
            // on a grid, so that being asked in between asks for no more looks
            long next = Math.min(trip.until(), (Math.floorDiv(shown, look) + 1) * look);
            all.add(Series.of(List.of(), null, List.of(new Wake(feed, Hand.RUNNING, next))));
        }
        Stray.Rules rules = new Stray.Rules(
                parameters.number("corridor"), CONFIRMATIONS, parameters.ms("gap"), parameters.texts("sensitiveTypes"));
        SeenTrip seen = new SeenTrip(question, trip, trips);
        for (Stray stray : Stray.all(question.world(), seen.reports(), rules)) {
            Long end = stray.back() != null ? (Long) stray.back().at() : seen.endedAt(shown);
            all.add(Series.of(snapshots(question, trip, stray), end, List.of()));
        }
    }

    private static List<Snapshot> snapshots(Question question, RouteTrip trip, Stray stray) {
        long off = question.parameters().ms("off");
        long offFar = question.parameters().ms("offFar");
        List<Snapshot> snapshots = new ArrayList<>();
        Moment before = null;
        for (Moment moment : stray.moments()) {
            boolean crossed = before != null
                    && (crossed(before, moment, off)
                            || crossed(before, moment, offFar)
                            || before.sensitive() == null && moment.sensitive() != null);
            boolean last = stray.back() != null
                    && moment.equals(stray.moments().get(stray.moments().size() - 1));
            if (crossed || last) {
                snapshots.add(snapshot(question, trip, stray, moment));
            }
            before = moment;
        }
        return snapshots;
    }

    private static boolean crossed(Moment before, Moment moment, long length) {
        return before.offMs() <= length && moment.offMs() > length;
    }

    private static Snapshot snapshot(Question question, RouteTrip trip, Stray stray, Moment moment) {
        Fix first = stray.moments().get(0).fix();
        boolean hazardous = Boolean.TRUE.equals(trip.manifest().known(ManifestStep::hazardous));
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("number", trip.manifest().number());
        values.put("strayed", Duration.ofMillis(moment.offMs()));
        values.put("farthest", moment.farthestM());
        values.put("sensitive", moment.sensitive() != null);
        values.put("learnt", trip.isLearnt());
        values.put("since", Instant.ofEpochMilli(first.at()));
        values.put("hazardous", hazardous);
        values.put("night", Nights.contains(first.at()));
        return new Snapshot(
                moment.fix().at(), moment.fix().receivedAt(), values, () -> finding(question, trip, stray, moment));
    }

    private static Finding finding(Question question, RouteTrip trip, Stray stray, Moment moment) {
        Finding finding = new Finding(stray.moments().get(0).fix().at())
                .at(moment.fix().location(), null)
                .source(trip.manifest().known(ManifestStep::generator))
                .amount(trip.manifest().known(ManifestStep::sentTonnes))
                .mentions(Subject.manifest(trip.manifest().number()))
                .names("route", route(trip))
                .names("where", where(moment))
                .because(EvidenceOf.fix(moment.fix()))
                .because(EvidenceOf.fix(stray.moments().get(0).fix()));
        trip.manifest().steps().forEach(step -> finding.because(EvidenceOf.observation(step)));
        trip.routes().forEach(route -> finding.refers("route:" + route.id(), route.version()));
        if (moment.sensitive() != null) {
            finding.mentions(Subject.site(moment.sensitive().id()))
                    .refers(
                            "zone:" + moment.sensitive().id(),
                            moment.sensitive().version());
        }
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }

    private static LocalizedText route(RouteTrip trip) {
        return trip.isLearnt() ? new LocalizedText("习惯路线", "usual route") : new LocalizedText("申报路线", "declared route");
    }

    private static LocalizedText where(Moment moment) {
        return moment.sensitive() == null
                ? new LocalizedText("", "")
                : new LocalizedText(
                        "，并驶入" + moment.sensitive().name().zh(),
                        " and came into " + moment.sensitive().name().en());
    }
}
