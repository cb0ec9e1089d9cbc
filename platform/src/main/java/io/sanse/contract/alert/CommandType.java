package io.sanse.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person or the province platform may order done to an alert. */
public enum CommandType {
    /** 签收 of a blue reminder by its receiver, with an explanation. */
    ACKNOWLEDGE,
    /** 派发 to a department by hand. */
    DISPATCH,
    /** 签收 of a dispatched task. */
    SIGN,
    /** 通知处置: people are on their way. */
    NOTIFY,
    /** 到场. */
    ARRIVE,
    /** 核查 with its outcome. */
    VERIFY,
    /** 处置 with its measure. */
    HANDLE,
    /** 反馈. */
    FEED_BACK,
    /** 审核 passed. */
    REVIEW,
    /** 退回: not enough; the details say back to which state. */
    RETURN,
    /** 转办 to another department. */
    TRANSFER,
    /** 催办. */
    URGE,
    /** 督办. */
    SUPERVISE,
    /** A remark, no change of state. */
    COMMENT,
    /** 办结. */
    CLOSE,
    /** 重新打开. */
    REOPEN;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    @JsonCreator
    public static CommandType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
