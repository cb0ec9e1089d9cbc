package io.sanse.bench.stream;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stream as ingest-service would hand it on: frames of observations, made just before they are processed, as a decoder makes them. */
public final class Observations {
    public static final int FRAME = 128;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Stream stream;
    private final int[] order;
    private final Subject[] vehicles;
    private final Subject[] stations = new Subject[StreamMaker.STATIONS];
    private final Subject[] feeds = new Subject[StreamMaker.FEEDS.length];
    private final Source[] sources = new Source[StreamMaker.FEEDS.length];

    public Observations(Stream stream, City city) {
        this.stream = stream;
        this.order = stream.byReception();
        vehicles = new Subject[city.vehicles() + city.vehicles() / StreamMaker.STRANGERS_PER_VEHICLES];
        for (int i = 0; i < vehicles.length; i++) {
            vehicles[i] = Subject.vehicle(City.plate(i));
        }
        for (int i = 0; i < stations.length; i++) {
            stations[i] = Subject.station("S" + i);
        }
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = Subject.feed(StreamMaker.FEEDS[i]);
            sources[i] = new Source(StreamMaker.FEEDS[i], "bench", StreamMaker.FEEDS[i]);
        }
    }

    public int size() {
        return order.length;
    }

    /** Up to 128 in the order in which they come. */
    public List<Observation> frame(int first) {
        List<Observation> frame = new ArrayList<>(FRAME);
        for (int i = first; i < Math.min(order.length, first + FRAME); i++) {
            frame.add(observation(order[i]));
        }
        return frame;
    }

    private Observation observation(int index) {
        return switch (stream.sort(index)) {
            case POSITION ->
                observation(index, 0, vehicle(index), new Position(42.0, 90, 50, 1_234.5, null, true, false, false));
            case CAPTURE -> observation(index, 1, vehicle(index), capture(index));
            case STEP -> {
                Subject manifest = Subject.manifest(number(stream.subject(index)));
                yield step(index, manifest, vehicles[stream.other(index)]);
            }
            case PAPER -> {
                Subject manifest = Subject.manifest(number(stream.other(index)));
                yield step(index, manifest, vehicle(index)).under(vehicle(index));
            }
            case MINUTE -> observation(index, 3, station(index), reading(index, Reading.Interval.MINUTE));
            case HOUR -> observation(index, 3, station(index), reading(index, Reading.Interval.HOUR));
            case PROGRESS -> progress(index);
        };
    }

    private Subject vehicle(int index) {
        return vehicles[stream.subject(index)];
    }

    private Subject station(int index) {
        return stations[stream.subject(index)];
    }

    static String number(int manifest) {
        return "M" + manifest;
    }

    private static UUID id(long number) {
        return new UUID(number * MIX, (number + 1) * MIX * MIX);
    }

    private Observation observation(int index, int feed, Subject subject, Payload payload) {
        boolean placed = stream.latitude(index) != 0;
        return new Observation(
                id(index),
                sources[feed],
                subject,
                List.of(),
                Instant.ofEpochMilli(stream.at(index)),
                Instant.ofEpochMilli(stream.receivedAt(index)),
                placed ? new GeoPoint(stream.longitude(index), stream.latitude(index)) : null,
                payload);
    }

    private Capture capture(int index) {
        int vehicle = stream.subject(index);
        return new Capture(
                "C" + (int) (stream.longitude(index) * 1_000) + '-' + (int) (stream.latitude(index) * 1_000),
                vehicles[vehicle].id(),
                null,
                City.vehicleClass(vehicle),
                null,
                null,
                0.95,
                null);
    }

    /** Both copies of a step have the id of the first. */
    private Observation step(int index, Subject manifest, Subject vehicle) {
        boolean pickedUp = stream.step(index) == Event.PICKED_UP;
        double tonnes = stream.value(index);
        return new Observation(
                id(stream.sort(index) == Sort.PAPER ? index - 1 : index),
                sources[2],
                manifest,
                List.of(vehicle),
                Instant.ofEpochMilli(stream.at(index)),
                Instant.ofEpochMilli(stream.receivedAt(index)),
                null,
                new ManifestStep(
                        manifest.id(),
                        pickedUp ? Step.PICKED_UP : Step.RECEIVED,
                        "E-generator",
                        "E-carrier",
                        "E-receiver",
                        vehicle.id(),
                        "900-041-49",
                        false,
                        pickedUp ? tonnes : null,
                        pickedUp ? null : tonnes,
                        null,
                        Rules.USUAL_TRIP_MINUTES));
    }

    private Reading reading(int index, Reading.Interval interval) {
        double value = stream.value(index);
        return new Reading(interval, List.of(new Reading.Factor("a34004", value, null, null, "ug/m3", "N")));
    }

    private Observation progress(int index) {
        int feed = stream.subject(index);
        Instant since = Instant.ofEpochMilli(stream.at(index) - (long) stream.value(index));
        return observation(index, feed, feeds[feed], new Progress(since));
    }
}
