package io.sanse.ingest.decode.jt808;

import java.util.HexFormat;

/** A second, simple way to cut a stream: split its hex text at every delimiter and judge each piece on its own. */
final class NaiveSplitter {
    private NaiveSplitter() {}

    /** How many pieces are sound frames. */
    static int soundPieces(byte[] stream) {
        int sound = 0;
        for (String piece : HexFormat.ofDelimiter(" ").formatHex(stream).split("7e")) {
            String content = piece.trim().replace("7d 02", "7e").replace("7d 01", "7d");
            sound +=
                    content.isEmpty() ? 0 : soundness(HexFormat.ofDelimiter(" ").parseHex(content));
        }
        return sound;
    }

    private static int soundness(byte[] content) {
        int check = 0;
        for (byte value : content) {
            check ^= value;
        }
        int header = content.length < 4 ? 0 : (content[2] & 0x40) != 0 ? 17 : 12;
        header += content.length >= 4 && (content[2] & 0x20) != 0 ? 4 : 0;
        int declared = content.length < 4 ? 0 : (content[2] & 3) << 8 | content[3] & 0xff;
        return header > 0 && check == 0 && content.length == header + declared + 1 ? 1 : 0;
    }
}
