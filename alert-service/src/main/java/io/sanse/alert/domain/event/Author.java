package io.sanse.alert.domain.event;

import java.time.Instant;

/**
 * Who made a step.
 *
 * @param user token's subject, or {@code system}
 * @param department of the user, or null
 * @param origin {@code city} or {@code province}
 * @param clientAt the user's own clock, or null
 */
public record Author(String user, String department, String origin, Instant clientAt) {
    public static final String CITY = "city";
    public static final String PROVINCE = "province";
    public static final Author SYSTEM = new Author("system", null, CITY, null);
}
