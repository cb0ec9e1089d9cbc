package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Models, stored observations and tracks; answered by model-service. */
@ProxyGen
public interface ModelService {
    String ADDRESS = "sanse.model";

    /** All models with version, parameters and state. */
    Future<ModelList> models(ModelQuery query);

    /** Stored observations of a subject by event time, each once, oldest first. Fails with REJECTED for a bad range. */
    Future<ObservationPage> observations(ObservationQuery query);

    /** A vehicle's track in a span of event time, gaps shown as gaps. Fails with REJECTED for a bad range. */
    Future<Track> track(TrackQuery query);

    /** How much the models hold of subjects, over all nodes. Fails with FORBIDDEN (role). */
    Future<StateList> state(StateQuery query);

    /** How late observations reached the models, over all nodes. Fails with FORBIDDEN (role) or REJECTED (days). */
    Future<LatenessList> lateness(LatenessQuery query);
}
