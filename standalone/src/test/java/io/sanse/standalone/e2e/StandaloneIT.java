package io.sanse.standalone.e2e;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform in one process as a stranger meets it. */
class StandaloneIT {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration WORD_LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final int offset = PortOffset.free();

    @Test
    void itComesUpServesAndStopsWhenAsked() throws Exception {
        try (Jvm platform = run(Map.of(), "up")) {
            awaitReady(platform);
            assertEquals(groups(), documentedGroups());
            assertTold("in use", run(Map.of(), "up"), 1);
            assertToken();
            long asked = System.nanoTime();
            platform.terminate();
            assertEquals(143, platform.exitCode(STOP_LIMIT), platform.output());
            assertTrue(System.nanoTime() - asked < STOP_LIMIT.toNanos());
            assertFalse(postgresLives(), "PostgreSQL is still there");
        }
    }

    @Test
    void askedToStopInTheMiddleOfTheNightItStops() throws InterruptedException {
        try (Jvm demo = run(Map.of(), "demo", "--headless")) {
            eventually(START_LIMIT, demo::output, text -> text.contains("20:30") || !demo.alive());
            demo.terminate();
            assertEquals(143, demo.exitCode(STOP_LIMIT), demo.output());
            assertFalse(postgresLives(), "PostgreSQL is still there");
        }
    }

    @Test
    void killedAndStartedAgainItServes() throws InterruptedException {
        try (Jvm first = run(Map.of(), "up")) {
            awaitReady(first);
            first.kill();
        }
        try (Jvm second = run(Map.of(), "up")) {
            awaitReady(second);
            second.terminate();
            assertEquals(143, second.exitCode(STOP_LIMIT), second.output());
        }
    }

    @Test
    void aPortInUseIsTold() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(7808 + offset, 1, InetAddress.getLoopbackAddress())) {
            assertTold("port " + taken.getLocalPort() + " (JT/T 808) is in use", run(Map.of(), "up"), 1);
        }
    }

    @Test
    void withoutADataFolderThereIsNoToken() throws InterruptedException {
        assertTold("there is no local issuer", run(Map.of(), "token", "operator"), 1);
    }

    @Test
    void outsideTheEmbeddedDefaultThereIsNoToken() throws InterruptedException {
        Jvm token = run(Map.of("SANSE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"), "token", "operator");
        assertTold("only in the embedded default", token, 1);
    }

    @Test
    void anUnknownUserIsTold() throws InterruptedException {
        assertTold("there is no user 'mayor'", run(Map.of(), "token", "mayor"), 2);
    }

    @Test
    void aModelIsCheckedWithoutAPlatform() throws IOException, InterruptedException {
        String model = Files.createFile(folder.resolve("empty.yaml")).toString();
        Path output = folder.resolve("check.out");
        try (Jvm check = Jvm.start(Jvm.jar("standalone"), List.of("model", "check", model), Map.of(), output)) {
            assertEquals(1, check.exitCode(WORD_LIMIT), check.output());
            assertEquals(model + ":1:1: the file is empty", check.output().strip());
        }
    }

    @Test
    void whatIsNoCommandForModelsIsTold() throws InterruptedException {
        assertTold("is not understood", run(Map.of(), "model", "guess"), 2);
    }

    @Test
    void aDamagedDataFolderIsTold() throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createFile(data.resolve("lock"));
        Files.writeString(data.resolve("format"), "sanse data 1\n");
        assertTold("is damaged", run(Map.of(), "up"), 1);
    }

    /** The consumer groups that the platform has. */
    private Set<String> groups() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + (19_092 + offset)))) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Those whose lag operations.md says to watch. */
    private static Set<String> documentedGroups() throws IOException {
        String page = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/operations.md"));
        String sentence = page.substring(page.indexOf("**consumer lag**"), page.indexOf("alarm when it grows"));
        return Pattern.compile("`([a-z-]+)`")
                .matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assertToken() throws InterruptedException {
        Jvm token = run(Map.of(), "token", "operator");
        assertEquals(0, token.exitCode(WORD_LIMIT), token.output());
        assertEquals(3, token.lastLine().split("\\.").length, token.output());
    }

    private void awaitReady(Jvm platform) {
        String line = "ready http://127.0.0.1:" + (8080 + offset);
        eventually(START_LIMIT, platform::output, text -> text.contains(line) || !platform.alive());
        assertTrue(platform.output().contains(line), platform.output());
    }

    private static void assertTold(String words, Jvm process, int exitCode) throws InterruptedException {
        try (process) {
            assertEquals(exitCode, process.exitCode(WORD_LIMIT), process.output());
            List<String> told = process.output()
                    .lines()
                    .filter(line -> line.startsWith("sanse: "))
                    .toList();
            assertEquals(1, told.size(), process.output());
            assertTrue(told.get(0).contains(words), told.get(0));
        }
    }

    private boolean postgresLives() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    private Jvm run(Map<String, String> environment, String... words) {
        List<String> arguments = new java.util.ArrayList<>(Arrays.asList(words));
        arguments.addAll(
                List.of("--data", folder.resolve("data").toString(), "--port-offset", Integer.toString(offset)));
        Path output = folder.resolve(words[0] + System.nanoTime() + ".out");
        return Jvm.start(Jvm.jar("standalone"), arguments, environment, output);
    }
}
