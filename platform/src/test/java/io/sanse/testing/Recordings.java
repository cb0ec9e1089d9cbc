package io.sanse.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Other people's frames and recordings, which are not part of the repository: the folders that {@code SANSE_RECORDINGS} names, parted like a class path, or a folder {@code shared} beside it. A slice that was kept back may lie in
 * a folder of its own before the one that has the rest; in each, {@code data/air} may also be called {@code air}.
 */
public final class Recordings {
    private static final String DATA = "data/";

    private Recordings() {}

    /** A file of the recordings, of the first folder that has it; the test is skipped where there are none. */
    public static Path file(String relative) {
        List<Path> found = roots().stream()
                .flatMap(root -> places(root, relative).stream())
                .filter(Files::isRegularFile)
                .toList();
        Assumptions.assumeTrue(!found.isEmpty(), "skipped: no recordings");
        return found.get(0);
    }

    /**
     * All slices of a recording, of every folder, in the order of their names; of two with one name the first folder's. The test is skipped where there are none.
     *
     * @param names pattern of the files' names, {@code *} stands for anything
     */
    public static List<Path> files(String folder, String names) {
        Map<String, Path> found = new TreeMap<>();
        for (Path root : roots()) {
            for (Path place : places(root, folder)) {
                list(place, names)
                        .forEach(file -> found.putIfAbsent(file.getFileName().toString(), file));
            }
        }
        Assumptions.assumeTrue(!found.isEmpty(), "skipped: no recordings");
        return List.copyOf(found.values());
    }

    private static List<Path> list(Path folder, String names) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            files.forEach(all::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Collections.sort(all);
        return all;
    }

    private static List<Path> places(Path root, String relative) {
        Path asNamed = root.resolve(relative);
        return relative.startsWith(DATA)
                ? List.of(asNamed, root.resolve(relative.substring(DATA.length())))
                : List.of(asNamed);
    }

    private static List<Path> roots() {
        String named = System.getenv("SANSE_RECORDINGS");
        if (named != null) {
            return List.of(named.split(File.pathSeparator)).stream()
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .toList();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("protocols"))) {
                return List.of(shared);
            }
        }
        return List.of();
    }
}
