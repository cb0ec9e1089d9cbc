package io.sanse.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Settings of a process, read once at start: a key such as {@code kafka.bootstrap.servers} comes from the environment
 * ({@code SANSE_KAFKA_BOOTSTRAP_SERVERS}), else from the properties file named by {@code SANSE_CONFIG}, else it has its default. Each key is declared where
 * it is read, with its default and meaning.
 */
public final class Settings {
    /**
     * A setting that was read.
     *
     * @param value in force, masked if secret
     * @param defaultValue as declared
     * @param meaning one line
     */
    public record Declared(String value, String defaultValue, String meaning) {
        public boolean isSecret() {
            return value.equals(MASK) && defaultValue.equals(MASK);
        }
    }

    private static final String MASK = "***";

    private final Map<String, String> environment;
    private final Map<String, String> file;
    private final Map<String, Declared> declared = new TreeMap<>();

    private Settings(Map<String, String> environment, Map<String, String> file) {
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** Settings given directly, for tests and for everything in one process. */
    public static Settings of(Map<String, String> values) {
        return new Settings(Map.of(), values);
    }

    /** @throws IllegalArgumentException when {@code SANSE_CONFIG} names a file that cannot be read */
    public static Settings load(Map<String, String> environment) {
        String path = environment.get("SANSE_CONFIG");
        return new Settings(environment, path == null ? Map.of() : readFile(Path.of(path)));
    }

    private static Map<String, String> readFile(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read the settings file " + path, unreadable);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    public String text(String key, String defaultValue, String meaning) {
        return read(key, defaultValue, meaning, Function.identity(), false);
    }

    public String secret(String key, String defaultValue, String meaning) {
        return read(key, defaultValue, meaning, Function.identity(), true);
    }

    public int integer(String key, int defaultValue, String meaning) {
        return read(key, Integer.toString(defaultValue), meaning, Integer::valueOf, false);
    }

    public boolean flag(String key, boolean defaultValue, String meaning) {
        return read(key, Boolean.toString(defaultValue), meaning, Settings::parseFlag, false);
    }

    /** A duration in ISO 8601, for example {@code PT30S}. */
    public Duration duration(String key, Duration defaultValue, String meaning) {
        return read(key, defaultValue.toString(), meaning, Duration::parse, false);
    }

    private <T> T read(String key, String defaultValue, String meaning, Function<String, T> parser, boolean secret) {
        String value = environment.getOrDefault(variable(key), file.getOrDefault(key, defaultValue));
        declared.put(key, new Declared(secret ? MASK : value, secret ? MASK : defaultValue, meaning));
        try {
            return parser.apply(value);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "setting " + key + " has the value '" + (secret ? MASK : value) + "', which cannot be read",
                    unreadable);
        }
    }

    private static boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** The environment variable of a key: {@code SANSE_KAFKA_PARTITIONS} of {@code kafka.partitions}. */
    public static String variable(String key) {
        return "SANSE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Everything read so far, by key, secrets masked. */
    public Map<String, Declared> declared() {
        return Map.copyOf(declared);
    }

    /** Keys of the file that nothing has read: misspelt or obsolete. */
    public Collection<String> unread() {
        TreeSet<String> unread = new TreeSet<>(file.keySet());
        unread.removeAll(declared.keySet());
        return unread;
    }
}
