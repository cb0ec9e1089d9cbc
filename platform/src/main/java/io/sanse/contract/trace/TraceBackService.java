package io.sanse.contract.trace;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Trace-backs as jobs; answered by model-service. A job is kept for some days, whichever node ran it. */
@ProxyGen
public interface TraceBackService {
    String ADDRESS = "sanse.trace-back";

    /** Queues a trace-back. Fails with REJECTED for a question that cannot be answered, with UNAVAILABLE while too many wait. */
    Future<TraceBack> start(TraceBackOrder order);

    /** A job as it stands. Fails with NOT_FOUND. */
    Future<TraceBack> get(TraceBackRef ref);

    /** The newest jobs that the caller may see, without their results. */
    Future<TraceBackList> list(TraceBackQuery query);

    /** Cancels a job that has not ended; one that has ended stays as it is. Fails with NOT_FOUND, or with FORBIDDEN for a job of somebody else. */
    Future<TraceBack> cancel(TraceBackRef ref);
}
