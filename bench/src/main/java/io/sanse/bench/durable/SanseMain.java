package io.sanse.bench.durable;

import io.sanse.bench.stream.Rules;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.engine.DetectionStreams;
import io.sanse.model.engine.ReleasedModels;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.watch.Lateness;
import io.sanse.model.watch.StateSizes;
import io.sanse.runtime.ServiceRunner;

/** model-service without its database: what runs between the topics, as it runs there, and nothing else. */
final class SanseMain {
    /** The argument that leaves out all models but the five that other engines have, too. */
    static final String FIVE = "five";

    private SanseMain() {}

    /** Argument: {@link #FIVE} or none. Settings as model-service has them. */
    public static void main(String[] arguments) {
        ModelSet models = arguments.length > 0 && arguments[0].equals(FIVE)
                ? Rules.models()
                : ModelCompiler.compiled(Library.load());
        ServiceRunner.run(
                "models of the benchmark",
                context -> DetectionStreams.start(
                        context, new ReleasedModels(models), StateSizes.from(context.settings()), new Lateness()));
    }
}
