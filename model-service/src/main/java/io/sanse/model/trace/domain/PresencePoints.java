package io.sanse.model.trace.domain;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.model.detect.parameter.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an occasion is worth by itself: seen inside or only possible, how long, at night, driven through. */
public final class PresencePoints {
    private static final long NIGHT_STEP_MS = Duration.ofHours(1).toMillis();

    private final Parameters parameters;

    public PresencePoints(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The likeliest of a vehicle's occasions, at least one: the first of those with the most points. */
    public Occasion likeliest(List<Occasion> occasions) {
        return occasions.stream().max(Comparator.comparingDouble(this::sum)).orElseThrow();
    }

    public double sum(Occasion occasion) {
        return of(occasion).stream().mapToDouble(TraceBackEvidence::points).sum();
    }

    List<TraceBackEvidence> of(Occasion occasion) {
        List<TraceBackEvidence> points = new ArrayList<>();
        if (occasion.seenInside()) {
            points.add(inside(occasion));
            if (drovePast(occasion)) {
                points.add(evidence(
                        "drove-past",
                        -parameters.count("drovePast"),
                        new LocalizedText("行驶中经过，未见停留", "drove through, was not seen to stop"),
                        occasion));
            }
        } else {
            points.add(reachable(occasion));
        }
        if (touchesNight(occasion)) {
            points.add(evidence(
                    "night", parameters.count("night"), new LocalizedText("时段在夜间", "it was at night"), occasion));
        }
        return points;
    }

    private TraceBackEvidence inside(Occasion occasion) {
        double stay = parameters.count("stay") * stayShare(occasion);
        return evidence(
                "inside",
                parameters.count("inside") + stay,
                new LocalizedText(
                        "范围内有 %d 次定位或抓拍，历时 %d 分钟".formatted(occasion.inside().size(), minutes(occasion.stayMs())),
                        "seen inside %d times within %d min"
                                .formatted(occasion.inside().size(), minutes(occasion.stayMs()))),
                occasion);
    }

    private TraceBackEvidence reachable(Occasion occasion) {
        double certainty = Math.min(1, (double) parameters.ms("shortUnseen") / occasion.unseenMs());
        double points = (parameters.count("reachable") + parameters.count("stay")) * stayShare(occasion) * certainty;
        return evidence(
                "reachable",
                points,
                new LocalizedText(
                        "%d 分钟无定位，其间可到达并最多停留 %d 分钟".formatted(minutes(occasion.unseenMs()), minutes(occasion.stayMs())),
                        "not seen for %d min; could have come and stayed for %d min at most"
                                .formatted(minutes(occasion.unseenMs()), minutes(occasion.stayMs()))),
                occasion);
    }

    private double stayShare(Occasion occasion) {
        return Math.min(1, (double) occasion.stayMs() / parameters.ms("longStay"));
    }

    private boolean drovePast(Occasion occasion) {
        double slowest = parameters.number("driveSpeed") * 10;
        return occasion.stayMs() < parameters.ms("driveTime")
                && occasion.inside().stream().allMatch(sight -> sight.speed() >= slowest);
    }

    private static boolean touchesNight(Occasion occasion) {
        for (long at = occasion.from(); at < occasion.until(); at += NIGHT_STEP_MS) {
            if (Nights.contains(at)) {
                return true;
            }
        }
        return Nights.contains(occasion.until());
    }

    private static long minutes(long ms) {
        return Duration.ofMillis(ms).toMinutes();
    }

    private static TraceBackEvidence evidence(String rule, double points, LocalizedText text, Occasion occasion) {
        GeoPoint where = occasion.seenInside() ? occasion.inside().get(0).location() : null;
        return new TraceBackEvidence(rule, points, text, Instant.ofEpochMilli(occasion.from()), where);
    }
}
