package io.sanse.model.trace.job;

import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.trace.store.TrackKeeping;
import io.sanse.model.trace.store.TrackSearch;
import io.vertx.core.Vertx;

/**
 * What trace-backs are made of.
 *
 * @param vertx runs what takes long
 * @param keeping brings the track store up to date
 * @param search reads it
 * @param registry what is registered
 * @param parameters of the ranking
 */
record TraceBackParts(
        Vertx vertx, TrackKeeping keeping, TrackSearch search, RegistryTable registry, Parameters parameters) {}
