package io.sanse.ingest.session;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** One connection's protocol and identity, free of I/O: what it is given comes back as replies. */
public final class DeviceSession {
    private final Replies replies = new Replies();
    private final DeviceProtocol protocol;

    private DeviceSession(Function<Replies, DeviceProtocol> protocol) {
        this.protocol = protocol.apply(replies);
    }

    /** A session with a terminal, JT/T 808. */
    public static DeviceSession withTerminal(DeviceRules rules) {
        return new DeviceSession(replies -> new TerminalProtocol(rules, replies));
    }

    /**
     * A session with stations, HJ 212.
     *
     * @param longestSegment bytes of the longest data segment that is accepted
     */
    public static DeviceSession withStations(DeviceRules rules, int longestSegment) {
        return new DeviceSession(replies -> new StationProtocol(rules, longestSegment, replies));
    }

    /** The next bytes of the stream. */
    public List<Reply> receive(byte[] bytes, Instant now) {
        replies.begin(now);
        protocol.feed(bytes);
        return replies.take();
    }

    /** Whether a message has begun whose end has not come. */
    public boolean isInsideMessage() {
        return protocol.isInsideMessage();
    }

    /** Time has passed: messages whose parts never came are given up. */
    public List<Reply> expire(Instant now) {
        replies.begin(now);
        protocol.expire(now);
        return replies.take();
    }

    /** The stream has ended. */
    public List<Reply> end(Instant now) {
        replies.begin(now);
        protocol.finish();
        protocol.expire(Instant.MAX);
        return replies.take();
    }
}
