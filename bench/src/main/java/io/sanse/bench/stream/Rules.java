package io.sanse.bench.stream;

import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import java.util.List;
import java.util.Map;

/** The five rules, with the parameters of Sanse's models that they are. */
public final class Rules {
    /** Sanse's models; the others do without them. */
    public static final List<String> MODELS =
            List.of(Answer.OVER_STAY, Answer.WEIGHT_GAP, Answer.OVERDUE, Answer.PASSAGE, Answer.SILENT);

    /** A transport takes too long after the double, but not before 4 h. */
    public static final int USUAL_TRIP_MINUTES = 100;

    public static final long OVERDUE_MS = 4L * 3_600_000;
    public static final long SILENCE_MS = 10L * 60_000;
    public static final long TRIP_MS = 6L * 3_600_000;
    public static final double GAP_PERCENT = 3;
    public static final double GAP_TONNES = 0.5;

    /** How long a vehicle may stay in a zone of a type, ms. */
    public static final Map<String, Long> STAYS = Map.of("fuel", 3L * 3_600_000, "receiver", 12L * 3_600_000);

    private Rules() {}

    /** Sanse with these rules alone. */
    public static ModelSet models() {
        ModelSet all = ModelCompiler.compiled(Library.load());
        List<Model> five = all.models().stream()
                .filter(model -> MODELS.contains(model.id()))
                .toList();
        return new ModelSet(five, all.tracks(), all.outages(), all.backlog(), all.calendar());
    }

    public static boolean isWeightGap(double sent, double received) {
        double gap = Math.abs(sent - received);
        return 100 * gap / sent > GAP_PERCENT && gap > GAP_TONNES;
    }
}
