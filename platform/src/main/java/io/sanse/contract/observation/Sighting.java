package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an infrared camera, a look-out or a picture analysis has seen (影像识别); the place is the observation's {@code location}, that of the camera when the item names none.
 *
 * @param camera camera id of the registry
 * @param things what is in the picture, in the order of {@link Thing}; none in a blank one
 * @param people how many persons, or null when nobody has counted
 * @param group code of the group of persons when the analysis recognises it, or null
 * @param confidence 0–1, or null
 * @param image SHA-256 (hex) of the picture in the object store, or null
 */
public record Sighting(String camera, Set<Thing> things, Integer people, String group, Double confidence, String image)
        implements Payload {
    public Sighting {
        EnumSet<Thing> sorted = EnumSet.noneOf(Thing.class);
        sorted.addAll(things);
        things = Collections.unmodifiableSet(sorted);
    }

    public boolean shows(Thing thing) {
        return things.contains(thing);
    }

    /** Something in a picture. */
    public enum Thing {
        PERSON,
        DOG,
        NET,
        GUN,
        ANIMAL,
        VEHICLE,
        SMOKE,
        /** A hot spot of a thermal camera or a satellite. */
        HEAT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Thing of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
