package io.sanse.bench.peers;

import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Sort;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The rules of one subject as Flink keeps and wakes them. A timer that comes too early is set again, which is cheaper than moving it with each report. */
public final class FlinkRules extends KeyedProcessFunction<String, Event, String> {
    private transient ValueState<VehicleRules> vehicles;
    private transient ValueState<ManifestRules> manifests;
    private transient ValueState<Long> timers;

    @Override
    public void open(OpenContext context) {
        vehicles = getRuntimeContext().getState(new ValueStateDescriptor<>("vehicle", VehicleRules.class));
        manifests = getRuntimeContext().getState(new ValueStateDescriptor<>("manifest", ManifestRules.class));
        timers = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Long.class));
    }

    @Override
    public void processElement(Event event, Context context, Collector<String> out) throws Exception {
        if (event.is(Sort.STEP)) {
            ManifestRules rules = manifests.value() == null ? new ManifestRules() : manifests.value();
            rules.on(event, finder(out));
            manifests.update(rules);
            wake(rules.overdueAt(), context);
        } else if (event.is(Sort.POSITION) || event.is(Sort.CAPTURE) || event.is(Sort.PAPER)) {
            VehicleRules known = vehicles.value();
            VehicleRules rules = known == null ? new VehicleRules() : known;
            rules.on(event, finder(out));
            if (known == null) {
                vehicles.update(rules);
            }
            wake(rules.silenceAt(), context);
        }
    }

    private static Finder finder(Collector<String> out) {
        return (answer, moment) -> out.collect(answer + " " + moment);
    }

    private void wake(long at, Context context) throws Exception {
        if (at != Long.MAX_VALUE && timers.value() == null) {
            context.timerService().registerEventTimeTimer(at);
            timers.update(at);
        }
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<String> out) throws Exception {
        timers.clear();
        String key = context.getCurrentKey();
        ManifestRules manifest = manifests.value();
        VehicleRules vehicle = vehicles.value();
        if (manifest != null) {
            manifest.advance(key, now, finder(out));
            wake(manifest.overdueAt(), context);
        }
        if (vehicle != null) {
            vehicle.advance(key, now, finder(out));
            wake(vehicle.silenceAt(), context);
        }
    }
}
