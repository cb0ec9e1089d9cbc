package io.sanse.model.cli;

import io.sanse.contract.service.Certification;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.OutcomeList.ModelOutcome;
import io.sanse.contract.service.OutcomeList.Precision;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import java.util.List;
import java.util.function.Consumer;

/** Versions and their life, for people. */
final class LifePage {
    private static final String INDENT = "  ";
    private static final int PERCENT = 100;

    private final Consumer<String> out;

    LifePage(Consumer<String> out) {
        this.out = out;
    }

    /** All models: what judges, until when it is certified, and what became of its alerts. */
    void write(ModelList models, CertificationList certifications, OutcomeList outcomes) {
        for (ModelList.Model model : models.items()) {
            out.accept("%-32s %4d  %s".formatted(model.id(), model.version(), model.state()));
            model.silences().forEach(silence -> out.accept(INDENT + silent(silence)));
            certifications.items().stream()
                    .filter(one -> one.model().equals(model.id()) && one.version() == model.version())
                    .forEach(one -> out.accept(INDENT + dated(one)));
            outcomes.items().stream()
                    .filter(one ->
                            one.model().equals(model.id()) && model.state().equals("live"))
                    .forEach(one -> out.accept(INDENT + outcome(one)));
        }
    }

    private static String silent(ModelList.Silence one) {
        String where = one.kind() == null ? "everywhere" : "of " + one.kind() + " " + one.scope();
        return "silent " + where + (one.inForce() ? " now" : " from " + one.from()) + ", until " + one.until() + ": "
                + one.reason() + " (" + one.owner() + ")";
    }

    private static String dated(Certification one) {
        return (one.overdue() ? "OVERDUE: was certified until " : "certified until ")
                + one.until()
                + (one.asked() == null
                        ? ""
                        : "; " + one.asked().user() + " asks for " + one.asked().until());
    }

    private static String outcome(ModelOutcome one) {
        return one.raised() + " alerts, " + precision(one.precision()) + ", " + share(one.ignored(), one.raised())
                + " never acted on";
    }

    private static String precision(Precision precision) {
        return precision == null
                ? "none verified"
                : "%d %% of the verified confirmed (%d–%d %%)"
                        .formatted(percent(precision.share()), percent(precision.low()), percent(precision.high()));
    }

    private static String share(long some, long all) {
        return all == 0 ? "0 %" : percent((double) some / all) + " %";
    }

    private static long percent(double share) {
        return Math.round(share * PERCENT);
    }

    /** The versions of one model, with their steps and how often they fired. */
    void write(ModelVersionList list) {
        if (list.items().isEmpty()) {
            out.accept("no version was written down; the one that ships judges");
        }
        for (ModelVersion version : list.items()) {
            write(version);
            list.unreadable().stream()
                    .filter(one -> one.version() == version.version())
                    .forEach(one -> out.accept(INDENT + "CANNOT BE READ any more and does not judge: " + one.what()));
            version.steps().forEach(this::step);
            List<Firing> fired = list.firings().stream()
                    .filter(firing -> firing.version() == version.version())
                    .toList();
            if (!fired.isEmpty()) {
                out.accept(INDENT + "in 31 days raised " + sum(fired, false) + ", on probation " + sum(fired, true));
            }
        }
    }

    private static long sum(List<Firing> fired, boolean shadow) {
        return fired.stream()
                .filter(firing -> firing.shadow() == shadow)
                .mapToLong(Firing::raised)
                .sum();
    }

    /** One version as it is now, and what is wrong with it. */
    void write(ModelVersion version) {
        out.accept(version.model() + " version " + version.version() + ": "
                + version.stage().text()
                + (version.districts().isEmpty() ? "" : " in " + String.join(", ", version.districts()))
                + (version.effectiveAt() == null ? "" : " from " + version.effectiveAt()));
        if (version.test() != null) {
            version.test().differences().forEach(difference -> out.accept(INDENT + "differs: " + difference));
        }
        if (version.gate() != null) {
            version.gate().refusals().forEach(refusal -> out.accept(INDENT + "refused: " + refusal));
        }
        if (version.asked() != null) {
            out.accept(INDENT + version.asked().user() + " asks to retire it"
                    + because(version.asked().reason()) + "; somebody else may agree: retire");
        }
    }

    private void step(VersionStep step) {
        out.accept(INDENT + step.at() + "  " + step.user() + "  " + taken(step) + because(step.reason()));
    }

    private static String taken(VersionStep step) {
        String stage = step.stage().text();
        if (step.action() == null) {
            return stage;
        }
        boolean isAsked = step.action() == VersionAction.RETIRE && step.stage() != VersionStage.RETIRED;
        return isAsked ? "asks to retire, still " + stage : step.action().text() + " → " + stage;
    }

    private static String because(String reason) {
        return reason == null ? "" : " (" + reason + ")";
    }

    /** One certification as it is now. */
    void write(Certification one) {
        out.accept(one.model() + " version " + one.version() + ": " + dated(one));
    }
}
