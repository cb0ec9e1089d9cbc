package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Exchange with the provincial closed-loop platform; answered by alert-service. */
@ProxyGen
public interface ExchangeService {
    String ADDRESS = "sanse.exchange";

    /** Shared events behind a cursor, as CloudEvents. Fails with REJECTED for a bad cursor. */
    Future<ExchangePage> eventsAfter(ExchangeQuery query);

    /** Takes the province's events; each has its own result, a repeat answers as the first did. */
    Future<ExchangeReceipt> receive(ExchangeBatch batch);

    /** Head of our side: dense sequence number and digest. */
    Future<ExchangeHead> head(ExchangeHeadQuery query);
}
