package io.sanse.model.certification;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How versions are certified.
 *
 * @param longest so far ahead a date lies at most, and by default
 * @param notice so long before its date people are told
 * @param every how often what is live is looked at
 */
record CertificationSettings(Duration longest, Duration notice, Duration every) {
    /** @throws IllegalArgumentException when everything would be due from its first minute on, or nothing ever */
    CertificationSettings {
        if (notice.isNegative() || notice.compareTo(longest) >= 0) {
            throw new IllegalArgumentException(
                    "model.certification.notice must be from 0 to less than model.certification.days");
        }
    }

    static CertificationSettings from(Settings settings) {
        return new CertificationSettings(
                Duration.ofDays(settings.integer(
                        "model.certification.days", 365, "a version is certified for so many days, at most")),
                Duration.ofDays(settings.integer(
                        "model.certification.notice", 30, "people are told so many days before a certification ends")),
                settings.duration(
                        "model.certification.every", Duration.ofMinutes(1), "how often certifications are looked at"));
    }
}
