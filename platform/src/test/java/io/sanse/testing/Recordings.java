package io.sanse.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Other people's frames and recordings, which are not part of the repository: {@code SANSE_RECORDINGS}, or a folder {@code shared} beside it. */
public final class Recordings {
    private Recordings() {}

    /** A file of the recordings; the test is skipped where there are none. */
    public static Path file(String relative) {
        Optional<Path> root = root();
        Assumptions.assumeTrue(root.isPresent(), "skipped: no recordings");
        return root.orElseThrow().resolve(relative);
    }

    private static Optional<Path> root() {
        String named = System.getenv("SANSE_RECORDINGS");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("protocols"))) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }
}
