package io.sanse.ingest.publish;

import io.sanse.contract.observation.Observation;

/**
 * One copy of an observation on its way.
 *
 * @param partition of the topic
 * @param observation under the subject that the partition belongs to
 */
record PlacedObservation(int partition, Observation observation) {}
