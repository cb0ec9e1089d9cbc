package io.sanse.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports on loopback that are free now and stay free until they are bound: they lie below those that systems give to outgoing connections (Linux from 32768), one of which would
 * else be taken by a client between the finding and the binding, and none is told twice in a process before all have had their turn.
 */
public final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;

    /** Processes that begin one after the other begin so many ports apart. */
    private static final int APART = 1_009;

    /** Ports belong to the whole process; another process begins elsewhere. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

    private FreePort() {}

    /**
     * A TCP port on loopback that nobody listens at.
     *
     * @throws IOException when none is free
     */
    public static int find() throws IOException {
        for (int tries = 0; tries < COUNT; tries++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no port from " + LOWEST + " to " + (LOWEST + COUNT - 1) + " is free on "
                + InetAddress.getLoopbackAddress());
    }

    /** Whether nobody listens at this TCP port on loopback. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
