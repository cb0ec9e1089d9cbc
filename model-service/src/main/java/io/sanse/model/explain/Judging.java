package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import java.util.List;

/** The part of a set of models that has to do with a subject. */
final class Judging {
    private Judging() {}

    static ModelSet of(Subject subject, ModelSet all) {
        List<Model> judging = all.models().stream()
                .filter(model -> model.operator().subject() == subject.type())
                .toList();
        return Library.of(judging, Library.Basis.own());
    }
}
