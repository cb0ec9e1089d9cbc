package io.sanse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a {@link Subject} is. The lower-case name is the same in topics, tables, the API and on the screen. */
public enum SubjectType {
    /** 车辆, id = plate without separators, for example {@code 浙GA1234}. */
    VEHICLE,
    /** 企业, id = the registry's enterprise code. */
    ENTERPRISE,
    /** 联单, id = manifest number as text. */
    MANIFEST,
    /** 人员, id = the registry's person code, never a citizen's number. */
    PERSON,
    /** 站点, id = device id (HJ 212: MN). */
    STATION,
    /** 点位, id = the registry's site or zone code, or a cell of the grid of clues. */
    SITE,
    /** A source of observations (数据源), id = feed name; carries only {@code progress}. */
    FEED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no type has this name */
    @JsonCreator
    public static SubjectType of(String text) {
        for (SubjectType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown subject type '" + text + "'");
    }
}
