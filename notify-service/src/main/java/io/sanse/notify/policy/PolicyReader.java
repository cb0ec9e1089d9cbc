package io.sanse.notify.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the policy file; a member that it does not know is an error. */
public final class PolicyReader {
    private static final String BUILT_IN = "/notification-policy.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyReader() {}

    /**
     * The policy of a file.
     *
     * @param file path, or empty for the one that comes with the service
     * @throws IllegalArgumentException when it cannot be read, saying where and why
     */
    public static NotificationPolicy read(String file) {
        try (InputStream source = open(file)) {
            return YAML.readValue(source, NotificationPolicy.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "notification policy " + file + ": " + malformed.getMessage(), malformed);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read the notification policy " + file, unreadable);
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.isEmpty() ? PolicyReader.class.getResourceAsStream(BUILT_IN) : Files.newInputStream(Path.of(file));
    }
}
