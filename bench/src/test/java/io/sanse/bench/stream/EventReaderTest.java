package io.sanse.bench.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A peer behind a topic sees what a peer is given that is fed directly. */
class EventReaderTest {
    private static final int HOURS = 5;

    @Test
    void observationsMakeTheEventsOfTheStream() {
        City city = new City(60);
        Stream stream = StreamMaker.punctual(city, HOURS);
        assertEquals(direct(new Events(stream, city)), read(new Observations(stream, city), new EventReader(city)));
    }

    private static List<String> direct(Events events) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            add(events.event(i), all);
        }
        return all.stream().sorted().toList();
    }

    private static List<String> read(Observations observations, EventReader reader) {
        List<String> all = new ArrayList<>();
        for (int first = 0; first < observations.size(); first += Observations.FRAME) {
            for (Observation observation : observations.frame(first)) {
                boolean told = observation.subject().type() == SubjectType.FEED;
                if (!told && !(observation.payload() instanceof Reading)) {
                    add(reader.event(observation), all);
                }
            }
        }
        return all.stream().sorted().toList();
    }

    /** What no rule asks for is left out of both. */
    private static void add(Event event, List<String> all) {
        if (!event.is(Sort.MINUTE) && !event.is(Sort.HOUR)) {
            all.add(event.sort + " " + event.at + ' ' + event.key + ' ' + event.zone + ' ' + event.allowed + ' '
                    + event.closed + ' ' + (event.closed && event.truck) + ' ' + event.night + ' ' + event.step + ' '
                    + event.value);
        }
    }
}
