package io.sanse.model.trace.domain;

/**
 * Boxes around everything that a vehicle can have reached between two sights, at any speed of {@link SpeedRange}. What the boxes miss no trace-back finds, so they
 * err to the large side.
 *
 * <p>Between two sights that lie d apart in space and t in time it was inside the ellipse with the sights as foci and v·t as major axis; the half sides of the
 * ellipse's box are √((v·t)² − dy²)/2 and √((v·t)² − dx²)/2 from the middle. Two sights too far apart for the slowest plausible speed may be a jump of which one is
 * wrong: then it was within v·t of the other.
 */
final class ReachBox {
    /** The plane's error over the distances in question. */
    private static final double SAFETY = 1.02;

    private ReachBox() {}

    static Box of(Sight from, Sight to) {
        Box both = Box.of(from).with(Box.of(to));
        double middle = Math.toRadians((both.south() + both.north()) / 2);
        double dx = (both.east() - both.west()) * Box.METRES_PER_DEGREE * Math.cos(middle);
        double dy = (both.north() - both.south()) * Box.METRES_PER_DEGREE;
        long time = to.at() - from.at();
        double farthest = SpeedRange.FASTEST * time * SAFETY + 2 * SpeedRange.LARGEST_ERROR_M;
        double surely = SpeedRange.SLOWEST * time / SAFETY;
        if (dx * dx + dy * dy > surely * surely) {
            return both.grown(farthest, farthest);
        }
        double halfWidth = Math.sqrt(farthest * farthest - dy * dy) / 2;
        double halfHeight = Math.sqrt(farthest * farthest - dx * dx) / 2;
        return both.grown(Math.max(0, halfWidth - dx / 2), Math.max(0, halfHeight - dy / 2));
    }

    /** Around one sight alone. */
    static Box of(Sight sight) {
        return Box.of(sight).grown(SpeedRange.LARGEST_ERROR_M, SpeedRange.LARGEST_ERROR_M);
    }
}
