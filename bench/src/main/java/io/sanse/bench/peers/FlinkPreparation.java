package io.sanse.bench.peers;

import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Sort;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * What patterns cannot say of a vehicle: whether a report is the first in its zone, how many manifests it carries, and restricted passages, since a pattern that has
 * matched does not know that the trip goes on.
 */
final class FlinkPreparation extends KeyedProcessFunction<String, Event, Event> {
    /** Restricted passages, as {@link FlinkRules} writes them. */
    static final OutputTag<String> PASSAGES = new OutputTag<>("passages") {};

    /** What is known of a vehicle. */
    public static final class Known {
        public String zone = "";
        public int carried;
        public PassageRule passage = new PassageRule();
    }

    private transient ValueState<Known> state;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Known.class));
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) throws Exception {
        Known known = state.value();
        if (known == null) {
            known = new Known();
            state.update(known);
        }
        if (event.is(Sort.CAPTURE)) {
            if (event.closed && event.truck) {
                known.passage.on(event, (answer, moment) -> context.output(PASSAGES, answer + " " + moment));
            }
            return;
        }
        if (event.is(Sort.PAPER)) {
            known.carried += event.step == Event.PICKED_UP ? 1 : -1;
        } else {
            event.entered = !event.zone.equals(known.zone);
            known.zone = event.zone;
        }
        event.carried = known.carried;
        out.collect(event);
    }
}
