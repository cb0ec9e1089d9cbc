package io.sanse.model.cases;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of a case's words what terminals and cameras tell. */
final class CaseSights {
    private final CaseWorld world;
    private final Subject subject;
    private final UnaryOperator<Instant> arrival;

    CaseSights(CaseWorld world, Subject subject, UnaryOperator<Instant> arrival) {
        this.world = world;
        this.subject = subject;
        this.arrival = arrival;
    }

    /** A vehicle's position; a firm or a person is told it as those are to whom the vehicle is tied. */
    Observation position(Instant at, GeoPoint place, Words words) {
        Map<String, String> said =
                words.options(Set.of("power-cut", "full", "half", "empty"), Set.of("plate", "speed"));
        Double speed = Words.number(said, "speed");
        boolean powerCut = said.containsKey("power-cut");
        Position position = new Position(speed == null ? 0.0 : speed, 0, null, null, load(said), true, powerCut, false);
        boolean own = subject.type() == SubjectType.VEHICLE;
        Subject vehicle = own ? subject : Subject.vehicle(said.getOrDefault("plate", CaseObservations.PLATE));
        String device = own ? "gps" : vehicle.id();
        return new Observation(
                ObservationId.of(Kind.POSITION, device, at, String.valueOf(place) + position),
                new Source("gps", "test", device),
                subject,
                own ? List.of() : List.of(vehicle),
                at,
                arrival.apply(at),
                place,
                position);
    }

    Observation capture(Instant at, Words words) {
        String camera = words.next("a camera");
        Map<String, String> said = words.options(
                Set.of("in", "out", "full", "half", "empty"), Set.of("plate", "colour", "class", "confidence"));
        String plate = said.getOrDefault("plate", CaseObservations.PLATE);
        Capture capture = new Capture(
                camera,
                plate,
                said.get("colour"),
                said.get("class"),
                Words.first(said, "in", "out"),
                load(said),
                Words.number(said, "confidence"),
                null);
        return picture("cameras", at, camera, capture, Subject.vehicle(plate));
    }

    Observation sighting(Instant at, Words words) {
        String camera = words.next("a camera");
        Set<String> things =
                Stream.of(Sighting.Thing.values()).map(Sighting.Thing::text).collect(Collectors.toSet());
        Map<String, String> said = words.options(things, Set.of("people", "group", "confidence"));
        Double people = Words.number(said, "people");
        Sighting sighting = new Sighting(
                camera,
                said.keySet().stream()
                        .filter(things::contains)
                        .map(Sighting.Thing::of)
                        .collect(Collectors.toSet()),
                people == null ? null : people.intValue(),
                said.get("group"),
                Words.number(said, "confidence"),
                null);
        return picture("pictures", at, camera, sighting, Subject.site(camera));
    }

    /** @param shown whom the picture names */
    private Observation picture(String feed, Instant at, String camera, Payload payload, Subject shown) {
        List<Subject> others = new ArrayList<>(world.siteOf(camera));
        others.add(shown);
        others.remove(subject);
        return new Observation(
                ObservationId.of(Kind.of(payload), camera, at, payload.toString()),
                new Source(feed, "test", camera),
                subject,
                others,
                at,
                arrival.apply(at),
                world.place(camera),
                payload);
    }

    private static LoadState load(Map<String, String> said) {
        String text = Words.first(said, "full", "half", "empty");
        return text == null ? null : LoadState.of(text);
    }
}
