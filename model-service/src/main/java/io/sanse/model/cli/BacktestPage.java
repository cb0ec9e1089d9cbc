package io.sanse.model.cli;

import io.sanse.contract.Level;
import io.sanse.contract.Nights;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestResult.DetectionCount;
import io.sanse.contract.service.BacktestResult.DifferenceExample;
import io.sanse.contract.service.BacktestResult.Played;
import io.sanse.contract.service.BacktestResult.VersionDifference;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** The result of a backtest, for people at a terminal. */
final class BacktestPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Nights.ZONE);

    private final Consumer<String> out;

    BacktestPage(Consumer<String> out) {
        this.out = out;
    }

    /** Detections by day, level and district, then the blast radius, then what differs. */
    void backtest(BacktestResult result) {
        say("%-28s %-10s %-6s %-10s %7s %9s", "model", "day", "level", "district", "raised", "retracted");
        result.counts().forEach(this::count);
        if (result.counts().isEmpty()) {
            out.accept("no detections");
        }
        out.accept("");
        say(
                "%-28s %-10s %7s %10s %11s %8s",
                "blast radius", "district", "alerts", "alerts/day", "fullest day", "SMS/day");
        result.loads().stream().filter(load -> load.alerts() > 0).forEach(this::load);
        result.differences().forEach(this::difference);
        played(result.played());
    }

    /** What differs, one by one. */
    void diff(BacktestResult result) {
        result.differences().forEach(difference -> {
            difference(difference);
            difference.examples().forEach(this::example);
        });
        played(result.played());
    }

    private void count(DetectionCount count) {
        say(
                "%-28s %-10s %-6s %-10s %7d %9d",
                count.model(), count.day(), count.level().text(), count.district(), count.raised(), count.retracted());
    }

    private void load(AlertLoad load) {
        say(
                "%-28s %-10s %7d %10.1f %11d %8.1f",
                load.model(),
                load.district(),
                load.alerts(),
                load.alertsPerDay(),
                load.mostOnOneDay(),
                load.messagesPerDay());
    }

    private void difference(VersionDifference difference) {
        say(
                "%s: version %s against %s: %d the same, %d at another level, %d more, %d fewer",
                difference.model(),
                version(difference.version()),
                version(difference.otherVersion()),
                difference.same(),
                difference.changed(),
                difference.more(),
                difference.fewer());
    }

    private static String version(Integer version) {
        return version == null ? "none" : version.toString();
    }

    private void example(DifferenceExample example) {
        String sign = example.otherLevel() == null ? "+" : example.level() == null ? "-" : "~";
        say(
                "%s %s %s %s  %s",
                sign,
                TIME.format(example.from()),
                example.subject(),
                levels(example.level(), example.otherLevel()),
                example.text().en());
    }

    private static String levels(Level level, Level other) {
        boolean both = level != null && other != null;
        return both ? other.text() + " -> " + level.text() : (level == null ? other : level).text();
    }

    private void played(Played played) {
        out.accept("");
        if (played.first() == null) {
            out.accept("nothing was received in this period, or it is kept no longer");
            return;
        }
        double seconds = Math.max(0.001, played.seconds());
        double span = Duration.between(played.first(), played.last()).toMillis() / 1_000.0;
        say(
                "played %s to %s: %d observations in %.1f s, %.0f/s, %.0f x real time",
                time(played.first()),
                time(played.last()),
                played.observations(),
                played.seconds(),
                played.observations() / seconds,
                span / seconds);
        if (played.defects() > 0) {
            say("%d observations or moments could not be judged because of a defect", played.defects());
        }
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private void say(String format, Object... values) {
        out.accept(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
