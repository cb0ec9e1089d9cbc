package io.sanse.ingest.http.item;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.observation.Operation.Measure;
import io.sanse.contract.registry.Details;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.runtime.failure.Rejected;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is registered of a firm, with what it is permitted. */
final class EnterpriseReader {
    private static final int NAME = PayloadReader.NAME;
    private static final int MAX_CHEMICALS = 500;
    private static final double MAX_TONNES = 1e9;
    private static final String[] ROLES = {"generator", "carrier", "receiver", "collector", "operator", "construction"};

    private EnterpriseReader() {}

    static Details.Enterprise read(Members in, LocalizedText name, String division) {
        return new Details.Enterprise(
                name,
                in.choices("roles", ROLES),
                in.textOrNull("competentDepartment", NAME),
                division,
                Places.readOrNull(in, "location", Datum.WGS84),
                in.formedOrNull("contactPhone", Forms::phone),
                permit(in.objectOrNull("permit")),
                wasteRates(in.objectOrNull("wasteRates")));
    }

    private static Details.Permit permit(Members in) {
        if (in == null) {
            return null;
        }
        Details.Permit permit = new Details.Permit(
                in.numberOrNull("storageTonnes", 0, MAX_TONNES),
                in.numberOrNull("licenceTonnes", 0, MAX_TONNES),
                in.numberOrNull("planTonnes", 0, MAX_TONNES),
                in.dateOrNull("licenceEnds"),
                in.dateOrNull("planEnds"),
                chemicals(in.objectOrNull("chemicalTonnes")),
                in.numberOrNull("monthTonnes", 0, MAX_TONNES));
        in.end();
        return permit;
    }

    private static Map<String, Double> chemicals(Members in) {
        if (in == null) {
            return null;
        }
        List<String> codes = in.unread();
        if (codes.size() > MAX_CHEMICALS || codes.stream().anyMatch(code -> code.isBlank() || code.length() > NAME)) {
            throw new Rejected(
                    "schema",
                    "more than " + MAX_CHEMICALS + " substances, or one whose code has not 1 to " + NAME
                            + " characters");
        }
        Map<String, Double> chemicals = new TreeMap<>();
        codes.forEach(code -> chemicals.put(code, in.number(code, 0, MAX_TONNES)));
        return chemicals;
    }

    private static Map<Measure, Double> wasteRates(Members in) {
        if (in == null) {
            return null;
        }
        Map<Measure, Double> rates = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Double rate = in.numberOrNull(measure.text(), 0, MAX_TONNES);
            if (rate != null) {
                rates.put(measure, rate);
            }
        }
        in.end();
        return rates;
    }
}
