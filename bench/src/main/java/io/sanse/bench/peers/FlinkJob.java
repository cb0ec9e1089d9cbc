package io.sanse.bench.peers;

import io.sanse.bench.stream.Event;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A way to write the five rules for Flink. */
interface FlinkJob {
    /** One function with timers for everything, as one would write it who cares for speed. */
    FlinkJob KEYED_FUNCTION =
            events -> events.keyBy(event -> event.key).process(new FlinkRules()).returns(Types.STRING);

    /** Answers with their moments, as {@link FlinkRules} writes them. */
    DataStream<String> answers(DataStream<Event> events);
}
