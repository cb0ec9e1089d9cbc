package io.sanse.notify.channel.smpp.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), one septet an octet. */
final class Gsm7 {
    private static final int ESCAPE = 0x1B;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String DEFAULT_TABLE =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION_TABLE = Map.of(
            0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65,
            '€');
    private static final Map<Character, byte[]> SEPTETS = septets();

    private Gsm7() {}

    /** One octet, or two for a character of the extension table; nothing for a character outside the alphabet. */
    static Optional<byte[]> encode(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? Optional.ofNullable(SEPTETS.get((char) codePoint))
                : Optional.empty();
    }

    static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            boolean escaped = septets[i] == ESCAPE && i + 1 < septets.length;
            text.append(escaped ? extended(septets[++i]) : plain(septets[i]));
        }
        return text.toString();
    }

    private static char plain(byte septet) {
        return septet < 0 ? REPLACEMENT : DEFAULT_TABLE.charAt(septet);
    }

    /** An unknown escape shows the character of the default table, as the standard asks of older receivers. */
    private static char extended(byte septet) {
        Character character = EXTENSION_TABLE.get((int) septet);
        return character == null ? plain(septet) : character;
    }

    private static Map<Character, byte[]> septets() {
        Map<Character, byte[]> septets = new HashMap<>();
        for (int i = 0; i < DEFAULT_TABLE.length(); i++) {
            septets.put(DEFAULT_TABLE.charAt(i), new byte[] {(byte) i});
        }
        septets.remove((char) ESCAPE);
        EXTENSION_TABLE.forEach((code, character) -> septets.put(character, new byte[] {ESCAPE, code.byteValue()}));
        return Map.copyOf(septets);
    }
}
