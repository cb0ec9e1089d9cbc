package io.sanse.bench.durable;

import io.sanse.bench.stream.Answer;
import io.sanse.contract.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads committed detections as they come, in a thread of its own. */
final class WordReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Engine engine;
    private final Broker broker;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Map<String, Word> last = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final Map<String, Long> gaps = new HashMap<>();
    private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();
    private int doubled;
    private volatile boolean closed;

    private WordReader(Engine engine, Broker broker) {
        this.engine = engine;
        this.broker = broker;
    }

    static WordReader start(Engine engine, Broker broker) {
        WordReader reader = new WordReader(engine, broker);
        new Thread(reader::run, "words").start();
        return reader;
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker.settings().consumer("words"))) {
            consumer.subscribe(List.of(Topics.DETECTIONS.name()));
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(engine.word(record.value()), System.nanoTime());
                }
                consumer.assignment().forEach(partition -> read.put(partition, consumer.position(partition)));
            }
            end.complete(null);
        } catch (IOException | RuntimeException failure) {
            end.completeExceptionally(failure);
        }
    }

    private synchronized void take(Word word, long nanos) {
        if (!said.add(word.id() + ' ' + word.revision())) {
            doubled++;
        }
        last.merge(word.id(), word, (before, now) -> now.revision() < before.revision() ? before : now);
        if (word.answer().model().equals(Answer.WEIGHT_GAP)) {
            gaps.putIfAbsent(word.answer().subject(), nanos);
        }
    }

    /** When a manifest's weight gap was read first; {@link System#nanoTime()}. */
    synchronized OptionalLong gapReadAt(String manifest) {
        Long at = gaps.get(manifest);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Returns when it has read so far, by partition. */
    void awaitRead(Map<TopicPartition, Long> ends, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            if (end.isDone() || System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("not all detections can be read");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** How many records said what an earlier one had said. */
    synchronized int doubled() {
        return doubled;
    }

    /**
     * What holds by the last words.
     *
     * @param until later moments do not count, ms since the epoch
     */
    synchronized Set<Answer> answers(long until) {
        Set<Answer> answers = new TreeSet<>();
        last.values().stream()
                .filter(word -> word.holds() && word.moment() <= until)
                .forEach(word -> answers.add(word.answer()));
        return answers;
    }

    /** Throws when it could not read. */
    @Override
    public void close() {
        closed = true;
        end.join();
    }
}
