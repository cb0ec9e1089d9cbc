package io.sanse.ingest.http.item;

import io.sanse.contract.GeoPoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Outer rings of areas: at least three corners, no edge touches another but at the corner between them. */
final class Rings {
    /** An edge from one corner to the next, numbered by its first. */
    private record Edge(int number, GeoPoint from, GeoPoint to) {
        double west() {
            return Math.min(from.longitude(), to.longitude());
        }

        double east() {
            return Math.max(from.longitude(), to.longitude());
        }

        double south() {
            return Math.min(from.latitude(), to.latitude());
        }

        double north() {
            return Math.max(from.latitude(), to.latitude());
        }
    }

    private Rings() {}

    /**
     * The ring without a repeated first point at its end.
     *
     * @throws IllegalArgumentException when it is no simple ring
     */
    static List<GeoPoint> simple(List<GeoPoint> points) {
        boolean closed = points.size() > 1 && points.get(0).equals(points.get(points.size() - 1));
        List<GeoPoint> ring = List.copyOf(closed ? points.subList(0, points.size() - 1) : points);
        if (ring.size() < 3) {
            throw new IllegalArgumentException("needs at least three points");
        }
        requireSimple(ring);
        return ring;
    }

    private static void requireSimple(List<GeoPoint> ring) {
        List<Edge> edges = IntStream.range(0, ring.size())
                .mapToObj(i -> new Edge(i, ring.get(i), ring.get((i + 1) % ring.size())))
                .sorted(Comparator.comparingDouble(Edge::west))
                .toList();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (edge.from().equals(edge.to())) {
                throw new IllegalArgumentException("repeats its point " + edge.number());
            }
            for (int j = i + 1; j < edges.size() && edges.get(j).west() <= edge.east(); j++) {
                requireApart(edge, edges.get(j), ring.size());
            }
        }
    }

    private static void requireApart(Edge a, Edge b, int corners) {
        if (a.south() > b.north() || b.south() > a.north()) {
            return;
        }
        boolean aThenB = (a.number() + 1) % corners == b.number();
        boolean bThenA = (b.number() + 1) % corners == a.number();
        boolean clash = aThenB ? folds(a, b) : bThenA ? folds(b, a) : cross(a, b);
        if (clash) {
            throw new IllegalArgumentException(
                    "crosses or touches itself at its points " + a.number() + " and " + b.number());
        }
    }

    /** Whether the second edge runs back over the first. */
    private static boolean folds(Edge first, Edge second) {
        double along = (first.to().longitude() - first.from().longitude())
                        * (second.to().longitude() - second.from().longitude())
                + (first.to().latitude() - first.from().latitude())
                        * (second.to().latitude() - second.from().latitude());
        return side(first.from(), first.to(), second.to()) == 0 && along < 0;
    }

    private static boolean cross(Edge a, Edge b) {
        int toFrom = side(a.from(), a.to(), b.from());
        int toTo = side(a.from(), a.to(), b.to());
        int backFrom = side(b.from(), b.to(), a.from());
        int backTo = side(b.from(), b.to(), a.to());
        if (toFrom == 0 && toTo == 0) {
            // on one line, and their boxes overlap
            return true;
        }
        return toFrom * toTo <= 0 && backFrom * backTo <= 0;
    }

    /** 1 left of the line, −1 right of it, 0 on it. */
    private static int side(GeoPoint from, GeoPoint to, GeoPoint point) {
        return (int) Math.signum((to.longitude() - from.longitude()) * (point.latitude() - from.latitude())
                - (to.latitude() - from.latitude()) * (point.longitude() - from.longitude()));
    }
}
