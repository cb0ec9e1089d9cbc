package io.sanse.model.detect.situation;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Names for people, as far as the registry knows them. */
public final class Labels {
    private static final Map<String, String> FACTORS = Map.ofEntries(
            Map.entry("a34004", "PM2.5"),
            Map.entry("a34002", "PM10"),
            Map.entry("a34001", "TSP"),
            Map.entry("a21026", "SO2"),
            Map.entry("a21004", "NO2"),
            Map.entry("a21005", "CO"),
            Map.entry("a05024", "O3"),
            Map.entry("a21001", "NH3"),
            Map.entry("a21028", "H2S"),
            Map.entry("a24088", "NMHC"),
            Map.entry("w01001", "pH"),
            Map.entry("w01009", "DO"),
            Map.entry("w01018", "CODCr"),
            Map.entry("w01019", "CODMn"),
            Map.entry("w21003", "NH3-N"),
            Map.entry("w21011", "TP"));

    private Labels() {}

    /** The firm's name, or its code. */
    public static LocalizedText enterprise(World world, String code) {
        Entry<Details.Enterprise> known = world.enterprise(code);
        return known == null || known.details().name() == null
                ? same(code)
                : known.details().name();
    }

    /** The names of several firms, or their codes. */
    public static LocalizedText enterprises(World world, Collection<String> codes) {
        List<LocalizedText> names =
                codes.stream().map(code -> enterprise(world, code)).toList();
        return new LocalizedText(
                String.join("、", names.stream().map(LocalizedText::zh).toList()),
                String.join(", ", names.stream().map(LocalizedText::en).toList()));
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

    /** A factor's usual name, or its code. */
    public static LocalizedText factor(String code) {
        return same(FACTORS.getOrDefault(code, code));
    }

    public static LocalizedText same(String text) {
        String shown = text == null ? "–" : text;
        return new LocalizedText(shown, shown);
    }
}
