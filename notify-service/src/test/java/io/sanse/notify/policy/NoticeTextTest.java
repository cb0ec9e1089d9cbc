package io.sanse.notify.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.model.CertificationNotice.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTextTest {
    private static final NotificationPolicy POLICY = PolicyReader.read("");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The 6th in the city. */
    private static final Instant DATE = Instant.parse("2027-03-05T16:00:00Z");

    private static CertificationNotice notice(Standing standing, int versions) {
        List<Version> all = IntStream.range(0, versions)
                .mapToObj(i -> new Version(
                        "m" + i, 2, new LocalizedText("【模型】" + i, "Model " + i), DATE.plus(Duration.ofDays(i))))
                .toList();
        return new CertificationNotice(UUID.randomUUID(), DATE, standing, all);
    }

    private static String text(Language language, CertificationNotice notice) {
        return new NoticeText(POLICY, language, ZONE).render(notice);
    }

    @Test
    void bothStandingsInBothLanguages() {
        assertEquals(
                "【三色预警】模型认证将于2027-03-06起到期：[模型]0（第2版）、[模型]1（第2版）。请两人复核后重新认证。",
                text(Language.ZH, notice(Standing.DUE, 2)));
        assertEquals(
                "【三色预警】Certification overdue: Model 0 (version 2). They go on judging; two people have to certify anew.",
                text(Language.EN, notice(Standing.OVERDUE, 1)));
    }

    @ParameterizedTest(name = "{0} models: {1}")
    @CsvSource({"13, all by name", "14, all by name", "15, some by number", "39, some by number"})
    void asManyAreNamedAsThereIsRoomFor(int models, String how) {
        String text = text(Language.ZH, notice(Standing.DUE, models));
        assertTrue(text.length() <= POLICY.maxCharacters(), text);
        assertEquals(how.equals("some by number"), text.contains("等" + models + "个模型"), text);
        assertTrue(text.endsWith("请两人复核后重新认证。"), text);
    }
}
