package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Events of all alerts behind a cursor.
 *
 * @param caller on whose behalf
 * @param after cursor, or null for the log's current end
 * @param limit 1–500
 */
public record EventsQuery(Caller caller, String after, int limit) {}
