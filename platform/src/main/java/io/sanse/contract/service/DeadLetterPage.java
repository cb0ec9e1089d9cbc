package io.sanse.contract.service;

import io.sanse.contract.DeadLetter;
import java.util.List;

/**
 * Dead letters, newest first.
 *
 * @param items letters
 * @param next cursor, or null at the end
 */
public record DeadLetterPage(List<DeadLetter> items, String next) {
    public DeadLetterPage {
        items = List.copyOf(items);
    }
}
