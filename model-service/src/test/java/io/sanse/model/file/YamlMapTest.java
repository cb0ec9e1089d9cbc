package io.sanse.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlMapTest {
    static Stream<Arguments> noMapping() {
        return Stream.of(
                arguments("empty", "", "x:1:1: the file is empty"),
                arguments("only a comment", "# nothing\n", "x:1:1: the file is empty"),
                arguments("a text", "Dear Sir,", "x:1:1: the file must be a mapping"),
                arguments("a list", "- a\n- b\n", "x:1:1: the file must be a mapping"),
                arguments("two documents", "a: 1\n---\nb: 2\n", "x:2:1: but found another document"),
                arguments("a bracket that is not closed", "a: [1, 2\nb: 3\n", "x:2:2: expected ',' or ']'"),
                arguments("a tabulator", "a:\n\tb: 1\n", "x:2:1: found character '\\t(TAB)'"),
                arguments("a program", "import java.util.List;\n\nclass A {\n", "x:1:1: the file must be a mapping"),
                arguments("a character of control", "a: 1\nb: \u0001\n", "x:2:4: the character U+0001 is not allowed"),
                arguments("a key that is a list", "? [a, b]\n: c\n", "x:1:3: a key must be a text"),
                arguments("nested too deep", "a: " + "[".repeat(60) + "]".repeat(60), "x:1:1: Nesting Depth exceeded"),
                arguments("an anchor that nobody set", "a: *b\n", "x:1:4: found undefined alias b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noMapping")
    void whatIsNoMappingIsToldInOneLine(String name, String text, String problem) {
        ModelFileException error = assertThrows(ModelFileException.class, () -> YamlMap.parse("x", text));
        assertTrue(error.getMessage().startsWith(problem), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void everyUnknownFieldIsTold() {
        YamlMap yaml = YamlMap.parse("x", "a: 1\nb: 2\nc: 3\n");
        assertEquals(
                "x:1:1: unknown field 'a'; known are b\nx:3:1: unknown field 'c'; known are b",
                assertThrows(ModelFileException.class, () -> yaml.only(Set.of("b")))
                        .getMessage());
    }

    @Test
    void aMarkOfTheByteOrderIsNoCharacterOfTheLine() {
        YamlMap yaml = YamlMap.parse("x", "\uFEFFa: 1\n");
        assertEquals("x:1:4", yaml.place("a").toString());
    }
}
