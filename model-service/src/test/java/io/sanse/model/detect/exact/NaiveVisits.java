package io.sanse.model.detect.exact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stays, zone by zone, over the complete sorted reports; whole lists instead of a state that goes along. */
public final class NaiveVisits {
    private static final double JITTER_M = 100;
    private static final double SPEED_M_PER_S = 150 / 3.6;
    private static final double MARGIN_M = 30;
    private static final long GAP_S = 600;
    private static final int CONFIRMATIONS = 2;
    private static final int REANCHOR = 5;

    /** A stay, times in s. */
    public record Stay(long enter, long leave, long dwell, long closedAt) {}

    /** A report that is believed; {@code lost} when nothing is known of the way to it. */
    private record Believed(long at, GeoPoint place, boolean lost) {}

    private final List<Believed> believed = new ArrayList<>();

    /** @param sorted reports by time */
    public NaiveVisits(List<Observation> sorted) {
        List<Believed> doubted = new ArrayList<>();
        for (Observation report : sorted) {
            if (report.location() == null) {
                continue;
            }
            Believed one = new Believed(report.observedAt().getEpochSecond(), report.location(), false);
            if (believed.isEmpty() || reaches(believed.get(believed.size() - 1), one)) {
                believed.add(one);
                doubted.clear();
                continue;
            }
            if (!doubted.isEmpty() && !reaches(doubted.get(doubted.size() - 1), one)) {
                doubted.clear();
            }
            doubted.add(one);
            if (doubted.size() == REANCHOR) {
                believed.add(new Believed(one.at(), one.place(), true));
                doubted.clear();
            }
        }
    }

    private static boolean reaches(Believed from, Believed to) {
        double metresPerDegree = 111_195.08;
        double north = (to.place().latitude() - from.place().latitude()) * metresPerDegree;
        double middle = Math.toRadians((to.place().latitude() + from.place().latitude()) / 2);
        double east = (to.place().longitude() - from.place().longitude()) * metresPerDegree * Math.cos(middle);
        return Math.hypot(north, east) <= JITTER_M + SPEED_M_PER_S * (to.at() - from.at());
    }

    /** @param box west, south, east, north */
    public List<Stay> in(double[] box) {
        List<Stay> stays = new ArrayList<>();
        int i = 0;
        while (i < believed.size()) {
            if (!contains(box, believed.get(i).place(), 0)) {
                i++;
                continue;
            }
            i = stay(box, i, stays);
        }
        return stays;
    }

    /** Follows the stay that begins at a report; returns where to look for the next. */
    private int stay(double[] box, int begin, List<Stay> stays) {
        List<Believed> inside = new ArrayList<>(List.of(believed.get(begin)));
        int outside = 0;
        int i = begin + 1;
        while (i < believed.size()) {
            Believed report = believed.get(i);
            boolean confirmed = inside.size() >= CONFIRMATIONS;
            boolean in = contains(box, report.place(), confirmed ? MARGIN_M : 0);
            if (report.lost()) {
                close(inside, report.at(), stays);
                return contains(box, report.place(), 0) ? i : i + 1;
            }
            outside = in ? 0 : outside + 1;
            if (in && !confirmed && report.at() - inside.get(0).at() > GAP_S) {
                inside.clear();
            }
            if (in) {
                inside.add(report);
            } else if (!confirmed || outside == CONFIRMATIONS) {
                close(inside, report.at(), stays);
                return i + 1;
            }
            i++;
        }
        close(inside, 0, stays);
        return i;
    }

    private static void close(List<Believed> inside, long closedAt, List<Stay> stays) {
        if (inside.size() < CONFIRMATIONS) {
            return;
        }
        long dwell = 0;
        for (int i = 1; i < inside.size(); i++) {
            long step = inside.get(i).at() - inside.get(i - 1).at();
            dwell += step <= GAP_S ? step : 0;
        }
        stays.add(new Stay(inside.get(0).at(), inside.get(inside.size() - 1).at(), dwell, closedAt));
    }

    private static boolean contains(double[] box, GeoPoint place, double marginM) {
        double metresPerDegree = 111_195.08;
        double scale = Math.cos(Math.toRadians(place.latitude())) * metresPerDegree;
        double east = Math.max(0, Math.max(box[0] - place.longitude(), place.longitude() - box[2])) * scale;
        double north = Math.max(0, Math.max(box[1] - place.latitude(), place.latitude() - box[3])) * metresPerDegree;
        return Math.hypot(east, north) <= marginM;
    }

    static Set<String> sources() {
        return Set.of("enterprise", "construction");
    }
}
