package io.sanse.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path folder;

    private String problem(Path file) {
        String name = file.toString();
        String message = assertThrows(ModelFileException.class, () -> TextFile.read(name))
                .getMessage();
        return message.substring(name.length());
    }

    private Path write(int bytes) throws IOException {
        return Files.writeString(folder.resolve("model.yaml"), "a".repeat(bytes));
    }

    @Test
    void aFileAsLongAsAllowedIsRead() throws IOException {
        assertEquals(
                TextFile.MOST_BYTES,
                TextFile.read(write(TextFile.MOST_BYTES).toString()).length());
    }

    @Test
    void aByteMoreIsRefused() throws IOException {
        assertEquals(":1:1: has more than 1048576 bytes", problem(write(TextFile.MOST_BYTES + 1)));
    }

    @Test
    void tenMegabytesAreRefusedUnread() throws IOException {
        assertEquals(":1:1: has more than 1048576 bytes", problem(write(10 << 20)));
    }

    @Test
    void aFileThatIsNotThere() {
        assertEquals(":1:1: there is no such file", problem(folder.resolve("nowhere.yaml")));
    }

    @Test
    void aFolder() {
        assertEquals(":1:1: is not a file", problem(folder));
    }

    @Test
    void aPicture() throws IOException {
        Path file = Files.write(folder.resolve("picture"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        assertEquals(":1:1: is not a text in UTF-8", problem(file));
    }
}
