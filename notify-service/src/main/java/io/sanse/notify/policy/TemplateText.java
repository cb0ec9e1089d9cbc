package io.sanse.notify.policy;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertClock;
import io.sanse.contract.alert.AlertEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a template and an event into the text of a message. Pure. */
public final class TemplateText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> KNOWN = Set.of("level", "text", "number", "clock", "due", "reason");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int NUMBER_LENGTH = 8;

    private final NotificationPolicy policy;
    private final Language language;
    private final ZoneId zone;

    public TemplateText(NotificationPolicy policy, Language language, ZoneId zone) {
        this.policy = policy;
        this.language = language;
        this.zone = zone;
    }

    /**
     * The text of a message: signature first, at most {@link NotificationPolicy#maxCharacters} characters; the alert's own
     * sentence is shortened when it is too long.
     */
    public String render(Template template, AlertEvent event) {
        String sentence = withoutStop(clean(language.text(event.alert().text())));
        String whole = fill(template, event, sentence);
        int excess = whole.length() - policy.maxCharacters();
        return excess <= 0 ? whole : cut(fill(template, event, shortened(sentence, excess)));
    }

    /** @throws IllegalArgumentException when a text has a placeholder that nothing fills */
    static void check(Template template) {
        check("template " + template.id(), new LocalizedText(template.zh(), template.en()), KNOWN);
    }

    /**
     * Checks a text in both languages.
     *
     * @param named how people find it
     * @param known placeholders
     * @throws IllegalArgumentException when it has a placeholder that nothing fills
     */
    static void check(String named, LocalizedText text, Set<String> known) {
        Stream.of(text.zh(), text.en())
                .flatMap(one -> PLACEHOLDER.matcher(one).results())
                .map(match -> match.group(1))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(named + " has an unknown {" + name + "}");
                });
    }

    private String fill(Template template, AlertEvent event, String sentence) {
        Map<String, String> values = Map.of(
                "level",
                language.level(event.alert().level()),
                "text",
                sentence,
                "number",
                number(event),
                "clock",
                event.clock() == null ? "" : language.clock(event.clock()),
                "due",
                due(event),
                "reason",
                event.reason() == null ? "" : clean(event.reason()));
        LocalizedText text = new LocalizedText(template.zh(), template.en());
        return policy.signature()
                + PLACEHOLDER
                        .matcher(language.text(text))
                        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    private static String number(AlertEvent event) {
        return event.alertId().toString().substring(0, NUMBER_LENGTH).toUpperCase(Locale.ROOT);
    }

    private String due(AlertEvent event) {
        Alert alert = event.alert();
        return alert.clocks().stream()
                .filter(clock -> clock.name() == event.clock())
                .map(AlertClock::dueAt)
                .max(Comparator.naturalOrder())
                .map(due -> DUE.format(due.atZone(zone)))
                .orElse("");
    }

    /** Brackets would let a name in the alert pass for another sender's signature. */
    static String clean(String value) {
        return CONTROL.matcher(value.replace('【', '[').replace('】', ']'))
                .replaceAll(" ")
                .strip();
    }

    /** The template goes on behind the alert's sentence with a stop of its own. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith("。") || sentence.endsWith(".")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    private static String shortened(String sentence, int excess) {
        int length = Math.max(0, sentence.length() - excess - 1);
        int end = length > 0 && Character.isHighSurrogate(sentence.charAt(length - 1)) ? length - 1 : length;
        return sentence.substring(0, end) + "…";
    }

    /** A reason may be too long as well. */
    private String cut(String text) {
        if (text.length() <= policy.maxCharacters()) {
            return text;
        }
        int last = policy.maxCharacters() - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(last - 1)) ? last - 1 : last) + "…";
    }
}
