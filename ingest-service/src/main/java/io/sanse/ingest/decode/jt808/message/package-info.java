/**
 * JT/T 808 message bodies (JT/T 808-2019 clause 8) as records, read from and written to the frames of
 * {@code io.sanse.ingest.decode.jt808}. Both directions are here, so that a terminal can be played with the same code that
 * reads it.
 */
package io.sanse.ingest.decode.jt808.message;
