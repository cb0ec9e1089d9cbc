package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/** The city's roads: junctions at the towns' centres, roads with a bend between neighbouring towns, shortest ways over them. */
final class RoadNetwork {
    private static final double ROAD_KMH = 52;
    private static final double TRACK_KMH = 18;
    private static final Town[][] NEIGHBOURS = {
        {Town.DONGCHENG, Town.XICHENG}, {Town.DONGCHENG, Town.JIANGNAN}, {Town.XICHENG, Town.JIANGNAN},
        {Town.DONGCHENG, Town.ZHIYING}, {Town.DONGCHENG, Town.XIANGZHU}, {Town.XICHENG, Town.HUAJIE},
        {Town.JIANGNAN, Town.SHIZHU}, {Town.JIANGNAN, Town.QIANCANG}, {Town.QIANCANG, Town.ZHOUSHAN},
        {Town.SHIZHU, Town.ZHOUSHAN}, {Town.SHIZHU, Town.ZHIYING}, {Town.ZHIYING, Town.GUSHAN},
        {Town.ZHIYING, Town.FANGYAN}, {Town.GUSHAN, Town.FANGYAN}, {Town.GUSHAN, Town.LONGSHAN},
        {Town.GUSHAN, Town.XIXI}, {Town.LONGSHAN, Town.XIANGZHU}, {Town.LONGSHAN, Town.TANGXIAN},
        {Town.XIANGZHU, Town.TANGXIAN}, {Town.XIANGZHU, Town.HUAJIE}
    };

    private final List<Road> roads = new ArrayList<>();
    private final double[][] lengths;
    private final int[][] firstRoad;

    RoadNetwork() {
        int junctions = Town.values().length;
        for (int i = 0; i < NEIGHBOURS.length; i++) {
            roads.add(bent(NEIGHBOURS[i][0], NEIGHBOURS[i][1], i));
        }
        lengths = new double[junctions][junctions];
        firstRoad = new int[junctions][junctions];
        measure(junctions);
    }

    private static Road bent(Town from, Town to, int number) {
        double bend = (number % 2 == 0 ? 1 : -1) * (0.05 + 0.02 * (number % 3));
        double east = Plane.eastM(from.centre(), to.centre());
        double north = Plane.northM(from.centre(), to.centre());
        GeoPoint first = Plane.moved(from.centre(), east / 3 - north * bend, north / 3 + east * bend);
        GeoPoint second = Plane.moved(from.centre(), east * 2 / 3 - north * bend / 2, north * 2 / 3 + east * bend / 2);
        return new Road(from.ordinal(), to.ordinal(), List.of(from.centre(), first, second, to.centre()));
    }

    /** Shortest ways between all junctions (Floyd and Warshall). */
    private void measure(int junctions) {
        for (int i = 0; i < junctions; i++) {
            for (int j = 0; j < junctions; j++) {
                lengths[i][j] = i == j ? 0 : Double.POSITIVE_INFINITY;
            }
        }
        for (int number = 0; number < roads.size(); number++) {
            Road road = roads.get(number);
            lengths[road.from()][road.to()] = lengths[road.to()][road.from()] = road.lengthM();
            firstRoad[road.from()][road.to()] = firstRoad[road.to()][road.from()] = number;
        }
        for (int by = 0; by < junctions; by++) {
            for (int from = 0; from < junctions; from++) {
                for (int to = 0; to < junctions; to++) {
                    shortenBy(by, from, to);
                }
            }
        }
    }

    private void shortenBy(int by, int from, int to) {
        if (lengths[from][by] + lengths[by][to] < lengths[from][to]) {
            lengths[from][to] = lengths[from][by] + lengths[by][to];
            firstRoad[from][to] = firstRoad[from][by];
        }
    }

    List<Road> roads() {
        return roads;
    }

    /** The shortest way from one place to another, tracks at both ends included. */
    Route route(Access from, Access to) {
        List<GeoPoint> way = from.road() == to.road() ? from.road().between(from.metres(), to.metres()) : way(from, to);
        List<Route.Stretch> stretches = new ArrayList<>();
        stretches.add(new Route.Stretch(from.gate(), from.turning(), TRACK_KMH));
        for (int i = 1; i < way.size(); i++) {
            stretches.add(new Route.Stretch(way.get(i - 1), way.get(i), ROAD_KMH));
        }
        stretches.add(new Route.Stretch(to.turning(), to.gate(), TRACK_KMH));
        return new Route(stretches);
    }

    private List<GeoPoint> way(Access from, Access to) {
        int leave = from.road().from();
        int enter = to.road().from();
        for (int out : List.of(from.road().from(), from.road().to())) {
            for (int in : List.of(to.road().from(), to.road().to())) {
                if (lengthM(from, out, in, to) < lengthM(from, leave, enter, to)) {
                    leave = out;
                    enter = in;
                }
            }
        }
        List<GeoPoint> way = new ArrayList<>(from.road().between(from.metres(), metresOf(from.road(), leave)));
        for (int at = leave; at != enter; ) {
            Road road = roads.get(firstRoad[at][enter]);
            int next = road.from() == at ? road.to() : road.from();
            way.addAll(road.between(metresOf(road, at), metresOf(road, next)));
            at = next;
        }
        way.addAll(to.road().between(metresOf(to.road(), enter), to.metres()));
        return way;
    }

    private double lengthM(Access from, int leave, int enter, Access to) {
        return Math.abs(from.metres() - metresOf(from.road(), leave))
                + lengths[leave][enter]
                + Math.abs(to.metres() - metresOf(to.road(), enter));
    }

    private static double metresOf(Road road, int junction) {
        return road.from() == junction ? 0 : road.lengthM();
    }
}
