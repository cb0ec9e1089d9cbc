package io.sanse.alert.ledger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.alert.domain.event.Step;
import io.sanse.runtime.json.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Seals steps into a chain, opens and verifies them. */
public final class Ledger {
    /** What a first step has before it. */
    public static final String NOTHING = "0".repeat(64);

    /** Where persons are in a step: who acted and what they wrote, where they were, and whom the alert is about. */
    private static final List<List<String>> PERSONAL = List.of(
            List.of("author", "user"),
            List.of("author", "clientAt"),
            List.of("reason"),
            List.of("text"),
            List.of("details", "photos"),
            List.of("details", "location"),
            List.of("effect", "facts", "subject"),
            List.of("effect", "facts", "mentions"),
            List.of("effect", "facts", "location"),
            List.of("effect", "facts", "text"));

    private Ledger() {}

    /**
     * Seals one step.
     *
     * @param previous hash of the step before, or {@link #NOTHING}
     * @param salt random: without it the digest of a short personal part could be guessed
     */
    public static SealedStep seal(UUID alertId, long number, Step step, String previous, UUID salt) {
        ObjectNode open = (ObjectNode) Canonical.tree(Json.text(step));
        ObjectNode hidden = JsonNodeFactory.instance.objectNode();
        PERSONAL.forEach(path -> move(path, open, hidden));
        ObjectNode personal = JsonNodeFactory.instance.objectNode();
        personal.put("salt", salt.toString()).set("step", hidden);
        String personalText = Canonical.text(personal);
        ObjectNode core = JsonNodeFactory.instance.objectNode();
        core.put("alertId", alertId.toString())
                .put("number", number)
                .put("personal", Digest.of(personalText))
                .put("previous", previous)
                .set("step", open);
        String coreText = Canonical.text(core);
        return new SealedStep(number, coreText, personalText, Digest.of(coreText));
    }

    private static void move(List<String> path, ObjectNode from, ObjectNode to) {
        String name = path.get(0);
        JsonNode here = from.get(name);
        if (here == null || here.isNull()) {
            return;
        }
        if (path.size() == 1) {
            to.set(name, from.remove(name));
        } else {
            move(path.subList(1, path.size()), (ObjectNode) here, to.withObjectProperty(name));
        }
    }

    /** The step again; without what was erased. */
    public static Step open(SealedStep sealed) {
        ObjectNode step = (ObjectNode) Canonical.tree(sealed.core()).get("step");
        if (sealed.personal() != null) {
            merge((ObjectNode) Canonical.tree(sealed.personal()).get("step"), step);
        }
        try {
            return Json.parse(step.toString(), Step.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void merge(ObjectNode from, ObjectNode into) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (field.getValue() instanceof ObjectNode inner && into.get(field.getKey()) instanceof ObjectNode outer) {
                merge(inner, outer);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Hash of the step before, as the core has it. */
    public static String previous(SealedStep sealed) {
        return Canonical.tree(sealed.core()).get("previous").textValue();
    }

    /**
     * Checks a whole chain.
     *
     * @param chain all steps of one alert in their order
     * @return the first thing that is wrong with it, in one sentence
     */
    public static Optional<String> verify(UUID alertId, List<SealedStep> chain) {
        String previous = NOTHING;
        for (int i = 0; i < chain.size(); i++) {
            SealedStep sealed = chain.get(i);
            String problem = problem(alertId, i + 1, previous, sealed);
            if (problem != null) {
                return Optional.of("step " + (i + 1) + ": " + problem);
            }
            previous = sealed.hash();
        }
        return Optional.empty();
    }

    private static String problem(UUID alertId, long number, String previous, SealedStep sealed) {
        JsonNode core = Canonical.tree(sealed.core());
        if (!Digest.of(sealed.core()).equals(sealed.hash())) {
            return "the hash is not that of the core";
        }
        if (!Canonical.text(core).equals(sealed.core())) {
            return "the core is not in canonical form";
        }
        if (sealed.number() != number || core.path("number").asLong() != number) {
            return "the number is not " + number;
        }
        if (!alertId.toString().equals(core.path("alertId").textValue())) {
            return "it belongs to another alert";
        }
        if (!previous.equals(core.path("previous").textValue())) {
            return "it does not follow the step before";
        }
        boolean whole = sealed.personal() == null
                || Digest.of(sealed.personal()).equals(core.path("personal").textValue());
        return whole ? null : "the personal part is not the one that was sealed";
    }
}
