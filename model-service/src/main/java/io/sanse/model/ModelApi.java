package io.sanse.model;

import io.sanse.contract.Answers;
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
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Answers the questions about models, which are the same for every caller, and about what was observed. */
final class ModelApi implements ModelService {
    private static final Answers ANSWERS = new Answers("what is stored");

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
        return store.observations(query).recover(ANSWERS::told);
    }

    @Override
    public Future<Track> track(TrackQuery query) {
        return store.track(query).recover(ANSWERS::told);
    }

    @Override
    public Future<StateList> state(StateQuery query) {
        return state.state(query).recover(ANSWERS::told);
    }

    @Override
    public Future<LatenessList> lateness(LatenessQuery query) {
        return lateness.lateness(query).recover(ANSWERS::told);
    }
}
