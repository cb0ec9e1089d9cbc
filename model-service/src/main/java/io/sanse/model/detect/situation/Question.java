package io.sanse.model.detect.situation;

import io.sanse.contract.Subject;
import io.sanse.contract.WorkingCalendar;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.World;
import java.util.List;

/**
 * What an operator is asked about.
 *
 * @param subject on whom
 * @param facts what is known
 * @param sight where a vehicle is now; {@link Sight#NONE} for all others
 * @param surroundings the registry, the clocks and the calendar
 * @param parameters of the model
 */
public record Question(Subject subject, Facts facts, Sight sight, Surroundings surroundings, Parameters parameters) {

    /**
     * Where a vehicle is now.
     *
     * @param open stays that last
     * @param last its last report, or null
     * @param trail its reports
     */
    public record Sight(List<Visit> open, Fix last, Trail trail) {
        public static final Sight NONE = new Sight(List.of(), null, (from, until) -> List.of());
    }

    /** A vehicle's reports, as far back as they are kept: for their lateness. Reading them is dear: to be asked for few vehicles only. */
    @FunctionalInterface
    public interface Trail {
        /** Those of a stretch of time by their order, both ends inclusive, ms. */
        List<Fix> between(long from, long until);
    }

    /**
     * What is the same for all subjects.
     *
     * @param world the registry
     * @param clocks the feeds' clocks
     * @param calendar working days
     */
    public record Surroundings(World world, Clocks clocks, WorkingCalendar calendar) {}

    public World world() {
        return surroundings.world();
    }

    public Clocks clocks() {
        return surroundings.clocks();
    }

    public WorkingCalendar calendar() {
        return surroundings.calendar();
    }

    /** The same question for another model. */
    public Question with(Parameters other) {
        return other == parameters ? this : new Question(subject, facts, sight, surroundings, other);
    }
}
