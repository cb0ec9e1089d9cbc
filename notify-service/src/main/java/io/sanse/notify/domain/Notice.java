package io.sanse.notify.domain;

import io.sanse.contract.Posts;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.Routing;
import io.sanse.notify.policy.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * One message to one recipient, before it is decided whether it goes out.
 *
 * @param text as it would be sent
 * @param parts short messages that the text takes
 */
public record Notice(AlertEvent event, Template template, Recipient recipient, String text, int parts) {

    /** The departments that may see it: lead and members at the time of the event, and whose posts they are. */
    public List<String> departments() {
        Routing routing = event.alert().routing();
        List<String> departments = new ArrayList<>();
        if (routing != null) {
            departments.add(routing.department());
            departments.addAll(routing.members());
        }
        return departments.stream().flatMap(Posts::withSuperiors).distinct().toList();
    }
}
