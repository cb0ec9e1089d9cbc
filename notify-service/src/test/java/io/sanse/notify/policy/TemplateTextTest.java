package io.sanse.notify.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.notify.AlertEvents;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTextTest {
    private static final NotificationPolicy POLICY = PolicyReader.read("");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final TemplateText chinese = new TemplateText(POLICY, Language.ZH, ZONE);
    private final TemplateText english = new TemplateText(POLICY, Language.EN, ZONE);
    private final AlertEvents alert = AlertEvents.dispatchedTo("ecology");

    @Test
    void aDispatchInBothLanguages() {
        String number = alert.id().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        assertEquals(
                "【三色预警】黄色预警派发：车辆浙GA1234夜间在废弃矿坑停留25分钟。请立即签收并通知处置。编号" + number,
                chinese.render(template("dispatch"), alert.event(2, AlertEventType.DISPATCHED)));
        assertEquals(
                "【三色预警】yellow alert dispatched: a truck stopped at an abandoned pit. Sign and send somebody at once. No. "
                        + number,
                english.render(template("dispatch"), alert.event(2, AlertEventType.DISPATCHED)));
    }

    @Test
    void aClockIsNamedWithItsLocalDeadline() {
        String text = chinese.render(
                template("clock-urged"), alert.event(5, AlertEventType.CLOCK_URGED, ClockName.SIGN, null));
        assertTrue(text.startsWith("【三色预警】催办：黄色预警签收时限03-05 22:01将到："), text);
    }

    @Test
    void everyTextStartsWithTheSignatureAndLeavesNoPlaceholder() {
        for (Template template : POLICY.templates()) {
            for (TemplateText writer : new TemplateText[] {chinese, english}) {
                String text =
                        writer.render(template, alert.event(5, AlertEventType.URGED, ClockName.REVIEW, "too slow"));
                assertTrue(text.startsWith("【三色预警】"), text);
                assertFalse(text.contains("{") || text.contains("}"), text);
            }
        }
    }

    @ParameterizedTest(name = "a sentence {0} characters longer than there is room for: shortened {1}")
    @CsvSource({"-100, false", "-1, false", "0, false", "1, true", "2, true", "1000, true"})
    void textsStayWithinTheLimit(int excess, boolean shortened) {
        int room = POLICY.maxCharacters() - dispatch("").length();
        String text = dispatch("长".repeat(room + excess));
        assertTrue(text.length() <= POLICY.maxCharacters(), text);
        assertTrue(text.contains("请立即签收并通知处置。编号"), text);
        assertEquals(shortened, text.contains("…"));
    }

    private String dispatch(String sentence) {
        return chinese.render(template("dispatch"), alert.withText(sentence).event(2, AlertEventType.DISPATCHED));
    }

    @Test
    void aLongReasonIsCutToo() {
        String text = chinese.render(
                template("transfer"), alert.event(2, AlertEventType.TRANSFERRED, null, "不属于本部门".repeat(100)));
        assertEquals(POLICY.maxCharacters(), text.length());
    }

    @Test
    void aShortenedSentenceIsNotCutWithinACharacter() {
        for (int length = 80; length < 90; length++) {
            String text = chinese.render(
                    template("dispatch"), alert.withText("🚛".repeat(length)).event(2, AlertEventType.DISPATCHED));
            assertFalse(text.matches("(?s).*[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF]).*"), text);
        }
    }

    @Test
    void aNameCannotPassForASignatureNorBreakTheLine() {
        String text = chinese.render(
                template("dispatch"),
                alert.withText("【银行】请点击\r\n{level}$1\\ http").event(2, AlertEventType.DISPATCHED));
        assertEquals(0, text.lastIndexOf('【'));
        assertTrue(text.contains("[银行]请点击 {level}$1\\ http"), text);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void everyLevelAndClockHasAWord(Level level) {
        for (Language language : Language.values()) {
            assertFalse(language.level(level).isBlank());
            for (ClockName clock : ClockName.values()) {
                assertFalse(language.clock(clock).isBlank());
            }
        }
    }

    private static Template template(String id) {
        return POLICY.templates().stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
