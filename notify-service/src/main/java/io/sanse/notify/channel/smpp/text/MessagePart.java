package io.sanse.notify.channel.smpp.text;

import io.sanse.notify.channel.smpp.pdu.MessageOptions;
import io.sanse.notify.channel.smpp.pdu.Octets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One short message of a text, ready for submit_sm.
 *
 * @param esmClass with {@link MessageOptions#USER_DATA_HEADER} when the text needed several
 * @param content header, if any, and characters
 */
public record MessagePart(int dataCoding, int esmClass, Octets content) {
    /** As many parts as an 8-bit total can count. */
    public static final int MAX_PARTS = 255;

    /**
     * Cuts a text into as few parts as can hold it. Neither a surrogate pair nor an escaped character is ever parted.
     *
     * @param preferred the alphabet taken when it has every character of the text; UCS2 otherwise
     * @param reference tells the parts of one long text from those of another to the same phone; its low 8 bits count
     * @throws IllegalArgumentException when more than {@link #MAX_PARTS} parts would be needed
     */
    public static List<MessagePart> of(String text, Alphabet preferred, int reference) {
        Alphabet alphabet = preferred.canEncode(text) ? preferred : Alphabet.UCS2;
        List<byte[]> whole = cut(text, alphabet, alphabet.octetsAlone());
        if (whole.size() == 1) {
            return List.of(new MessagePart(alphabet.dataCoding(), 0, Octets.of(whole.get(0))));
        }
        List<byte[]> pieces = cut(text, alphabet, alphabet.octetsInPart());
        if (pieces.size() > MAX_PARTS) {
            throw new IllegalArgumentException("text needs " + pieces.size() + " short messages");
        }
        List<MessagePart> parts = new ArrayList<>();
        for (byte[] piece : pieces) {
            ConcatenationHeader header = new ConcatenationHeader(reference & 0xFF, pieces.size(), parts.size() + 1);
            parts.add(new MessagePart(alphabet.dataCoding(), MessageOptions.USER_DATA_HEADER, join(header, piece)));
        }
        return List.copyOf(parts);
    }

    private static List<byte[]> cut(String text, Alphabet alphabet, int limit) {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream piece = new ByteArrayOutputStream(limit);
        text.codePoints().forEach(codePoint -> {
            byte[] character = alphabet.encode(codePoint).orElseThrow();
            if (piece.size() + character.length > limit) {
                pieces.add(piece.toByteArray());
                piece.reset();
            }
            piece.writeBytes(character);
        });
        pieces.add(piece.toByteArray());
        return pieces;
    }

    private static Octets join(ConcatenationHeader header, byte[] piece) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(header.toOctets());
        content.writeBytes(piece);
        return Octets.of(content.toByteArray());
    }
}
