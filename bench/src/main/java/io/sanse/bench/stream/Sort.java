package io.sanse.bench.stream;

/** What an entry of the stream is. A manifest's step comes twice: under the manifest and, as its paper, under the vehicle. */
public enum Sort {
    POSITION,
    CAPTURE,
    STEP,
    PAPER,
    MINUTE,
    HOUR,
    PROGRESS;

    private static final Sort[] ALL = values();

    public static Sort of(byte code) {
        return ALL[code];
    }
}
