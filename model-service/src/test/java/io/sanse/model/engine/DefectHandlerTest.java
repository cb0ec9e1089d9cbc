package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.model.watch.Lateness;
import io.sanse.runtime.json.Json;
import io.sanse.testing.TestClock;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class DefectHandlerTest {
    private static final byte[] FRAME = {1, 2, 3};

    /** Where the record stood. */
    private static final class At7 implements ErrorHandlerContext {
        @Override
        public String topic() {
            return "observations";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 7;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "models";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte[] sourceRawKey() {
            return null;
        }

        @Override
        public byte[] sourceRawValue() {
            return FRAME;
        }
    }

    @Test
    void theRecordGoesToTheDeadLettersAndTheStreamGoesOn() throws IOException {
        DetectionMetrics metrics = new DetectionMetrics(new SimpleMeterRegistry(), new Lateness());
        DefectHandler handler = new DefectHandler();
        handler.configure(
                Map.of(DefectHandler.LETTERS, new DeadLetterRecords(new TestClock("2026-03-05T12:00:00Z"), metrics)));

        Response response = handler.handleError(
                new At7(), new Record<>("", FRAME, 0), new IllegalStateException("broken on purpose"));

        assertEquals(Result.RESUME, response.result());
        ProducerRecord<byte[], byte[]> record =
                response.deadLetterQueueRecords().get(0);
        assertEquals(Topics.DEAD_LETTERS.name(), record.topic());
        DeadLetter letter = Json.parse(record.value(), DeadLetter.class);
        assertEquals("model-defect", letter.reason());
        assertEquals("observations-3@7: java.lang.IllegalStateException: broken on purpose", letter.detail());
    }
}
