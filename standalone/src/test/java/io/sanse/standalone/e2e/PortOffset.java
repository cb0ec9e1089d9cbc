package io.sanse.standalone.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds an offset at which every port of the embedded default is free, so that tests do not meet a platform that runs here. */
final class PortOffset {
    private static final List<Integer> PORTS =
            List.of(8080, 8081, 7808, 7212, 9080, 9081, 9082, 9083, 2775, 19092, 19093, 15432);
    private static final int LOWEST = 28_000;
    private static final int HIGHEST = 40_000;
    private static final int STEP = 7;

    private PortOffset() {}

    static int free() {
        for (int offset = LOWEST; offset < HIGHEST; offset += STEP) {
            int tried = offset;
            if (PORTS.stream().allMatch(port -> isFree(port + tried))) {
                return offset;
            }
        }
        throw new AssertionError("there is no room for the embedded default's ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
