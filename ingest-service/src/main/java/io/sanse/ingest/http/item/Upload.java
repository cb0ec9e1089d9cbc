package io.sanse.ingest.http.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A batch as it came.
 *
 * @param user the integrator's user
 * @param receivedAt when it came
 * @param items 1 to 1000, not looked at yet
 */
public record Upload(String user, Instant receivedAt, List<JsonNode> items) {}
