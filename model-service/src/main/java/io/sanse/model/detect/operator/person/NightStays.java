package io.sanse.model.detect.operator.person;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.model.detect.fact.NightBook;
import io.sanse.model.detect.fact.Seen;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Stays of vehicles in sensitive zones by night, of each vehicle the first in a zone and night that no manifest covers. A report counts when the vehicle hardly moves; enough of them without a gap, from first to last as long as
 * asked for, are a stay. A picture of a camera in the zone proves more than a report, but not that the vehicle stays: with any other picture or report so much later it does. One of either alone is none.
 */
final class NightStays {
    private final Question question;
    private final NightBook book;
    private final List<String> sensitive;
    private final List<String> exempt;

    /** Which vehicle, where and in which night. */
    private record Spot(Zone zone, long dawn, String plate) {}

    NightStays(Question question, NightBook book) {
        this.question = question;
        this.book = book;
        this.sensitive = question.parameters().texts("sensitiveTypes");
        this.exempt = question.parameters().texts("exemptTypes");
    }

    /** In no order. */
    List<NightStay> of(Predicate<String> plates) {
        Map<Spot, List<Seen>> spots = new LinkedHashMap<>();
        for (Seen one : book.seen()) {
            if (plates.test(one.plate()) && isStanding(one)) {
                for (Zone zone : zones(one.location())) {
                    Spot spot = new Spot(zone, Nights.endOf(one.at()), one.plate());
                    spots.computeIfAbsent(spot, none -> new ArrayList<>()).add(one);
                }
            }
        }
        return spots.entrySet().stream()
                .map(spot -> stay(spot.getKey(), spot.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who only passes through a large zone has not been there. */
    private boolean isStanding(Seen one) {
        Double speed = one.fix() == null ? null : one.fix().position().speedKmh();
        return speed == null || speed <= question.parameters().number("slow");
    }

    private List<Zone> zones(GeoPoint place) {
        List<Zone> there = question.world().zonesAt(place.longitude(), place.latitude());
        return there.stream().anyMatch(zone -> exempt.contains(zone.type()))
                ? List.of()
                : there.stream().filter(zone -> sensitive.contains(zone.type())).toList();
    }

    /** @param times when it was seen there, in order */
    private NightStay stay(Spot spot, List<Seen> times) {
        Parameters limits = question.parameters();
        long least = limits.ms(spot.zone().core() ? "stayCore" : "stay");
        Seen first = null;
        Seen last = null;
        int seen = 0;
        int pictures = 0;
        for (Seen one : times) {
            boolean goesOn = last != null && one.at() - last.at() <= limits.ms("gap");
            first = goesOn ? first : one;
            last = one;
            seen = (goesOn ? seen : 0) + 1;
            pictures = (goesOn ? pictures : 0) + (one.fix() == null ? 1 : 0);
            boolean sure = seen - pictures >= limits.count("confirmations") || pictures > 0 && seen > 1;
            if (sure && one.at() - first.at() >= least && !book.isCovered(spot.plate(), first.at())) {
                return new NightStay(spot.zone(), spot.dawn(), spot.plate(), first, one);
            }
        }
        return null;
    }
}
