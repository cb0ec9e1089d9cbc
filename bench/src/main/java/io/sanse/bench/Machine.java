package io.sanse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        return "%s, %d cores, %s memory, Linux %s, Java %s"
                .formatted(
                        field(Path.of("/proc/cpuinfo"), "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        gibibytes(field(Path.of("/proc/meminfo"), "MemTotal")),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    /** The one-minute load average: what else the machine was doing. */
    public static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String gibibytes(String kibibytes) {
        return "%.0f GiB".formatted(Long.parseLong(kibibytes.replace(" kB", "")) / 1048576.0);
    }
}
