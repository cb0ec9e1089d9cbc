package io.sanse.model.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.model.backtest.Plan;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problem;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Orders a backtest of a running platform and waits for its end. */
final class BacktestClient {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PERCENT = 100;

    private record Order(List<String> models, List<String> against, Instant from, Instant until, Integer warmUpHours) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(String title, String detail, List<ModelProblem> problems) {}

    private record ModelProblem(String model, int line, int column, String what) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final BacktestOptions options;
    private final String token;
    private final Consumer<String> progress;

    /**
     * @param token bearer token, or null when there is none
     * @param progress told how far it is
     */
    BacktestClient(BacktestOptions options, String token, Consumer<String> progress) {
        this.options = options;
        this.token = token;
        this.progress = progress;
    }

    /**
     * @throws ModelFileException when the platform refuses a model
     * @throws IllegalArgumentException when it refuses the order, does not answer, or the job does not come to its end
     */
    BacktestResult result(List<Plan.Source> versions, List<Plan.Source> against) {
        UUID id = UUID.randomUUID();
        Order order = new Order(
                versions.stream().map(Plan.Source::yaml).toList(),
                against.stream().map(Plan.Source::yaml).toList(),
                options.period().from(),
                options.period().until(),
                options.warmUpHours());
        HttpRequest.Builder begin = request("/api/v1/backtests")
                .header("content-type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(order)));
        BacktestJob job = job(begin, versions, against);
        while (job.state() == BacktestState.RUNNING) {
            progress.accept("%d %% played".formatted(Math.round(job.progress() * PERCENT)));
            pause();
            job = job(request("/api/v1/backtests/" + id).GET(), versions, against);
        }
        if (job.state() != BacktestState.DONE) {
            throw new IllegalArgumentException(
                    "the backtest is " + job.state().text() + (job.reason() == null ? "" : ": " + job.reason()));
        }
        return job.result();
    }

    private HttpRequest.Builder request(String path) {
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("the platform wants a token: set " + BacktestCommand.TOKEN);
        }
        return HttpRequest.newBuilder(options.url().resolve(path))
                .timeout(ANSWER)
                .header("authorization", "Bearer " + token.strip());
    }

    private BacktestJob job(HttpRequest.Builder request, List<Plan.Source> versions, List<Plan.Source> against) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / PERCENT == 2) {
                return Json.parse(response.body(), BacktestJob.class);
            }
            throw refused(response, versions, against);
        } catch (JacksonException foreign) {
            throw new IllegalArgumentException(options.url() + " does not answer as Sanse does", foreign);
        } catch (IOException silent) {
            throw new IllegalArgumentException(options.url() + " does not answer: " + silent.getMessage(), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("stopped", stopped);
        }
    }

    private static IllegalArgumentException refused(
            HttpResponse<String> response, List<Plan.Source> versions, List<Plan.Source> against)
            throws JacksonException {
        Refusal refusal = Json.parse(response.body(), Refusal.class);
        if (refusal.problems() == null || refusal.problems().isEmpty()) {
            String detail = refusal.detail() == null ? refusal.title() : refusal.detail();
            return new IllegalArgumentException("the platform says " + response.statusCode() + ": " + detail);
        }
        return new ModelFileException(refusal.problems().stream()
                .map(problem -> new Problem(
                        new Place(file(problem.model(), versions, against), problem.line(), problem.column()),
                        problem.what()))
                .toList());
    }

    /** The platform numbers the texts: {@code models/0}, {@code against/0}. */
    private static String file(String name, List<Plan.Source> versions, List<Plan.Source> against) {
        return Stream.of("models", "against")
                .filter(list -> name.startsWith(list + "/"))
                .map(list -> (list.equals("models") ? versions : against)
                        .get(Integer.parseInt(name.substring(list.length() + 1)))
                        .file())
                .findFirst()
                .orElse(name);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("stopped", stopped);
        }
    }
}
