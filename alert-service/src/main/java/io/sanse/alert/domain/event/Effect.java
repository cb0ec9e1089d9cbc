package io.sanse.alert.domain.event;

import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.alert.Routing;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step changes: each member is the value after it, null where the step leaves things as they were.
 *
 * @param clocks clocks that were started or changed, by their ids; empty for none
 */
public record Effect(
        AlertState state,
        Level level,
        Condition condition,
        Facts facts,
        Routing routing,
        Task task,
        List<Clock> clocks) {
    public static final Effect NONE = new Effect(null, null, null, null, null, null, List.of());

    public Effect {
        clocks = List.copyOf(clocks);
    }

    public static Effect to(AlertState state) {
        return NONE.state(state);
    }

    public Effect state(AlertState after) {
        return new Effect(after, level, condition, facts, routing, task, clocks);
    }

    public Effect level(Level after) {
        return new Effect(state, after, condition, facts, routing, task, clocks);
    }

    public Effect condition(Condition after) {
        return new Effect(state, level, after, facts, routing, task, clocks);
    }

    public Effect facts(Facts after) {
        return new Effect(state, level, condition, after, routing, task, clocks);
    }

    public Effect routing(Routing after) {
        return new Effect(state, level, condition, facts, after, task, clocks);
    }

    public Effect task(Task after) {
        return new Effect(state, level, condition, facts, routing, after, clocks);
    }

    /** With more changed clocks. */
    public Effect clocks(List<Clock> more) {
        List<Clock> all = Stream.concat(clocks.stream(), more.stream()).toList();
        return new Effect(state, level, condition, facts, routing, task, all);
    }
}
