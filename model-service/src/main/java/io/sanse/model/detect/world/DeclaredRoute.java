package io.sanse.model.detect.world;

/**
 * A route that a carrier has declared between two firms (申报路线).
 *
 * @param id its code
 * @param version of its registry entry
 * @param line where it goes
 */
public record DeclaredRoute(String id, long version, RoadLine line) {}
