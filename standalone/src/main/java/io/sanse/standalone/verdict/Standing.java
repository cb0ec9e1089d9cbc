package io.sanse.standalone.verdict;

import io.sanse.contract.Level;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.service.AlertDossier;
import java.util.Set;

/**
 * An alert with the level that it has by what was found: that people let a clock run out raises it too, and is not the models' doing.
 *
 * @param level by its detections
 */
public record Standing(Alert alert, Level level) {
    /** Reasons of the log for which an alert goes up because nobody acted. */
    private static final Set<String> NOBODY_ACTED = Set.of("unanswered", "unsigned", "not-fed-back", "overdue");

    static Standing of(AlertDossier dossier) {
        Level level = dossier.alert().level();
        for (AlertEvent event : dossier.timeline()) {
            boolean found = event.type() == AlertEventType.RAISED
                    || event.type() == AlertEventType.LEVEL_RAISED && !NOBODY_ACTED.contains(event.reason());
            level = found ? event.alert().level() : level;
        }
        return new Standing(dossier.alert(), level);
    }

    boolean retracted() {
        return alert.condition() == Condition.RETRACTED;
    }
}
