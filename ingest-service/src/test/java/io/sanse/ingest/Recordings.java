package io.sanse.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded samples outside the repository; a test that asks for absent ones is skipped. */
public final class Recordings {
    private Recordings() {}

    /** One JSON object a line. */
    public static List<JsonNode> lines(String file) {
        Path path = folder().resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "skipped: no recordings");
        List<JsonNode> nodes = new ArrayList<>();
        try {
            JsonMapper mapper = new JsonMapper();
            for (String line : Files.readAllLines(path)) {
                if (!line.isBlank()) {
                    nodes.add(mapper.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }

    /** SANSE_RECORDINGS, or the folder {@code shared} beside the repository or beside one of its parents. */
    private static Path folder() {
        String named = System.getenv("SANSE_RECORDINGS");
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/protocols"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("../shared");
    }
}
