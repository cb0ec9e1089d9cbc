package io.sanse.alert.exchange;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ExchangeBatch;
import io.sanse.contract.service.ExchangeHead;
import io.sanse.contract.service.ExchangeHeadQuery;
import io.sanse.contract.service.ExchangePage;
import io.sanse.contract.service.ExchangeQuery;
import io.sanse.contract.service.ExchangeReceipt;
import io.sanse.contract.service.ExchangeService;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/** Answers the province. */
final class ExchangeEndpoint implements ExchangeService {
    private static final Answers ANSWERS = new Answers("what is exchanged");
    private static final int MAX_PAGE = 500;

    private final Database database;
    private final ExchangeStore store;
    private final ExchangeInbox inbox;
    private final String source;

    ExchangeEndpoint(Database database, ExchangeStore store, ExchangeInbox inbox, String source) {
        this.database = database;
        this.store = store;
        this.inbox = inbox;
        this.source = source;
    }

    @Override
    public Future<ExchangePage> eventsAfter(ExchangeQuery query) {
        return answer(query.caller(), () -> {
            long after = seqOf(query.after());
            if (query.limit() < 1 || query.limit() > MAX_PAGE) {
                throw ServiceError.REJECTED.exception("limit is 1 to " + MAX_PAGE);
            }
            return database.ask(client -> store.after(client, after, query.limit()))
                    .map(events -> new ExchangePage(events, cursorOf(after + events.size())));
        });
    }

    @Override
    public Future<ExchangeReceipt> receive(ExchangeBatch batch) {
        return answer(batch.caller(), () -> {
            if (batch.events().size() > MAX_PAGE) {
                throw ServiceError.REJECTED.exception("a batch has at most " + MAX_PAGE + " events");
            }
            return inbox.receive(batch.events()).map(ExchangeReceipt::new);
        });
    }

    @Override
    public Future<ExchangeHead> head(ExchangeHeadQuery query) {
        return answer(query.caller(), () -> database.ask(store::head)
                .map(head -> new ExchangeHead(source, head.seq(), head.hash())));
    }

    /** Sequence numbers are dense: the cursor behind n events of a page is the number of its last. */
    private static String cursorOf(long seq) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(seq).getBytes(StandardCharsets.US_ASCII));
    }

    private static long seqOf(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long seq = Long.parseLong(text);
            if (seq >= 0) {
                return seq;
            }
            throw new NumberFormatException("negative");
        } catch (IllegalArgumentException wrong) {
            throw ServiceError.REJECTED.exception("the cursor is not one that was given out");
        }
    }

    private static <T> Future<T> answer(Caller caller, Supplier<Future<T>> question) {
        if (!caller.has(Role.PROVINCE)) {
            return Future.failedFuture(ServiceError.FORBIDDEN.exception("the exchange is for the provincial platform"));
        }
        return ANSWERS.to(question);
    }
}
