package io.sanse.ingest.decode.jt808;

/**
 * Editions of JT/T 808. A header tells 2019 (bit 14 of the attributes) from the older ones, which share one header: those
 * are read as {@link #V2013}, and only the body of a registration shows whether a terminal is older.
 */
public enum Edition {
    V2011,
    V2013,
    V2019;

    boolean hasVersionMark() {
        return this == V2019;
    }

    /** Bytes of the phone field. */
    int phoneLength() {
        return hasVersionMark() ? 10 : 6;
    }
}
