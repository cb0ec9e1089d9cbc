package io.sanse.model.detect.time;

/**
 * When a subject has to be looked at again though nothing comes.
 *
 * @param feed whose clock
 * @param hand which hand
 * @param at when it shows this, ms
 * @param model the signature of the model that wants to look, or null when all do
 */
public record Wake(String feed, Hand hand, long at, String model) {

    /** A wake of whoever asks. */
    public Wake(String feed, Hand hand, long at) {
        this(feed, hand, at, null);
    }

    /** The same, wanted by one model. */
    public Wake of(String signature) {
        return new Wake(feed, hand, at, signature);
    }
}
