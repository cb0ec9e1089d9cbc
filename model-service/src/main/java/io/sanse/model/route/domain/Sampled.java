package io.sanse.model.route.domain;

import io.sanse.contract.GeoPoint;
import io.sanse.model.detect.world.RoadLine;
import java.util.ArrayList;
import java.util.List;

/** A path with points on it at equal distances, for saying how much of it lies near another. */
final class Sampled {
    private static final double STEP_M = 50;

    private final RoadLine line;
    private final List<GeoPoint> points = new ArrayList<>();

    /** @param path at least two points */
    Sampled(List<GeoPoint> path) {
        line = new RoadLine(path);
        points.add(path.get(0));
        for (int i = 1; i < path.size(); i++) {
            GeoPoint from = path.get(i - 1);
            GeoPoint to = path.get(i);
            int steps = (int) Math.ceil(from.distanceM(to) / STEP_M);
            for (int step = 1; step <= steps; step++) {
                double share = (double) step / steps;
                points.add(new GeoPoint(
                        from.longitude() + share * (to.longitude() - from.longitude()),
                        from.latitude() + share * (to.latitude() - from.latitude())));
            }
        }
    }

    /** The share of this path, 0–1, that lies at most so far from another. */
    double shareNear(Sampled other, double metres) {
        long near = points.stream()
                .filter(point -> other.line.distanceM(point.longitude(), point.latitude()) <= metres)
                .count();
        return (double) near / points.size();
    }
}
