package io.sanse.model.detect.world;

/**
 * A route between two firms.
 *
 * @param id its code
 * @param version of its registry entry
 * @param line where it goes
 * @param learnt whether closed trips have shown it (习惯路线); else a carrier has declared it (申报路线)
 */
public record KnownRoute(String id, long version, RoadLine line, boolean learnt) {}
