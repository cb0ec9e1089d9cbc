package io.sanse.bench.peers;

import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Hands the events to Flink; the first and the last one wait for the scales while everything else goes on. */
final class FlinkFeed implements AutoCloseable {
    /** Flink copies what it runs, also within one process: a feed is found again by its number. */
    private static final Map<Integer, FlinkFeed> OPEN = new ConcurrentHashMap<>();

    private static final CompletionStage<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    private final Events events;
    private final Scales scales;
    private boolean tared;
    private boolean weighed;
    private long given;

    FlinkFeed(Events events, Scales scales) {
        this.events = events;
        this.scales = scales;
        OPEN.put(number(), this);
    }

    private int number() {
        return System.identityHashCode(this);
    }

    DataGeneratorSource<Event> source() {
        int number = number();
        return new DataGeneratorSource<>(
                new Hand(number),
                events.size(),
                parallelism -> OPEN.get(number)::mayGive,
                TypeInformation.of(Event.class));
    }

    /** Is asked by the thread that gives, before each event. */
    private CompletionStage<Void> mayGive(int count) {
        if (!tared) {
            tared = true;
            return CompletableFuture.runAsync(scales::tare);
        }
        if (!weighed && given + count == events.size()) {
            weighed = true;
            return CompletableFuture.runAsync(scales::weigh);
        }
        return AT_ONCE;
    }

    @Override
    public void close() {
        OPEN.remove(number());
    }

    private static final class Hand implements GeneratorFunction<Long, Event> {
        private final int number;
        private transient FlinkFeed feed;

        Hand(int number) {
            this.number = number;
        }

        @Override
        public void open(SourceReaderContext context) {
            feed = OPEN.get(number);
        }

        @Override
        public Event map(Long index) {
            feed.given = index + 1;
            return feed.events.event(index.intValue());
        }
    }
}
