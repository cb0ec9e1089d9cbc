package io.sanse.model.backtest;

import io.sanse.contract.service.BacktestResult.DifferenceExample;
import io.sanse.contract.service.BacktestResult.VersionDifference;
import io.sanse.model.detect.rule.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs what two versions of a model have found. What was taken back again was not found. Of a model that reads what is registered of persons there are counts and no examples: an example would
 * tell of a person what is given for a purpose only.
 */
final class Difference {
    private static final int MOST_EXAMPLES = 100;

    private final List<DifferenceExample> changed = new ArrayList<>();
    private final List<DifferenceExample> more = new ArrayList<>();
    private final List<DifferenceExample> fewer = new ArrayList<>();
    private int same;

    private Difference() {}

    /**
     * @param model the tried version, or null
     * @param found by it
     * @param other the version that it is compared with, or null
     * @param otherFound by that
     */
    static VersionDifference of(Model model, List<Finding> found, Model other, List<Finding> otherFound) {
        Difference difference = new Difference();
        difference.pair(found, otherFound);
        return new VersionDifference(
                (model == null ? other : model).id(),
                model == null ? null : (Integer) model.head().version(),
                other == null ? null : (Integer) other.head().version(),
                difference.same,
                difference.changed.size(),
                difference.more.size(),
                difference.fewer.size(),
                readsPersons(model) || readsPersons(other) ? List.of() : difference.examples());
    }

    private static boolean readsPersons(Model model) {
        return model != null && model.operator().readsPersons();
    }

    private void pair(List<Finding> found, List<Finding> otherFound) {
        Map<Object, List<Finding>> others = new HashMap<>();
        otherFound.stream().filter(finding -> !finding.retracted()).forEach(finding -> others.computeIfAbsent(
                        finding.subject(), none -> new ArrayList<>())
                .add(finding));
        for (Finding finding : found) {
            if (!finding.retracted()) {
                compare(finding, partner(finding, others.getOrDefault(finding.subject(), List.of())));
            }
        }
        otherFound.stream()
                .filter(finding ->
                        others.getOrDefault(finding.subject(), List.of()).contains(finding))
                .forEach(left -> fewer.add(example(left, null, left)));
    }

    /** Takes the one of the same id or, failing that, the first that overlaps. */
    private static Finding partner(Finding finding, List<Finding> others) {
        Finding partner = others.stream()
                .filter(other -> other.id().equals(finding.id()))
                .findFirst()
                .or(() -> others.stream().filter(finding::overlaps).findFirst())
                .orElse(null);
        if (partner != null) {
            others.remove(partner);
        }
        return partner;
    }

    private void compare(Finding finding, Finding partner) {
        if (partner == null) {
            more.add(example(finding, finding, null));
        } else if (partner.level() == finding.level()) {
            same++;
        } else {
            changed.add(example(finding, finding, partner));
        }
    }

    private static DifferenceExample example(Finding shown, Finding found, Finding other) {
        return new DifferenceExample(
                shown.id(),
                shown.subject(),
                shown.start(),
                shown.district(),
                found == null ? null : found.level(),
                other == null ? null : other.level(),
                shown.text());
    }

    private List<DifferenceExample> examples() {
        List<DifferenceExample> examples = new ArrayList<>();
        for (List<DifferenceExample> kind : List.of(more, fewer, changed)) {
            examples.addAll(kind.subList(0, Math.min(MOST_EXAMPLES, kind.size())));
        }
        return examples;
    }
}
