package io.sanse.ingest.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.ingest.http.item.ItemReader;
import io.sanse.ingest.http.item.Upload;
import io.sanse.ingest.publish.StationLinks;
import io.sanse.ingest.publish.SubjectNaming;
import io.sanse.ingest.publish.TiedSubjects;
import io.sanse.ingest.registry.Registration;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A recording as JSON Lines: on each line an item of {@code POST /api/v1/observations}, as it would be sent, or a batch of them. Each is taken in as if it had come when it was made; vehicles, stations, cameras and
 * firms that are not registered are taken for what they say. Registrations count from the beginning, wherever they stand. Read twice, and never held as a whole.
 */
public final class RecordingFile {
    private static final String USER = "recording";
    private static final String ITEMS = "observations";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One mistake in a script makes as many refusals as the recording has lines. */
    private static final int TOLD = 5;

    private final Path file;
    private final Consumer<String> complaints;
    private final RegistrySnapshot registry = new RegistrySnapshot();
    private final ItemReader reader = new ItemReader(registry, true);
    private final SubjectNaming naming = new SubjectNaming(
            1,
            new StationLinks(registry::comparedBy, registry::siteOf),
            new TiedSubjects(registry::tiesOf, registry::isSensitive, this::untold));

    private final Map<String, Long> refused = new TreeMap<>();

    /** What is done with one item. */
    private interface Use {
        /**
         * @return how many lines were written
         * @throws Rejected when the item cannot be used
         */
        int item(JsonNode item) throws IOException;
    }

    /**
     * What became of a recording.
     *
     * @param observations how many observations were written; one that concerns somebody whom it does not name is written for him, too
     * @param entries how many registry entries were written
     * @param refused how many items, or lines that hold none, were refused, by reason
     */
    public record Result(long observations, long entries, Map<String, Long> refused) {
        public Result {
            refused = Map.copyOf(refused);
        }
    }

    /** @param complaints is told of the first items that are refused for a reason, by file, line and reason */
    public RecordingFile(Path file, Consumer<String> complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    /**
     * Writes what the platform would have published of it, as {@code model backtest} reads it.
     *
     * @throws IOException when a file cannot be read or written
     */
    public Result write(Path observations, Path entries) throws IOException {
        try (BufferedWriter register = Files.newBufferedWriter(entries);
                BufferedWriter all = Files.newBufferedWriter(observations)) {
            long registered = each(ItemReader::isRegistration, item -> register(item, register));
            long told = each(item -> !ItemReader.isRegistration(item), item -> take(item, all));
            return new Result(told, registered, refused);
        }
    }

    private int register(JsonNode item, BufferedWriter out) throws IOException {
        Registration registration = reader.registration(item, upload(item));
        long version = registry.find(registration.kind(), registration.id())
                .map(known -> known.version() + 1)
                .orElse(1L);
        RegistryEntry entry = new RegistryEntry(registration.id(), version, Instant.EPOCH, registration.details());
        registry.put(entry);
        append(out, entry);
        return 1;
    }

    private int take(JsonNode item, BufferedWriter out) throws IOException {
        List<Observation> said = naming.said(reader.observation(item, upload(item)));
        for (Observation one : said) {
            append(out, one);
        }
        return said.size();
    }

    private void untold(String plate) {
        complaints.accept(file + ": " + plate + " is tied to too many: not all are told");
    }

    private static void append(BufferedWriter out, Object written) throws IOException {
        out.write(Json.text(written));
        out.newLine();
    }

    /** As if it came when it was made; when that is cannot be read, the reader says what is wrong. */
    private static Upload upload(JsonNode item) {
        Instant made;
        try {
            made = OffsetDateTime.parse(item.path("observedAt").asText()).toInstant();
        } catch (DateTimeException unreadable) {
            made = Instant.EPOCH;
        }
        return new Upload(USER, made, List.of(item));
    }

    private long each(Predicate<JsonNode> which, Use use) throws IOException {
        long written = 0;
        int line = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                for (JsonNode item : items(text)) {
                    if (which.test(item)) {
                        written += used(use, item, line);
                    }
                }
            }
        }
        return written;
    }

    private int used(Use use, JsonNode item, int line) throws IOException {
        try {
            return use.item(item);
        } catch (Rejected rejected) {
            if (refused.merge(rejected.reason(), 1L, Long::sum) <= TOLD) {
                complaints.accept(file + ":" + line + ": " + rejected.reason() + ": " + rejected.getMessage());
            }
            return 0;
        }
    }

    /** A line that is no JSON becomes an item that is none: the reader refuses it. */
    private static Iterable<JsonNode> items(String text) {
        String plain = text.replace(BYTE_ORDER_MARK, "");
        if (plain.isBlank()) {
            return List.of();
        }
        try {
            JsonNode read = Json.strict().readTree(plain);
            return read.path(ITEMS).isArray() ? read.path(ITEMS) : List.of(read);
        } catch (JsonProcessingException cutOff) {
            return List.of(TextNode.valueOf(plain));
        }
    }
}
