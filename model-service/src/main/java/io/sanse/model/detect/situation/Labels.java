package io.sanse.model.detect.situation;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;

/** Names for people, as far as the registry knows them. */
public final class Labels {
    private Labels() {}

    /** The firm's name, or its code. */
    public static LocalizedText enterprise(World world, String code) {
        Entry<Details.Enterprise> known = world.enterprise(code);
        return known == null || known.details().name() == null
                ? same(code)
                : known.details().name();
    }

    /** The station's name, or its device id. */
    public static LocalizedText station(World world, String device) {
        Entry<Details.Station> known = world.station(device);
        return known == null || known.details().name() == null
                ? same(device)
                : known.details().name();
    }

    /** The camera's name, or its id. */
    public static LocalizedText camera(World world, String id) {
        Entry<Details.Camera> known = world.camera(id);
        return known == null || known.details().name() == null
                ? same(id)
                : known.details().name();
    }

    /** The zone's name, or the site's code. */
    public static LocalizedText site(World world, String code) {
        Zone known = code == null ? null : world.zone(code);
        return known == null || known.name() == null ? same(code) : known.name();
    }

    public static LocalizedText same(String text) {
        String shown = text == null ? "–" : text;
        return new LocalizedText(shown, shown);
    }
}
