package io.sanse.ingest.decode.mapping;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Interval;
import io.sanse.contract.observation.Source;
import io.sanse.ingest.decode.BeijingTime;
import io.sanse.ingest.decode.hj212.Packet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** HJ 212 data packets as observations of stations. */
public final class ReadingMapping {
    public static final String PROTOCOL = "hj212";

    private ReadingMapping() {}

    /** What the values of a command are over, null when it carries no measurements that this platform reads. */
    public static Interval intervalOf(String command) {
        return switch (command) {
            case "2011" -> Interval.REAL_TIME;
            case "2051" -> Interval.MINUTE;
            case "2061" -> Interval.HOUR;
            case "2031" -> Interval.DAY;
            default -> null;
        };
    }

    /** The instant or the start of the period that a data packet is about, null when it names none. */
    public static Instant observedAt(Packet packet) {
        return BeijingTime.parse(packet.field("DataTime"));
    }

    /** The factors of a data packet, each with the registry's unit; of a factor named twice the last. */
    public static List<Reading.Factor> factors(Packet packet, KnownStation station) {
        return FactorTable.of(packet).factors(intervalOf(packet.head().command()), station.units());
    }

    /**
     * The observation of a data packet about whose time {@link SanityRules} have no doubt.
     *
     * @param factors at least one
     * @return with the same id whenever the same station reports the same factors of the same time
     */
    public static Observation observation(
            Packet packet, List<Reading.Factor> factors, KnownStation station, Instant receivedAt) {
        Instant observedAt = observedAt(packet);
        return new Observation(
                id(packet, factors, observedAt),
                new Source(station.feed(), PROTOCOL, station.subject().id()),
                station.subject(),
                List.of(),
                observedAt,
                receivedAt,
                station.location(),
                new Reading(intervalOf(packet.head().command()), factors));
    }

    private static UUID id(Packet packet, List<Reading.Factor> factors, Instant observedAt) {
        String codes = factors.stream().map(Reading.Factor::code).collect(Collectors.joining(","));
        String content = packet.head().command() + ':' + codes;
        return ObservationId.of(Kind.READING, packet.head().deviceId(), observedAt, content);
    }
}
