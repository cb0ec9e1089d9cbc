package io.sanse.contract;

import java.util.Objects;

/**
 * A sentence for people in both languages of the console.
 *
 * @param zh Chinese, simplified
 * @param en English
 */
public record LocalizedText(String zh, String en) {
    public LocalizedText {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }
}
