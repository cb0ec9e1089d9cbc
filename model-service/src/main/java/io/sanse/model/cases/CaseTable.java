package io.sanse.model.cases;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Change;
import io.sanse.model.cases.ModelCase.Setting;
import io.sanse.model.detect.operator.Operators;
import io.sanse.model.file.Line;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a table of cases: {@code day}, {@code subject}, {@code world} and {@code cases}; a case may give the first three anew. */
public final class CaseTable {
    private final YamlMap yaml;
    private final Problems problems = new Problems();
    private final Set<String> names = new HashSet<>();

    private CaseTable(YamlMap yaml) {
        this.yaml = yaml;
    }

    /**
     * The cases of a table.
     *
     * @param file its name, for problems
     * @throws ModelFileException when anything but an event is wrong; events are understood when they are played
     */
    public static List<ModelCase> read(String file, String text) {
        return new CaseTable(YamlMap.parse(file, text)).cases();
    }

    private List<ModelCase> cases() {
        problems.check(() -> yaml.only(Set.of("day", "subject", "world", "cases")));
        List<ModelCase> cases = new ArrayList<>();
        problems.check(() -> {
            for (YamlMap item : yaml.maps("cases")) {
                problems.check(() -> cases.add(one(item)));
            }
            if (yaml.maps("cases").isEmpty()) {
                throw new ModelFileException(yaml.place("cases"), "a table needs at least one case");
            }
        });
        problems.end();
        return cases;
    }

    private ModelCase one(YamlMap item) {
        item.only(Set.of("name", "day", "subject", "world", "events", "expect", "reasons", "says"));
        String name = item.text("name");
        if (!names.add(name)) {
            throw new ModelFileException(item.place("name"), "there are two cases '" + name + "'");
        }
        Setting setting = setting(item);
        item.lines("expect").forEach(word -> problems.check(() -> checkWord(setting.times(), word)));
        return new ModelCase(
                name,
                item.start(),
                setting,
                item.lines("events"),
                item.texts("expect"),
                item.has("reasons") ? item.texts("reasons") : List.of(),
                item.textOr("says", null));
    }

    private Setting setting(YamlMap item) {
        List<YamlMap> worlds = Stream.of(yaml, item)
                .filter(part -> part.has("world"))
                .map(part -> part.map("world"))
                .toList();
        CaseTime times = (item.has("day") ? item : yaml).parsed("day", CaseTime::of);
        Subject subject = (item.has("subject") ? item : yaml).parsed("subject", CaseTable::subject);
        return new Setting(times, subject, new CaseWorld(worlds));
    }

    private static Subject subject(String text) {
        Subject subject = Subject.parse(text);
        if (Operators.all().stream().noneMatch(operator -> operator.subject() == subject.type())) {
            throw new IllegalArgumentException(
                    "no model is about a " + subject.type().text());
        }
        return subject;
    }

    /** {@code raised yellow 21:40:30 until 21:40:30 night}. */
    private static void checkWord(CaseTime times, Line word) {
        try {
            Words words = new Words(word.text());
            Words.oneOf(words.next("what is said"), Change.values(), Change::text);
            Words.oneOf(words.next("a level"), Level.values(), Level::text);
            times.parse(words.next("when the episode began"));
            Words.oneOf(words.next("'until'"), new String[] {"until"}, Function.identity());
            times.parse(words.next("the last moment"));
            while (words.more()) {
                Words.oneOf(words.next("an aggravation"), Aggravation.values(), Aggravation::text);
            }
        } catch (IllegalArgumentException misunderstood) {
            throw new ModelFileException(
                    word.place(),
                    "'" + word.text() + "': " + misunderstood.getMessage()
                            + "; a word is written like 'raised yellow 21:40:30 until 21:40:30 night'",
                    misunderstood);
        }
    }
}
