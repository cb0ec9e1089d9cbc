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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Tables of recordings: the first line names the columns, in whatever order. A line that was cut off is left out, and so is a mark of the byte order. The test that asks is skipped where there are none.
 */
public final class Recorded {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Recorded() {}

    /** @param file below the recordings' folder */
    public static List<Map<String, String>> rows(String file) {
        return rows(Recordings.file(file));
    }

    /** @param file packed when its name ends with {@code .gz} */
    public static List<Map<String, String>> rows(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String head = reader.readLine();
            List<String> columns = head == null ? List.of() : cells(head.replace(BYTE_ORDER_MARK, ""));
            return reader.lines()
                    .map(Recorded::cells)
                    .filter(cells -> cells.size() >= columns.size())
                    .map(cells -> row(columns, cells))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    /** A comma between quotation marks parts nothing. */
    private static List<String> cells(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
