package io.sanse.model.detect.rule;

import java.util.List;
import java.util.Set;

/**
 * A condition, or a part of one that can be true or false by itself.
 *
 * @param text as written, white space apart
 * @param names the values and parameters that it looks at
 * @param test it, alone; throws {@link IllegalStateException} when it has no value without the rest
 * @param joint how its parts are joined
 * @param parts none when it cannot be taken apart
 */
public record Clause(String text, Set<String> names, Expression<Boolean> test, Joint joint, List<Clause> parts) {
    public Clause {
        names = Set.copyOf(names);
        parts = List.copyOf(parts);
    }

    /** How the parts of a condition are joined. */
    public enum Joint {
        /** It has no parts. */
        NONE,
        /** All of them must hold. */
        ALL,
        /** One of them is enough. */
        ANY
    }
}
