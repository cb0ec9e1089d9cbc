package io.sanse.standalone;

import io.sanse.ingest.offline.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code convert ITEMS OBSERVATIONS REGISTRY}: a recording written as items of uploads becomes the two files that {@code model backtest} plays. */
final class ConvertCommand {
    private static final int NOT_UNDERSTOOD = 2;

    private final Consumer<String> out;
    private final Consumer<String> complaints;

    ConvertCommand(Consumer<String> out, Consumer<String> complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    /** @return 0: all was taken; 1: something was refused, or a file cannot be read or written; 2: not understood */
    int run(List<String> words) {
        if (words.size() != 3 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            complaints.accept("convert ITEMS OBSERVATIONS REGISTRY: three files; docs/models.md tells what is in them");
            return NOT_UNDERSTOOD;
        }
        try {
            RecordingFile.Result result = new RecordingFile(Path.of(words.get(0)), complaints)
                    .write(Path.of(words.get(1)), Path.of(words.get(2)));
            result.refused().forEach((reason, count) -> complaints.accept("%d refused: %s".formatted(count, reason)));
            out.accept("%d observations, %d registry entries".formatted(result.observations(), result.entries()));
            return result.refused().isEmpty() ? 0 : 1;
        } catch (IOException unusable) {
            complaints.accept("cannot be read or written: " + unusable);
            return 1;
        }
    }
}
