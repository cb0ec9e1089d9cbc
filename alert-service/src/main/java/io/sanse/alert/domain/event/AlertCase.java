package io.sanse.alert.domain.event;

import io.sanse.contract.Level;
import io.sanse.contract.Posts;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.alert.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An alert as it stands, with everything that decisions need: the fold of its steps.
 *
 * @param version number of the last step
 * @param routing who has it, or null before the first dispatch
 * @param raisedAt when its first step was decided
 * @param closedAt when it was closed, or null while it is open
 */
public record AlertCase(
        UUID id,
        long version,
        Facts facts,
        Level level,
        AlertState state,
        Condition condition,
        Routing routing,
        Task task,
        List<Clock> clocks,
        Instant raisedAt,
        Instant closedAt) {
    public AlertCase {
        clocks = List.copyOf(clocks);
    }

    /** Before its first step. */
    public static AlertCase unborn(UUID id) {
        return new AlertCase(id, 0, null, null, null, null, null, Task.NONE, List.of(), null, null);
    }

    /** After a step. */
    public AlertCase after(Step step) {
        Effect effect = step.effect();
        AlertState next = or(effect.state(), state);
        return new AlertCase(
                id,
                version + 1,
                or(effect.facts(), facts),
                or(effect.level(), level),
                next,
                or(effect.condition(), condition),
                or(effect.routing(), routing),
                or(effect.task(), task),
                merged(effect.clocks()),
                or(raisedAt, step.recordedAt()),
                next == AlertState.CLOSED ? or(closedAt, step.recordedAt()) : null);
    }

    private static <T> T or(T first, T otherwise) {
        return first != null ? first : otherwise;
    }

    private List<Clock> merged(List<Clock> changed) {
        List<Clock> all = new ArrayList<>(clocks);
        for (Clock clock : changed) {
            if (clock.id() < all.size()) {
                all.set(clock.id(), clock);
            } else {
                all.add(clock);
            }
        }
        return all;
    }

    public boolean closed() {
        return state == AlertState.CLOSED;
    }

    /** Departments that act on it, the leading one first; none before the first dispatch. */
    public List<String> departments() {
        return routing == null
                ? List.of()
                : Stream.concat(Stream.of(routing.department()), routing.members().stream())
                        .distinct()
                        .toList();
    }

    /** Departments that may see it: those that act on it and their superiors. */
    public Stream<String> audience() {
        return departments().stream().flatMap(Posts::withSuperiors).distinct();
    }

    /** As others see it. */
    public Alert seen() {
        return new Alert(
                id,
                version,
                facts.model(),
                facts.subject(),
                facts.mentions(),
                facts.episodeStart(),
                level,
                facts.score(),
                state,
                condition,
                facts.location(),
                facts.division(),
                facts.tonnes(),
                facts.text(),
                routing,
                facts.detections(),
                facts.firstSeenAt(),
                facts.lastSeenAt(),
                raisedAt,
                closedAt,
                clocks.stream().map(Clock::seen).toList());
    }
}
