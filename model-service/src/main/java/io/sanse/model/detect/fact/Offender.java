package io.sanse.model.detect.fact;

/** What is known of somebody who may commit offences. */
public interface Offender {
    /** Those that were committed, as far as departments have told. */
    OffenceBook offences();

    /** Newest time known, ms. */
    long newest();
}
