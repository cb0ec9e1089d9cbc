package io.sanse.contract.detection;

import io.sanse.contract.GeoPoint;
import java.time.Instant;
import java.util.UUID;

/**
 * One observation that a detection rests on, by id and content.
 *
 * @param observation its id
 * @param kind its kind
 * @param observedAt its time
 * @param location where, or null
 * @param content its payload as JSON text
 */
public record Evidence(UUID observation, String kind, Instant observedAt, GeoPoint location, String content) {}
