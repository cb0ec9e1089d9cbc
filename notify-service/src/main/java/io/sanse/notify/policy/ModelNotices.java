package io.sanse.notify.policy;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who is told of certifications of models that end, and in which words.
 *
 * @param to ids of departments, at least one: who wants nobody told leaves the whole section out
 * @param level blue or yellow, whose quiet hours these messages keep and in whose budget they are counted
 * @param due text with the placeholders {@code models} and {@code until}, the earliest date
 * @param overdue likewise
 */
public record ModelNotices(List<String> to, Level level, LocalizedText due, LocalizedText overdue) {
    private static final Set<String> KNOWN = Set.of("models", "until");

    public ModelNotices {
        to = List.copyOf(to);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(overdue, "overdue");
        if (to.isEmpty()) {
            throw new IllegalArgumentException("models.to names no department; without models nobody is told");
        }
        if (level == Level.RED) {
            throw new IllegalArgumentException(
                    "models.level cannot be red: red messages are sent again when the operator does not answer");
        }
        TemplateText.check("models.due", due, KNOWN);
        TemplateText.check("models.overdue", overdue, KNOWN);
    }
}
