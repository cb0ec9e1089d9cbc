package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same department,      enforcement,      enforcement,      true",
        "a post of it,             enforcement,      enforcement/east, true",
        "a post of its post,       enforcement,      enforcement/a/b,  true",
        "its superior,             enforcement/east, enforcement,      false",
        "the post beside it,       enforcement/east, enforcement/west, false",
        "one that begins the same, enforcement,      enforcement-wy,   false",
        "who belongs to nobody,    ,                 enforcement,      false"
    })
    void covers(String name, String own, String other, boolean covered) {
        assertEquals(covered, Posts.covers(own, other));
    }

    @Test
    void superiorsFromBelow() {
        assertEquals(List.of("a/b/c", "a/b", "a"), Posts.withSuperiors("a/b/c").toList());
        assertEquals(List.of("/odd"), Posts.withSuperiors("/odd").toList());
    }
}
