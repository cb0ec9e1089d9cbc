package io.sanse.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sanse.testing.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Samples of other people's devices, one JSON object a line; a test that asks for them is skipped where there are none. */
public final class Samples {
    private Samples() {}

    public static List<JsonNode> lines(String file) {
        List<JsonNode> nodes = new ArrayList<>();
        try {
            JsonMapper mapper = new JsonMapper();
            for (String line : Files.readAllLines(Recordings.file("protocols/samples/" + file))) {
                if (!line.isBlank()) {
                    nodes.add(mapper.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }
}
