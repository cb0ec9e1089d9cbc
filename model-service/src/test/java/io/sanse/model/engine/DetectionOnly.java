package io.sanse.model.engine;

import io.sanse.model.library.Library;
import io.sanse.model.watch.Lateness;
import io.sanse.model.watch.StateSizes;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.vertx.core.Future;
import java.time.Duration;

/** A process with the detection models and nothing else, to be killed. */
public final class DetectionOnly {
    private DetectionOnly() {}

    public static void main(String[] arguments) {
        ServiceRunner.run("detection", DetectionOnly::start);
    }

    static Future<Void> start(ServiceContext context) {
        return DetectionStreams.start(
                context, new ReleasedModels(Library.load()), new StateSizes(Duration.ofMinutes(5)), new Lateness());
    }
}
