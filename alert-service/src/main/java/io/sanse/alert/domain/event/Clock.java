package io.sanse.alert.domain.event;

import io.sanse.contract.alert.AlertClock;
import io.sanse.contract.alert.ClockName;
import java.time.Instant;

/**
 * A deadline that runs or ran. It passes its stages in order, each once: urged, breached, overdue.
 *
 * @param id 0, 1, 2 … in its alert
 * @param name which
 * @param department whom it binds, or null for the alert as a whole
 * @param startedAt when it began
 * @param urgeAt when people are urged, or null for never
 * @param dueAt its end
 * @param overdueAt when a missed one makes the alert go up, or null for never
 * @param stage the last stage that it passed
 * @param stoppedAt when it was met or given up, or null while it runs
 * @param platformDelayS of a missed one, the platform's own part, s, or null for none
 */
public record Clock(
        int id,
        ClockName name,
        String department,
        Instant startedAt,
        Instant urgeAt,
        Instant dueAt,
        Instant overdueAt,
        Stage stage,
        Instant stoppedAt,
        Integer platformDelayS) {
    /** How far a clock has come. */
    public enum Stage {
        RUNNING,
        URGED,
        BREACHED,
        OVERDUE
    }

    /** When it passes its next stage, or null when it passes no more. */
    public Instant nextAt() {
        if (stoppedAt != null) {
            return null;
        }
        return switch (stage) {
            case RUNNING -> urgeAt != null ? urgeAt : dueAt;
            case URGED -> dueAt;
            case BREACHED -> overdueAt;
            case OVERDUE -> null;
        };
    }

    /** What {@link #nextAt()} is the time of. */
    public Stage nextStage() {
        return switch (stage) {
            case RUNNING -> urgeAt != null ? Stage.URGED : Stage.BREACHED;
            case URGED -> Stage.BREACHED;
            case BREACHED, OVERDUE -> Stage.OVERDUE;
        };
    }

    public boolean running() {
        return stoppedAt == null;
    }

    public Clock at(Stage reached) {
        return copy(overdueAt, reached, stoppedAt, platformDelayS);
    }

    /** @param platformS seconds that are the platform's doing, 0 for none */
    public Clock breached(long platformS) {
        return copy(overdueAt, Stage.BREACHED, stoppedAt, platformS == 0 ? null : Math.toIntExact(platformS));
    }

    public Clock stopped(Instant at) {
        return copy(overdueAt, stage, at, platformDelayS);
    }

    /** Running on, but raising nothing any more. */
    public Clock withoutOverdue() {
        return copy(null, stage, stoppedAt, platformDelayS);
    }

    private Clock copy(Instant overdue, Stage reached, Instant stopped, Integer delay) {
        return new Clock(id, name, department, startedAt, urgeAt, dueAt, overdue, reached, stopped, delay);
    }

    /** As others see it. */
    public AlertClock seen() {
        Instant breachedAt = stage.compareTo(Stage.BREACHED) >= 0 ? dueAt : null;
        return new AlertClock(name, department, startedAt, dueAt, stoppedAt, breachedAt, platformDelayS);
    }
}
