package io.sanse.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.Level;
import io.sanse.contract.ServiceError;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Change;
import io.sanse.contract.explain.BundleQuery;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.explain.EvidenceBundle.BundleHashes;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ExplanationQuery;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.contract.explain.ModelExplanation.ExplainedCondition;
import io.sanse.contract.explain.ModelExplanation.ExplainedDoubt;
import io.sanse.contract.explain.ModelExplanation.ExplainedLevel;
import io.sanse.contract.explain.ModelExplanation.ExplainedMoment;
import io.sanse.contract.explain.ModelExplanation.ExplainedWord;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Answers of model-service about why. */
final class FakeExplanations implements ExplanationService {
    static final String UNKNOWN = "no-such-model";

    final AtomicReference<BundleQuery> lastBundle = new AtomicReference<>();

    @Override
    public Future<EvidenceBundle> bundle(BundleQuery query) {
        lastBundle.set(query);
        JsonNode part = ApiModel.parse("{\"tonnes\":8.50,\"set\":[\"b\",\"a\"]}");
        return Future.succeededFuture(new EvidenceBundle(
                EvidenceBundle.FORMAT,
                part,
                List.of(part),
                part,
                List.of(part),
                List.of(part),
                new BundleHashes(Map.of("detection", Samples.HASH), Samples.HASH)));
    }

    @Override
    public Future<ModelExplanation> explain(ExplanationQuery query) {
        if (query.model().equals(UNKNOWN)) {
            return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no model '" + UNKNOWN + "'"));
        }
        ExplainedCondition part = new ExplainedCondition(
                "stay > longest", false, "none", Map.of("stay", "20 min", "longest", "20 min"), List.of());
        ExplainedCondition all = new ExplainedCondition("stay > longest", null, "all", Map.of(), List.of(part));
        return Future.succeededFuture(new ModelExplanation(
                query.model(),
                3,
                query.subject(),
                query.at(),
                ExplanationOutcome.NEAR_MISS,
                Samples.TEXT,
                40,
                Samples.NIGHT,
                query.at(),
                List.of(new ExplainedMoment(
                        query.at(),
                        Level.YELLOW,
                        72,
                        List.of(Aggravation.NIGHT),
                        Map.of("stay", "20 min"),
                        List.of(new ExplainedLevel(Level.YELLOW, all)),
                        List.of(part))),
                List.of(new ExplainedDoubt(query.at(), "no-progress")),
                List.of(new ExplainedWord(
                        UUID.randomUUID(), Change.RAISED, 1, Level.YELLOW, query.at(), query.at(), Samples.TEXT))));
    }
}
