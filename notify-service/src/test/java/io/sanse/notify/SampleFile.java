package io.sanse.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sanse.testing.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Frames recorded elsewhere, one JSON object a line. */
public final class SampleFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleFile() {}

    /** The samples of a file; the calling test is skipped where there are no recordings. */
    public static List<JsonNode> read(String name) {
        List<JsonNode> samples = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Recordings.file("protocols/samples/" + name))) {
                samples.add(JSON.readTree(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return samples;
    }
}
