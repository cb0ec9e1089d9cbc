package io.sanse.notify.policy;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import java.util.List;
import java.util.Objects;

/**
 * Who is told of certifications of models that end, and in which words.
 *
 * @param to ids of departments
 * @param level whose quiet hours these messages keep and in whose budget they are counted
 * @param due text with the placeholders {@code models} and {@code until}, the earliest date
 * @param overdue likewise
 */
public record ModelNotices(List<String> to, Level level, LocalizedText due, LocalizedText overdue) {
    public ModelNotices {
        to = List.copyOf(to);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(overdue, "overdue");
    }
}
