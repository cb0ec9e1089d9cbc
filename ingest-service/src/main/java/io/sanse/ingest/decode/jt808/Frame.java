package io.sanse.ingest.decode.jt808;

/**
 * One sound frame: checksum and length were right.
 *
 * @param header the header
 * @param body the un-escaped body; not copied, not to be changed
 * @param repaired whether it was put together from pieces because the sender had left a 7E un-escaped
 */
public record Frame(Header header, byte[] body, boolean repaired) {

    /** What a dead letter keeps: the frame as on the wire, or the body alone when it was joined from parts and fits none; an authentication code is withheld. */
    public byte[] raw() {
        byte[] kept = AuthenticationCode.withheld(header, body);
        return kept.length <= Header.MAX_BODY_LENGTH ? FrameEncoder.encode(new Frame(header, kept, repaired)) : kept;
    }
}
