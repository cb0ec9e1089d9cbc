package io.sanse.model.detect.rule;

import io.sanse.contract.Subject;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.World;
import java.time.Instant;

/**
 * A time in which a model says nothing of some place or subject (静默).
 *
 * @param scope where or of whom; null: everywhere
 * @param from event time at which it begins
 * @param until event time at which it is over, exclusive
 * @param owner who answers for it
 * @param reason why
 */
public record ModelSilence(Scope scope, Instant from, Instant until, String owner, String reason) {

    /** Whether what begins with this moment is not told: in this time and place, however long it lasts and wherever it goes on. */
    boolean covers(Subject subject, Snapshot first, World world) {
        return first.at() >= from.toEpochMilli()
                && first.at() < until.toEpochMilli()
                && (scope == null || isIn(subject, first.finding(), world));
    }

    private boolean isIn(Subject subject, Finding finding, World world) {
        return switch (scope.kind()) {
            case DISTRICT ->
                finding.divisionIn(world) != null && finding.divisionIn(world).startsWith(scope.code());
            case ZONE -> finding.mentions().contains(Subject.site(scope.code()));
            case SUBJECT -> scope.code().equals(subject.toString());
        };
    }
}
