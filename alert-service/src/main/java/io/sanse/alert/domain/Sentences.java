package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.Routing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One sentence for people on each step. */
final class Sentences {
    private Sentences() {}

    static LocalizedText of(Draft.Said said, AlertCase after, Router router) {
        CommandDetails details = said.details() == null ? CommandDetails.NONE : said.details();
        return switch (said.type()) {
            case RAISED -> after.facts().text();
            case EXTENDED -> text("情况持续：%s", "it goes on: %s", after.facts().text());
            case LEVEL_RAISED -> both(text("升级为%s预警", "raised to %s", level(after.level())), said.why());
            case CONDITION_CLEARED -> text("情况已解除", "the condition has cleared");
            case RETRACTED ->
                text(
                        "迟到数据表明预警不成立，已撤销，途中人员撤回",
                        "late data show that there is nothing: retracted, people on their way stand down");
            case REMINDED -> text("已提醒监管对象自行整改", "those concerned were told to put it right");
            case ACKNOWLEDGED -> both(text("已签收提醒", "the reminder was answered"), free(said.reason()));
            case DISPATCHED, TRANSFERRED -> dispatched(said, after.routing(), router);
            case SIGNED -> text("%s已签收", "%s has signed", router.name(details.department()));
            case NOTIFIED -> text("已通知人员前往处置", "people are on their way");
            case ARRIVED -> text("人员已到场", "people are on the scene");
            case VERIFIED -> both(text("核查结果：%s", "verified: %s", outcome(details.outcome())), free(said.reason()));
            case HANDLED -> both(text("已处置：%s", "handled: %s", measure(details)), free(said.reason()));
            case FED_BACK -> text("%s已反馈", "%s has fed back", router.name(details.department()));
            case REVIEWED -> both(text("审核通过", "the review has passed"), free(said.reason()));
            case RETURNED -> both(text("审核退回", "returned by the review"), free(said.reason()));
            case URGED -> both(text("催办", "urged"), free(said.reason()));
            case SUPERVISED -> both(text("督办", "supervised"), free(said.reason()));
            case COMMENTED -> free(said.reason());
            case CLOCK_URGED ->
                bound(text("%s时限将到", "time to %s is running out", clock(said.clock())), details, router);
            case CLOCK_BREACHED -> bound(text("%s超期", "time to %s has run out", clock(said.clock())), details, router);
            case CLOSED -> both(text("预警办结", "closed"), free(said.reason()));
            case REOPENED -> both(text("重新打开", "reopened"), said.why() == null ? free(said.reason()) : said.why());
        };
    }

    private static LocalizedText text(String zh, String en) {
        return new LocalizedText(zh, en);
    }

    private static LocalizedText text(String zh, String en, LocalizedText with) {
        return new LocalizedText(zh.formatted(with.zh()), en.formatted(with.en()));
    }

    /** What a person wrote is the same in both languages. */
    private static LocalizedText free(String words) {
        return words == null || words.isBlank() ? null : new LocalizedText(words, words);
    }

    private static LocalizedText both(LocalizedText what, LocalizedText why) {
        return why == null ? what : new LocalizedText(what.zh() + "：" + why.zh(), what.en() + ": " + why.en());
    }

    private static LocalizedText bound(LocalizedText what, CommandDetails details, Router router) {
        if (details.department() == null) {
            return what;
        }
        LocalizedText name = router.name(details.department());
        return new LocalizedText(name.zh() + what.zh(), name.en() + ": " + what.en());
    }

    private static LocalizedText dispatched(Draft.Said said, Routing routing, Router router) {
        LocalizedText to = text("派发至%s", "dispatched to %s", router.name(routing.department()));
        LocalizedText by = both(to, routing.reason());
        List<LocalizedText> members =
                routing.members().stream().map(router::name).toList();
        if (members.isEmpty() || said.why() != null) {
            return by;
        }
        String zh = members.stream().map(LocalizedText::zh).collect(Collectors.joining("、"));
        String en = members.stream().map(LocalizedText::en).collect(Collectors.joining(", "));
        return new LocalizedText(by.zh() + "，" + zh + "联合", by.en() + ", with " + en);
    }

    private static LocalizedText level(Level level) {
        return switch (level) {
            case BLUE -> text("蓝色", "blue");
            case YELLOW -> text("黄色", "yellow");
            case RED -> text("红色", "red");
        };
    }

    private static LocalizedText clock(ClockName clock) {
        return switch (clock) {
            case SIGN -> text("签收", "sign");
            case NOTIFY -> text("通知处置", "notify");
            case ARRIVE -> text("到场", "arrive");
            case ACKNOWLEDGE -> text("提醒签收", "acknowledge");
            case FEED_BACK -> text("反馈", "feed back");
            case REVIEW -> text("审核", "review");
        };
    }

    private static LocalizedText outcome(String outcome) {
        return switch (outcome) {
            case "confirmed" -> text("属实", "confirmed");
            case "unfounded" -> text("不属实", "unfounded");
            default -> text("无法判定", "undetermined");
        };
    }

    private static LocalizedText measure(CommandDetails details) {
        return switch (details.measure()) {
            case "rectify" -> text("责令整改", "ordered to rectify");
            case "fine" -> {
                String yuan = String.format(Locale.ROOT, "%,.2f", details.amountYuan());
                yield text("罚款" + yuan + "元", "fined CNY " + yuan);
            }
            case "criminal-case" -> text("刑事立案", "criminal case");
            case "transfer" -> text("移送", "handed over");
            default -> text("无需处置", "nothing to be done");
        };
    }
}
