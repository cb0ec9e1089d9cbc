package io.sanse.standalone.settings;

import io.sanse.runtime.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page of all settings, in Markdown. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Every setting of the five services, written from what the code declares (`SettingsTableTest`; write it again with
            `mvn -pl standalone -am verify -Dtest=SettingsTableTest -DskipITs -Dsurefire.failIfNoSpecifiedTests=false -Dsanse.write=true`).

            A setting comes from its environment variable, else from the properties file that `SANSE_CONFIG` names (there under its key), else it has its default. Durations are ISO 8601
            (`PT30S`, `P30D`), flags `true` or `false`. A value that cannot be read, and a key in the file that the service does not know, end the start with one sentence. At the start each
            service logs what is in force, secrets masked.

            """;

    private static final String TABLE_HEAD = """
            | key | environment variable | default | meaning | read by |
            |---|---|---|---|---|
            """;

    private SettingsPage() {}

    /** @param services declared settings by key, of each service */
    static String render(SortedMap<String, Map<String, Settings.Declared>> services) {
        SortedMap<String, List<String>> readers = new TreeMap<>();
        SortedMap<String, Settings.Declared> declared = new TreeMap<>();
        services.forEach((service, settings) -> settings.forEach((key, setting) -> {
            readers.computeIfAbsent(key, unknown -> new ArrayList<>()).add(service);
            declared.put(key, setting);
        }));
        StringBuilder page = new StringBuilder(HEAD).append(TABLE_HEAD);
        declared.forEach((key, setting) -> {
            List<String> by = readers.get(key);
            page.append(row(key, setting, by.size() == services.size() ? "all" : String.join(", ", by)));
        });
        return page.toString();
    }

    private static String row(String key, Settings.Declared setting, String readBy) {
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(key, Settings.variable(key), shown(setting), cell(setting.meaning()), readBy);
    }

    private static String shown(Settings.Declared setting) {
        if (setting.isSecret()) {
            return "(secret)";
        }
        return setting.defaultValue().isEmpty() ? "(empty)" : '`' + cell(setting.defaultValue()) + '`';
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
