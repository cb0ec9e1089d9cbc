package io.sanse.ingest.decode.mapping;

import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Interval;
import io.sanse.ingest.decode.hj212.Packet;
import io.sanse.ingest.decode.hj212.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a packet says of each factor, by code and name of the value, both in lower case where their case carries nothing. */
final class FactorTable {
    private static final String NORMAL = "N";
    private static final String FLAG = "flag";
    private static final List<String> MEASURES = List.of("rtd", "avg", "min", "max", "data", "cou", FLAG);
    private static final Pattern STANDARD_CODE = Pattern.compile("[AaWw]\\d{5}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{0,15})?([eE][+-]?\\d{1,2})?");

    /** Names that stations send in place of codes (HJ 524, HJ 212-2017 table B.2). */
    private static final Map<String, String> CODES_BY_NAME = Map.of(
            "PM25", "a34004",
            "PM2.5", "a34004",
            "PM10", "a34002",
            "TSP", "a34001",
            "SO2", "a21026",
            "NO2", "a21004",
            "NOX", "a21002",
            "NO", "a21003",
            "CO", "a21005",
            "O3", "a05024");

    private final Map<String, Map<String, String>> valuesByCode = new LinkedHashMap<>();

    private FactorTable() {}

    static FactorTable of(Packet packet) {
        FactorTable table = new FactorTable();
        String lastCode = null;
        for (Parameter parameter : packet.parameters()) {
            String name = parameter.name().toLowerCase(Locale.ROOT);
            // Stations that write ';' for ',' send the flag as a field of its own behind its factor.
            String code = parameter.code().isEmpty() && name.equals(FLAG) ? lastCode : code(parameter.code());
            if (code != null && MEASURES.contains(name)) {
                table.valuesByCode
                        .computeIfAbsent(code, absent -> new LinkedHashMap<>())
                        .put(name, parameter.value());
                lastCode = code;
            }
        }
        return table;
    }

    List<Reading.Factor> factors(Interval interval, Map<String, String> units) {
        List<Reading.Factor> factors = new ArrayList<>();
        valuesByCode.forEach((code, values) -> factors.add(new Reading.Factor(
                code,
                interval == Interval.REAL_TIME
                        ? first(values, "rtd", "data", "avg")
                        : first(values, "avg", "data", "rtd"),
                number(values.get("min")),
                number(values.get("max")),
                units.get(code),
                flag(values.get(FLAG)))));
        return factors;
    }

    private static String code(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String named = CODES_BY_NAME.get(text.toUpperCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        return STANDARD_CODE.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static Double first(Map<String, String> values, String... names) {
        for (String name : names) {
            Double number = number(values.get(name));
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /** Null for what is no plain number: empty, {@code -}, {@code NaN}, text. */
    private static Double number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }

    /** Stations that send no flags mean that all is normal. */
    private static String flag(String text) {
        return text == null || text.isEmpty() ? NORMAL : text.toUpperCase(Locale.ROOT);
    }
}
