package io.sanse.model.testing;

import io.sanse.testing.Recordings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Tables of recordings: the first line names the columns. The test that asks is skipped where there are none. */
public final class Recorded {
    private Recorded() {}

    /** @param file below the recordings' folder; packed when its name ends with {@code .gz} */
    public static List<Map<String, String>> rows(String file) {
        Path path = Recordings.file(file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String[] columns = reader.readLine().replace("\"", "").split(",", -1);
            return reader.lines().map(line -> row(columns, line)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.replace("\"", "").split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }
}
