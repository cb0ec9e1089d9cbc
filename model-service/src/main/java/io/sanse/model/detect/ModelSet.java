package io.sanse.model.detect;

import io.sanse.contract.SubjectType;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.time.OutageRule;
import io.sanse.model.detect.time.WorkingCalendar;
import io.sanse.model.detect.track.TrackRules;
import java.util.List;

/**
 * Everything that decides, read from the library once.
 *
 * @param models in the library's order
 * @param tracks parameters of the derivation
 * @param outages when a feed is down
 * @param calendar working days
 */
public record ModelSet(List<Model> models, TrackRules tracks, OutageRule outages, WorkingCalendar calendar) {
    public ModelSet {
        models = List.copyOf(models);
    }

    /** The models of a kind of subject. */
    List<Model> of(SubjectType type) {
        return models.stream()
                .filter(model -> model.operator().subject() == type)
                .toList();
    }
}
