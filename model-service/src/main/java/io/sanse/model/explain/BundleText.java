package io.sanse.model.explain;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.explain.EvidenceBundle.BundleHashes;
import io.sanse.model.explain.Recording.Known;
import io.sanse.model.explain.Recording.ModelText;
import io.sanse.model.explain.Recording.Moment;
import io.sanse.model.library.Library;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evidence bundles between records and JSON. */
final class BundleText {
    private BundleText() {}

    static EvidenceBundle write(Detection detection, Recording recording) {
        JsonNode proved = tree(detection);
        List<JsonNode> models = trees(recording.models());
        JsonNode derivation = tree(recording.derivation());
        List<JsonNode> registry = trees(recording.registry());
        List<JsonNode> history = trees(recording.history());
        EvidenceBundle unhashed = new EvidenceBundle(
                EvidenceBundle.FORMAT, proved, models, derivation, registry, history, new BundleHashes(Map.of(), ""));
        return new EvidenceBundle(
                EvidenceBundle.FORMAT, proved, models, derivation, registry, history, hashes(unhashed));
    }

    private static List<JsonNode> trees(List<?> records) {
        List<JsonNode> trees = new ArrayList<>();
        records.forEach(each -> trees.add(tree(each)));
        return trees;
    }

    private static JsonNode tree(Object any) {
        try {
            return Json.strict().readTree(Json.bytes(any));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a bundle as it is, hashes unchecked.
     *
     * @throws IllegalArgumentException when it is no bundle; the message says why, in a line
     */
    static EvidenceBundle read(byte[] json) {
        try {
            JsonNode tree = Json.strict()
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(json);
            JsonNode format = tree.path("format");
            if (!format.isTextual() || !format.textValue().equals(EvidenceBundle.FORMAT)) {
                throw new IllegalArgumentException(
                        "is no evidence bundle of the format " + EvidenceBundle.FORMAT + " that this version knows");
            }
            return Json.strict().treeToValue(tree, EvidenceBundle.class);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("is no evidence bundle: " + firstLine(wrong), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String firstLine(JacksonException wrong) {
        return String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("cannot be read");
    }

    /** The parts that have a hash each, by their names. */
    static Map<String, JsonNode> parts(EvidenceBundle bundle) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put("detection", bundle.detection());
        parts.put("derivation", bundle.derivation());
        number("models", bundle.models(), parts);
        number("registry", bundle.registry(), parts);
        number("history", bundle.history(), parts);
        return parts;
    }

    private static void number(String name, List<JsonNode> items, Map<String, JsonNode> parts) {
        for (int i = 0; i < items.size(); i++) {
            parts.put(name + '/' + i, items.get(i));
        }
    }

    /** As they must be by the content. */
    static BundleHashes hashes(EvidenceBundle bundle) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts(bundle).forEach((name, content) -> parts.put(name, Canonical.sha256(content)));
        return new BundleHashes(parts, whole(bundle.format(), parts));
    }

    /** Hash of the whole by the hashes of the parts. */
    static String whole(String format, Map<String, String> parts) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("format", format);
        whole.set("parts", tree(parts));
        return Canonical.sha256(whole);
    }

    /** @throws IllegalArgumentException when the part is not what it should be; the message says why, in a line */
    static Detection detection(EvidenceBundle bundle) {
        return record("detection", bundle.detection(), Detection.class);
    }

    /** @throws IllegalArgumentException likewise */
    static Recording recording(EvidenceBundle bundle) {
        return new Recording(
                records("models", bundle.models(), ModelText.class),
                record("derivation", bundle.derivation(), Library.Basis.class),
                records("registry", bundle.registry(), Known.class),
                records("history", bundle.history(), Moment.class));
    }

    private static <T> List<T> records(String name, List<JsonNode> items, Class<T> type) {
        List<T> records = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            records.add(record(name + '/' + i, items.get(i), type));
        }
        return records;
    }

    private static <T> T record(String name, JsonNode content, Class<T> type) {
        try {
            T read = Json.strict().treeToValue(content, type);
            if (read == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return read;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(name + " cannot be read: " + firstLine(wrong), wrong);
        }
    }
}
