package io.sanse.notify.channel.smpp.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a delivery receipt's text (SMPP 3.4, appendix B). The appendix is only a suggestion, so every field may
 * be missing (null), in any order and any case of letters.
 *
 * @param messageId as the SMSC writes it here, often in another number base than in its submit_sm_resp
 * @param submitted number of messages submitted
 * @param delivered number of messages delivered
 * @param submitDate in the SMSC's own zone
 * @param doneDate in the SMSC's own zone
 * @param state null when the word is none of the standard's
 * @param error network's code, not always a number
 * @param text the first characters of the message
 */
public record ReceiptText(
        String messageId,
        Integer submitted,
        Integer delivered,
        LocalDateTime submitDate,
        LocalDateTime doneDate,
        MessageState state,
        String error,
        String text) {

    private enum Field {
        ID,
        SUB,
        DLVRD,
        SUBMIT_DATE,
        DONE_DATE,
        STAT,
        ERR,
        TEXT
    }

    private static final Pattern FIELD =
            Pattern.compile("(?<!\\S)(id|sub|dlvrd|submit date|done date|stat|err|text):", Pattern.CASE_INSENSITIVE);

    /** Reads whatever of the fields is there; never fails. */
    public static ReceiptText parse(String receipt) {
        Map<Field, String> values = split(receipt);
        return new ReceiptText(
                word(values, Field.ID),
                count(values, Field.SUB),
                count(values, Field.DLVRD),
                date(values, Field.SUBMIT_DATE),
                date(values, Field.DONE_DATE),
                Optional.ofNullable(word(values, Field.STAT))
                        .flatMap(MessageState::ofWord)
                        .orElse(null),
                word(values, Field.ERR),
                values.get(Field.TEXT));
    }

    private static Map<Field, String> split(String receipt) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Matcher matcher = FIELD.matcher(receipt);
        Field open = null;
        int from = 0;
        while (!isMessageText(open, values) && matcher.find()) {
            Field next = Field.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
            if (open != null) {
                values.putIfAbsent(
                        open, receipt.substring(from, matcher.start()).strip());
            }
            open = next;
            from = matcher.end();
        }
        if (open != null) {
            values.putIfAbsent(open, receipt.substring(from).strip());
        }
        return values;
    }

    /** Once the state is known, the text goes to the end: "stat:" in somebody's message is no state. */
    private static boolean isMessageText(Field open, Map<Field, String> values) {
        return open == Field.TEXT && values.containsKey(Field.STAT);
    }

    private static String word(Map<Field, String> values, Field field) {
        String value = values.get(field);
        return value == null || value.isEmpty() ? null : value.split("\\s", 2)[0];
    }

    private static Integer count(Map<Field, String> values, Field field) {
        String word = word(values, field);
        return word != null && word.matches("\\d{1,9}") ? Integer.valueOf(word) : null;
    }

    private static LocalDateTime date(Map<Field, String> values, Field field) {
        String word = word(values, field);
        if (word == null || !word.matches("\\d{10}|\\d{12}|\\d{14}")) {
            return null;
        }
        String pattern =
                switch (word.length()) {
                    case 10 -> "uuMMddHHmm";
                    case 12 -> "uuMMddHHmmss";
                    default -> "uuuuMMddHHmmss";
                };
        try {
            return LocalDateTime.parse(word, DateTimeFormatter.ofPattern(pattern));
        } catch (DateTimeException impossibleDate) {
            return null;
        }
    }
}
