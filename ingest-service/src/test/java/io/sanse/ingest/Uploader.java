package io.sanse.ingest;

import io.sanse.ingest.http.item.BatchResult;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Posts batches with the JDK's own client. */
public final class Uploader {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final String token;

    /** @param token bearer token, or null for none */
    public Uploader(int port, String token) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/api/v1/observations");
        this.token = token;
    }

    public HttpResponse<String> post(String body) {
        return send(
                request().header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts items, each one JSON; the answer must be 202. */
    public BatchResult accepted(List<String> items) {
        HttpResponse<String> response = post(batch(items));
        if (response.statusCode() != 202) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return result(response);
    }

    public static String batch(List<String> items) {
        return "{\"observations\":[" + String.join(",", items) + "]}";
    }

    public static BatchResult result(HttpResponse<String> response) {
        try {
            return Json.strict().readValue(response.body(), BatchResult.class);
        } catch (IOException unreadable) {
            throw new AssertionError(response.body(), unreadable);
        }
    }

    public HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
