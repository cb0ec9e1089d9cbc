package io.sanse.model.route.domain;

import io.sanse.contract.GeoPoint;
import io.sanse.model.detect.world.RoadLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Takes points out of a path that lie no farther from the rest of it than allowed (Douglas and Peucker). */
final class Thinning {
    private Thinning() {}

    /** @param path at least two points */
    static List<GeoPoint> thin(List<GeoPoint> path, double allowedM) {
        BitSet kept = new BitSet(path.size());
        kept.set(0);
        kept.set(path.size() - 1);
        Deque<int[]> stretches = new ArrayDeque<>(List.of(new int[] {0, path.size() - 1}));
        while (!stretches.isEmpty()) {
            int[] stretch = stretches.pop();
            int farthest = farthest(path, stretch, allowedM);
            if (farthest >= 0) {
                kept.set(farthest);
                stretches.push(new int[] {stretch[0], farthest});
                stretches.push(new int[] {farthest, stretch[1]});
            }
        }
        List<GeoPoint> thin = new ArrayList<>();
        kept.stream().forEach(at -> thin.add(path.get(at)));
        return thin;
    }

    /** The point of a stretch that lies farthest from the straight line, if that is farther than allowed; else −1. */
    private static int farthest(List<GeoPoint> path, int[] stretch, double allowedM) {
        RoadLine straight = new RoadLine(List.of(path.get(stretch[0]), path.get(stretch[1])));
        double most = allowedM;
        int farthest = -1;
        for (int i = stretch[0] + 1; i < stretch[1]; i++) {
            double off = straight.distanceM(path.get(i).longitude(), path.get(i).latitude());
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        return farthest;
    }
}
