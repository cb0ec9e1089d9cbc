package io.sanse.ingest.http.item;

import io.sanse.contract.registry.Details;
import java.util.regex.Pattern;

/** The forms that codes and numbers must have; each throws {@link IllegalArgumentException} with what it should be. */
final class Forms {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,20}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9]{1,20}");
    private static final Pattern WASTE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{2,3}");
    private static final Pattern FACTOR = Pattern.compile("[A-Za-z0-9]{1,16}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern STATION = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private Forms() {}

    /** GB/T 2260 (6 digits), or a statistical code of a town (9) or village (12). */
    static String division(String text) {
        return matching(DIVISION, text, "is not a division code of 6, 9 or 12 digits");
    }

    static String phone(String text) {
        return matching(PHONE, text, "is not a telephone number of 3 to 20 digits");
    }

    /** Leading zeros, which terminals pad with, are dropped. */
    static String terminalPhone(String text) {
        return matching(TERMINAL, text, "is not a terminal phone of 1 to 20 digits")
                .replaceFirst("^0+(?=.)", "");
    }

    static String wasteCode(String text) {
        return matching(WASTE, text, "is not a waste code nnn-nnn-nn");
    }

    /** HJ 212 factor code. */
    static String factor(String text) {
        return matching(FACTOR, text, "is not a factor code of 1 to 16 letters and digits");
    }

    /** HJ 212 MN. */
    static String station(String text) {
        return matching(STATION, text, "is not a device number (MN)");
    }

    /** Code of a route that somebody declares; those that the platform learns have codes of their own. */
    static String route(String text) {
        if (text.startsWith(Details.Route.LEARNT)) {
            throw new IllegalArgumentException("is a code of routes that the platform learns");
        }
        return text;
    }

    static String sha256(String text) {
        return matching(SHA_256, text, "is not a SHA-256 in 64 hexadecimal digits");
    }

    private static String matching(Pattern pattern, String text, String demand) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(demand);
        }
        return text;
    }
}
