package io.sanse.ingest.listen;

import java.time.Instant;
import java.util.List;

/** One connection's protocol and identity, free of I/O: what it is given comes back as replies. */
interface DeviceSession {
    /** The next bytes of the stream. */
    List<Reply> receive(byte[] bytes, Instant now);

    /** Whether a message has begun whose end has not come. */
    boolean isInsideMessage();

    /** Time has passed: messages whose parts never came are given up. */
    List<Reply> expire(Instant now);

    /** The stream has ended. */
    List<Reply> end(Instant now);
}
