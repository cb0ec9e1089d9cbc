package io.sanse.model.detect.explain;

import io.sanse.contract.Level;
import io.sanse.model.detect.explain.Explanation.LevelReason;
import io.sanse.model.detect.rule.Clause;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains moments as one model judges them. */
public final class Explainer {
    private final Model model;
    private final List<Clause> conditions;

    public Explainer(Model model) {
        this.model = model;
        this.conditions =
                model.levels().stream().map(rule -> rule.when().clause()).toList();
    }

    public Explanation explain(Snapshot moment) {
        Map<String, Object> values = moment.values();
        Level found = null;
        List<LevelReason> levels = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            LevelRule rule = model.levels().get(i);
            levels.add(new LevelReason(rule.level(), Reason.of(conditions.get(i), values)));
            found = found == null && rule.when().of(values) ? rule.level() : found;
        }
        return found == null
                ? new Explanation(moment.at(), null, levels, null, Set.of())
                : new Explanation(moment.at(), found, levels, model.scoreOf(values), model.aggravationsOf(values));
    }
}
