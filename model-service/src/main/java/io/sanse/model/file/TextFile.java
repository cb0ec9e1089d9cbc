package io.sanse.model.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person names. */
public final class TextFile {
    /** Far above what anybody writes by hand, bytes. */
    static final int MOST_BYTES = 1 << 20;

    private TextFile() {}

    /** @throws ModelFileException when it is not there, too long or no UTF-8 text */
    public static String read(String file) {
        Path path = Path.of(file);
        Place start = Place.start(file);
        if (!Files.exists(path)) {
            throw new ModelFileException(start, "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new ModelFileException(start, "is not a file");
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new ModelFileException(start, "has more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(path);
        } catch (CharacterCodingException binary) {
            throw new ModelFileException(start, "is not a text in UTF-8", binary);
        } catch (IOException unreadable) {
            throw new ModelFileException(start, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
