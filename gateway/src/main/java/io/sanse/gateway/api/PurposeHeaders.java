package io.sanse.gateway.api;

import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.gateway.http.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The header fields by which a request says what for. Field values are ASCII (RFC 9110 section 5.5), so that what people write is percent-encoded UTF-8. */
final class PurposeHeaders {
    static final String PURPOSE = "Access-Purpose";
    static final String REFERENCE = "Access-Reference";
    static final String REASON = "Access-Reason";

    private static final int MAX_REFERENCE = 64;
    private static final int MAX_REASON = 200;
    private static final String HANGUL_FILLERS = "\u115F\u1160\u3164\uFFA0";
    private static final char NOT_UTF_8 = '\uFFFD';

    private PurposeHeaders() {}

    /** What was said, members that were not given null; throws a {@link io.sanse.gateway.problem.Problem} for a text that cannot be read. */
    static StatedPurpose read(Parameters parameters) {
        return new StatedPurpose(
                parameters.value(PURPOSE, AccessPurpose::of),
                parameters.value(REFERENCE, text -> decoded(text, MAX_REFERENCE)),
                parameters.value(REASON, text -> decoded(text, MAX_REASON)));
    }

    private static String decoded(String encoded, int most) {
        // the decoder is made for forms, where a plus sign is a space
        String text = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8)
                .strip();
        if (text.isEmpty()
                || text.length() > most
                || text.indexOf(NOT_UTF_8) >= 0
                || text.codePoints().anyMatch(PurposeHeaders::isHidden)
                || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("must have 1 to " + most
                    + " characters of UTF-8, letters or digits among them, and none that cannot be seen");
        }
        return text;
    }

    /** Controls, formats, breaks of lines, and letters without a face: whoever reads the log sees nothing of them, or something else. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> HANGUL_FILLERS.indexOf(character) >= 0;
        };
    }

    /** The fields that are missing. */
    static List<String> missing(StatedPurpose stated) {
        List<String> missing = new ArrayList<>();
        if (stated.purpose() == null) {
            missing.add(PURPOSE);
        }
        if (stated.reference() == null) {
            missing.add(REFERENCE);
        }
        if (stated.reason() == null) {
            missing.add(REASON);
        }
        return missing;
    }
}
