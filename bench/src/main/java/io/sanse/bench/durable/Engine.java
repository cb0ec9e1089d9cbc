package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What stands between {@code observations} and {@code detections}, in a JVM of its own. Started again on the same broker, it goes on where it was. */
interface Engine {
    /** For files. */
    String name();

    /** For people. */
    String text();

    /** The consumer group whose offsets say how far it is. */
    String group();

    /** @param commit the longest time between two transactions */
    ChildJvm start(Broker broker, Duration commit) throws IOException;

    /** What a record on {@code detections} says. */
    Word word(byte[] value) throws IOException;

    /** Bytes of its state as it is kept for a restart. */
    long stateBytes(Broker broker) throws Exception;

    /** Where what one engine prints goes. */
    default Path log(Broker broker) {
        return broker.work().resolve(name() + ".log");
    }
}
