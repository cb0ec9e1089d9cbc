package io.sanse.gateway;

import io.sanse.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A client of the live stream, by the rules of the WHATWG HTML standard. */
final class StreamClient implements AutoCloseable {
    /** A dispatched event; {@code id} is the last id seen then. */
    record Event(String type, String id, String data) {}

    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    final HttpResponse<InputStream> response;
    volatile String lastId;
    volatile boolean ended;

    private final Thread reader;

    StreamClient(GatewayFixture gateway, HttpRequest.Builder request) {
        response = gateway.send(request, HttpResponse.BodyHandlers.ofInputStream());
        reader = new Thread(this::read, "stream client");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String type = null;
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    dispatch(type, data.toString());
                    type = null;
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                    ids.add(lastId);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
            ended = true;
        } catch (IOException cut) {
            ended = true;
        }
    }

    private void dispatch(String type, String data) {
        if (!data.isEmpty()) {
            events.add(new Event(type, lastId, data));
        }
    }

    List<Event> await(int count) {
        return await(seen -> seen.size() >= count);
    }

    List<Event> await(Predicate<List<Event>> fits) {
        return Eventually.eventually(Duration.ofSeconds(10), () -> List.copyOf(events), fits);
    }

    String awaitId(String id) {
        return Eventually.eventually(Duration.ofSeconds(10), () -> String.valueOf(lastId), id::equals);
    }

    @Override
    public void close() {
        try {
            response.body().close();
            reader.join(5_000);
        } catch (IOException alreadyCut) {
            ended = true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
