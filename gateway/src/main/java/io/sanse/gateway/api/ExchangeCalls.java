package io.sanse.gateway.api;

import io.sanse.contract.service.ExchangeBatch;
import io.sanse.contract.service.ExchangeHeadQuery;
import io.sanse.contract.service.ExchangeQuery;
import io.sanse.contract.service.ExchangeReceipt;
import io.sanse.contract.service.ExchangeReceipt.Result;
import io.sanse.contract.service.ExchangeService;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Exchange with the provincial platform. */
public final class ExchangeCalls {
    private static final int MAX_PAGE = 500;
    private static final Result NO_OBJECT = new Result(null, "refused", "the item is not an object");

    private final ExchangeService exchange;

    public ExchangeCalls(ExchangeService exchange) {
        this.exchange = exchange;
    }

    /** {@code GET /exchange/v1/events}. */
    public Future<Reply> events(Call call) {
        int limit = Math.min(MAX_PAGE, call.parameters().integer("limit"));
        return exchange.eventsAfter(
                        new ExchangeQuery(call.caller(), call.parameters().text("after"), limit))
                .map(Reply::ok);
    }

    /** {@code POST /exchange/v1/events}, one or many: items that are no objects are refused here, so that they do not stop the others. */
    public Future<Reply> receive(Call call) {
        Object body = call.body(Object.class);
        List<?> items = body instanceof List<?> batch ? batch : List.of(body);
        List<Map<String, Object>> events = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> event) {
                events.add(event(event));
            }
        }
        return exchange.receive(new ExchangeBatch(call.caller(), events))
                .map(receipt -> Reply.ok(inOrder(items, receipt)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(Map<?, ?> members) {
        return (Map<String, Object>) members;
    }

    private static ExchangeReceipt inOrder(List<?> items, ExchangeReceipt receipt) {
        Iterator<Result> results = receipt.results().iterator();
        List<Result> all = new ArrayList<>();
        for (Object item : items) {
            all.add(item instanceof Map ? results.next() : NO_OBJECT);
        }
        return new ExchangeReceipt(all);
    }

    /** {@code GET /exchange/v1/heads}. */
    public Future<Reply> head(Call call) {
        return exchange.head(new ExchangeHeadQuery(call.caller())).map(Reply::ok);
    }
}
