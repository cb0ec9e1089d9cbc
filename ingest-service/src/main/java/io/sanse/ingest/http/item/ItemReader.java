package io.sanse.ingest.http.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.ClueGrid;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.ingest.registry.Registration;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the items of an upload against the registry as it stands. What cannot be used is a {@link Rejected} with the path of the member. */
public final class ItemReader {
    public static final String PROTOCOL = "http";

    private static final String REGISTRATION = "registration";
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
    private static final String KINDS =
            "position, capture, reading, manifest, weighing, ledger, sighting, stock, inspection, operation, offence, clue, registration";

    private final RegistrySnapshot registry;
    private final boolean admitUnknown;

    /** @param admitUnknown whether vehicles, stations, cameras and firms that the registry does not know are taken for what they say */
    public ItemReader(RegistrySnapshot registry, boolean admitUnknown) {
        this.registry = registry;
        this.admitUnknown = admitUnknown;
    }

    /** Whether the item claims to be a registration; such items are read first. */
    public static boolean isRegistration(JsonNode item) {
        return REGISTRATION.equals(item.path("payload").path("kind").textValue());
    }

    /** @param item for which {@link #isRegistration} holds */
    public Registration registration(JsonNode item, Upload upload) {
        Members in = Members.of(item, "");
        observedAt(in, upload);
        Members payload = in.object("payload");
        payload.text("kind", PayloadReader.NAME);
        in.end();
        return DetailsReader.read(payload);
    }

    /** @param item for which {@link #isRegistration} does not hold */
    public Observation observation(JsonNode item, Upload upload) {
        Members in = Members.of(item, "");
        Instant observedAt = observedAt(in, upload);
        Source source = source(in, upload);
        GeoPoint location = Places.readOrNull(in, "location", datum(source.feed()));
        Members payload = in.object("payload");
        Kind kind = kind(payload);
        NamedPayload named = placed(PayloadReader.read(kind, payload), location, in);
        requirePeriod(named, observedAt);
        Subject subject = named.subject() == null ? subject(in, kind) : named.subject();
        in.end();
        requireKnown(subject, named);
        requireUnits(subject, named);
        return new Observation(
                id(kind, source, observedAt, new Content(subject, location, named)),
                source,
                subject,
                mentions(named),
                observedAt,
                upload.receivedAt(),
                location == null ? registeredPlace(subject, named) : location,
                named.payload());
    }

    private static Instant observedAt(Members in, Upload upload) {
        Instant observedAt = in.time("observedAt");
        if (observedAt.isAfter(upload.receivedAt().plus(AHEAD))) {
            throw new Rejected(
                    "time-out-of-range",
                    "observedAt " + observedAt + " is more than 5 minutes ahead of " + upload.receivedAt());
        }
        if (observedAt.isBefore(EARLIEST)) {
            throw new Rejected("time-out-of-range", "observedAt " + observedAt + " is before " + EARLIEST);
        }
        return observedAt;
    }

    private Source source(Members in, Upload upload) {
        String feed = in.textOrNull("feed", PayloadReader.NAME);
        String device = in.textOrNull("device", PayloadReader.NAME);
        if (feed != null && registry.find(RegistryKind.FEED, feed).isEmpty()) {
            throw new Rejected("unknown-feed", "feed '" + Members.shown(feed) + "' is not registered");
        }
        return new Source(feed == null ? upload.user() : feed, PROTOCOL, device == null ? upload.user() : device);
    }

    private Datum datum(String feed) {
        return registry.details(Details.Feed.class, RegistryKind.FEED, feed)
                .map(known -> Datum.valueOf(known.datum()))
                .orElse(Datum.WGS84);
    }

    private static Kind kind(Members payload) {
        String text = payload.text("kind", PayloadReader.NAME);
        for (Kind kind : Kind.values()) {
            if (kind.text().equals(text) && kind != Kind.PROGRESS) {
                return kind;
            }
        }
        throw new Rejected("unknown-kind", "payload.kind '" + Members.shown(text) + "' is not one of " + KINDS);
    }

    private static Subject subject(Members in, Kind kind) {
        String text = in.text("subject", 75);
        SubjectType wanted = kind == Kind.POSITION ? SubjectType.VEHICLE : SubjectType.STATION;
        String prefix = wanted.text() + ':';
        if (!text.startsWith(prefix)) {
            throw in.wrong("subject", "of a " + kind.text() + " begins with '" + prefix + "'");
        }
        String id = text.substring(prefix.length());
        try {
            return new Subject(wanted, wanted == SubjectType.VEHICLE ? Plates.normalise(id) : Forms.station(id));
        } catch (IllegalArgumentException malformed) {
            throw in.wrong("subject", "'" + Members.shown(text) + "' " + malformed.getMessage());
        }
    }

