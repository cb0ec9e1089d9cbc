package io.sanse.model.detect.operator.road;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Extent;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.PassBook;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Proof;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.List;

/** Looks for passes of a plate that cannot be the registered vehicle. A pass that the camera may have misread is left out. */
final class PlateDoubts {
    private static final double KMH_PER_METRE_PER_MS = 3_600;

    /**
     * A pass that cannot be.
     *
     * @param reason {@code speed}, {@code terminal}, {@code colour} or {@code class}
     * @param distanceM metres to what contradicts it, 0 when that is the register
     * @param apartMs time between the two, ms
     * @param other what contradicts it, or null when that is the register
     * @param otherAt when that was, ms
     */
    record Doubt(Pass pass, String reason, double distanceM, long apartMs, Proof other, long otherAt) {
        double speedKmh() {
            return distanceM == 0 ? 0 : distanceM / Math.max(1, apartMs) * KMH_PER_METRE_PER_MS;
        }
    }

    private final Question question;
    private final VehicleFacts facts;
    private final double metresPerMs;
    private final double jitterM;

    PlateDoubts(Question question, VehicleFacts facts) {
        this.question = question;
        this.facts = facts;
        this.metresPerMs = question.parameters().number("maxSpeed") / KMH_PER_METRE_PER_MS;
        this.jitterM = question.parameters().number("jitter");
    }

    /** Whether the last pass may contradict something, or may do so once the terminal has told more. What is told of the passes before stands. */
    boolean mayConcernLast() {
        PassBook passes = facts.passes();
        Pass last = passes.get(passes.size() - 1);
        if (register(last) != null || last.location() != null && mayBeElsewhere(last)) {
            return true;
        }
        for (int i = passes.size() - 2; i >= 0; i--) {
            Pass before = passes.get(i);
            if (speed(before, last) != null) {
                return true;
            }
            if (!isMisread(before)) {
                return false;
            }
        }
        return false;
    }

