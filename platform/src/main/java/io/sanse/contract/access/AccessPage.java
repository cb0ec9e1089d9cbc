package io.sanse.contract.access;

import java.util.List;

/**
 * Entries of the access log, newest first.
 *
 * @param items entries
 * @param next cursor, or null at the end
 */
public record AccessPage(List<Access> items, String next) {
    public AccessPage {
        items = List.copyOf(items);
    }
}
