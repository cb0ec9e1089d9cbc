package io.sanse.model.detect.situation;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;

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

    public static LocalizedText same(String text) {
        String shown = text == null ? "–" : text;
        return new LocalizedText(shown, shown);
    }
}
