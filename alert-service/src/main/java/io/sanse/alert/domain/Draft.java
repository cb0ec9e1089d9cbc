package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.domain.policy.CityRules;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Steps being decided one after the other, each on the alert as the ones before have left it. */
final class Draft {
    /**
     * What a step says beyond its effect; members that do not apply are null.
     *
     * @param at when, if not now
     * @param why the reason as a sentence
     */
    record Said(
            AlertEventType type,
            Author author,
            Instant at,
            String reason,
            LocalizedText why,
            ClockName clock,
            CommandDetails details) {
        static Said of(AlertEventType type) {
            return new Said(type, Author.SYSTEM, null, null, null, null, null);
        }

        static Said because(AlertEventType type, String code, LocalizedText why) {
            return new Said(type, Author.SYSTEM, null, code, why, null, null);
        }
    }

    private final CityRules rules;
    private final World world;
    private final Step.Cause cause;
    private final List<Step> steps = new ArrayList<>();
    private AlertCase alert;

    /** @param cause the observation behind it all, or null */
    Draft(AlertCase before, CityRules rules, World world, Step.Cause cause) {
        this.alert = before;
        this.rules = rules;
        this.world = world;
        this.cause = cause;
    }

    AlertCase alert() {
        return alert;
    }

    World world() {
        return world;
    }

    CityRules rules() {
        return rules;
    }

    Instant now() {
        return world.now();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Clocks to start and stop with the next step. */
    ClockChanges clocks() {
        return new ClockChanges(alert, rules, world.now());
    }

    void write(AlertEventType type, Effect effect) {
        write(Said.of(type), effect);
    }

    void write(Said said, Effect effect) {
        Step silent = step(said, effect, null);
        AlertCase after = alert.after(silent);
        LocalizedText text = Sentences.of(said, after, world.router());
        steps.add(step(said, effect, text));
        alert = after;
    }

    private Step step(Said said, Effect effect, LocalizedText text) {
        Instant at = said.at() == null ? world.now() : said.at();
        return new Step(
                said.type(),
                at,
                world.now(),
                said.author(),
                said.reason(),
                said.clock(),
                said.details(),
                text,
                rules.policy().version(),
                cause,
                effect);
    }
}
