package io.sanse.standalone.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** docs/settings.md and the manifests of k8s/ against what the code declares. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsTableTest {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = REPOSITORY.resolve("docs/settings.md");
    private static final Path MANIFESTS = REPOSITORY.resolve("k8s");
    private static final Pattern OF_ONE_SERVICE = Pattern.compile("gateway\\.yaml|[a-z]+-service\\.yaml");
    private static final Pattern VARIABLE = Pattern.compile("SANSE_[A-Z0-9_]+");

    private final DeclaredSettings code = new DeclaredSettings();
    private SortedMap<String, Map<String, Settings.Declared>> services;

    @BeforeAll
    void askTheCode() throws ReflectiveOperationException {
        services = code.byService();
    }

    @Test
    void nothingIsReadWhereTheTableDoesNotLook() {
        assertEquals(List.of(), code.readersWithoutFrom());
        services.forEach(
                (service, settings) -> assertTrue(settings.containsKey("management.port"), service + ": " + settings));
    }

    @Test
    void thePageIsWhatTheCodeDeclares() throws IOException {
        String page = SettingsPage.render(services);
        if (Boolean.getBoolean("sanse.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "docs/settings.md is not up to date; its first lines say how");
    }

    @Test
    void manifestsForAllNameSettingsOfSomeService() throws IOException {
        Set<String> known =
                services.values().stream().flatMap(SettingsTableTest::variables).collect(Collectors.toSet());
        assertNamesOnly(known, name -> !OF_ONE_SERVICE.matcher(name).matches());
    }

    @TestFactory
    Stream<DynamicTest> aServicesManifestsNameItsOwnSettings() {
        return services.keySet().stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    Set<String> known = variables(services.get(service)).collect(Collectors.toSet());
                    assertNamesOnly(known, (service + ".yaml")::equals);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aServicesManifestGivesItEverySecretThatItReads() {
        return services.entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(service.getKey(), () -> {
                    Set<String> secrets = service.getValue().entrySet().stream()
                            .filter(setting -> setting.getValue().isSecret())
                            .map(setting -> Settings.variable(setting.getKey()))
                            .collect(Collectors.toCollection(TreeSet::new));
                    secrets.removeAll(named((service.getKey() + ".yaml")::equals));
                    assertEquals(Set.of(), secrets, "secrets that the Deployment does not give");
                }));
    }

    private static Stream<String> variables(Map<String, Settings.Declared> settings) {
        return settings.keySet().stream().map(Settings::variable);
    }

    private static void assertNamesOnly(Set<String> known, Predicate<String> fileName) throws IOException {
        Set<String> unknown = named(fileName);
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "names in the manifests that nobody reads");
    }

    private static Set<String> named(Predicate<String> fileName) throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path manifest : manifests(fileName)) {
            VARIABLE.matcher(Files.readString(manifest))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }
        return named;
    }

    private static List<Path> manifests(Predicate<String> fileName) throws IOException {
        try (Stream<Path> files = Files.walk(MANIFESTS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(MANIFESTS.resolve("target")))
                    .filter(file -> fileName.test(file.getFileName().toString()))
                    .toList();
        }
    }
}
