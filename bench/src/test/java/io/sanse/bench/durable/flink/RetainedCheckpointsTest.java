package io.sanse.bench.durable.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job goes on from the newest checkpoint that was completed, whichever job made it. */
class RetainedCheckpointsTest {
    @TempDir
    Path folder;

    private Path checkpoint(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private void complete(Path checkpoint, int minute) throws IOException {
        Path file = Files.write(checkpoint.resolve("_metadata"), new byte[10]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(60L * minute)));
    }

    @Test
    void noFolderIsNoCheckpoint() throws IOException {
        assertEquals(0, RetainedCheckpoints.in(folder.resolve("none")).newestBytes());
    }

    @Test
    void oneThatWasNotCompletedDoesNotCount() throws IOException {
        Files.write(checkpoint("job/chk-1").resolve("state"), new byte[5]);
        assertEquals(Optional.empty(), RetainedCheckpoints.in(folder).newest());
    }

    @Test
    void theNewestCountsWithAllItsFiles() throws IOException {
        complete(checkpoint("first/chk-9"), 1);
        Path newest = checkpoint("second/chk-1");
        Files.write(newest.resolve("state"), new byte[5]);
        complete(newest, 2);
        assertEquals(Optional.of(newest), RetainedCheckpoints.in(folder).newest());
        assertEquals(15, RetainedCheckpoints.in(folder).newestBytes());
    }
}
