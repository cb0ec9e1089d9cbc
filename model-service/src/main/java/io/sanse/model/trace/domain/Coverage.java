package io.sanse.model.trace.domain;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.trace.TraceBackCoverage;
import io.sanse.contract.trace.TraceBackCoverage.FeedAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what could not have been seen. */
public final class Coverage {
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final int MINUTES = 60;

    /**
     * What the vehicles' tracks and the registry tell.
     *
     * @param storedUntil what had been received until then was searched
     * @param known vehicles of which anything is stored
     * @param dark vehicles of which nothing was seen in the whole span
     * @param silent vehicles silent for more than an hour within the span, without the dark ones
     * @param withoutTerminal registered vehicles without a terminal
     * @param cameras registered cameras near the place
     */
    public record Known(
            Instant storedUntil, int known, int dark, int silent, int withoutTerminal, Set<String> cameras) {}

    private final TraceWindow window;
    private final long awayMs;

    /** @param awayMs a feed of which nothing came for longer was away, ms */
    public Coverage(TraceWindow window, long awayMs) {
        this.window = window;
        this.awayMs = awayMs;
    }

    public TraceBackCoverage of(Known known, Collection<SourceHour> words) {
        List<FeedAway> away = feedsAway(words);
        List<Instant> hours = hoursWithoutSight(words);
        Set<String> heard = words.stream()
                .filter(word -> word.source().startsWith(SourceHour.CAMERA))
                .map(word -> word.source().substring(SourceHour.CAMERA.length()))
                .collect(Collectors.toSet());
        List<String> silent = known.cameras().stream()
                .filter(camera -> !heard.contains(camera))
                .sorted()
                .toList();
        return new TraceBackCoverage(
                known.storedUntil(),
                known.known(),
                known.dark(),
                known.silent(),
                known.withoutTerminal(),
                away,
                hours,
                known.cameras().size(),
                silent,
                statements(known, away, hours, silent));
    }

    /** A feed that said nothing at all in the span is not known to have been there: it is away in no stretch. */
    private List<FeedAway> feedsAway(Collection<SourceHour> words) {
        Map<String, TreeSet<Long>> minutes = new TreeMap<>();
        words.stream()
                .filter(word -> word.source().startsWith(SourceHour.FEED))
                .forEach(word -> addMinutes(
                        word,
                        minutes.computeIfAbsent(
                                word.source().substring(SourceHour.FEED.length()), none -> new TreeSet<>())));
        List<FeedAway> away = new ArrayList<>();
        minutes.forEach((feed, spoken) -> addStretches(feed, spoken, away));
        return away;
    }

    private static void addMinutes(SourceHour word, TreeSet<Long> minutes) {
        for (int minute = 0; minute < MINUTES; minute++) {
            if ((word.minutes() >>> minute & 1) != 0) {
                minutes.add(word.hour() * HOUR_MS + minute * MINUTE_MS);
            }
        }
    }

    private void addStretches(String feed, TreeSet<Long> spoken, List<FeedAway> away) {
        long from = window.from();
        for (long minute : spoken) {
            addStretch(feed, from, Math.min(minute, window.until()), away);
            from = Math.max(from, minute + MINUTE_MS);
        }
        addStretch(feed, from, window.until(), away);
    }

    private void addStretch(String feed, long from, long until, List<FeedAway> away) {
        if (until - from > awayMs) {
            away.add(new FeedAway(feed, Instant.ofEpochMilli(from), Instant.ofEpochMilli(until)));
        }
    }

    private List<Instant> hoursWithoutSight(Collection<SourceHour> words) {
        Set<Integer> spoken = words.stream().map(SourceHour::hour).collect(Collectors.toSet());
        List<Instant> silent = new ArrayList<>();
        for (long hour = Math.floorDiv(window.from(), HOUR_MS); hour * HOUR_MS < window.until(); hour++) {
            if (!spoken.contains(Math.toIntExact(hour))) {
                silent.add(Instant.ofEpochMilli(hour * HOUR_MS));
            }
        }
        return silent;
    }

    private static List<LocalizedText> statements(
            Known known, List<FeedAway> away, List<Instant> hours, List<String> silentCameras) {
        List<LocalizedText> said = new ArrayList<>();
        if (known.dark() + known.silent() > 0) {
            said.add(text(
                    "%2$d 辆车全程无定位，%3$d 辆车有超过一小时的空白：期间的行踪无法看到（共 %1$d 辆）",
                    "of %d vehicles %d were not seen at all and %d not for more than an hour: where they were then nobody saw",
                    known.known(),
                    known.dark(),
                    known.silent()));
        }
        if (known.withoutTerminal() > 0) {
            said.add(text(
                    "%d 辆登记车辆没有定位终端，只有卡口能看到",
                    "%d registered vehicles have no terminal: only cameras can see them", known.withoutTerminal()));
        }
        if (!away.isEmpty()) {
            said.add(text("数据源有 %d 段中断", "feeds were away in %d stretches", away.size()));
        }
        if (!hours.isEmpty()) {
            said.add(text("%d 个小时没有任何车辆数据", "in %d hours no vehicle at all was seen", hours.size()));
        }
        said.add(
                known.cameras().isEmpty()
                        ? text(
                                "附近没有登记的卡口：未登记、无终端的车辆看不到",
                                "no registered camera nearby: vehicles that are not registered or have no terminal pass unseen")
                        : text(
                                "附近登记卡口 %d 个，其中 %d 个全程无数据；没有卡口的道路看不到",
                                "of %d registered cameras nearby %d saw nothing at all; roads without a camera are not seen",
                                known.cameras().size(),
                                silentCameras.size()));
        return said;
    }

    private static LocalizedText text(String zh, String en, Object... values) {
        return new LocalizedText(zh.formatted(values), en.formatted(values));
    }
}
