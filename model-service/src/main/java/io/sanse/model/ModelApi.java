package io.sanse.model;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.LatenessList;
import io.sanse.contract.service.LatenessQuery;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelQuery;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.StateList;
import io.sanse.contract.service.StateQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.sanse.model.tracks.ObservationStore;
import io.sanse.model.watch.LatenessDesk;
import io.sanse.model.watch.StateDesk;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.serviceproxy.ServiceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the questions about models, which are the same for every caller, and about what was observed. */
final class ModelApi implements ModelService {
    private static final Logger LOG = LoggerFactory.getLogger(ModelApi.class);

    private final Supplier<ModelList> models;
    private final ObservationStore store;
    private final StateDesk state;
    private final LatenessDesk lateness;

    ModelApi(Supplier<ModelList> models, ObservationStore store, StateDesk state, LatenessDesk lateness) {
        this.models = models;
        this.store = store;
        this.state = state;
        this.lateness = lateness;
    }

    @Override
    public Future<ModelList> models(ModelQuery query) {
        return Future.succeededFuture(models.get());
    }

    @Override
    public Future<ObservationPage> observations(ObservationQuery query) {
        return store.observations(query).recover(ModelApi::told);
    }

    @Override
    public Future<Track> track(TrackQuery query) {
        return store.track(query).recover(ModelApi::told);
    }

    @Override
    public Future<StateList> state(StateQuery query) {
        return state.state(query).recover(ModelApi::told);
    }

    @Override
    public Future<LatenessList> lateness(LatenessQuery query) {
        return lateness.lateness(query).recover(ModelApi::told);
    }

    private static <T> Future<T> told(Throwable failure) {
        if (failure instanceof ServiceException onPurpose) {
            return Future.failedFuture(onPurpose);
        }
        if (failure instanceof Unavailable) {
            return Future.failedFuture(ServiceError.UNAVAILABLE.exception("what is stored cannot be read now"));
        }
        LOG.error("what is stored could not be read", failure);
        return Future.failedFuture(ServiceError.BUG.exception("what is stored cannot be read"));
    }
}
