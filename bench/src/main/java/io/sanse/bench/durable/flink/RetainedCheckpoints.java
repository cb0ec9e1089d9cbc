package io.sanse.bench.durable.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Completed checkpoints of all jobs that have run on a folder. */
public final class RetainedCheckpoints {
    private static final int DEPTH = 3;
    private static final String COMPLETE = "_metadata";

    private final Path folder;

    private RetainedCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** @param folder which need not exist yet */
    public static RetainedCheckpoints in(Path folder) {
        return new RetainedCheckpoints(folder);
    }

    /** The folder of the newest, if there is one. */
    Optional<Path> newest() throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            List<Path> complete = all.filter(file -> file.endsWith(COMPLETE)).toList();
            return complete.stream()
                    .max(Comparator.comparing(RetainedCheckpoints::modified))
                    .map(Path::getParent);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Bytes of the newest, 0 when there is none. */
    public long newestBytes() throws IOException {
        Optional<Path> newest = newest();
        if (newest.isEmpty()) {
            return 0;
        }
        try (Stream<Path> files = Files.list(newest.get())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
