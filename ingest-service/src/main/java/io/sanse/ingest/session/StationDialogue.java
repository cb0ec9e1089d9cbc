package io.sanse.ingest.session;

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
import io.sanse.ingest.decode.mapping.KnownStation;
import io.sanse.ingest.decode.mapping.ReadingMapping;
import io.sanse.ingest.decode.mapping.SanityRules.Doubt;
import io.sanse.ingest.session.Reply.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the platform does about each packet of a station (HJ 212-2017 clauses 6.4 to 6.7). */
final class StationDialogue {
    private final DeviceRules rules;
    private final Letters letters;

    StationDialogue(DeviceRules rules, Letters letters) {
        this.rules = rules;
        this.letters = letters;
    }

    /**
     * A packet that came.
     *
     * @param raw its data segment as received
     * @param at when it came
     */
    record Heard(Packet packet, byte[] raw, Instant at) {}

    /** The reply to a packet that does not count: of an unknown station, with another check value or password; else null. */
    Reply refusalOf(Heard heard, Set<CrcVariant> variants) {
        Packet packet = heard.packet();
        KnownStation station = station(packet);
        if (station == null) {
            String detail = "the registry has no station " + packet.head().deviceId();
            return refusal(heard, RejectionReason.UNKNOWN_DEVICE, detail);
        }
        if (!variants.contains(station.crc())) {
            String detail = "the check value is " + variants + ", the station's is " + station.crc();
            return refusal(heard, RejectionReason.CHECKSUM, detail);
        }
        boolean wrongPassword = station.password() != null
                && !station.password().isEmpty()
                && !station.password().equals(packet.head().password());
        return wrongPassword ? refusal(heard, RejectionReason.AUTHENTICATION, "wrong password (PW)") : null;
    }

    /** The reply to a whole packet of a known station. */
    Reply reply(Heard heard) {
        String command = heard.packet().head().command();
        boolean carriesNothing = command.startsWith("90") || command.equals("1013");
        if (carriesNothing) {
            return Reply.answer(received(heard.packet()));
        }
        return ReadingMapping.intervalOf(command) == null ? unread(heard) : measured(heard);
    }

    /** 9011 with its reason, as the station computes its check values. */
    Supplier<byte[]> refusing(Packet packet, RequestResult result) {
        return () -> encoded(packet, Answers.refused(packet, result));
    }

    private Reply refusal(Heard heard, RejectionReason reason, String detail) {
        RequestResult result =
                switch (reason) {
                    case UNKNOWN_DEVICE -> RequestResult.UNKNOWN_DEVICE;
                    case AUTHENTICATION -> RequestResult.WRONG_PASSWORD;
                    case CHECKSUM -> RequestResult.WRONG_CRC;
                    default -> RequestResult.REFUSED;
                };
        return Reply.refusal(Verdict.SOUND, letter(heard, reason, detail), refusing(heard.packet(), result));
    }

    private Reply unread(Heard heard) {
        String detail = "command " + heard.packet().head().command() + " is not read";
        return kept(heard, List.of(), List.of(letter(heard, RejectionReason.UNSUPPORTED_MESSAGE, detail)));
    }

    private Reply measured(Heard heard) {
        KnownStation station = station(heard.packet());
        Doubt doubt = rules.sanity().doubtOf(ReadingMapping.observedAt(heard.packet()), heard.at());
        List<Reading.Factor> factors = ReadingMapping.factors(heard.packet(), station);
        if (doubt == null && factors.isEmpty()) {
            doubt = new Doubt(RejectionReason.MALFORMED, "no factor with a value");
        }
        if (doubt != null) {
            return kept(heard, List.of(), List.of(letter(heard, doubt.reason(), doubt.detail())));
        }
        return kept(
                heard, List.of(ReadingMapping.observation(heard.packet(), factors, station, heard.at())), List.of());
    }

    /** What cannot be kept is not answered, so that the station sends it again. */
    private Reply kept(Heard heard, List<Observation> observations, List<DeadLetter> doubted) {
        return new Reply(Verdict.SOUND, observations, doubted, received(heard.packet()), Reply.NO_ANSWER);
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

    private DeadLetter letter(Heard heard, RejectionReason reason, String detail) {
        KnownStation station = station(heard.packet());
        String feed = station == null ? null : station.feed();
        return letters.letter(feed, reason, detail, heard.raw(), heard.at());
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
