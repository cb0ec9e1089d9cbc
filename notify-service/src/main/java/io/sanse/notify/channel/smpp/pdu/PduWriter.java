package io.sanse.notify.channel.smpp.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the fields of one PDU body in order and refuses what does not fit the field. */
public final class PduWriter {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    PduWriter() {}

    void octet(int value) {
        octets.write(value);
    }

    /**
     * A C-octet string.
     *
     * @param size the field's size in the standard, its NUL included
     */
    void string(String value, int size) {
        byte[] characters = value.getBytes(StandardCharsets.ISO_8859_1);
        if (characters.length >= size || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a string of " + characters.length + " octets does not fit C" + size);
        }
        octets.writeBytes(characters);
        octets.write(0);
    }

    void octets(Octets value) {
        octets.writeBytes(value.toArray());
    }

    void address(Address address, int size) {
        octet(address.typeOfNumber());
        octet(address.numberingPlan());
        string(address.digits(), size);
    }

    void parameters(List<Tlv> parameters) {
        for (Tlv parameter : parameters) {
            word(parameter.tag());
            word(parameter.length());
            octets(parameter.value());
        }
    }

    byte[] toArray() {
        return octets.toByteArray();
    }

    private void word(int value) {
        octets.write(value >> 8);
        octets.write(value);
    }
}
