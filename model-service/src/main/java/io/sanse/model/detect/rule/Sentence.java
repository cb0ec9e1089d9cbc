package io.sanse.model.detect.rule;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps: {@code {name}}, or {@code {name:format}} where format is {@code min} (the default), {@code h} or {@code d} for a duration, {@code time} or {@code date}
 * for an instant, and the number of decimals for a number.
 */
public final class Sentence {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)(?::([a-z0-9]+))?}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Nights.ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Nights.ZONE);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(Nights.ZONE);
    private static final Map<String, Duration> DURATIONS =
            Map.of("min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final List<Part> zh;
    private final List<Part> en;

    /**
     * A stretch of plain text and the gap behind it.
     *
     * @param name of the gap; null at the end
     */
    private record Part(String text, String name, String format) {}

    public Sentence(LocalizedText template) {
        zh = parts(template.zh());
        en = parts(template.en());
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher gaps = GAP.matcher(text);
        int from = 0;
        while (gaps.find()) {
            parts.add(new Part(text.substring(from, gaps.start()), gaps.group(1), gaps.group(2)));
            from = gaps.end();
        }
        parts.add(new Part(text.substring(from), null, null));
        return List.copyOf(parts);
    }

    /**
     * The names that a text has gaps for.
     *
     * @throws IllegalArgumentException when a brace does not belong to a gap
     */
    public static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher gaps = GAP.matcher(text);
        while (gaps.find()) {
            names.add(gaps.group(1));
        }
        if (gaps.replaceAll("").matches(".*[{}].*")) {
            throw new IllegalArgumentException("a brace that belongs to no {name}");
        }
        return names;
    }

    /**
     * The sentence in both languages.
     *
     * @param values values by name
     * @param names words that differ by language, by name; they win over values
     */
    public LocalizedText fill(Map<String, Object> values, Map<String, LocalizedText> names) {
        return new LocalizedText(
                fill(zh, name -> names.containsKey(name) ? names.get(name).zh() : values.get(name)),
                fill(en, name -> names.containsKey(name) ? names.get(name).en() : values.get(name)));
    }

    private static String fill(List<Part> parts, Function<String, Object> lookup) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.text());
            if (part.name() != null) {
                text.append(format(lookup.apply(part.name()), part.format()));
            }
        }
        return text.toString();
    }

    private static String format(Object value, String format) {
        if (value instanceof Duration duration) {
            Duration unit = DURATIONS.getOrDefault(format == null ? "min" : format, Duration.ofMinutes(1));
            return Long.toString(duration.toMillis() / unit.toMillis());
        }
        if (value instanceof Instant instant) {
            return ("time".equals(format) ? TIME : "date".equals(format) ? DATE : MINUTE).format(instant);
        }
        if (value instanceof Double number) {
            int decimals = format == null ? 1 : Integer.parseInt(format);
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
        return value == null ? "–" : value.toString();
    }
}
