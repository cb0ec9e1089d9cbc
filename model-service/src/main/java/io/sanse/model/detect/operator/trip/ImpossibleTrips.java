package io.sanse.model.detect.operator.trip;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places at which the manifests of a vehicle say that it was, one after the other, each pair with the speed that it would have taken. One situation per pair; its moment is
 * the later step; it is over some time later, or when one of its manifests is voided.
 */
public final class ImpossibleTrips implements Operator {
    private static final double KMH_PER_METRE_PER_MS = 3_600;

    @Override
    public String name() {
        return "impossible-trips";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("slack", VariableType.DURATION, "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("oneManifest", VariableType.FLAG),
                entry("distanceKm", VariableType.NUMBER),
                entry("apart", VariableType.DURATION),
                entry("speedKmh", VariableType.NUMBER),
                entry("earlier", VariableType.TIME),
                entry("later", VariableType.TIME),
                entry("hazardous", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("papers", "from", "to");
    }

    @Override
    public List<Series> series(Question question) {
        List<StatedPresence> presences =
                StatedPresence.all(question.world(), ((VehicleFacts) question.facts()).manifests());
        List<Series> all = new ArrayList<>();
        for (int i = 1; i < presences.size(); i++) {
            Trip trip = new Trip(presences.get(i - 1), presences.get(i));
            if (trip.distanceM() > 0 && trip.to().at() < trip.voidedAt()) {
                all.add(series(question, trip));
            }
        }
        return all;
    }

    private static Series series(Question question, Trip trip) {
        String feed = trip.to().step().source().feed();
        long over =
                Math.min(trip.voidedAt(), trip.to().at() + question.parameters().ms("quiet"));
        return Series.until(over, feed, question, List.of(snapshot(question, trip)));
    }

    private static Snapshot snapshot(Question question, Trip trip) {
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("oneManifest", trip.oneManifest());
        values.put("distanceKm", trip.distanceM() / 1_000);
        values.put("apart", Duration.ofMillis(trip.apartMs()));
        values.put("speedKmh", trip.speedKmh(question.parameters().ms("slack")));
        values.put("earlier", Instant.ofEpochMilli(trip.from().at()));
        values.put("later", Instant.ofEpochMilli(trip.to().at()));
        values.put("hazardous", trip.hazardous());
        return new Snapshot(
                trip.to().at(), trip.to().step().receivedAt().toEpochMilli(), values, finding(question, trip));
    }

    private static Finding finding(Question question, Trip trip) {
        StatedPresence from = trip.from();
        StatedPresence to = trip.to();
        Finding finding = new Finding(from.at())
                .at(to.place(), to.firm().details().division())
                .names("papers", trip.papers())
                .names("from", Labels.enterprise(question.world(), from.firm().id()))
                .names("to", Labels.enterprise(question.world(), to.firm().id()))
                .mentions(Subject.manifest(to.manifest().number()))
                .mentions(Subject.manifest(from.manifest().number()))
                .mentions(Subject.enterprise(to.firm().id()))
                .mentions(Subject.enterprise(from.firm().id()))
                .because(EvidenceOf.observation(to.step()))
                .because(EvidenceOf.observation(from.step()))
                .refers("enterprise:" + to.firm().id(), to.firm().version())
                .refers("enterprise:" + from.firm().id(), from.firm().version());
        to.manifest().steps().forEach(step -> finding.because(EvidenceOf.observation(step)));
        from.manifest().steps().forEach(step -> finding.because(EvidenceOf.observation(step)));
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }

    /** From one place to the next. */
    private record Trip(StatedPresence from, StatedPresence to) {
        double distanceM() {
            return from.distanceM(to);
        }

        long apartMs() {
            return to.at() - from.at();
        }

        /** The slowest that it can have been when steps are noted this much too early or late. */
        double speedKmh(long slackMs) {
            return distanceM() / Math.max(1, apartMs() + slackMs) * KMH_PER_METRE_PER_MS;
        }

        boolean oneManifest() {
            return from.manifest().number().equals(to.manifest().number());
        }

        boolean hazardous() {
            return Boolean.TRUE.equals(from.manifest().known(ManifestStep::hazardous))
                    || Boolean.TRUE.equals(to.manifest().known(ManifestStep::hazardous));
        }

        long voidedAt() {
            return Math.min(from.voidedAt(), to.voidedAt());
        }

        LocalizedText papers() {
            String number = to.manifest().number();
            String other = from.manifest().number();
            return oneManifest()
                    ? new LocalizedText("联单" + number, "manifest " + number)
                    : new LocalizedText("联单" + other + "与" + number, "manifests " + other + " and " + number);
        }
    }
}
