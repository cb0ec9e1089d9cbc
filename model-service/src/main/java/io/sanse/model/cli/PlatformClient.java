package io.sanse.model.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problem;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks and orders of a running platform. */
final class PlatformClient {
    /** Environment variable that holds the bearer token. */
    static final String TOKEN = "SANSE_TOKEN";

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(String title, String detail, List<TextProblem> problems) {}

    private record TextProblem(String model, int line, int column, String what) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final URI url;
    private final String token;

    /** @param token bearer token, or null when there is none */
    PlatformClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** The platform that the words name, else the one on this machine. */
    static PlatformClient of(Options options) {
        String url = options.value("--url");
        return new PlatformClient(URI.create(url == null ? BacktestOptions.LOCAL : url), System.getenv(TOKEN));
    }

    /** A name as a part of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @throws IllegalArgumentException when the platform refuses or does not answer; the message says why, for people */
    <T> T get(String path, Class<T> type) {
        return answer(request(path).GET(), type, Map.of());
    }

    /**
     * @param id of the order: the same one twice is one
     * @param files by the names that the platform gives to the texts in the body
     * @throws ModelFileException when the platform refuses a text, with its place in the file
     * @throws IllegalArgumentException as {@link #get}
     */
    <T> T post(String path, UUID id, Object body, Class<T> type, Map<String, String> files) {
        HttpRequest.Builder order = request(path)
                .header("content-type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
        return answer(order, type, files);
    }

    private HttpRequest.Builder request(String path) {
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("the platform wants a token: set " + TOKEN);
        }
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(ANSWER)
                .header("authorization", "Bearer " + token.strip());
    }

    private <T> T answer(HttpRequest.Builder request, Class<T> type, Map<String, String> files) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / HUNDRED == SUCCESS) {
                return Json.parse(response.body(), type);
            }
            throw refused(response.statusCode(), Json.parse(response.body(), Refusal.class), files);
        } catch (JacksonException foreign) {
            throw new IllegalArgumentException(url + " does not answer as Sanse does", foreign);
        } catch (IOException silent) {
            throw new IllegalArgumentException(url + " does not answer: " + silent.getMessage(), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("stopped", stopped);
        }
    }

    private static IllegalArgumentException refused(int status, Refusal refusal, Map<String, String> files) {
        if (refusal.problems() == null || refusal.problems().isEmpty()) {
            String detail = refusal.detail() == null ? refusal.title() : refusal.detail();
            return new IllegalArgumentException("the platform says " + status + ": " + detail);
        }
        return new ModelFileException(refusal.problems().stream()
                .map(problem -> new Problem(
                        new Place(
                                files.getOrDefault(problem.model(), problem.model()), problem.line(), problem.column()),
                        problem.what()))
                .toList());
    }
}
