package io.sanse.gateway.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds the console's files on the class path: its own under {@code console/}, the libraries inside their WebJars, whose version is read from the WebJar so
 * that it stands in the parent pom only. What was found once is kept: the files of a running release do not change.
 */
final class ConsoleFiles {
    /** Path below {@code /console/}; no dots but the one of the extension, so that nothing outside the folder can be named. */
    private static final Pattern OWN_FILE = Pattern.compile("(?:[a-z0-9-]+/)*[a-z0-9-]+\\.[a-z0-9]+");

    private static final Map<String, WebJar> LIBRARIES = Map.of(
            "lib/vue.js",
            new WebJar("org.webjars.npm", "vue", "webjars", "dist/vue.runtime.esm-browser.prod.js"),
            "lib/ol.js",
            new WebJar("org.webjars.npm", "ol", "webjars", "dist/ol.js"),
            "lib/ol.css",
            new WebJar("org.webjars.npm", "ol", "webjars", "ol.css"),
            "lib/echarts.js",
            new WebJar("org.mvnpm", "echarts", "_static", "dist/echarts.esm.min.mjs"));

    private final Map<String, ConsoleAsset> found = new ConcurrentHashMap<>();

    /**
     * Reads a file; blocks on the class path the first time.
     *
     * @param path below {@code /console/}
     */
    Optional<ConsoleAsset> find(String path) {
        return Optional.ofNullable(found.computeIfAbsent(path, this::load));
    }

    private ConsoleAsset load(String path) {
        WebJar library = LIBRARIES.get(path);
        if (library == null && !(OWN_FILE.matcher(path).matches() && ConsoleAsset.serves(path))) {
            return null;
        }
        byte[] bytes = read(library == null ? "console/" + path : library.resource());
        return bytes == null ? null : ConsoleAsset.of(path, bytes);
    }

    private static byte[] read(String resource) {
        try (InputStream stream = ConsoleFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource + " from the class path", unreadable);
        }
    }

    /** Where a file lies in a WebJar: {@code META-INF/resources/<root>/<artifact>/<version>/<file>}. */
    private record WebJar(String group, String artifact, String root, String file) {
        String resource() {
            return "META-INF/resources/" + root + '/' + artifact + '/' + version() + '/' + file;
        }

        private String version() {
            String resource = "META-INF/maven/" + group + '/' + artifact + "/pom.properties";
            try (InputStream stream = ConsoleFiles.class.getClassLoader().getResourceAsStream(resource)) {
                Properties properties = new Properties();
                properties.load(stream);
                return properties.getProperty("version");
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + resource + " from the class path", unreadable);
            }
        }
    }
}
