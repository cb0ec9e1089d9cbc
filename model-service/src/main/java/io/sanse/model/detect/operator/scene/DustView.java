package io.sanse.model.detect.operator.scene;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.Minute;
import io.sanse.model.detect.fact.SightingBook;
import io.sanse.model.detect.operator.Upwind;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.world.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the stations around a fire that was sighted measured before and after. */
final class DustView {
    private static final double METRES_PER_KM = 1_000;
    private static final long WIND_HOLDS_MS = Duration.ofHours(1).toMillis();

    private final Question question;
    private final List<Minute> minutes;
    private final Observation sighting;

    /**
     * Some minutes behind a sighting against the time before it.
     *
     * @param minute the reading
     * @param factor its code
     * @param value what was measured, µg/m³
     * @param before the median before, µg/m³
     * @param downwind whether the wind blows from the fire to the station
     */
    record Rise(Minute minute, String factor, double value, double before, boolean downwind) {
        double times() {
            return value / before;
        }
    }

    /** @param minutes of all stations of the site, sorted by time */
    DustView(Question question, List<Minute> minutes, Observation sighting) {
        this.question = question;
        this.minutes = minutes;
        this.sighting = sighting;
    }

    /** What the stations within reach measured within the span behind the sighting, by time. */
    List<Rise> rises() {
        long from = SightingBook.at(sighting);
        long until = from + parameters().ms("within");
        List<Rise> rises = new ArrayList<>();
        for (Minute minute : minutes) {
            if (minute.at() >= from && minute.at() <= until && isInReach(minute)) {
                parameters().texts("factors").stream()
                        .map(factor -> rise(minute, factor))
                        .filter(Objects::nonNull)
                        .forEach(rises::add);
            }
        }
        return rises;
    }

    private boolean isInReach(Minute minute) {
        GeoPoint place = place(minute);
        return place != null
                && place.distanceM(sighting.location()) <= parameters().number("reach") * METRES_PER_KM;
    }

    private GeoPoint place(Minute minute) {
        Entry<Details.Station> station = question.world().station(minute.station());
        return station == null ? null : station.details().location();
    }

    private Rise rise(Minute minute, String factor) {
        Double value = minute.values().get(factor);
        List<Double> history = before(minute.station()).stream()
                .map(earlier -> earlier.values().get(factor))
                .filter(Objects::nonNull)
                .toList();
        boolean enough = value != null && history.size() >= parameters().count("minMinutes");
        double before = enough ? Median.of(history) : 0;
        return before > 0 ? new Rise(minute, factor, value, before, isDownwind(minute)) : null;
    }

    /** The minutes of a station that a rise is measured against. */
    List<Minute> before(String station) {
        long from = SightingBook.at(sighting);
        return minutes.stream()
                .filter(minute -> minute.station().equals(station)
                        && minute.at() < from
                        && minute.at() >= from - parameters().ms("history"))
                .toList();
    }

    /** By the last wind that the station has measured; where it is calm or not known nobody can tell. */
    private boolean isDownwind(Minute minute) {
        Minute windy = minutes.stream()
                .filter(one -> one.station().equals(minute.station())
                        && one.at() <= minute.at()
                        && one.at() > minute.at() - WIND_HOLDS_MS
                        && Upwind.direction(one.values(), parameters().number("calmBelow")) != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (windy == null) {
            return false;
        }
        double from = Upwind.direction(windy.values(), parameters().number("calmBelow"));
        return Upwind.turn(Upwind.bearing(place(minute), sighting.location()), from)
                <= parameters().number("angle");
    }

    private Parameters parameters() {
        return question.parameters();
    }
}
