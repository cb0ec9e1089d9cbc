package io.sanse.model.detect.operator.trip;

import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a trip off its route.
 *
 * @param moments its reports, the first the one that left the route
 * @param back the report that had come back to it, or null
 */
record Stray(List<Moment> moments, Fix back) {
    /**
     * What is known at a report off the route.
     *
     * @param fix the report
     * @param offMs time seen off the route so far, between reports that both lay off it and no longer than the gap apart, ms
     * @param farthestM the greatest distance from the route so far, m
     * @param sensitive the sensitive zone in which two reports in a row lay, or null
     */
    record Moment(Fix fix, long offMs, double farthestM, Zone sensitive) {}

    /** What counts as off the route, and as a stay in a sensitive zone. */
    record Rules(double corridorM, int confirmations, long gapMs, List<String> sensitiveTypes) {
        /** Behind a report that lay on the route no time counts. */
        Rules notCounting() {
            return new Rules(corridorM, confirmations, 0, sensitiveTypes);
        }
    }

    /** A report with its distance from the route, m. */
    record Seen(Fix fix, double strayedM) {}

    /** @param seen by time, the first of them on the route */
    static List<Stray> all(World world, List<Seen> seen, Rules rules) {
        List<Stray> strays = new ArrayList<>();
        List<Moment> off = new ArrayList<>();
        Fix back = null;
        int inside = 0;
        for (Seen one : seen) {
            if (one.strayedM() > rules.corridorM()) {
                off.add(next(world, off, one, inside > 0 ? rules.notCounting() : rules));
                inside = 0;
                continue;
            }
            back = inside == 0 ? one.fix() : back;
            inside++;
            if (inside == rules.confirmations()) {
                addConfirmed(strays, off, back, rules);
                off = new ArrayList<>();
            }
        }
        addConfirmed(strays, off, null, rules);
        return strays;
    }

    private static void addConfirmed(List<Stray> strays, List<Moment> off, Fix back, Rules rules) {
        if (off.size() >= rules.confirmations()) {
            strays.add(new Stray(List.copyOf(off), back));
        }
    }

    private static Moment next(World world, List<Moment> off, Seen one, Rules rules) {
        if (off.isEmpty()) {
            return new Moment(one.fix(), 0, one.strayedM(), null);
        }
        Moment before = off.get(off.size() - 1);
        long step = one.fix().at() - before.fix().at();
        Zone zone = before.sensitive();
        if (zone == null) {
            Zone here = sensitive(world, one.fix(), rules);
            zone = here != null && here.equals(sensitive(world, before.fix(), rules)) ? here : null;
        }
        return new Moment(
                one.fix(),
                before.offMs() + (step > rules.gapMs() ? 0 : step),
                Math.max(before.farthestM(), one.strayedM()),
                zone);
    }

    private static Zone sensitive(World world, Fix fix, Rules rules) {
        return world.zonesAt(fix.longitude(), fix.latitude()).stream()
                .filter(zone -> rules.sensitiveTypes().contains(zone.type()))
                .findFirst()
                .orElse(null);
    }
}
