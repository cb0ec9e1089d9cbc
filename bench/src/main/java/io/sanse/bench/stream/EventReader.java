package io.sanse.bench.stream;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.model.detect.world.Zone;

/** Makes events of observations, for a peer that gets the same frames as Sanse does: finds the zone and leaves out what no rule asks for. */
public final class EventReader {
    private final City city;

    public EventReader(City city) {
        this.city = city;
    }

    public Event event(Observation observation) {
        Event event = new Event();
        Sort sort = sort(observation);
        event.sort = sort.ordinal();
        event.at = observation.observedAt().toEpochMilli();
        event.key = observation.subject().id();
        event.zone = "";
        if (sort == Sort.POSITION || sort == Sort.CAPTURE) {
            place(observation, sort, event);
        } else if (observation.payload() instanceof ManifestStep step) {
            boolean pickedUp = step.step() == ManifestStep.Step.PICKED_UP;
            event.step = pickedUp ? Event.PICKED_UP : Event.RECEIVED;
            event.value = pickedUp ? step.sentTonnes() : step.receivedTonnes();
        }
        return event;
    }

    private static Sort sort(Observation observation) {
        if (observation.payload() instanceof Position) {
            return Sort.POSITION;
        }
        if (observation.payload() instanceof Capture) {
            return Sort.CAPTURE;
        }
        if (observation.payload() instanceof ManifestStep) {
            return observation.subject().type() == SubjectType.MANIFEST ? Sort.STEP : Sort.PAPER;
        }
        return observation.payload() instanceof Progress ? Sort.PROGRESS : Sort.MINUTE;
    }

    private void place(Observation observation, Sort sort, Event event) {
        GeoPoint location = observation.location();
        Zone zone = city.zoneAt(location.longitude(), location.latitude());
        if (zone != null) {
            event.zone = zone.id();
            event.allowed = Rules.STAYS.getOrDefault(zone.type(), 0L);
        }
        if (sort == Sort.CAPTURE) {
            event.closed = zone != null && zone.type().equals("restricted");
            event.truck = City.TRUCK.equals(((Capture) observation.payload()).vehicleClass());
            event.night = event.closed && Nights.contains(event.at);
        }
    }
}
