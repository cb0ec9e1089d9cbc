package io.sanse.notify.channel.smpp.pdu;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One optional parameter (SMPP 3.4, 5.3).
 *
 * @param length as announced; some SMSCs announce the field's greatest length for the last parameter of a PDU and send
 *     less
 */
public record Tlv(int tag, int length, Octets value) {
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    public static final int SC_INTERFACE_VERSION = 0x0210;
    public static final int NETWORK_ERROR_CODE = 0x0423;
    public static final int MESSAGE_PAYLOAD = 0x0424;
    public static final int MESSAGE_STATE = 0x0427;

    public Tlv {
        Objects.requireNonNull(value, "value");
        if (tag < 0 || tag > 0xFFFF || length > 0xFFFF || value.length() > length) {
            throw new IllegalArgumentException("tag or length of an optional parameter is out of bounds");
        }
    }

    public Tlv(int tag, Octets value) {
        this(tag, value.length(), value);
    }

    /** A parameter that holds a 16-bit number. */
    public static Tlv ofShort(int tag, int number) {
        return new Tlv(tag, Octets.of((byte) (number >> 8), (byte) number));
    }

    /** A parameter that holds an 8-bit number. */
    public static Tlv ofByte(int tag, int number) {
        return new Tlv(tag, Octets.of((byte) number));
    }

    /** A parameter that holds a NUL-ended string. */
    public static Tlv ofText(int tag, String text) {
        return new Tlv(tag, Octets.of((text + "\0").getBytes(StandardCharsets.ISO_8859_1)));
    }

    public static Optional<Tlv> find(List<Tlv> parameters, int tag) {
        return parameters.stream().filter(parameter -> parameter.tag == tag).findFirst();
    }

    /** The value as text, without the NUL that most peers, but not all, end it with. */
    public String text() {
        String text = new String(value.toArray(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The value as an unsigned number, big endian; a value longer than 4 octets has none. */
    public Optional<Integer> number() {
        byte[] octets = value.toArray();
        if (octets.length == 0 || octets.length > 4) {
            return Optional.empty();
        }
        int number = 0;
        for (byte octet : octets) {
            number = (number << 8) | (octet & 0xFF);
        }
        return Optional.of(number);
    }
}
