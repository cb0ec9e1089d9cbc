/**
 * Names the subjects of observations and writes them in frames to the topic {@code observations}. Fed by the protocols' edges through
 * {@link io.sanse.ingest.ObservationPublisher}; tells every partition for which time each feed has reported, and the live map where vehicles are.
 */
package io.sanse.ingest.publish;
