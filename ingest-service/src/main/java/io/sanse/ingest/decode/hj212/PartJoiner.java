package io.sanse.ingest.decode.hj212;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins messages that came in parts (HJ 212-2017 clause 6.3.2, PNUM and PNO). Each part is a packet with whole groups, so
 * nothing but the DataTime joins them: a part that names it can go on at once, one that does not waits for a part that
 * does. So a station that waits for the answer to each part is not kept waiting. A message of which parts never come is
 * reported.
 */
public final class PartJoiner {
    private static final String DATA_TIME = "DataTime";

    private final Limits limits;
    private final Map<MessageKey, Message> messages = new LinkedHashMap<>();

    /**
     * How much may wait for its missing parts.
     *
     * @param messages at most so many messages
     * @param parts at most so many parts of each
     * @param patience how long after its first part a message must be complete
     */
    public record Limits(int messages, int parts, Duration patience) {}

    /**
     * What became of a part.
     *
     * @param ready packets that can go on, each with its DataTime where its message has one
     * @param rejected parts that cannot be, and messages that had to make room
     */
    public record Joined(List<Packet> ready, List<Decoded.Rejected<Packet>> rejected) {}

    private record MessageKey(String deviceId, String command, String requestNumber) {}

    private static final class Message {
        private final int total;
        private final Instant startedAt;
        private final BitSet came = new BitSet();
        private final List<Packet> waiting = new ArrayList<>();
        private Parameter dataTime;

        private Message(int total, Instant startedAt) {
            this.total = total;
            this.startedAt = startedAt;
        }

        private void take(Packet packet) {
            int number = packet.head().part().number();
            waiting.removeIf(earlier -> earlier.head().part().number() == number);
            waiting.add(packet);
            came.set(number);
            dataTime = dataTime == null ? timeOf(packet) : dataTime;
        }

        private boolean isComplete() {
            return came.cardinality() == total;
        }

        private List<Packet> release() {
            if (dataTime == null && !isComplete()) {
                return List.of();
            }
            List<Packet> ready = waiting.stream()
                    .map(packet -> dataTime == null ? packet : withTime(packet, dataTime))
                    .toList();
            waiting.clear();
            return ready;
        }
    }

    public PartJoiner(Limits limits) {
        this.limits = limits;
    }

    /** Takes a packet for which {@link Packet#isPart} holds. */
    public Joined accept(Packet packet, Instant now) {
        Packet.Part part = packet.head().part();
        boolean possible = part.number() >= 1 && part.number() <= part.total() && part.total() <= limits.parts();
        if (!possible) {
            return impossible(packet);
        }
        MessageKey key = new MessageKey(
                packet.head().deviceId(), packet.head().command(), packet.head().requestNumber());
        Message message = messages.computeIfAbsent(key, absent -> new Message(part.total(), now));
        if (part.total() != message.total) {
            return impossible(packet);
        }
        message.take(packet);
        List<Packet> ready = message.release();
        if (message.isComplete()) {
            messages.remove(key);
        }
        return new Joined(ready, makeRoom());
    }

    /** Gives up the messages that have waited longer than the limits' patience. */
    public List<Decoded.Rejected<Packet>> expire(Instant now) {
        List<Decoded.Rejected<Packet>> expired = new ArrayList<>();
        Iterator<Message> waiting = messages.values().iterator();
        while (waiting.hasNext()) {
            Message message = waiting.next();
            if (message.startedAt.plus(limits.patience()).isBefore(now)) {
                waiting.remove();
                expired.add(incomplete(message));
            }
        }
        return expired;
    }

    private List<Decoded.Rejected<Packet>> makeRoom() {
        List<Decoded.Rejected<Packet>> dropped = new ArrayList<>();
        Iterator<Message> oldest = messages.values().iterator();
        while (messages.size() > limits.messages()) {
            dropped.add(incomplete(oldest.next()));
            oldest.remove();
        }
        return dropped;
    }

    private static Joined impossible(Packet packet) {
        String detail = "part " + packet.head().part().number() + " of "
                + packet.head().part().total();
        return new Joined(List.of(), List.of(rejected(RejectionReason.MALFORMED, detail, List.of(packet))));
    }

    private static Decoded.Rejected<Packet> incomplete(Message message) {
        String detail = message.came.cardinality() + " of " + message.total + " parts came";
        return rejected(RejectionReason.PART_MISSING, detail, message.waiting);
    }

    private static Decoded.Rejected<Packet> rejected(RejectionReason reason, String detail, List<Packet> packets) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        packets.forEach(packet -> raw.writeBytes(PacketEncoder.segment(packet)));
        return new Decoded.Rejected<>(reason, detail, raw.toByteArray());
    }

    private static Parameter timeOf(Packet packet) {
        String time = packet.field(DATA_TIME);
        return time == null ? null : Parameter.field(0, DATA_TIME, time);
    }

    private static Packet withTime(Packet packet, Parameter dataTime) {
        if (packet.field(DATA_TIME) != null) {
            return packet;
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(dataTime);
        packet.parameters().forEach(p -> parameters.add(new Parameter(p.group() + 1, p.code(), p.name(), p.value())));
        return new Packet(packet.head(), parameters);
    }
}
