package io.sanse.bench.durable.load;

import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts observations into frames, one open for each partition; a full one leaves at once. Used by one thread. */
public final class Lanes {
    private final Producer<byte[], byte[]> producer;
    private final List<List<Observation>> open = new ArrayList<>();
    private final AtomicReference<Exception> refusal = new AtomicReference<>();

    /** @param partitions of the topic */
    public Lanes(Producer<byte[], byte[]> producer, int partitions) {
        this.producer = producer;
        for (int partition = 0; partition < partitions; partition++) {
            open.add(new ArrayList<>(ObservationFrames.MAX_OBSERVATIONS));
        }
    }

    int partitions() {
        return open.size();
    }

    public void add(Observation observation) {
        add(SubjectPartitioner.partition(observation.subject(), open.size()), observation);
    }

    /** For those who know the partition. */
    void add(int partition, Observation observation) {
        List<Observation> frame = open.get(partition);
        frame.add(observation);
        if (frame.size() == ObservationFrames.MAX_OBSERVATIONS) {
            send(partition);
        }
    }

    /** As the progress of a feed goes. */
    public void addEverywhere(Observation observation) {
        for (int partition = 0; partition < open.size(); partition++) {
            add(partition, observation);
        }
    }

    /** What is open leaves. */
    public void send() {
        for (int partition = 0; partition < open.size(); partition++) {
            if (!open.get(partition).isEmpty()) {
                send(partition);
            }
        }
    }

    private void send(int partition) {
        byte[] frame = ObservationFrames.encode(open.get(partition));
        open.get(partition).clear();
        producer.send(
                new ProducerRecord<>(Topics.OBSERVATIONS.name(), partition, null, frame),
                (place, failure) -> refusal.compareAndSet(null, failure));
        check();
    }

    /** Returns when the broker has everything. */
    public void flush() {
        send();
        producer.flush();
        check();
    }

    private void check() {
        Exception failure = refusal.get();
        if (failure != null) {
            throw new IllegalStateException("the broker does not take observations", failure);
        }
    }
}
