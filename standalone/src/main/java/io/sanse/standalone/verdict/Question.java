package io.sanse.standalone.verdict;

import io.sanse.contract.alert.Alert;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.Delivery;
import io.sanse.runtime.json.Json;
import io.sanse.standalone.play.PublicApi;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the public API knows, page by page. */
public final class Question {
    private static final int PAGE = 200;

    private final PublicApi api;

    /** @param api as a user who sees everything */
    public Question(PublicApi api) {
        this.api = api;
    }

    /** All alerts raised at or after an instant, newest first. */
    public Future<List<Alert>> alertsSince(Instant since) {
        return all("/api/v1/alerts?limit=" + PAGE + "&from=" + since, Alert.class);
    }

    /** The same with the levels that they have by what was found. */
    public Future<List<Standing>> standingSince(Instant since) {
        return alertsSince(since).compose(alerts -> Future.all(alerts.stream()
                        .map(alert -> api.get("/api/v1/alerts/" + alert.id())
                                .map(json -> Standing.of(Json.record(json, AlertDossier.class))))
                        .toList())
                .map(all -> all.<Standing>list()));
    }

    /** All deliveries, newest first. */
    public Future<List<Delivery>> deliveries() {
        return all("/api/v1/deliveries?limit=" + PAGE, Delivery.class);
    }

    private <T> Future<List<T>> all(String path, Class<T> type) {
        return pages(path, "", type, new ArrayList<>());
    }

    private <T> Future<List<T>> pages(String path, String after, Class<T> type, List<T> read) {
        return api.get(path + after).compose(page -> {
            JsonArray items = page.getJsonArray("items");
            for (int i = 0; i < items.size(); i++) {
                read.add(Json.record(items.getJsonObject(i), type));
            }
            String next = page.getString("next");
            return next == null ? Future.succeededFuture(read) : pages(path, after(next), type, read);
        });
    }

    private static String after(String cursor) {
        return "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
