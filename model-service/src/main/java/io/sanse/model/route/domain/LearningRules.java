package io.sanse.model.route.domain;

import io.sanse.model.detect.parameter.Parameters;
import java.util.List;

/**
 * From what trips ways are learnt.
 *
 * @param corridorM how near to each other two trips lie on one way, m
 * @param share of a trip that has to lie so near, 0–1
 * @param trips that have to agree
 * @param vehicles that have to have made them
 * @param ways of one pair of firms, at most
 * @param gapMs longest time without a report, ms
 * @param longestMs longest trip, ms
 * @param speed fastest move that is believed, m/ms
 * @param thinM deviation that does not matter in a path, m
 * @param sensitiveTypes types of zones: who was in one teaches nothing
 */
public record LearningRules(
        double corridorM,
        double share,
        int trips,
        int vehicles,
        int ways,
        long gapMs,
        long longestMs,
        double speed,
        double thinM,
        List<String> sensitiveTypes) {
    private static final double KMH_IN_METRES_PER_MS = 1 / 3_600.0;
    private static final double PERCENT = 100;

    public LearningRules {
        sensitiveTypes = List.copyOf(sensitiveTypes);
    }

    public static LearningRules of(Parameters parameters) {
        return new LearningRules(
                parameters.number("corridor"),
                parameters.number("share") / PERCENT,
                parameters.count("trips"),
                parameters.count("vehicles"),
                parameters.count("ways"),
                parameters.ms("gap"),
                parameters.ms("longest"),
                parameters.number("maxSpeed") * KMH_IN_METRES_PER_MS,
                parameters.number("thin"),
                parameters.texts("sensitiveTypes"));
    }
}
