package io.sanse.contract.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a {@link RegistryEntry} describes. */
public enum RegistryKind {
    FEED(Details.Feed.class),
    ENTERPRISE(Details.Enterprise.class),
    VEHICLE(Details.Vehicle.class),
    STATION(Details.Station.class),
    CAMERA(Details.Camera.class),
    ZONE(Details.Zone.class),
    DISTRICT(Details.District.class),
    DEPARTMENT(Details.Department.class),
    OFFICER(Details.Officer.class),
    ROUND(Details.Round.class),
    ROUTE(Details.Route.class),
    PERSON(Details.Person.class);

    private final Class<? extends Details> details;

    RegistryKind(Class<? extends Details> details) {
        this.details = details;
    }

    public Class<? extends Details> details() {
        return details;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RegistryKind of(Details details) {
        for (RegistryKind kind : values()) {
            if (kind.details == details.getClass()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no registry kind has " + details.getClass());
    }

    /** @throws IllegalArgumentException when no kind has this name */
    @JsonCreator
    public static RegistryKind of(String text) {
        for (RegistryKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown registry kind '" + text + "'");
    }
}
