package io.sanse.ingest.decode.hj212;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A station's password (PW, HJ 212-2017 clause 6.3.2) does not go into a dead letter: more people read those than the registry shows its secrets to. A star stands in the
 * place of each of its bytes, so that all else remains to be looked at.
 */
public final class Password {
    /** Up to what ends a field, a line or a packet, also where somebody sets a new one (NewPW). */
    private static final Pattern FIELD = Pattern.compile("(?i)(PW[ \\t]*=)([^;\\r\\n]*?)(?=;|&&|##|[\\r\\n]|$)");

    private Password() {}

    /** @param raw bytes of packets, whole or not */
    public static byte[] withheld(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        return FIELD.matcher(text)
                .replaceAll(field -> field.group(1) + "*".repeat(field.group(2).length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
