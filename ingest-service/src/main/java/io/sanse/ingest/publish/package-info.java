/**
 * Names the subjects of observations and writes them in frames to the topic {@code observations}. Fed by the protocols' edges through
 * {@link io.sanse.ingest.ObservationPublisher}; tells every partition how far each feed has come, and the live map where vehicles are.
 */
package io.sanse.ingest.publish;
