package io.sanse.model.detect.track;

/** Is told what the fold finds. */
public interface TrackEvents {
    /** A stay has ended. */
    void left(Visit visit);

    /**
     * A stay has been confirmed, or has become longer than one of the lengths asked about.
     *
     * @param zone where
     */
    void stayed(String zone);

    /** A silence has ended. */
    void silent(Silence silence);

    /** Something late has come: what was told on behalf of reports after this time is void and will be told again, ms. */
    void rewound(long to);
}
