package io.sanse.standalone.province;

import io.sanse.standalone.journal.Journal;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the province knows: the city's events, its own, and the alerts that they amount to. Runs on one thread. */
final class ProvinceState {
    private static final String SOURCE = "urn:sanse:province:330000";
    private static final Set<String> REQUIRED =
            Set.of("specversion", "id", "source", "type", "subject", "time", "seq", "prevhash", "data");

    /** What became of a city's event. */
    enum Reception {
        APPLIED,
        REPEATED,
        GAP,
        REFUSED
    }

    private final EventChain city = new EventChain();
    private final EventChain own = new EventChain();
    private final Map<String, JsonObject> alerts = new LinkedHashMap<>();
    private final Journal journal;
    private final InstantSource clock;

    ProvinceState(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        journal.read().forEach(event -> {
            if (SOURCE.equals(event.getString("source"))) {
                own.append(event);
            } else {
                fold(event);
            }
        });
    }

    Reception receive(JsonObject event) {
        if (!event.fieldNames().containsAll(REQUIRED) || !"1.0".equals(event.getString("specversion"))) {
            return Reception.REFUSED;
        }
        if (city.has(event.getLong("seq"))) {
            return Reception.REPEATED;
        }
        if (!city.continues(event)) {
            return Reception.GAP;
        }
        journal.append(List.of(event));
        fold(event);
        return Reception.APPLIED;
    }

    private void fold(JsonObject event) {
        city.append(event);
        JsonObject data = event.getJsonObject("data");
        JsonObject alert = alerts.computeIfAbsent(
                event.getString("subject"),
                id -> new JsonObject().put("alertId", id).put("steps", 0));
        for (String member :
                List.of("level", "state", "condition", "model", "alertSubject", "division", "department", "text")) {
            alert.put(member, data.getValue(member));
        }
        alert.put("steps", alert.getInteger("steps") + 1).put("lastType", event.getString("type"));
    }

    /** Makes a command of the province to an alert: {@code urge}, {@code supervise}, {@code return} or {@code feedback}. */
    JsonObject command(String verb, String alertId, JsonObject data) {
        JsonObject event = new JsonObject()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", SOURCE)
                .put("type", "sanse.command." + verb)
                .put("subject", alertId)
                .put("time", clock.instant().toString())
                .put("datacontenttype", "application/json")
                .put("seq", own.seq() + 1)
                .put("prevhash", own.head())
                .put("drill", false)
                .put("data", data);
        journal.append(List.of(event));
        own.append(event);
        return event;
    }

    List<JsonObject> ownAfter(long seq, int limit) {
        return own.after(seq, limit);
    }

    JsonObject head() {
        return new JsonObject().put("source", SOURCE).put("seq", own.seq()).put("digest", own.head());
    }

    long citySeq() {
        return city.seq();
    }

    String cityDigest() {
        return city.head();
    }

    List<JsonObject> alerts() {
        return alerts.values().stream().map(JsonObject::copy).toList();
    }
}
