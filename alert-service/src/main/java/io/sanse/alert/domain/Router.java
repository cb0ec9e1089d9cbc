package io.sanse.alert.domain;

import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Jurisdiction;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.Routing;
import java.util.Optional;

/** Who is competent, by what the registry knew when it was asked. */
public interface Router {
    /** Who gets an alert of this level, and by which rule; empty when no department is known that could. */
    Optional<Routing> route(Facts facts, Level level);

    /** Who gets it when a person says so. */
    Routing byHand(String department, Routing before);

    /**
     * Where a place lies.
     *
     * @param place or null
     * @param division what the detection says of it, or null; it stands where the polygons do not know better
     */
    Jurisdiction locate(GeoPoint place, String division);

    /** A department's name for people; its id when it is not known. */
    LocalizedText name(String department);

    boolean knows(String department);
}
