package io.sanse.model.cases;

import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.List;

/** The models in a case. */
final class CaseDetection implements CaseListener {
    private final ByteMemory memory = new ByteMemory();
    private final ModelSet models;
    private final World world;
    private final DetectionSink sink;
    private PartitionDetector detector;

    CaseDetection(ModelSet models, World world, DetectionSink sink) {
        this.models = models;
        this.world = world;
        this.sink = sink;
        this.detector = new PartitionDetector(models, memory, sink);
    }

    @Override
    public void arrived(List<Observation> observations, Instant now) {
        detector.process(observations, world, now);
    }

    @Override
    public void restart() {
        detector = new PartitionDetector(models, memory, sink);
    }
}
