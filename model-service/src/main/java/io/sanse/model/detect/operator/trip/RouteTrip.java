package io.sanse.model.detect.operator.trip;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.world.KnownRoute;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a manifest from its generator to its receiver.
 *
 * @param manifest picked up
 * @param routes of the two firms; none: nothing is known of where it may go
 * @param generatorZones premises of the generator
 * @param receiverZones premises of the receiver
 * @param from when it was picked up, ms
 * @param until when it was received or ended, or has taken so long that nothing is judged any more, ms
 */
record RouteTrip(
        Manifest manifest,
        List<KnownRoute> routes,
        List<Zone> generatorZones,
        List<Zone> receiverZones,
        long from,
        long until) {

    /** All that were picked up, by number. */
    static List<RouteTrip> all(Question question) {
        List<RouteTrip> trips = new ArrayList<>();
        for (Manifest manifest : ((VehicleFacts) question.facts()).manifests()) {
            Observation left = manifest.first(Step.PICKED_UP);
            if (left != null) {
                trips.add(of(question, manifest, left.observedAt().toEpochMilli()));
            }
        }
        return trips;
    }

    private static RouteTrip of(Question question, Manifest manifest, long left) {
        World world = question.world();
        String generator = manifest.known(ManifestStep::generator);
        String receiver = manifest.known(ManifestStep::receiver);
        return new RouteTrip(
                manifest,
                world.routes(generator, receiver),
                world.zonesOf(generator),
                world.zonesOf(receiver),
                left,
                Math.min(manifest.closedAt(), left + question.parameters().ms("longest")));
    }

    /** Whether its routes are known from closed trips only. */
    boolean isLearnt() {
        return routes.stream().allMatch(KnownRoute::learnt);
    }

    boolean covers(long at) {
        return at >= from && at < until;
    }

    /** Metres that a place lies off the way: nothing on the premises of the two firms and near the ends of a route. */
    double strayedM(Fix fix, double nearEnds) {
        if (isAt(generatorZones, fix) || isAt(receiverZones, fix)) {
            return 0;
        }
        double nearest = Double.MAX_VALUE;
        for (KnownRoute route : routes) {
            boolean atEnd = route.line().distanceToEndsM(fix.longitude(), fix.latitude()) <= nearEnds;
            nearest = atEnd ? 0 : Math.min(nearest, route.line().distanceM(fix.longitude(), fix.latitude()));
        }
        return routes.isEmpty() ? 0 : nearest;
    }

    /** Whether it has come to the receiver: what it does then is no part of the trip, whenever somebody notes that it came. */
    boolean isAtReceiver(Fix fix) {
        return isAt(receiverZones, fix);
    }

    private static boolean isAt(List<Zone> zones, Fix fix) {
        return zones.stream().anyMatch(zone -> zone.ring().contains(fix.longitude(), fix.latitude()));
    }
}
