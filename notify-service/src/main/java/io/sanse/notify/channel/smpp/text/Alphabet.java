package io.sanse.notify.channel.smpp.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How characters become octets of a short message, and how many fit into one (3GPP TS 23.038, 23.040). */
public enum Alphabet {
    /** GSM 7-bit, one septet an octet: 160 in one message, 153 beside a concatenation header. */
    GSM7(0, 160, 153) {
        @Override
        Optional<byte[]> encode(int codePoint) {
            return Gsm7.encode(codePoint);
        }

        @Override
        public String decode(byte[] octets) {
            return Gsm7.decode(octets);
        }
    },

    /** ISO 8859-1: 140 octets, 134 beside a concatenation header. */
    LATIN1(3, 140, 134) {
        @Override
        Optional<byte[]> encode(int codePoint) {
            return codePoint < 0x100 ? Optional.of(new byte[] {(byte) codePoint}) : Optional.empty();
        }

        @Override
        public String decode(byte[] octets) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    },

    /** UTF-16, big endian: 140 octets, 134 beside a concatenation header. */
    UCS2(8, 140, 134) {
        @Override
        Optional<byte[]> encode(int codePoint) {
            return Optional.of(Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE));
        }

        @Override
        public String decode(byte[] octets) {
            return new String(octets, StandardCharsets.UTF_16BE);
        }
    };

    private final int dataCoding;
    private final int octetsAlone;
    private final int octetsInPart;

    Alphabet(int dataCoding, int octetsAlone, int octetsInPart) {
        this.dataCoding = dataCoding;
        this.octetsAlone = octetsAlone;
        this.octetsInPart = octetsInPart;
    }

    /** The octets of one character, never to be parted; nothing when the alphabet lacks it. */
    abstract Optional<byte[]> encode(int codePoint);

    public abstract String decode(byte[] octets);

    /**
     * The alphabet that a received data_coding names.
     *
     * @param smscDefault what data_coding 0 stands for on this link
     */
    public static Alphabet of(int dataCoding, Alphabet smscDefault) {
        return switch (dataCoding) {
            case 0 -> smscDefault;
            case 8 -> UCS2;
            default -> LATIN1;
        };
    }

    boolean canEncode(String text) {
        return text.codePoints().allMatch(codePoint -> encode(codePoint).isPresent());
    }

    public int dataCoding() {
        return dataCoding;
    }

    int octetsAlone() {
        return octetsAlone;
    }

    int octetsInPart() {
        return octetsInPart;
    }
}
