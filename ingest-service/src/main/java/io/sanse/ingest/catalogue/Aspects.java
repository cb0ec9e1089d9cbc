package io.sanse.ingest.catalogue;

import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Offence;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.Weighing;
import io.sanse.contract.registry.Details;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which data items of its kind an observation or registration belongs to, for example the step of a manifest or the factors of a reading. */
final class Aspects {
    /** Factors that are data items of their own: PM2.5, PM10, COD. */
    private static final Set<String> FACTORS = Set.of("a34004", "a34002", "w01018");

    private Aspects() {}

    static Collection<String> of(Payload payload) {
        if (payload instanceof Position position) {
            return of(position);
        }
        if (payload instanceof Capture capture) {
            return capture.load() == null ? List.of() : List.of("load");
        }
        if (payload instanceof Reading reading) {
            return reading.factors().stream()
                    .map(Reading.Factor::code)
                    .filter(FACTORS::contains)
                    .distinct()
                    .toList();
        }
        if (payload instanceof ManifestStep step) {
            return List.of(step.step().text());
        }
        if (payload instanceof Weighing weighing) {
            return List.of(weighing.side().text());
        }
        if (payload instanceof LedgerEntry ledger) {
            return List.of(ledger.entry().text());
        }
        if (payload instanceof Sighting sighting) {
            return sighting.things().stream().map(Sighting.Thing::text).toList();
        }
        if (payload instanceof StockEntry stock) {
            return List.of(stock.entry().text());
        }
        if (payload instanceof Operation operation) {
            return List.of(operation.measure().text());
        }
        if (payload instanceof Offence offence) {
            return List.of(offence.matter().text());
        }
        if (payload instanceof Clue || payload instanceof Inspection || payload instanceof Progress) {
            return List.of();
        }
        throw new IllegalArgumentException("no aspects of " + payload.getClass());
    }

    private static Collection<String> of(Position position) {
        List<String> aspects = new ArrayList<>(3);
        if (position.load() != null) {
            aspects.add("load");
        }
        if (position.mainPowerOff()) {
            aspects.add("main-power-off");
        }
        if (position.resent()) {
            aspects.add("resent");
        }
        return aspects;
    }

    static Collection<String> of(Details details) {
        if (details instanceof Details.Enterprise enterprise) {
            return enterprise.roles();
        }
        if (details instanceof Details.Zone zone) {
            return List.of(zone.type());
        }
        if (details instanceof Details.District district) {
            return List.of(district.level());
        }
        if (details instanceof Details.Vehicle vehicle) {
            return vehicle.terminalPhone() == null ? List.of() : List.of("terminal");
        }
        return List.of();
    }
}
