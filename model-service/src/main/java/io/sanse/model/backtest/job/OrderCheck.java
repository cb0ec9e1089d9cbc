package io.sanse.model.backtest.job;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.model.backtest.Plan;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problem;
import io.sanse.model.file.Problems;
import io.sanse.model.library.ModelReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Refuses orders that cannot be played; all of it fails with {@link ServiceError#REJECTED}. */
final class OrderCheck {
    private static final int MOST_MODELS = 50;
    private static final int MOST_WARM_UP_HOURS = 24 * 400;

    private OrderCheck() {}

    static void period(BacktestOrder order, BacktestSettings settings, Instant now) {
        require(order.from().isBefore(order.until()), "from must be before until");
        require(order.from().isBefore(now), "the period has not begun yet");
        require(
                Duration.between(order.from(), order.until()).compareTo(settings.longest()) <= 0,
                "the period is longer than " + settings.longest());
        Integer warmUp = order.warmUpHours();
        require(
                warmUp == null || warmUp >= 0 && warmUp <= MOST_WARM_UP_HOURS,
                "warmUpHours must be 0 to " + MOST_WARM_UP_HOURS);
        require(
                order.texts().size() + order.against().size() <= MOST_MODELS,
                "at most " + MOST_MODELS + " models at a time");
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw ServiceError.REJECTED.exception(what);
        }
    }

    /** Reads the models; the detail of a refusal has every problem with its line and column. */
    static Plan plan(BacktestOrder order, ModelSet live) {
        try {
            return Plan.of(live, sources("models", order.texts()), sources("against", order.against()), order.ids());
        } catch (ModelFileException wrong) {
            throw rejected(wrong);
        } catch (IllegalArgumentException unknown) {
            throw ServiceError.REJECTED.exception(unknown.getMessage());
        }
    }

    /** Texts that would ask the registry about persons: whoever writes them chooses of whom, and the counts answer. */
    static void texts(BacktestOrder order) {
        Problems problems = new Problems();
        Stream.of(sources("models", order.texts()), sources("against", order.against()))
                .flatMap(List::stream)
                .forEach(source -> problems.check(() -> requireNoPersons(source)));
        try {
            problems.end();
        } catch (ModelFileException wrong) {
            throw rejected(wrong);
        }
    }

    private static void requireNoPersons(Plan.Source source) {
        if (ModelReader.read(source.file(), source.yaml()).operator().readsPersons()) {
            throw new ModelFileException(
                    Place.start(source.file()),
                    "reads what is registered of persons, which a backtest does not answer: publish it and pass its gate");
        }
    }

    private static List<Plan.Source> sources(String name, List<String> texts) {
        List<Plan.Source> sources = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            sources.add(new Plan.Source(name + '/' + i, texts.get(i)));
        }
        return sources;
    }

    private static ServiceException rejected(ModelFileException wrong) {
        JsonArray problems = new JsonArray();
        wrong.problems().forEach(problem -> problems.add(json(problem)));
        String all = problems.size() == 1 ? "" : " and " + (problems.size() - 1) + " more";
        return ServiceError.REJECTED.exception(
                wrong.problems().get(0) + all, new JsonObject().put("problems", problems));
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject()
                .put("model", problem.place().file())
                .put("line", problem.place().line())
                .put("column", problem.place().column())
                .put("what", problem.what());
    }
}
