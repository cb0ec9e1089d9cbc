package io.sanse.standalone.journal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** One JSON object a line, forced to the disk before anybody is told; a last line that a crash cut off is removed at the next start. */
public final class Journal {
    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /** Every whole line, oldest first. */
    public List<JsonObject> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            return whole.lines().map(JsonObject::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the journal " + file, unreadable);
        }
    }

    /** Returns when the lines are on the disk. */
    public void append(List<JsonObject> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.encode()).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(false);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the journal " + file, unwritable);
        }
    }
}
