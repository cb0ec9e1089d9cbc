package io.sanse.model.backtest.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.runtime.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** JSON Lines: a record on each line; empty lines are passed over. */
public final class JsonLines {
    private JsonLines() {}

    /** @throws ModelFileException when the file cannot be read or a line is no such record; it names the line */
    public static <T> List<T> read(String file, Class<T> type) {
        List<T> records = new ArrayList<>();
        int line = 0;
        try (BufferedReader reader = Files.newBufferedReader(Path.of(file))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    records.add(Json.parse(text, type));
                }
            }
            return records;
        } catch (JacksonException wrong) {
            int column = wrong.getLocation() == null
                    ? 1
                    : Math.max(1, wrong.getLocation().getColumnNr());
            throw new ModelFileException(
                    new Place(file, line, column), "is no " + type.getSimpleName() + ": " + what(wrong), wrong);
        } catch (IOException unreadable) {
            throw new ModelFileException(
                    new Place(file, line + 1, 1), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** @throws ModelFileException when the file cannot be written */
    public static void write(String file, Collection<?> records) {
        try {
            Files.write(Path.of(file), records.stream().map(Json::text).toList());
        } catch (IOException unwritable) {
            throw new ModelFileException(
                    new Place(file, 1, 1), "cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private static String what(JacksonException wrong) {
        boolean byRecord = wrong instanceof JsonMappingException && wrong.getCause() != null;
        return byRecord ? String.valueOf(wrong.getCause().getMessage()) : wrong.getOriginalMessage();
    }
}