    private void requireKnown(Subject subject, NamedPayload named) {
        if (admitUnknown) {
            return;
        }
        switch (Kind.of(named.payload())) {
            case POSITION -> requireKnown(RegistryKind.VEHICLE, subject.id());
            case READING -> requireKnown(RegistryKind.STATION, subject.id());
            case CAPTURE, SIGHTING -> requireKnown(RegistryKind.CAMERA, camera(named));
            case LEDGER, STOCK, INSPECTION, OPERATION -> requireKnown(RegistryKind.ENTERPRISE, subject.id());
            // trucks, firms and people of other cities are named by manifests, weigh bridges and departments rightly
            case MANIFEST, WEIGHING, OFFENCE, CLUE, PROGRESS -> {}
        }
    }

    private void requireKnown(RegistryKind kind, String id) {
        if (registry.find(kind, id).isEmpty()) {
            throw new Rejected("unknown-subject", kind.text() + " '" + Members.shown(id) + "' is not registered");
        }
    }

    /** A clue names nobody: it travels under the cells around its place. */
    private static NamedPayload placed(NamedPayload named, GeoPoint location, Members in) {
        if (!(named.payload() instanceof Clue)) {
            return named;
        }
        if (location == null) {
            throw in.wrong("location", "is missing: a clue has a place");
        }
        List<Subject> cells = ClueGrid.cells(location);
        return new NamedPayload(named.payload(), cells.get(0), cells.subList(1, cells.size()));
    }

    private static void requirePeriod(NamedPayload named, Instant observedAt) {
        if (named.payload() instanceof Operation operation) {
            Duration period = Duration.between(operation.since(), observedAt);
            if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
                throw new Rejected(
                        "time-out-of-range",
                        "payload.since " + operation.since() + " is not 1 h to 92 d before " + observedAt);
            }
        }
    }

    private void requireUnits(Subject subject, NamedPayload named) {
        if (named.payload() instanceof Reading reading) {
            registry.details(Details.Station.class, RegistryKind.STATION, subject.id())
                    .ifPresent(station -> reading.factors().forEach(factor -> requireUnit(station, factor)));
        }
    }

    private static void requireUnit(Details.Station station, Reading.Factor factor) {
        String registered = station.units().get(factor.code());
        if (registered != null && !registered.equals(factor.unit())) {
            throw new Rejected(
                    "unit-mismatch",
                    "payload.factors " + factor.code() + " is in " + Members.shown(factor.unit()) + ", registered in "
                            + registered);
        }
    }

    /** The camera that saw it, or null. */
    private static String camera(NamedPayload named) {
        if (named.payload() instanceof Sighting sighting) {
            return sighting.camera();
        }
        return named.payload() instanceof Capture capture ? capture.camera() : null;
    }

    /** Whom the payload names and the site that its camera watches. */
    private List<Subject> mentions(NamedPayload named) {
        List<Subject> mentions = new ArrayList<>(named.mentions());
        if (camera(named) != null) {
            registry.details(Details.Camera.class, RegistryKind.CAMERA, camera(named))
                    .map(Details.Camera::site)
                    .map(Subject::site)
                    .ifPresent(mentions::add);
        }
        return mentions;
    }

    private GeoPoint registeredPlace(Subject subject, NamedPayload named) {
        if (camera(named) != null) {
            return registry.details(Details.Camera.class, RegistryKind.CAMERA, camera(named))
                    .map(Details.Camera::location)
                    .orElse(null);
        }
        return named.payload() instanceof Reading
                ? registry.details(Details.Station.class, RegistryKind.STATION, subject.id())
                        .map(Details.Station::location)
                        .orElse(null)
                : null;
    }

    /** What tells two observations of one device and instant apart; the registry has no part in it. */
    private record Content(Subject subject, GeoPoint location, NamedPayload named) {
        String text() {
            return Json.text(subject) + Json.text(location) + Json.text(named.payload());
        }
    }

    private static UUID id(Kind kind, Source source, Instant observedAt, Content content) {
        return ObservationId.of(kind, source.device(), observedAt, content.text());
    }
}
