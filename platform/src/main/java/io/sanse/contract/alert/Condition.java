package io.sanse.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether what was found still holds; never mixed with the workflow. */
public enum Condition {
    /** 生效: still so. */
    ACTIVE,
    /** 解除: was so, is no longer. */
    CLEARED,
    /** 撤销: late data show that it never was. */
    RETRACTED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    @JsonCreator
    public static Condition of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
