package io.sanse.model;

import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Remit;
import java.util.List;

/** The library as people see it. */
final class ModelCatalogue {
    private ModelCatalogue() {}

    static ModelList of(ModelSet set) {
        return new ModelList(set.models().stream().map(ModelCatalogue::model).toList());
    }

    private static ModelList.Model model(Model model) {
        Model.Head head = model.head();
        List<ModelList.Parameter> parameters = model.parameters().list().stream()
                .map(parameter -> parameter(parameter, model.overrides().values()))
                .toList();
        return new ModelList.Model(
                head.id(),
                head.version(),
                head.module(),
                head.name(),
                head.description(),
                model.baseLevel(),
                stage(model.remit()).text(),
                model.remit().only().stream().sorted().toList(),
                parameters,
                head.source());
    }

    private static VersionStage stage(Remit remit) {
        if (remit.shadow()) {
            return VersionStage.SHADOW;
        }
        return remit.only().isEmpty() ? VersionStage.LIVE : VersionStage.CANARY;
    }

    private static ModelList.Parameter parameter(Parameter parameter, List<OwnValue> values) {
        return new ModelList.Parameter(
                parameter.name(),
                parameter.text(),
                parameter.unit().text(),
                parameter.source().name(),
                parameter.article(),
                values.stream()
                        .filter(value -> value.parameter().name().equals(parameter.name()))
                        .map(ModelCatalogue::ownValue)
                        .toList());
    }

    private static ModelList.OwnValue ownValue(OwnValue value) {
        return new ModelList.OwnValue(
                value.scope().kind().text(),
                value.scope().code(),
                value.parameter().text(),
                value.parameter().article());
    }
}
