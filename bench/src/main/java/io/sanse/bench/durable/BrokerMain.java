package io.sanse.bench.durable;

import io.sanse.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/** Kafka in a process of its own, so that its CPU time can be told apart. It ends with whoever has started it. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: folder, port. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), 0);
        int told = 0;
        while (told >= 0) {
            told = System.in.read();
        }
        System.exit(0);
    }
}
