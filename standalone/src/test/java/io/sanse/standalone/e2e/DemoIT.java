package io.sanse.standalone.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a script runs it: killed at some moment, started again, and perfect all the same. */
class DemoIT {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final int SHORTEST_LIFE_MS = 2_000;
    private static final int LONGEST_LIFE_MS = 60_000;

    @TempDir
    private Path folder;

    private final int offset = PortOffset.free();

    @Test
    void killedAtAnyMomentAndStartedAgainItLosesAndDoublesNothing() throws InterruptedException {
        long seed = Long.getLong("demo.seed", 20_260_312L);
        int life = new SplittableRandom(seed).nextInt(SHORTEST_LIFE_MS, LONGEST_LIFE_MS);
        try (Jvm first = demo("first")) {
            LockSupport.parkNanos(Duration.ofMillis(life).toNanos());
            assertTrue(first.alive(), () -> "killed after " + life + " ms: " + first.output());
        }
        try (Jvm second = demo("second")) {
            int exitCode = second.exitCode(LIMIT);
            assertTrue(
                    second.lastLine().matches("demo: expected ([0-9]+), raised \\1, missed 0, false 0"),
                    () -> "killed after " + life + " ms: " + second.output());
            assertEquals(0, exitCode, second::output);
        }
        assertTrue(
                ProcessHandle.allProcesses()
                        .noneMatch(process ->
                                process.info().commandLine().orElse("").contains(folder.toString())),
                "something still runs");
    }

    private Jvm demo(String name) {
        List<String> arguments = List.of(
                "demo",
                "--headless",
                "--data",
                folder.resolve("data").toString(),
                "--port-offset",
                Integer.toString(offset));
        return Jvm.start(Jvm.jar("standalone"), arguments, Map.of(), folder.resolve(name + ".out"));
    }
}
