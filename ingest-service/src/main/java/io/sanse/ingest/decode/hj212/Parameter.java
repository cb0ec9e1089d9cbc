package io.sanse.ingest.decode.hj212;

/**
 * One item of a packet's command parameters CP (HJ 212-2017 clause 6.3.3).
 *
 * @param group which of the groups between {@code ;} it stands in, from 0
 * @param code the factor, facility or noise code before the dash, empty for a plain field
 * @param name the field, or what the value is of the factor: Rtd, Avg, Flag and the like; empty when the item has no {@code
 *     =}
 * @param value the text as it came, without surrounding blanks
 */
public record Parameter(int group, String code, String name, String value) {

    /** A plain field. */
    public static Parameter field(int group, String name, String value) {
        return new Parameter(group, "", name, value);
    }

    boolean isField() {
        return code.isEmpty() && !name.isEmpty();
    }

    /** The item as it stands in a packet. */
    String text() {
        if (name.isEmpty()) {
            return value;
        }
        return (code.isEmpty() ? name : code + '-' + name) + '=' + value;
    }
}
