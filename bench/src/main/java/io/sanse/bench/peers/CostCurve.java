package io.sanse.bench.peers;

import io.sanse.bench.stream.Observations;
import io.sanse.bench.stream.Reports;
import io.sanse.bench.stream.Stream;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.library.ModelReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the cost of an observation in Sanse's detection core depends on: how many models there are, how many vehicles, how much of it is conditions. */
final class CostCurve {
    /** Before each line that is meant for people. */
    static final String PREFIX = "> ";

    private static final int MODELS = 100;
    private static final int LIVE_VEHICLES = 20_000;
    private static final int WARM_ROUNDS = 30;
    private static final int ROUNDS = 30;
    private static final int MILLION = 1_000_000;

    private CostCurve() {}

    /** Arguments: vehicles and hours of the stream on which conditions are timed. */
    public static void main(String[] arguments) throws Exception {
        ModelSet interpreted = Library.load();
        ModelSet all = ModelCompiler.compiled(interpreted);
        byModels(all);
        byVehicles(all);
        ConditionShare share = new ConditionShare(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        share.print("compiled", all);
        share.print("interpreted", interpreted);
        System.exit(0);
    }

    private static void byModels(ModelSet all) {
        new Driving(LIVE_VEHICLES, WARM_ROUNDS).cost(all, ROUNDS);
        for (int count : new int[] {1, 10, all.models().size(), MODELS}) {
            double micros = new Driving(LIVE_VEHICLES, WARM_ROUNDS).cost(with(all, count), ROUNDS);
            say("%,d models: %.3f µs of CPU a position (%,d vehicles)".formatted(count, micros, LIVE_VEHICLES));
        }
    }

    private static void byVehicles(ModelSet all) {
        for (int vehicles : new int[] {1_000, 10_000, 100_000, MILLION}) {
            int rounds = Math.max(4, Math.min(ROUNDS, 2 * MILLION / vehicles));
            Driving driving = new Driving(vehicles, rounds);
            double micros = driving.cost(all, rounds);
            say("%,d vehicles: %.3f µs of CPU a position, %,d bytes of heap a quiet vehicle (%,d models)"
                    .formatted(
                            vehicles,
                            micros,
                            driving.bytes() / vehicles,
                            all.models().size()));
        }
    }

    /** The first models, or all and copies of them under other names. */
    private static ModelSet with(ModelSet all, int count) {
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Model model = all.models().get(i % all.models().size());
            models.add(
                    i < all.models().size()
                            ? model
                            : copy(model, i / all.models().size()));
        }
        return new ModelSet(models, all.tracks(), all.outages(), all.backlog(), all.calendar());
    }

    private static Model copy(Model model, int number) {
        String source = model.head().source();
        String renamed = source.replaceFirst("(?m)^id: " + model.id() + "$", "id: " + model.id() + "-" + number);
        return ModelCompiler.compiled(ModelReader.read("copy.yaml", renamed)).model();
    }

    static void say(String line) {
        System.out.println(PREFIX + line);
    }

    /** Vehicles that drive about and report each 30 s, in frames of 128. */
    private static final class Driving {
        private final Reports reports;
        private final int warmRounds;
        private final Heap heap = new Heap();

        Driving(int vehicles, int warmRounds) {
            this.reports = new Reports(vehicles);
            this.warmRounds = warmRounds;
        }

        /** @return CPU of a position, µs */
        double cost(ModelSet models, int rounds) {
            heap.tare();
            SanseCore core = new SanseCore(models, reports.city());
            for (int round = 0; round < warmRounds; round++) {
                play(core, round);
            }
            long spent = 0;
            for (int round = warmRounds; round < warmRounds + rounds; round++) {
                spent += play(core, round);
            }
            heap.weigh();
            core.close();
            return spent / 1e3 / rounds / reports.vehicles();
        }

        private long play(SanseCore core, int round) {
            Instant at = Stream.START.plusSeconds(30L * round);
            long spent = 0;
            for (int first = 0; first < reports.vehicles(); first += Observations.FRAME) {
                List<Observation> frame = reports.frame(first, at);
                long before = PeerRun.threadNanos();
                core.hear(frame);
                spent += PeerRun.threadNanos() - before;
            }
            return spent;
        }

        long bytes() {
            return heap.bytes();
        }
    }
}
