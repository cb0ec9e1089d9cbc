package io.sanse.standalone;

import io.sanse.contract.alert.Alert;
import io.sanse.contract.service.Delivery;
import io.sanse.standalone.night.Truth;
import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.verdict.Drain;
import io.sanse.standalone.verdict.Question;
import io.sanse.standalone.verdict.Reports;
import io.sanse.standalone.verdict.Standing;
import io.sanse.standalone.verdict.Verdict;
import io.sanse.standalone.verdict.VerdictTable;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until the platform has digested a night and says what came of it: alerts, messages, province. Blocks. */
final class Judge {
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(120);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(45);
    private static final Duration STEP = Duration.ofMillis(250);

    private final Screen screen;
    private final Drain drain;
    private final Question question;
    private final PublicApi smscPage;
    private final PublicApi province;

    Judge(Screen screen, RunningPlatform platform, Question question) {
        this.screen = screen;
        this.question = question;
        this.drain = new Drain(platform.bootstrapServers());
        this.smscPage = new PublicApi(platform.vertx(), platform.ports().messagePage(), null);
        this.province = new PublicApi(platform.vertx(), platform.ports().province(), null);
    }

    /**
     * Judges.
     *
     * @param since when the night was first begun: alerts raised since then are its
     * @return whether everything was found, told and shared once, and nothing else
     */
    boolean judge(Truth truth, Instant since) throws InterruptedException {
        boolean drained = drain.await(DRAIN_LIMIT, () -> verdict(truth, since).perfect());
        Verdict verdict = verdict(truth, since);
        List<String> complaints = settled(() -> complaints(since));
        VerdictTable.lines(verdict, truth).forEach(screen::say);
        if (!drained) {
            screen.say("the platform was still busy after " + DRAIN_LIMIT.toSeconds() + " s");
        }
        complaints.forEach(screen::say);
        screen.say(VerdictTable.summary(verdict));
        return verdict.perfect() && drained && complaints.isEmpty();
    }

    private Verdict verdict(Truth truth, Instant since) {
        List<Standing> standing = question.standingSince(since).await();
        return Verdict.of(truth, standing);
    }

    private List<String> complaints(Instant since) {
        List<Alert> alerts = question.alertsSince(since).await();
        List<Delivery> deliveries = question.deliveries().await();
        JsonArray messages = smscPage.get("/messages").await().getJsonArray("messages");
        JsonArray known = province.get("/state").await().getJsonArray("alerts");
        List<String> complaints = Reports.ofMessages(alerts, deliveries, messages);
        complaints.addAll(Reports.ofProvince(alerts, known));
        return complaints;
    }

    /** Messages and exchange come a little behind the alerts: asks until there is nothing to complain of, or time is up. */
    private static List<String> settled(Supplier<List<String>> question) {
        long deadline = System.nanoTime() + REPORT_LIMIT.toNanos();
        List<String> complaints = question.get();
        while (!complaints.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(STEP.toNanos());
            complaints = question.get();
        }
        return complaints;
    }
}
