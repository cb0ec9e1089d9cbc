package io.sanse.bench.durable.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.bench.stream.Reports;
import io.sanse.bench.stream.Stream;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames leave when they are full or when they are asked to. */
class LanesTest {
    private static final int PARTITIONS = 3;

    private final Observation report = new Reports(1).report(0, Stream.START);

    private static MockProducer<byte[], byte[]> producer(boolean takes) {
        return new MockProducer<>(takes, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @ParameterizedTest(name = "{0} observations")
    @CsvSource({"127, 0, 1", "128, 1, 1", "129, 1, 2"})
    void aFullFrameLeavesAtOnce(int count, int atOnce, int afterSending) {
        MockProducer<byte[], byte[]> producer = producer(true);
        Lanes lanes = new Lanes(producer, PARTITIONS);
        for (int i = 0; i < count; i++) {
            lanes.add(1, report);
        }
        assertEquals(atOnce, producer.history().size());
        lanes.flush();
        assertEquals(afterSending, producer.history().size());
        assertEquals(
                count,
                producer.history().stream().mapToInt(LanesTest::observations).sum());
    }

    private static int observations(ProducerRecord<byte[], byte[]> frame) {
        return ObservationFrames.decode(frame.value()).observations().size();
    }

    @Test
    void progressGoesToEachPartition() {
        MockProducer<byte[], byte[]> producer = producer(true);
        Lanes lanes = new Lanes(producer, PARTITIONS);
        lanes.addEverywhere(report);
        lanes.flush();
        assertEquals(
                List.of(0, 1, 2),
                producer.history().stream().map(ProducerRecord::partition).toList());
    }

    @Test
    void whatTheBrokerRefusesIsNotPassedOver() {
        MockProducer<byte[], byte[]> producer = producer(false);
        Lanes lanes = new Lanes(producer, PARTITIONS);
        lanes.add(0, report);
        lanes.send();
        producer.errorNext(new TimeoutException("no answer"));
        assertThrows(IllegalStateException.class, lanes::flush);
    }
}
