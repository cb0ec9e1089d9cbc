package io.sanse.model.detect.parameter;

import java.time.Duration;

/** Units of parameters; each says what type the value has in conditions. */
public enum Unit {
    SECOND("s", VariableType.DURATION, Duration.ofSeconds(1)),
    MINUTE("min", VariableType.DURATION, Duration.ofMinutes(1)),
    HOUR("h", VariableType.DURATION, Duration.ofHours(1)),
    DAY("d", VariableType.DURATION, Duration.ofDays(1)),
    WORKING_DAY("working-day", VariableType.COUNT, null),
    COUNT("count", VariableType.COUNT, null),
    PERCENT("%", VariableType.NUMBER, null),
    TONNE("t", VariableType.NUMBER, null),
    METRE("m", VariableType.NUMBER, null),
    KILOMETRE("km", VariableType.NUMBER, null),
    KILOMETRES_PER_HOUR("km/h", VariableType.NUMBER, null),
    METRES_PER_SECOND("m/s", VariableType.NUMBER, null),
    DEGREE("deg", VariableType.NUMBER, null),
    TIMES("times", VariableType.NUMBER, null),
    MICROGRAMS_PER_CUBIC_METRE("ug/m3", VariableType.NUMBER, null),
    ZONE_TYPE("zone-type", VariableType.TEXTS, null),
    FIRM_ROLE("firm-role", VariableType.TEXTS, null),
    FACTOR("factor", VariableType.TEXTS, null),
    DATA_FLAG("data-flag", VariableType.TEXTS, null),
    /** One value for each of the five classes of GB 3838-2002. */
    BY_WATER_CLASS("mg/L-by-class", VariableType.NUMBERS, null),
    CHARACTERS("characters", VariableType.TEXTS, null),
    VEHICLE_CLASS("vehicle-class", VariableType.TEXTS, null),
    QUALIFICATION("qualification", VariableType.TEXTS, null);

    private final String text;
    private final VariableType type;
    private final Duration duration;

    Unit(String text, VariableType type, Duration duration) {
        this.text = text;
        this.type = type;
        this.duration = duration;
    }

    /** As written in YAML and shown to people. */
    public String text() {
        return text;
    }

    public VariableType type() {
        return type;
    }

    /** One unit as a duration; only of units of time. */
    Duration duration() {
        return duration;
    }

    /** @return the unit, or null when there is none with this text */
    public static Unit of(String text) {
        for (Unit unit : values()) {
            if (unit.text.equals(text)) {
                return unit;
            }
        }
        return null;
    }
}
