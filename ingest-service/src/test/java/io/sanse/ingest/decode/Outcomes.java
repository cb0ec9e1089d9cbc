package io.sanse.ingest.decode;

/** Opens outcomes for tests; the wrong kind fails the test with what came instead. */
public final class Outcomes {
    private Outcomes() {}

    public static <T> T accepted(Decoded<T> outcome) {
        if (outcome instanceof Decoded.Accepted<T> accepted) {
            return accepted.value();
        }
        throw new AssertionError("refused: " + outcome);
    }

    public static <T> Decoded.Rejected<T> rejected(Decoded<T> outcome) {
        if (outcome instanceof Decoded.Rejected<T> rejected) {
            return rejected;
        }
        throw new AssertionError("accepted: " + outcome);
    }
}
