package io.sanse.bench.stream;

import io.sanse.contract.Nights;
import io.sanse.model.detect.world.Zone;

/** The stream as the peers get it: sorted by event time, with the zone already found, one event after the other. */
public final class Events {
    private final Stream stream;
    private final City city;
    private final int[] order;
    private final String[] plates;

    public Events(Stream stream, City city) {
        this.stream = stream;
        this.city = city;
        this.order = stream.byEvent();
        plates = new String[city.vehicles() + city.vehicles() / StreamMaker.STRANGERS_PER_VEHICLES];
        for (int i = 0; i < plates.length; i++) {
            plates[i] = City.plate(i);
        }
    }

    public int size() {
        return order.length;
    }

    public Event event(int number) {
        int index = order[number];
        Event event = new Event();
        Sort sort = stream.sort(index);
        event.sort = sort.ordinal();
        event.at = stream.at(index);
        event.value = stream.value(index);
        event.zone = "";
        event.key = key(index, sort);
        if (sort == Sort.POSITION || sort == Sort.CAPTURE) {
            place(index, sort, event);
        } else if (sort == Sort.STEP || sort == Sort.PAPER) {
            event.step = stream.step(index);
        }
        return event;
    }

    private String key(int index, Sort sort) {
        return switch (sort) {
            case POSITION, CAPTURE, PAPER -> plates[stream.subject(index)];
            case STEP -> Observations.number(stream.subject(index));
            case MINUTE, HOUR -> "S" + stream.subject(index);
            case PROGRESS -> throw new IllegalStateException("progress is no event");
        };
    }

    private void place(int index, Sort sort, Event event) {
        Zone zone = city.zoneAt(stream.longitude(index), stream.latitude(index));
        if (zone != null) {
            event.zone = zone.id();
            event.allowed = Rules.STAYS.getOrDefault(zone.type(), 0L);
        }
        if (sort == Sort.CAPTURE) {
            event.closed = zone != null && zone.type().equals("restricted");
            event.truck = City.isTruck(stream.subject(index));
            event.night = event.closed && Nights.contains(event.at);
        }
    }

    /** What only making the events costs. */
    public void makeAll() {
        long kept = 0;
        for (int i = 0; i < order.length; i++) {
            kept += event(i).at;
        }
        if (kept == 0) {
            throw new IllegalStateException("nothing was made");
        }
    }
}
