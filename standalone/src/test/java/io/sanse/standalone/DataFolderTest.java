package io.sanse.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @TempDir
    private Path parent;

    private Path data;

    @BeforeEach
    void choose() {
        data = parent.resolve("data");
    }

    @Test
    void aNewFolderIsNotEstablishedUntilItsStoresCameUp() throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            assertFalse(folder.established());
            establish(folder);
            assertTrue(folder.established());
        }
        try (DataFolder again = DataFolder.open(data)) {
            assertTrue(again.established());
        }
    }

    @Test
    void theRestOfAFirstStartIsCleared() throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            Files.createDirectories(folder.kafka().resolve("topic-0"));
            Files.writeString(folder.kafka().resolve("topic-0/log"), "half");
            folder.clear();
            assertFalse(Files.exists(folder.kafka()));
        }
    }

    @Test
    void oneProcessAtATime() throws IOException {
        try (DataFolder first = DataFolder.open(data)) {
            assertTold("in use by another process");
            assertFalse(first.established());
        }
    }

    @Test
    void somebodyElsesFolderIsLeftAlone() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("letters.txt"), "mine");
        assertTold("holds something else");
        assertEquals(1, data.toFile().list().length);
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(data, "mine");
        assertTold("is not a folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres/data/PG_VERSION",
                "postgres/data/global/pg_control",
                "kafka/meta.properties",
                "kafka/__cluster_metadata-0",
                "issuer"
            })
    void aFolderThatLacksSomethingIsDamaged(String lacking) throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            establish(folder);
            Files.delete(data.resolve(lacking));
        }
        assertTold(lacking + " is missing");
    }

    @Test
    void aFolderOfAnotherFormatIsRefused() throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            establish(folder);
        }
        Files.writeString(data.resolve("format"), "sanse data 7\n");
        assertTold("does not say 'sanse data 1'");
    }

    private static void establish(DataFolder folder) throws IOException {
        Files.createDirectories(folder.postgres().resolve("data/global"));
        Files.writeString(folder.postgres().resolve("data/global/pg_control"), "");
        Files.writeString(folder.postgres().resolve("data/PG_VERSION"), "17");
        Files.createDirectories(folder.kafka().resolve("__cluster_metadata-0"));
        Files.writeString(folder.kafka().resolve("meta.properties"), "");
        Files.createDirectories(folder.issuer());
        folder.establish();
    }

    private void assertTold(String words) {
        CannotRunException reason = assertThrows(CannotRunException.class, () -> DataFolder.open(data));
        assertTrue(reason.getMessage().contains(words), reason.getMessage());
        assertEquals(1, reason.exitCode());
    }
}
