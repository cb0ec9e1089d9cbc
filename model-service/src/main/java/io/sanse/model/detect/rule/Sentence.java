package io.sanse.model.detect.rule;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.model.detect.parameter.VariableType;
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
 * for an instant, and the number of decimals, 0 to 6 (1 is the default), for a number. It can be filled whatever its formats are: who reads a model refuses those that are none.
 */
public final class Sentence {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)(?::([a-z0-9]+))?}");
    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Nights.ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Nights.ZONE);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(Nights.ZONE);
    private static final Map<String, Duration> DURATIONS =
            Map.of("min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    private static final Map<String, DateTimeFormatter> TIMES = Map.of("time", TIME, "date", DATE);
    private static final Map<String, String> DECIMALS =
            Map.of("0", "%.0f", "1", "%.1f", "2", "%.2f", "3", "%.3f", "4", "%.4f", "5", "%.5f", "6", "%.6f");

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
     * A gap of a text.
     *
     * @param name what it is filled with
     * @param format how, or null
     * @param at where its brace stands, in characters from the text's beginning
     */
    public record Gap(String name, String format, int at) {}

    /**
     * The gaps of a text.
     *
     * @throws IllegalArgumentException when a brace does not belong to a gap
     */
    public static List<Gap> gaps(String text) {
        List<Gap> found = new ArrayList<>();
        Matcher gaps = GAP.matcher(text);
        while (gaps.find()) {
            found.add(new Gap(gaps.group(1), gaps.group(2), text.codePointCount(0, gaps.start())));
        }
        if (BRACE.matcher(gaps.replaceAll("")).find()) {
            throw new IllegalArgumentException("a brace that belongs to no {name}");
        }
        return found;
    }

    /** The formats that a value of a type may have, in the order of the alphabet. */
    public static List<String> formats(VariableType type) {
        Map<String, ?> formats =
                switch (type) {
                    case DURATION -> DURATIONS;
                    case TIME -> TIMES;
                    case NUMBER -> DECIMALS;
                    case COUNT, FLAG, TEXT, TEXTS, NUMBERS -> Map.of();
                };
        return formats.keySet().stream().sorted().toList();
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
        String known = format == null ? "" : format;
        if (value instanceof Duration duration) {
            Duration unit = DURATIONS.getOrDefault(known, Duration.ofMinutes(1));
            return Long.toString(duration.toMillis() / unit.toMillis());
        }
        if (value instanceof Instant instant) {
            return TIMES.getOrDefault(known, MINUTE).format(instant);
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, DECIMALS.getOrDefault(known, "%.1f"), number);
        }
        return value == null ? "–" : value.toString();
    }
}
