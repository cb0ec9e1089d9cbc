package io.sanse.model.detect;

import io.sanse.contract.SubjectType;
import io.sanse.contract.WorkingCalendar;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.time.OutageRule;
import io.sanse.model.detect.track.TrackRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides at a moment.
 *
 * @param models in the library's order; several versions of one may judge in different districts
 * @param tracks parameters of the derivation
 * @param outages when a feed is down
 * @param backlog when to wait for the rest of a story
 * @param calendar working days
 */
public record ModelSet(
        List<Model> models, TrackRules tracks, OutageRule outages, BacklogRule backlog, WorkingCalendar calendar) {
    public ModelSet {
        models = List.copyOf(models);
    }

    /** The models of a kind of subject; versions whose words belong together are in one list. */
    Collection<List<Model>> of(SubjectType type) {
        Map<String, List<Model>> bySignature = new LinkedHashMap<>();
        for (Model model : models) {
            if (model.operator().subject() == type) {
                bySignature
                        .computeIfAbsent(model.signature(), none -> new ArrayList<>())
                        .add(model);
            }
        }
        return bySignature.values();
    }
}
