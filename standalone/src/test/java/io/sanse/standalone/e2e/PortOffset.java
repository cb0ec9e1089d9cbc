package io.sanse.standalone.e2e;

import io.sanse.embedded.FreePort;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds an offset at which every port of the embedded default is free and below those that systems give to outgoing connections, so that tests meet neither a
 * platform that runs here nor each other.
 */
public final class PortOffset {
    private static final List<Integer> PORTS =
            List.of(8080, 8081, 7808, 7212, 9080, 9081, 9082, 9083, 2775, 19092, 19093, 15432);
    private static final int LOWEST = 2_000;
    private static final int HIGHEST = 13_000;
    private static final int TRIES = 100;

    private PortOffset() {}

    /** @throws AssertionError when there is none */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            int offset = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (PORTS.stream().allMatch(port -> FreePort.isFree(port + offset))) {
                return offset;
            }
        }
        throw new AssertionError("there is no room for the embedded default's ports");
    }
}
