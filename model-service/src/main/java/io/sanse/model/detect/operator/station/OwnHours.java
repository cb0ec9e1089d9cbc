package io.sanse.model.detect.operator.station;

import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The hours of a station, one after the other, and the holes between them. */
final class OwnHours {
    static final long HOUR_MS = 3_600_000;

    private final Question question;
    private final StationFacts facts;
    private final List<HourReading> hours;

    OwnHours(Question question) {
        this.question = question;
        this.facts = (StationFacts) question.facts();
        this.hours = facts.readings().stream()
                .filter(reading -> reading.station().equals(facts.station()))
                .sorted(Comparator.comparingLong(HourReading::hour))
                .toList();
    }

    StationFacts facts() {
        return facts;
    }

    /** Hours that are not settled. */
    List<HourReading> open() {
        return hours.subList(first(facts.judgedFrom()), hours.size());
    }

    /** Hours from a time until another, both included, ms. */
    List<HourReading> between(long from, long until) {
        int first = first(from);
        int last = first;
        while (last < hours.size() && hours.get(last).hour() <= until) {
            last++;
        }
        return hours.subList(first, last);
    }

    /** Place of the first hour that is not before a time, ms. */
    private int first(long from) {
        int first = hours.size();
        while (first > 0 && hours.get(first - 1).hour() >= from) {
            first--;
        }
        return first;
    }

    /**
     * Tells when nothing more is known, because the next hour is missing for longer than one waits for it.
     *
     * @param reading the hour before
     * @param over is told since when
     * @return when to look again, or null
     */
    Wake afterHole(HourReading reading, Consumer<Long> over) {
        long until = reading.hour() + HOUR_MS + question.parameters().ms("patience");
        int next = first(reading.hour()) + 1;
        boolean known = next < hours.size();
        long shown = question.clocks().show(reading.feed(), Hand.RUNNING);
        if (known ? hours.get(next).hour() > until : until <= shown) {
            over.accept(until);
        }
        return known || until <= shown ? null : new Wake(reading.feed(), Hand.RUNNING, until);
    }

    /** About the station, where it stands. */
    Finding finding(long from) {
        Finding finding = new Finding(from).names("station", Labels.station(question.world(), facts.station()));
        Entry<Details.Station> station = question.world().station(facts.station());
        return station == null
                ? finding
                : finding.at(station.details().location(), station.details().division())
                        .refers("station:" + station.id(), station.version());
    }
}
