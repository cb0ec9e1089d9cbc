package io.sanse.standalone.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Topic;
import io.sanse.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics, tables and meters of the code against the pages that tell of them. */
class DocumentedNamesTest {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Pattern METER = Pattern.compile("\"(sanse_[a-z_]+)\"");

    private static String page(String name) throws IOException {
        return Files.readString(REPOSITORY.resolve("docs").resolve(name));
    }

    /** What a pattern finds in the main sources of all services. */
    private static Set<String> inSources(String ending, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path module : modules.map(one -> one.resolve("src/main"))
                    .filter(main -> Files.isDirectory(main) && !main.startsWith(REPOSITORY.resolve("bench")))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    for (Path file :
                            files.filter(one -> one.toString().endsWith(ending)).toList()) {
                        found.addAll(pattern.matcher(Files.readString(file))
                                .results()
                                .map(match -> match.group(1))
                                .toList());
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> missing(Set<String> names, String page) {
        return names.stream()
                .filter(name -> !Pattern.compile("`" + name + "(?:_total|_seconds)?[`{]")
                        .matcher(page)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTopicIsInTheDesign() throws IOException {
        Set<String> topics = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
        assertEquals(Set.of(), missing(topics, page("design.md")));
    }

    @Test
    void everyTableIsInTheDesign() throws IOException {
        Set<String> tables = inSources(".sql", TABLE);
        assertEquals(Set.of(), missing(tables, page("design.md")));
    }

    @Test
    void everyMeterIsInTheHandbook() throws IOException {
        Set<String> meters = inSources(".java", METER);
        assertEquals(Set.of(), missing(meters, page("operations.md")));
    }
}
