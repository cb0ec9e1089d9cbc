package io.sanse.ingest.decode.jt808;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins messages that came in parts (JT/T 808-2019 clause 4.4.3, item "message packaging"). Parts may come in any order
 * and twice; a set is known by terminal, message id and the serial of its first part. Holds a bounded number of sets and
 * bytes, and gives up a set that is not complete in time.
 */
public final class PartAssembler {
    /** Counted for each part beside its body, so that empty parts are bounded too. */
    private static final int PART_OVERHEAD = 64;

    private final Limits limits;
    private final Map<SetKey, PartSet> sets = new LinkedHashMap<>();
    private int heldBytes;

    /**
     * How much may wait for its missing parts.
     *
     * @param sets at most so many messages
     * @param bytes at most so many bytes
     * @param patience how long after its first part a message must be complete
     */
    public record Limits(int sets, int bytes, Duration patience) {}

    /**
     * What became of a part.
     *
     * @param whole the joined message, null while parts are missing; its serial is that of the first part, the serials of
     *     the others follow it
     * @param parts of how many parts the message consists
     * @param rejected the part itself when it cannot be, and sets that had to make room
     */
    public record Assembly(Frame whole, int parts, List<Decoded.Rejected<Frame>> rejected) {}

    private record SetKey(String terminalKey, int messageId, int firstSerial) {}

    private record PartSet(Header header, Instant startedAt, Map<Integer, byte[]> bodies) {
        int bytes() {
            return bodies.values().stream()
                    .mapToInt(body -> body.length + PART_OVERHEAD)
                    .sum();
        }

        byte[] joined() {
            ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes());
            bodies.values().forEach(joined::writeBytes);
            return joined.toByteArray();
        }
    }

    public PartAssembler(Limits limits) {
        this.limits = limits;
    }

    /** Takes a frame whose header names a part. */
    public Assembly accept(Frame frame, Instant now) {
        Header.Part part = frame.header().part();
        if (part.number() < 1 || part.number() > part.total()) {
            return new Assembly(
                    null, part.total(), List.of(impossible(frame, "part " + part.number() + " of " + part.total())));
        }
        SetKey key = keyOf(frame.header());
        PartSet set = sets.computeIfAbsent(key, absent -> new PartSet(frame.header(), now, new TreeMap<>()));
        if (set.header().part().total() != part.total()) {
            return new Assembly(
                    null, part.total(), List.of(impossible(frame, "the number of parts changed to " + part.total())));
        }
        byte[] earlier = set.bodies().put(part.number(), frame.body());
        heldBytes += frame.body().length - (earlier == null ? -PART_OVERHEAD : earlier.length);
        if (set.bodies().size() == part.total()) {
            remove(key);
            byte[] body = set.joined();
            Frame whole = new Frame(headerOf(key, set, body.length), body, frame.repaired());
            return new Assembly(whole, part.total(), List.of());
        }
        return new Assembly(null, part.total(), makeRoom());
    }

    /** Gives up the sets that have waited longer than the limits' patience. */
    public List<Decoded.Rejected<Frame>> expire(Instant now) {
        List<Decoded.Rejected<Frame>> expired = new ArrayList<>();
        Iterator<PartSet> waiting = sets.values().iterator();
        while (waiting.hasNext()) {
            PartSet set = waiting.next();
            if (set.startedAt().plus(limits.patience()).isBefore(now)) {
                waiting.remove();
                heldBytes -= set.bytes();
                expired.add(incomplete(set));
            }
        }
        return expired;
    }

    private List<Decoded.Rejected<Frame>> makeRoom() {
        List<Decoded.Rejected<Frame>> dropped = new ArrayList<>();
        while (sets.size() > limits.sets() || heldBytes > limits.bytes()) {
            SetKey oldest = sets.keySet().iterator().next();
            dropped.add(incomplete(remove(oldest)));
        }
        return dropped;
    }

    private PartSet remove(SetKey key) {
        PartSet set = sets.remove(key);
        heldBytes -= set.bytes();
        return set;
    }

    private static SetKey keyOf(Header header) {
        int firstSerial = header.serial() - header.part().number() + 1 & 0xffff;
        return new SetKey(header.terminalKey(), header.messageId(), firstSerial);
    }

    private static Header headerOf(SetKey key, PartSet set, int bodyLength) {
        Header any = set.header();
        return new Header(
                any.messageId(),
                any.edition(),
                any.protocolVersion(),
                any.phone(),
                key.firstSerial(),
                any.encryption(),
                bodyLength,
                null);
    }

    private static Decoded.Rejected<Frame> impossible(Frame frame, String detail) {
        return new Decoded.Rejected<>(RejectionReason.MALFORMED, detail, frame.raw());
    }

    private static Decoded.Rejected<Frame> incomplete(PartSet set) {
        int total = set.header().part().total();
        String detail = set.bodies().size() + " of " + total + " parts came";
        byte[] raw = AuthenticationCode.withheld(set.header(), set.joined());
        return new Decoded.Rejected<>(RejectionReason.PART_MISSING, detail, raw);
    }
}
