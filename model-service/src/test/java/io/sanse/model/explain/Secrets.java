package io.sanse.model.explain;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries with everything that is never given out. */
final class Secrets {
    static final List<String> WORDS = List.of(
            "13800001111",
            "13800002222",
            "13800003333",
            "13800004444",
            "13800005555",
            "13800006666",
            "code-of-terminal",
            "password-of-station");

    private static final LocalizedText NAME = new LocalizedText("名", "name");
    private static final GeoPoint PLACE = new GeoPoint(120.1, 28.9);

    private Secrets() {}

    /** The truck and its firm, a department, an officer and a station. */
    static List<RegistryEntry> entries(Subject truck) {
        return List.of(
                entry("C1", new Details.Enterprise(NAME, Set.of("carrier"), "squad", "330784", PLACE, WORDS.get(0))),
                entry(
                        truck.id(),
                        new Details.Vehicle(
                                "yellow", "dump-truck", "C1", WORDS.get(1), WORDS.get(2), WORDS.get(6), "gps")),
                entry("squad", new Details.Department(NAME, "enforcement", "330784", WORDS.get(3), WORDS.get(4))),
                entry("officer", new Details.Officer(NAME, "squad", WORDS.get(5))),
                entry(
                        "MN1",
                        new Details.Station(NAME, WORDS.get(7), "gps", "330784", PLACE, List.of(), Map.of(), "HJ212")));
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Night.START, details);
    }
}
