package io.sanse.ingest.decode.hj212;

/**
 * The Flag of a packet (HJ 212-2017 clause 6.3.2): bits V5 to V0 version, D numbered parts, A answer wanted.
 *
 * @param bits 0 to 255
 */
public record Flags(int bits) {

    /** 0 for 2005, 1 for 2017, 2 for 2025; the national surface-water profile says 2 as well. */
    public int version() {
        return bits >> 2;
    }

    public boolean numbered() {
        return (bits & 2) != 0;
    }

    public boolean answerWanted() {
        return (bits & 1) != 0;
    }

    /** The flags of an answer in the same version. */
    Flags ofAnswer() {
        return new Flags(version() << 2);
    }
}
