package io.sanse.alert.domain.policy;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.detection.Aggravation;
import java.util.Locale;

/** Why an alert goes up. */
public enum RaiseReason {
    MODEL("模型判定级别提高", "the model found it graver"),
    UNANSWERED("提醒逾期未签收", "the reminder was not answered in time"),
    REPEATED_BLUE("同一对象短期内多次蓝色预警", "too many blue alerts on the same subject"),
    GRAVER_ON_SUBJECT("同一对象另有黄色或红色预警", "the same subject has a graver alert"),
    LARGE_QUANTITY("数量较大", "a large quantity"),
    HAZARDOUS_WASTE("涉及危险废物", "hazardous waste"),
    SENSITIVE_ZONE("位于敏感区域", "in a sensitive zone"),
    CROSS_COUNTY("跨区县", "across a county line"),
    RECORD("人员或车辆有前科", "a person or vehicle with a record"),
    NIGHT("夜间", "at night"),
    REPEATED_YELLOW("同一对象短期内再次黄色预警", "another yellow alert on the same subject"),
    UNSIGNED("长时间未签收", "not signed for long"),
    NOT_FED_BACK("长时间未反馈", "not fed back for long"),
    OVERDUE("长时间超期", "overdue for long");

    private final LocalizedText text;

    RaiseReason(String zh, String en) {
        this.text = new LocalizedText(zh, en);
    }

    /** Kebab case, as in the log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public LocalizedText text() {
        return text;
    }

    public static RaiseReason of(Aggravation aggravation) {
        return switch (aggravation) {
            case HAZARDOUS_WASTE -> HAZARDOUS_WASTE;
            case LARGE_QUANTITY -> LARGE_QUANTITY;
            case SENSITIVE_ZONE -> SENSITIVE_ZONE;
            case CROSS_COUNTY -> CROSS_COUNTY;
            case NIGHT -> NIGHT;
            case RECORD -> RECORD;
        };
    }

    public static RaiseReason of(ClockName overdue) {
        return switch (overdue) {
            case SIGN -> UNSIGNED;
            case FEED_BACK -> NOT_FED_BACK;
            case NOTIFY, ARRIVE, ACKNOWLEDGE, REVIEW -> OVERDUE;
        };
    }
}
