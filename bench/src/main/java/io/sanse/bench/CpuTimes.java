package io.sanse.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CPU time that each process has used.
 *
 * @param byProcess name to CPU time so far
 */
public record CpuTimes(Map<String, Duration> byProcess) {
    public static CpuTimes of(Map<String, ProcessHandle> processes) {
        Map<String, Duration> times = new LinkedHashMap<>();
        processes.forEach((name, process) -> times.put(name, time(process)));
        return new CpuTimes(times);
    }

    private static Duration time(ProcessHandle process) {
        Supplier<IllegalStateException> unknown = () -> new IllegalStateException("no CPU time of " + process.pid());
        return process.info().totalCpuDuration().orElseThrow(unknown);
    }

    /** Microseconds of CPU per observation and process between an earlier reading and this one. */
    public Map<String, Double> microsPer(long observations, CpuTimes earlier) {
        Map<String, Double> micros = new LinkedHashMap<>();
        byProcess.forEach((name, time) ->
                micros.put(name, time.minus(earlier.byProcess.get(name)).toNanos() / 1e3 / observations));
        return micros;
    }

    /** Cores that all processes together have kept busy between an earlier reading and this one. */
    public double cores(Duration length, CpuTimes earlier) {
        Duration all = byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
        Duration before = earlier.byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
        return (double) all.minus(before).toNanos() / length.toNanos();
    }
}
