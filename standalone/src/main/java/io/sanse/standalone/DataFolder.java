package io.sanse.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds everything of one embedded platform, and the lock that keeps a second process out. The file {@code format} is written when the stores have
 * come up for the first time: without it, what lies in the stores' folders is the rest of a first start that was cut off, and is removed.
 */
final class DataFolder implements AutoCloseable {
    private static final String FORMAT = "sanse data 1";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** @throws CannotRunException when it is in use, not ours, damaged or not writable */
    static DataFolder open(Path path) {
        try {
            requireOurs(path);
            Files.createDirectories(path);
            FileChannel file =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DataFolder folder = new DataFolder(path, file);
            folder.lock();
            folder.requireWhole();
            return folder;
        } catch (AccessDeniedException denied) {
            throw new CannotRunException(
                    "the data folder " + path + " cannot be used: this user may not write there", denied);
        } catch (IOException failure) {
            throw new CannotRunException(
                    "the data folder " + path + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    private static void requireOurs(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new CannotRunException(path + " is not a folder: choose another with --data DIR");
        }
        try (Stream<Path> content = Files.list(path)) {
            if (!Files.exists(path.resolve("lock")) && content.findAny().isPresent()) {
                throw new CannotRunException(
                        path + " holds something else than Sanse's data: choose another folder with --data DIR");
            }
        }
    }

    private void lock() throws IOException {
        FileLock lock = null;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException thisProcess) {
            throw inUse(thisProcess);
        }
        if (lock == null) {
            throw inUse(null);
        }
    }

    private CannotRunException inUse(Throwable cause) {
        return new CannotRunException(
                "the data folder " + path + " is in use by another process: stop it, or choose another with --data DIR",
                cause);
    }

    private void requireWhole() throws IOException {
        Path format = path.resolve("format");
        if (!Files.exists(format)) {
            return;
        }
        if (!FORMAT.equals(Files.readString(format).strip())) {
            throw damaged("its file 'format' does not say '" + FORMAT + "'");
        }
        for (Path needed : List.of(
                postgres().resolve("data/PG_VERSION"),
                postgres().resolve("data/global/pg_control"),
                kafka().resolve("meta.properties"),
                kafka().resolve("__cluster_metadata-0"),
                issuer())) {
            if (!Files.exists(needed)) {
                throw damaged(path.relativize(needed) + " is missing");
            }
        }
    }

    private CannotRunException damaged(String what) {
        return new CannotRunException("the data folder " + path + " is damaged: " + what
                + "; put a good copy back, or choose another with --data DIR");
    }

    /** Whether the stores have come up here before. */
    boolean established() {
        return Files.exists(path.resolve("format"));
    }

    /** Removes the rest of a first start that was cut off. */
    void clear() throws IOException {
        for (Path store : List.of(postgres(), kafka(), streams())) {
            if (Files.exists(store)) {
                try (Stream<Path> content = Files.walk(store)) {
                    for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    /** Says that the stores have come up, if that is not known yet. */
    void establish() throws IOException {
        if (established()) {
            return;
        }
        Path partial = path.resolve("format.part");
        Files.writeString(partial, FORMAT + "\n");
        Files.move(partial, path.resolve("format"));
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path streams() {
        return path.resolve("streams");
    }

    Path issuer() {
        return issuer(path);
    }

    static Path issuer(Path data) {
        return data.resolve("issuer");
    }

    Path simulators() {
        return path.resolve("simulators");
    }

    Path nights() {
        return path.resolve("nights");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
