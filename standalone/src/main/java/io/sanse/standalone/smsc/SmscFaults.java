package io.sanse.standalone.smsc;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The switches: how many of the next messages meet which fault, and how slowly all are answered. Confined to the simulator's context. */
final class SmscFaults {
    private final Map<SmscFault, Integer> armed = new EnumMap<>(SmscFault.class);
    private Duration answerDelay = Duration.ZERO;

    void arm(SmscFault fault, int times) {
        armed.put(fault, times);
    }

    void delayAnswers(Duration delay) {
        answerDelay = delay;
    }

    Duration answerDelay() {
        return answerDelay;
    }

    /** Whether the message at hand meets this fault; each armed time is used once. */
    boolean take(SmscFault fault) {
        int left = armed.getOrDefault(fault, 0);
        armed.put(fault, Math.max(0, left - 1));
        return left > 0;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject().put("answerDelayMs", answerDelay.toMillis());
        armed.forEach((fault, times) -> json.put(fault.text(), times));
        return json;
    }
}
