package io.sanse.notify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Frames recorded elsewhere, which are no part of the repository. */
public final class Recordings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recordings() {}

    /** The lines of a sample file, or the calling test is skipped. */
    public static List<JsonNode> samples(String name) {
        Path file = folder().resolve("protocols/samples").resolve(name);
        assumeTrue(Files.isReadable(file), "skipped: no recordings");
        try {
            return Files.readAllLines(file).stream().map(Recordings::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String named = System.getenv("SANSE_RECORDINGS");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared/protocols"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared");
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
