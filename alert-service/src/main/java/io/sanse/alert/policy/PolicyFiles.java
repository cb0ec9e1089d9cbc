package io.sanse.alert.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sanse.alert.ledger.Canonical;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Policy files in YAML: from a folder, or those that the service brings along. An unknown or missing member, or a value that its record refuses, is an error. */
public final class PolicyFiles {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String folder;

    /** @param folder of the files, or empty for the built-in ones */
    public PolicyFiles(String folder) {
        this.folder = folder;
    }

    /**
     * A file that was read.
     *
     * @param value as its record
     * @param content in canonical form
     */
    public record Read<T>(T value, String content) {}

    /** @throws IllegalArgumentException when the file is not there or not right, saying where and why */
    public <T> Read<T> read(String name, Class<T> type) {
        String place =
                folder.isEmpty() ? "built-in " + name : Path.of(folder, name).toString();
        try (InputStream file = open(name)) {
            return parse(file.readAllBytes(), type);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("policy file " + place + ": " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("policy file " + place + " cannot be read", unreadable);
        }
    }

    static <T> Read<T> parse(byte[] file, Class<T> type) throws IOException {
        return new Read<>(YAML.readValue(file, type), Canonical.text(YAML.readValue(file, Object.class)));
    }

    private InputStream open(String name) throws IOException {
        if (!folder.isEmpty()) {
            return Files.newInputStream(Path.of(folder, name));
        }
        InputStream resource = PolicyFiles.class.getResourceAsStream("/policy/" + name);
        if (resource == null) {
            throw new NoSuchFileException(name);
        }
        return resource;
    }
}
