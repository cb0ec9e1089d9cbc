package io.sanse.notify.channel.smpp.pdu;

import java.util.Objects;

/**
 * An SME address with its type of number and numbering plan (SMPP 3.4, 5.2.5–5.2.9).
 *
 * @param typeOfNumber 0 unknown, 1 international, 2 national, 5 alphanumeric
 * @param numberingPlan 0 unknown, 1 ISDN (E.164)
 * @param digits the number or name, at most 20 characters in a short message
 */
public record Address(int typeOfNumber, int numberingPlan, String digits) {
    /** Size of the digits in submit_sm, deliver_sm and query_sm, NUL included. */
    static final int SIZE = 21;

    /** Size of the digits in data_sm, NUL included. */
    static final int LONG_SIZE = 65;

    public Address {
        Objects.requireNonNull(digits, "digits");
    }

    /** An address of unknown type and plan. */
    public static Address plain(String digits) {
        return new Address(0, 0, digits);
    }

    /** Type and plan only: the digits are somebody's phone number. */
    @Override
    public String toString() {
        return "Address[" + typeOfNumber + "/" + numberingPlan + "]";
    }
}
