package io.sanse.notify.domain;

import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.Routing;
import io.sanse.notify.domain.Target.Reach;
import io.sanse.notify.policy.Audience;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which messages an alert event calls for, and to whom. */
public final class Router {
    private final NotificationPolicy policy;

    public Router(NotificationPolicy policy) {
        this.policy = policy;
    }

    /** In the order of the policy; empty for the many events of which nobody needs to be told. */
    public List<Target> targets(AlertEvent event) {
        List<Target> targets = new ArrayList<>();
        for (Template template : policy.templates()) {
            if (template.matches(event)) {
                template.to().forEach(audience -> targets.addAll(targets(template, audience, event)));
            }
        }
        return targets;
    }

    private static List<Target> targets(Template template, Audience audience, AlertEvent event) {
        Alert alert = event.alert();
        return switch (audience) {
            case SUBJECT -> subjects(template, alert);
            case LEAD -> responsible(template, Reach.DEPARTMENT, event);
            case LEADER -> responsible(template, Reach.LEADER, event);
            case OFFICERS -> responsible(template, Reach.OFFICERS, event);
            case MEMBERS -> members(template, alert.routing());
            case TOLD -> List.of(new Target(template, Reach.TOLD, alert.id().toString()));
        };
    }

    /** A manifest, person, station or site has no phone: then the firms and vehicles it concerns are told. */
    private static List<Target> subjects(Template template, Alert alert) {
        List<Target> direct = reachable(template, Stream.of(alert.subject()));
        List<Target> found = direct.isEmpty() ? reachable(template, alert.mentions().stream()) : direct;
        return found.isEmpty()
                ? List.of(new Target(template, Reach.NOBODY, alert.subject().toString()))
                : found;
    }

    private static List<Target> reachable(Template template, Stream<Subject> subjects) {
        return subjects.flatMap(subject -> switch (subject.type()) {
                    case VEHICLE -> Stream.of(new Target(template, Reach.VEHICLE, subject.id()));
                    case ENTERPRISE -> Stream.of(new Target(template, Reach.ENTERPRISE, subject.id()));
                    case MANIFEST, PERSON, STATION, SITE, FEED -> Stream.<Target>empty();
                })
                .toList();
    }

    /** In a joint task each department has clocks of its own, whose events name it; everything else is the lead's. */
    private static List<Target> responsible(Template template, Reach reach, AlertEvent event) {
        boolean bound = event.clock() != null
                && event.details() != null
                && event.details().department() != null;
        Routing routing = event.alert().routing();
        if (bound) {
            return List.of(new Target(template, reach, event.details().department()));
        }
        return routing == null ? List.of() : List.of(new Target(template, reach, routing.department()));
    }

    private static List<Target> members(Template template, Routing routing) {
        return routing == null
                ? List.of()
                : routing.members().stream()
                        .filter(member -> !member.equals(routing.department()))
                        .map(member -> new Target(template, Reach.DEPARTMENT, member))
                        .toList();
    }
}
