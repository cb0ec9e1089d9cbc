package io.sanse.model.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running platform. */
final class PlatformClient {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(String title, String detail) {}

    private final URI url;
    private final String token;

    /** @param token bearer token, or null when there is none */
    PlatformClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** @throws IllegalArgumentException when the platform refuses or does not answer; the message says why, for people */
    <T> T get(String path, Class<T> type) {
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("the platform wants a token: set " + BacktestCommand.TOKEN);
        }
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(ANSWER)
                .header("authorization", "Bearer " + token.strip())
                .GET()
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(ANSWER)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == OK) {
                return Json.parse(response.body(), type);
            }
            Refusal refusal = Json.parse(response.body(), Refusal.class);
            throw new IllegalArgumentException("the platform says " + response.statusCode() + ": "
                    + (refusal.detail() == null ? refusal.title() : refusal.detail()));
        } catch (JacksonException foreign) {
            throw new IllegalArgumentException(url + " does not answer as Sanse does", foreign);
        } catch (IOException silent) {
            throw new IllegalArgumentException(url + " does not answer: " + silent.getMessage(), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("stopped", stopped);
        }
    }
}
