package io.sanse.alert.domain.event;

import java.util.List;

/**
 * In whose area a place lies (辖区).
 *
 * @param division division code, or null when nobody knows
 * @param sides when the place is within its uncertainty of a line: the divisions on both sides, else empty
 */
public record Jurisdiction(String division, List<String> sides) {
    public Jurisdiction {
        sides = List.copyOf(sides);
    }
}
