package io.sanse.model.engine;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.ObservationFrames.Unreadable;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.watch.StateSizes.Measurement;
import io.sanse.runtime.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frames in, detections and dead letters out. */
final class DetectionProcessor implements Processor<byte[], byte[], String, byte[]>, DetectionSink {
    private static final Logger LOG = LoggerFactory.getLogger(DetectionProcessor.class);

    /** A version that fails does so with each report: it is told of once for each subject. */
    private static final int TOLD = 10_000;

    private final DetectionParts parts;
    private final Map<UUID, UUID> told = new RecentlyUsed<>(TOLD);
    private ProcessorContext<String, byte[]> context;
    private PartitionDetector detector;
    private StoreMemory memory;

    DetectionProcessor(DetectionParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        context = given;
        memory = new StoreMemory(new StoreMemory.Stores(
                given.getStateStore(StoreMemory.TRACKS),
                given.getStateStore(StoreMemory.SEGMENTS),
                given.getStateStore(StoreMemory.DOSSIERS),
                given.getStateStore(StoreMemory.FEEDS)));
        given.<BeforeCommit>getStateStore(BeforeCommit.NAME).tell(memory::write);
        detector = new PartitionDetector(parts.models(), memory, this);
        measure();
        given.schedule(parts.sizes().every(), PunctuationType.WALL_CLOCK_TIME, now -> measure());
    }

    private void measure() {
        Measurement measurement =
                new Measurement(parts.clock().instant(), memory.tally().sizes());
        parts.sizes().measured(context.taskId().partition(), measurement);
    }

    @Override
    public void close() {
        parts.sizes().released(context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        ObservationFrames.Frame frame = ObservationFrames.decode(value);
        List<Unreadable> unreadable = frame.unreadable();
        for (int i = 0; i < unreadable.size(); i++) {
            Unreadable one = unreadable.get(i);
            refuse(parts.letters().of(place() + '#' + i, "unreadable-observation", one.detail(), one.bytes()));
        }
        parts.metrics().lateness().received(frame.observations());
        detector.process(frame.observations(), parts.registry().world());
    }

    private String place() {
        return context.recordMetadata().map(DetectionProcessor::place).orElse("clock");
    }

    private static String place(RecordMetadata metadata) {
        return metadata.topic() + '-' + metadata.partition() + '@' + metadata.offset();
    }

    @Override
    public void found(Detection detection) {
        boolean shadow = Model.isShadow(detection.model());
        if (!shadow) {
            parts.metrics().found(detection, parts.clock().instant());
        }
        Record<String, byte[]> record = new Record<>(
                detection.subject().toString(),
                Json.bytes(detection),
                detection.detectedAt().toEpochMilli());
        context.forward(record, shadow ? DetectionTopology.SHADOW_DETECTIONS : DetectionTopology.DETECTIONS);
    }

    private void refuse(DeadLetter letter) {
        Record<String, byte[]> record = new Record<>(
                letter.id().toString(), Json.bytes(letter), letter.receivedAt().toEpochMilli());
        context.forward(record, DetectionTopology.DEAD_LETTERS);
    }

    @Override
    public void undecided(String model, Subject subject, Undecided undecided) {
        parts.metrics().undecided(model, undecided.reason());
    }

    @Override
    public void tooLate(Subject subject, int reports) {
        if (reports > 0) {
            parts.metrics().tooLate(reports);
        }
    }

    @Override
    public void tooMany(Subject subject, String book, int entries) {
        LOG.warn("of {} more is told than is kept: {} entries of {} are kept no longer", subject, entries, book);
        parts.metrics().tooMany(book, entries);
    }

    @Override
    public void failed(Observation observation, RuntimeException defect) {
        LOG.error("{} of {} cannot be processed", observation.id(), observation.subject(), defect);
        refuse(parts.letters().of(observation, defect));
    }

    @Override
    public void failed(Model version, Subject subject, RuntimeException defect) {
        DeadLetter letter = parts.letters().of(version, subject, defect);
        if (told.put(letter.id(), letter.id()) == null) {
            LOG.error(
                    "{} version {} cannot judge {}",
                    version.id(),
                    version.head().version(),
                    subject,
                    defect);
            refuse(letter);
        }
    }

    @Override
    public void failed(Subject subject, RuntimeException defect) {
        LOG.error("{} cannot be judged", subject, defect);
        parts.metrics().rejected("model-defect");
    }
}
