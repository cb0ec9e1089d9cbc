package io.sanse.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void oneThatEndsIsWaitedFor() throws Exception {
        try (ChildJvm child = child("0")) {
            assertTrue(child.await(LONG));
        }
    }

    @Test
    void oneThatFailsIsNotTakenForOneThatEnds() throws Exception {
        try (ChildJvm child = child("3")) {
            assertThrows(IllegalStateException.class, () -> child.await(LONG));
        }
    }

    @Test
    void oneThatGoesOnIsNotWaitedForLongerThanTheLimit() throws Exception {
        try (ChildJvm child = child("never")) {
            assertFalse(child.await(SHORT));
            child.check();
        }
    }

    private ChildJvm child(String end) throws IOException {
        return ChildJvm.start(
                new ChildJvm.Launch(Ending.class, "", List.of(), Map.of(), List.of(end)), folder.resolve("log"));
    }

    /** Ends with a code, or never while its parent lives. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) throws IOException {
            if (arguments[0].equals("never")) {
                System.exit(System.in.read());
            }
            System.exit(Integer.parseInt(arguments[0]));
        }
    }
}
