package io.sanse.model.engine;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store that holds nothing and is told before each commit of its task, while what is written to other stores still belongs to the transaction. {@link CachedStateStore} belongs to the inside of Kafka
 * Streams: what its public interfaces tell of a commit comes after the offsets. {@code BeforeCommitTest} says when another version of Kafka tells it no longer.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Void, Void> {
    /** Name of the store. */
    static final String NAME = "before-commit";

    private static final Runnable NOBODY = () -> {};

    private Runnable writer = NOBODY;
    private boolean open;

    /** @param told from now on, instead of whoever was told before */
    void tell(Runnable told) {
        writer = told;
    }

    @Override
    public void flushCache() {
        writer.run();
    }

    /** The task is made over into another kind of task, after a commit: there is nothing left to write. */
    @Override
    public void clearCache() {
        writer = NOBODY;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Void, Void> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException(NAME + " has no change log");
        });
        open = true;
    }

    @Override
    public void close() {
        writer = NOBODY;
        open = false;
    }

    /** A persistent store would be wrapped by Kafka Streams, which hides that this is a {@link CachedStateStore}. */
    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Makes one for each task. It is neither cached nor logged, whatever is asked. */
    static final class Builder implements StoreBuilder<BeforeCommit> {
        @Override
        public BeforeCommit build() {
            return new BeforeCommit();
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
