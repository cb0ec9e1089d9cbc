package io.sanse.bench.durable.flink;

import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.EventReader;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;

/** The frames of {@code observations} as events. */
final class FrameEvents implements DeserializationSchema<Event> {
    private static final long serialVersionUID = 1;

    private transient EventReader reader;

    @Override
    public void open(InitializationContext context) {
        reader = new EventReader(new City(0));
    }

    @Override
    public Event deserialize(byte[] frame) {
        throw new UnsupportedOperationException("a frame holds several events");
    }

    @Override
    public void deserialize(byte[] frame, Collector<Event> out) {
        for (Observation observation : ObservationFrames.decode(frame).observations()) {
            out.collect(reader.event(observation));
        }
    }

    @Override
    public boolean isEndOfStream(Event event) {
        return false;
    }

    @Override
    public TypeInformation<Event> getProducedType() {
        return TypeInformation.of(Event.class);
    }
}
