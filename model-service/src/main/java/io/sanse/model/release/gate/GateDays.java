package io.sanse.model.release.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.sanse.contract.Nights;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult.DetectionCount;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateDay;
import io.sanse.contract.service.ModelVersion.GateDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a version finds on each day of its gate: a mean hides the day on which it would have flooded the desks. */
final class GateDays {
    private GateDays() {}

    /** @param job that is done; days without any alert are days, too */
    static List<GateDay> of(ModelVersion version, BacktestJob job) {
        Instant first = job.result().played().first();
        if (first == null) {
            return List.of();
        }
        Map<LocalDate, List<DetectionCount>> found = job.result().counts().stream()
                .filter(count -> count.model().equals(version.model()) && count.version() == version.version())
                .collect(groupingBy(DetectionCount::day));
        Instant from = first.isAfter(job.from()) ? first : job.from();
        LocalDate end = day(job.until().minusMillis(1)).plusDays(1);
        return day(from)
                .datesUntil(end)
                .map(day -> day(day, found.getOrDefault(day, List.of())))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Nights.ZONE);
    }

    private static GateDay day(LocalDate day, List<DetectionCount> counts) {
        Map<String, Integer> districts = counts.stream()
                .collect(groupingBy(DetectionCount::district, TreeMap::new, summingInt(DetectionCount::raised)));
        return new GateDay(
                day,
                districts.values().stream().mapToInt(Integer::intValue).sum(),
                districts.entrySet().stream()
                        .map(one -> new GateDistrict(one.getKey(), one.getValue()))
                        .toList());
    }
}
