package io.sanse.model.engine;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record that makes the processor fail goes to the dead letters as a whole, and the stream goes on: the last resort behind the care for single observations. */
public final class DefectHandler implements ProcessingExceptionHandler {
    /** Key of the configuration that holds the {@link DeadLetterRecords}. */
    static final String LETTERS = "sanse.dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(DefectHandler.class);

    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configs) {
        letters = (DeadLetterRecords) configs.get(LETTERS);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception defect) {
        String place = context.topic() + '-' + context.partition() + '@' + context.offset();
        LOG.error("the record {} cannot be processed", place, defect);
        byte[] raw = context.sourceRawValue() == null ? new byte[0] : context.sourceRawValue();
        DeadLetter letter = letters.of(place, "model-defect", String.valueOf(defect), raw);
        return Response.resume(List.of(new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(),
                letter.id().toString().getBytes(StandardCharsets.UTF_8),
                Json.bytes(letter))));
    }
}
