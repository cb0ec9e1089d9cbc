package io.sanse.ingest.listen;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.hj212.Answers;
import io.sanse.ingest.decode.hj212.Answers.RequestResult;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.Packet;
import io.sanse.ingest.decode.hj212.PacketEncoder;
import io.sanse.ingest.decode.hj212.Segment;
import io.sanse.ingest.decode.mapping.KnownStation;
import io.sanse.ingest.decode.mapping.ReadingMapping;
import io.sanse.ingest.decode.mapping.SanityRules.Doubt;
import io.sanse.ingest.listen.Reply.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the platform does about each packet of a station (HJ 212-2017 clauses 6.4 to 6.7). */
final class StationDialogue {
    private final DeviceRules rules;
    private final Letters letters;

    StationDialogue(DeviceRules rules, Letters letters) {
        this.rules = rules;
        this.letters = letters;
    }

    /** The reply to a packet that does not count: of an unknown station, with another check value or password; else null. */
    Reply refusalOf(Packet packet, Segment segment, Instant now) {
        KnownStation station = station(packet);
        if (station == null) {
            String detail = "the registry has no station " + packet.head().deviceId();
            return refusal(packet, RejectionReason.UNKNOWN_DEVICE, detail, now);
        }
        if (!segment.variants().contains(station.crc())) {
            String detail = "the check value is " + segment.variants() + ", the station's is " + station.crc();
            return refusal(packet, RejectionReason.CHECKSUM, detail, now);
        }
        boolean wrongPassword = station.password() != null
                && !station.password().isEmpty()
                && !station.password().equals(packet.head().password());
        return wrongPassword ? refusal(packet, RejectionReason.AUTHENTICATION, "wrong password (PW)", now) : null;
    }

    /** The reply to a whole packet of a known station. */
    Reply reply(Packet packet, Instant now) {
        String command = packet.head().command();
        boolean carriesNothing = command.startsWith("90") || command.equals("1013");
        if (carriesNothing) {
            return Reply.answer(received(packet));
        }
        return ReadingMapping.intervalOf(command) == null ? unread(packet, now) : measured(packet, now);
    }

    /** 9011 with its reason, as the station computes its check values. */
    Supplier<byte[]> refusing(Packet packet, RequestResult result) {
        return () -> encoded(packet, Answers.refused(packet, result));
    }

    private Reply refusal(Packet packet, RejectionReason reason, String detail, Instant now) {
        RequestResult result =
                switch (reason) {
                    case UNKNOWN_DEVICE -> RequestResult.UNKNOWN_DEVICE;
                    case AUTHENTICATION -> RequestResult.WRONG_PASSWORD;
                    case CHECKSUM -> RequestResult.WRONG_CRC;
                    default -> RequestResult.REFUSED;
                };
        return Reply.refusal(Verdict.SOUND, letter(packet, reason, detail, now), refusing(packet, result));
    }

    private Reply unread(Packet packet, Instant now) {
        String detail = "command " + packet.head().command() + " is not read";
        DeadLetter letter = letter(packet, RejectionReason.UNSUPPORTED_MESSAGE, detail, now);
        return new Reply(Verdict.SOUND, List.of(), List.of(letter), received(packet), Reply.NO_ANSWER);
    }

    private Reply measured(Packet packet, Instant now) {
        KnownStation station = station(packet);
        Doubt doubt = rules.sanity().doubtOf(ReadingMapping.observedAt(packet), now);
        List<Reading.Factor> factors = ReadingMapping.factors(packet, station);
        if (doubt == null && factors.isEmpty()) {
            doubt = new Doubt(RejectionReason.MALFORMED, "no factor with a value");
        }
        if (doubt != null) {
            DeadLetter letter = letter(packet, doubt.reason(), doubt.detail(), now);
            return new Reply(Verdict.SOUND, List.of(), List.of(letter), received(packet), Reply.NO_ANSWER);
        }
        Observation observation = ReadingMapping.observation(packet, factors, station, now);
        return new Reply(Verdict.SOUND, List.of(observation), List.of(), received(packet), Reply.NO_ANSWER);
    }

    private Supplier<byte[]> received(Packet packet) {
        return () -> encoded(packet, Answers.received(packet));
    }

    private byte[] encoded(Packet packet, Packet answer) {
        if (answer == null) {
            return Reply.NO_ANSWER.get();
        }
        KnownStation station = station(packet);
        return PacketEncoder.encode(answer, station == null ? CrcVariant.HJ212 : station.crc());
    }

    private DeadLetter letter(Packet packet, RejectionReason reason, String detail, Instant now) {
        KnownStation station = station(packet);
        String feed = station == null ? null : station.feed();
        return letters.letter(feed, reason, detail, PacketEncoder.segment(packet), now);
    }

    private KnownStation station(Packet packet) {
        String deviceId = packet.head().deviceId();
        KnownStation known = rules.directory().station(deviceId);
        return known != null || !rules.admitUnknown() || !isUsable(deviceId) ? known : unregistered(deviceId);
    }

    private static KnownStation unregistered(String deviceId) {
        Subject subject = Subject.station(deviceId);
        return new KnownStation(subject, DeviceRules.UNREGISTERED_FEED, null, null, Map.of(), CrcVariant.HJ212);
    }

    private static boolean isUsable(String deviceId) {
        return !deviceId.isBlank()
                && deviceId.length() <= Subject.MAX_ID_LENGTH
                && deviceId.chars().noneMatch(Character::isISOControl);
    }
}
