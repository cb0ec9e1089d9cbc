package io.sanse.model;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelQuery;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.vertx.core.Future;

/** Answers the questions about models; they are the same for every caller. */
final class ModelApi implements ModelService {
    private final ModelList models;

    ModelApi(ModelList models) {
        this.models = models;
    }

    @Override
    public Future<ModelList> models(ModelQuery query) {
        return Future.succeededFuture(models);
    }

    @Override
    public Future<ObservationPage> observations(ObservationQuery query) {
        return Future.failedFuture(ServiceError.UNAVAILABLE.exception("this node keeps no observations"));
    }

    @Override
    public Future<Track> track(TrackQuery query) {
        return Future.failedFuture(ServiceError.UNAVAILABLE.exception("this node keeps no tracks"));
    }
}
