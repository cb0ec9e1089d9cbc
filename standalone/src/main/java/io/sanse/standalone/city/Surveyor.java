package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds room for places along the roads, so that no place touches another place, another's track or any road but by its own track: a truck on its way is
 * never inside a zone that it does not visit.
 */
final class Surveyor {
    private static final long SEED = 330784;
    private static final double SLOT_M = 330;
    private static final double JUNCTION_M = 450;
    private static final double GAP_M = 60;

    private record Slot(Road road, double metres, int side) {
        Access access(double setbackM) {
            GeoPoint turning = road.at(metres);
            GeoPoint behind = road.at(metres - 1);
            double east = Plane.eastM(behind, turning);
            double north = Plane.northM(behind, turning);
            double length = Math.hypot(east, north);
            GeoPoint gate = Plane.moved(turning, side * setbackM * north / length, -side * setbackM * east / length);
            return new Access(road, metres, gate);
        }
    }

    private final RoadNetwork network;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Place> placed = new ArrayList<>();

    Surveyor(RoadNetwork network) {
        this.network = network;
        for (Road road : network.roads()) {
            for (double metres = JUNCTION_M; metres < road.lengthM() - JUNCTION_M; metres += SLOT_M) {
                slots.add(new Slot(road, metres, 1));
                slots.add(new Slot(road, metres, -1));
            }
        }
        shuffle(new SplittableRandom(SEED));
    }

    private void shuffle(SplittableRandom random) {
        for (int i = slots.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Slot other = slots.get(j);
            slots.set(j, slots.get(i));
            slots.set(i, other);
        }
    }

    /** Places so many of a kind, numbered from {@code first}. */
    List<Place> place(PlaceKind kind, int first, int count) {
        List<Place> places = new ArrayList<>();
        for (Iterator<Slot> free = slots.iterator(); free.hasNext() && places.size() < count; ) {
            Place candidate = Place.at(kind, first + places.size(), free.next().access(kind.setbackM()));
            if (hasRoom(candidate)) {
                free.remove();
                placed.add(candidate);
                places.add(candidate);
            }
        }
        if (places.size() < count) {
            throw new IllegalStateException("the city has no room for " + count + " of " + kind);
        }
        return places;
    }

    private boolean hasRoom(Place candidate) {
        double radius = candidate.kind().radiusM();
        boolean clearOfRoads = network.roads().stream()
                .allMatch(road -> road.distanceM(candidate.middle())
                        > Math.min(radius + GAP_M, candidate.kind().setbackM() - 1));
        return clearOfRoads && placed.stream().allMatch(other -> clear(candidate, other) && clear(other, candidate));
    }

    /** Whether one place's zone stays clear of another's track and, since a track ends in the middle, of its zone. */
    private static boolean clear(Place place, Place other) {
        double toTrack = Plane.distanceToSegmentM(
                place.middle(), other.access().turning(), other.access().gate());
        double toMiddle = Plane.distanceM(place.middle(), other.middle());
        return toTrack > place.kind().radiusM() + GAP_M
                && toMiddle > place.kind().radiusM() + other.kind().radiusM() + GAP_M;
    }
}
