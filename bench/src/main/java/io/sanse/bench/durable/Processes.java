package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.CpuTimes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who takes CPU time in a run. */
final class Processes {
    static final String ENGINE = "engine";
    static final String BROKER = "broker";
    static final String LOAD = "load";

    private Processes() {}

    /** What each has used by now. */
    static CpuTimes cpu(ChildJvm engine, Broker broker) {
        Map<String, ProcessHandle> handles = new LinkedHashMap<>();
        handles.put(ENGINE, engine.handle());
        handles.put(BROKER, broker.handle());
        handles.put(LOAD, ProcessHandle.current());
        return CpuTimes.of(handles);
    }
}
