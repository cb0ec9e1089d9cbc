package io.sanse.notify.domain;

import io.sanse.contract.Level;
import io.sanse.contract.Posts;
import java.util.List;
import java.util.UUID;

/**
 * One message about models to one recipient, before it is decided whether it goes out.
 *
 * @param notice id of the notice that causes it
 * @param template {@code certification-due} or {@code certification-overdue}
 * @param department whose duty desk is told
 * @param level whose quiet hours it keeps and in whose budget it is counted
 * @param text as it would be sent
 * @param parts short messages that the text takes
 */
public record ModelMessage(
        UUID notice, String template, String department, Level level, Recipient recipient, String text, int parts) {

    /** The departments that may see it. */
    public List<String> departments() {
        return Posts.withSuperiors(department).toList();
    }
}
