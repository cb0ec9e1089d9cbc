package io.sanse.ingest.session;

import java.time.Instant;

/** What differs between the protocols of devices; what it comes to goes into the {@link Replies} that it was made with. */
interface DeviceProtocol {
    /** The next bytes of the stream. */
    void feed(byte[] bytes);

    /** Whether a message has begun whose end has not come. */
    boolean isInsideMessage();

    /** Gives up messages whose parts should have come by now. */
    void expire(Instant now);

    /** The stream has ended. */
    void finish();
}
