/**
 * Trace-backs as jobs: ordered by people through the gateway and by detections of the dumping kind, kept in PostgreSQL, run by whichever node of model-service is free.
 */
package io.sanse.model.trace.job;
