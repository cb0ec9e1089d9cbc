package io.sanse.model;

import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.ModelSilence;
import io.sanse.model.detect.rule.Remit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The library as people see it. */
final class ModelCatalogue {
    private ModelCatalogue() {}

    /** @param now by which silences are over, in force or to come */
    static ModelList of(ModelSet set, Instant now) {
        return new ModelList(
                set.models().stream().map(model -> model(model, now)).toList());
    }

    private static ModelList.Model model(Model model, Instant now) {
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
                model.silences().stream()
                        .filter(silence -> silence.until().isAfter(now))
                        .sorted(Comparator.comparing(ModelSilence::from))
                        .map(silence -> silence(silence, now))
                        .toList(),
                head.source());
    }

    private static ModelList.Silence silence(ModelSilence silence, Instant now) {
        Scope scope = silence.scope();
        return new ModelList.Silence(
                scope == null ? null : scope.kind().text(),
                scope == null ? null : scope.code(),
                silence.from(),
                silence.until(),
                !silence.from().isAfter(now),
                silence.owner(),
                silence.reason());
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
