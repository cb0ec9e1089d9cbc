package io.sanse.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every port of the embedded default (docs/design.md), shifted by the offset. */
record Ports(int offset) {
    int http() {
        return 8080 + offset;
    }

    int intake() {
        return 8081 + offset;
    }

    int jt808() {
        return 7808 + offset;
    }

    int hj212() {
        return 7212 + offset;
    }

    int management() {
        return 9080 + offset;
    }

    int issuer() {
        return 9081 + offset;
    }

    int province() {
        return 9082 + offset;
    }

    int messagePage() {
        return 9083 + offset;
    }

    int smpp() {
        return 2775 + offset;
    }

    int kafka() {
        return 19092 + offset;
    }

    int kafkaController() {
        return 19093 + offset;
    }

    int postgres() {
        return 15432 + offset;
    }

    /**
     * Looks whether all can be had. PostgreSQL's is left out: a server that a killed run left behind may hold it, and is stopped when the new one starts.
     *
     * @throws CannotRunException naming the first that is in use
     */
    void requireFree() {
        Map<String, Integer> needed = new LinkedHashMap<>();
        needed.put("HTTP", http());
        needed.put("JT/T 808", jt808());
        needed.put("HJ 212", hj212());
        needed.put("management", management());
        needed.put("HTTP intake", intake());
        needed.put("token issuer", issuer());
        needed.put("province simulator", province());
        needed.put("SMSC simulator's page", messagePage());
        needed.put("SMSC simulator", smpp());
        needed.put("Kafka", kafka());
        needed.put("Kafka controller", kafkaController());
        needed.forEach(Ports::requireFree);
    }

    static void requireFree(String what, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotRunException(
                    "port " + port + " (" + what
                            + ") is in use: stop what uses it, or choose others with --port-offset N",
                    taken);
        }
    }
}
