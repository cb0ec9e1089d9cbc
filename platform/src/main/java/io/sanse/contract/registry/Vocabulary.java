package io.sanse.contract.registry;

import java.util.List;

/** The words that the registry knows for kinds of things; whoever registers or asks for another one is refused. */
public final class Vocabulary {
    /** Types of a {@link Details.Zone}. */
    public static final List<String> ZONE_TYPES = List.of(
            "pit",
            "river-bank",
            "woodland",
            "sensitive",
            "enterprise",
            "construction",
            "receiver",
            "fuel",
            "depot",
            "rest",
            "restricted",
            "protected",
            "control-circle",
            "mine");

    /** Roles of a {@link Details.Enterprise}. */
    public static final List<String> FIRM_ROLES =
            List.of("generator", "carrier", "receiver", "collector", "operator", "construction");

    /** Types of a {@link Details.Qualification}. */
    public static final List<String> QUALIFICATIONS = List.of("goods-driver", "hazardous-driver", "hazardous-escort");

    private Vocabulary() {}
}
