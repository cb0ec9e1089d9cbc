package io.sanse.model.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationSettingsTest {
    @ParameterizedTest(name = "{0} days of notice, of 90: {1}")
    @CsvSource({"-1, false", "0, true", "89, true", "90, false", "91, false"})
    void noticeIsShorterThanTheCertification(String notice, boolean accepted) {
        Settings settings = Settings.of(Map.of("model.certification.days", "90", "model.certification.notice", notice));
        if (accepted) {
            assertEquals(
                    Duration.ofDays(Integer.parseInt(notice)),
                    CertificationSettings.from(settings).notice());
            return;
        }
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CertificationSettings.from(settings));
        assertTrue(refused.getMessage().contains("model.certification.notice"), refused.getMessage());
    }
}