    private boolean mayBeElsewhere(Pass pass) {
        long since = pass.at() - longestApartMs(facts.roamedM());
        for (Visit visit : facts.visits().endedAfter(since)) {
            if (mayContradict(pass, visit)) {
                return true;
            }
        }
        for (Visit visit : question.sight().open()) {
            if (mayContradict(pass, visit) || isAwaited(pass, visit)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a stay that has been confirmed, has become longer or has ended may contradict a pass. */
    boolean mayConcern(Visit visit) {
        long since = visit.enter() - longestApartMs(facts.roamedM(visit.first()));
        for (Pass pass : facts.passes().after(since)) {
            boolean far = pass.location() != null
                    && (mayContradict(pass, visit) || !visit.closed() && isAwaited(pass, visit));
            if (far) {
                return true;
            }
        }
        return false;
    }

    /** The vehicle may have come this long before from the farthest place known of it, ms. */
    private long longestApartMs(double roamedM) {
        return (long) Math.ceil(Math.max(0, roamedM - jitterM) / metresPerMs);
    }

    private boolean mayContradict(Pass pass, Visit visit) {
        return isImpossible(Extent.farthestM(pass.location(), visit.first()), apartMs(pass, visit));
    }

    /** In the order of the passes, the gravest doubt about each. */
    List<Doubt> all() {
        List<Doubt> doubts = new ArrayList<>();
        List<Pass> passes = legible();
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            Pass before = i == 0 ? null : passes.get(i - 1);
            Doubt doubt = gravest(before, pass);
            if (doubt != null) {
                doubts.add(doubt);
            }
        }
        return doubts;
    }

    private Doubt gravest(Pass before, Pass pass) {
        Doubt speed = speed(before, pass);
        Doubt moving = speed == null ? terminal(pass) : speed;
        return moving == null ? register(pass) : moving;
    }

    private List<Pass> legible() {
        List<Pass> legible = new ArrayList<>(facts.passes().size());
        for (Pass pass : facts.passes()) {
            if (!isMisread(pass)) {
                legible.add(pass);
            }
        }
        return legible;
    }

    /** Whether the terminal may stay far from a pass without having told yet where it was then. */
    boolean awaitsTerminal() {
        for (Visit visit : question.sight().open()) {
            for (Pass pass : facts.passes().after(visit.leave() + 1)) {
                if (isAwaited(pass, visit) && !isMisread(pass)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAwaited(Pass pass, Visit visit) {
        return pass.location() != null
                && visit.leave() < pass.at()
                && isImpossible(Extent.farthestM(pass.location(), visit.first()), 0);
    }

    private Doubt speed(Pass before, Pass pass) {
        if (before == null || before.location() == null || pass.location() == null) {
            return null;
        }
        double distance = before.location().distanceM(pass.location());
        long apart = pass.at() - before.at();
        return isImpossible(distance, apart)
                ? new Doubt(pass, "speed", distance, apart, EvidenceOf.pass(before), before.at())
                : null;
    }

    /** Against the stays of its track: a zone in which its terminal was just before, then or just after. */
    private Doubt terminal(Pass pass) {
        if (pass.location() == null) {
            return null;
        }
        Doubt doubt = terminal(pass, facts.visits());
        return doubt == null ? terminal(pass, question.sight().open()) : doubt;
    }

    private Doubt terminal(Pass pass, List<Visit> visits) {
        for (Visit visit : visits) {
            Doubt doubt = terminal(pass, visit);
            if (doubt != null) {
                return doubt;
            }
        }
        return null;
    }

    private Doubt terminal(Pass pass, Visit visit) {
        Fix shown = shown(pass, visit);
        long apart = apartMs(pass, visit);
        GeoPoint place = pass.location();
        // it spares nearly all stays the way to the zone's edge
        if (!isImpossible(Extent.farthestM(place, visit.first()), apart)) {
            return null;
        }
        Zone zone = question.world().zone(visit.zone());
        if (zone == null || zone.ring().contains(place.longitude(), place.latitude())) {
            return null;
        }
        double distance = zone.ring().distanceM(place.longitude(), place.latitude());
        return isImpossible(distance, apart)
                ? new Doubt(
                        pass,
                        "terminal",
                        distance,
                        apart,
                        EvidenceOf.fix(shown),
                        isDuring(pass, visit) ? pass.at() : shown.at())
                : null;
    }

    /** Before which or after which the pass was; the last report of a stay that goes on is another one whenever it is looked at. */
    private static Fix shown(Pass pass, Visit visit) {
        return pass.at() <= visit.leave() ? visit.first() : visit.last();
    }

    private static boolean isDuring(Pass pass, Visit visit) {
        return pass.at() >= visit.enter() && pass.at() <= visit.leave();
    }

    private static long apartMs(Pass pass, Visit visit) {
        return isDuring(pass, visit)
                ? 0
                : Math.abs(pass.at() - shown(pass, visit).at());
    }

    private boolean isImpossible(double distanceM, long apartMs) {
        return distanceM > apartMs * metresPerMs + jitterM;
    }

    private Doubt register(Pass pass) {
        RegistryEntry entry = question.world().vehicle(pass.plate());
        if (entry == null) {
            return null;
        }
        Details.Vehicle known = (Details.Vehicle) entry.details();
        if (differs(pass.capture().plateColour(), known.plateColour())) {
            return new Doubt(pass, "colour", 0, 0, null, pass.at());
        }
        return differs(pass.capture().vehicleClass(), known.vehicleClass())
                ? new Doubt(pass, "class", 0, 0, null, pass.at())
                : null;
    }

    private static boolean differs(String seen, String registered) {
        return seen != null && registered != null && !seen.equals(registered);
    }

    /** The camera was not sure, or a registered plate that looks alike fits what it saw better. */
    private boolean isMisread(Pass pass) {
        Double confidence = pass.capture().confidence();
        if (confidence != null && confidence < question.parameters().number("minConfidence")) {
            return true;
        }
        return register(pass) != null
                && LookAlikes.of(pass.plate(), question.parameters().texts("lookAlikes")).stream()
                        .anyMatch(other -> fits(pass, other));
    }

    private boolean fits(Pass pass, String plate) {
        World world = question.world();
        RegistryEntry entry = world.vehicle(plate);
        if (entry == null) {
            return false;
        }
        Details.Vehicle other = (Details.Vehicle) entry.details();
        return !differs(pass.capture().plateColour(), other.plateColour())
                && !differs(pass.capture().vehicleClass(), other.vehicleClass());
    }
}
