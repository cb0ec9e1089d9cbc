package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.Weighing;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that come late in one group with something that no model can stand: it alone is refused, and all is as if it had never come. */
class DefectAmongLateTest {
    private static final Subject TRUCK = RandomNight.TRUCK;
    private static final Weighing POISON = new Weighing("poison", Weighing.Side.SENT, TRUCK.id(), null, null, null, 1);
    private static final int HELD_BACK = 40;

    private final ModelSet models = touchy(Library.load());
    private final World world = World.of(RandomNight.registry());

    /** What is told, with what is refused. */
    private static final class Heard implements DetectionSink {
        private final Map<UUID, Detection> last = new LinkedHashMap<>();
        private final List<Observation> refused = new ArrayList<>();

        @Override
        public void found(Detection detection) {
            last.put(detection.id(), detection);
        }

        @Override
        public void undecided(String model, Subject subject, Undecided undecided) {}

        @Override
        public void tooLate(Subject subject, int reports) {
            assertEquals(0, reports);
        }

        @Override
        public void failed(Observation observation, RuntimeException failure) {
            refused.add(observation);
        }

        /** Not taken for the model's own, so that it is everybody's. */
        @Override
        public void failed(Model version, Subject subject, RuntimeException failure) {
            throw failure;
        }

        @Override
        public void failed(Subject subject, RuntimeException failure) {
            throw new AssertionError(failure);
        }
    }

    /** One of them cannot stand the poison. */
    private static ModelSet touchy(ModelSet set) {
        List<Model> all = set.models().stream()
                .map(model -> model.id().equals("over-stay") ? touchy(model) : model)
                .toList();
        return new ModelSet(all, set.tracks(), set.outages(), set.backlog(), set.calendar());
    }

    private static Model touchy(Model model) {
        Operator operator = (Operator) Proxy.newProxyInstance(
                DefectAmongLateTest.class.getClassLoader(),
                new Class<?>[] {Operator.class},
                (proxy, method, arguments) -> answer(model.operator(), method, arguments));
        return model.with(operator);
    }

    private static Object answer(Operator original, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("facts")) {
            Set<String> facts = new HashSet<>(original.facts());
            facts.add("weighing");
            return facts;
        }
        if (method.getName().equals("series")) {
            VehicleFacts facts = (VehicleFacts) ((Question) arguments[0]).facts();
            if (facts.weighings().stream().anyMatch(one -> one.payload().equals(POISON))) {
                throw new IllegalStateException("poison");
            }
        }
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** What stands at the end, and the track. */
    private record Left(List<String> words, List<UUID> track, List<Observation> refused) {}

    private Left play(RandomNight night, boolean poisoned, int from) {
        List<Observation> reports = RandomNight.sorted(night.reports());
        List<Observation> late = new ArrayList<>(reports.subList(from, from + HELD_BACK));
        late.addAll(night.steps());
        if (poisoned) {
            late.add(HELD_BACK / 2, poison(late.get(0)));
        }
        List<Observation> inTime = new ArrayList<>(reports);
        inTime.removeAll(late);
        int when = from + (inTime.size() - from) / 2;
        Heard heard = new Heard();
        ByteMemory memory = new ByteMemory();
        PartitionDetector detector = new PartitionDetector(models, memory, heard);
        inTime.subList(0, when).forEach(one -> detector.process(List.of(one), world));
        detector.process(late, world, inTime.get(when).receivedAt());
        inTime.subList(when, inTime.size()).forEach(one -> detector.process(List.of(one), world));
        night.progress().forEach(one -> detector.process(List.of(one), world));
        List<UUID> track = memory.track(TRUCK).between(memory.segments(TRUCK), Long.MIN_VALUE, Long.MAX_VALUE).stream()
                .map(Fix::id)
                .toList();
        List<String> words = heard.last.values().stream()
                .map(DefectAmongLateTest::said)
                .sorted()
                .toList();
        return new Left(words, track, heard.refused);
    }

    private static String said(Detection word) {
        return word.model() + ' ' + word.change() + ' ' + word.level() + ' ' + word.from() + ".." + word.to() + ' '
                + word.text().en() + word.evidence();
    }

    private static Observation poison(Observation like) {
        return new Observation(
                ObservationId.of(Kind.WEIGHING, "poison", like.observedAt(), ""),
                new Source("scales", "test", "poison"),
                TRUCK,
                List.of(),
                like.observedAt(),
                like.receivedAt(),
                null,
                POISON);
    }

    @ParameterizedTest(name = "night {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAloneIsRefused(long seed) {
        RandomNight night = new RandomNight(seed);
        int from = night.reports().size() / 3;
        Left expected = play(night, false, from);
        Left left = play(night, true, from);
        assertEquals(1, left.refused().size());
        assertEquals(POISON, left.refused().get(0).payload());
        assertEquals(expected.track(), left.track());
        long reports = night.reports().stream()
                .filter(one -> one.payload() instanceof Position)
                .count();
        assertEquals(reports, left.track().size());
        assertEquals(String.join("\n", standing(expected)), String.join("\n", standing(left)));
    }

    /** Said at once or after a word that was taken back: what stands is the same. */
    private static List<String> standing(Left left) {
        return left.words().stream()
                .filter(word -> !word.contains(" RETRACTED "))
                .toList();
    }
}
