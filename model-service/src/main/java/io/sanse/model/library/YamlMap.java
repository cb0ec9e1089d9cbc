package io.sanse.model.library;

import io.sanse.contract.LocalizedText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows where each of its parts stands. Every getter throws {@link ModelFileException} when the part is missing or something else. */
final class YamlMap {
    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "the field '" + key + "' is given twice");
            }
        }
    }

    static YamlMap parse(String file, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new YamlMap(file, mapping);
            }
            throw new ModelFileException(new Place(file, 1, 1), "the file must be a mapping");
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            throw new ModelFileException(
                    new Place(file, mark.getLine() + 1, mark.getColumn() + 1), broken.getProblem(), broken);
        }
    }

    /** Refuses every field that is not named. */
    YamlMap only(Set<String> known) {
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (!known.contains(key)) {
                throw wrong(
                        tuple.getKeyNode(),
                        "unknown field '" + key + "'; known are " + String.join(", ", sorted(known)));
            }
        }
        return this;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    String text(String key) {
        return scalar(required(key), "'" + key + "'");
    }

    /** A text that a function understands; its {@link IllegalArgumentException} is told with the place. */
    <T> T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new ModelFileException(place(key), "'" + key + "': " + refused.getMessage(), refused);
        }
    }

    int integer(String key) {
        return parsed(key, Integer::valueOf);
    }

    YamlMap map(String key) {
        if (required(key) instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw wrong(required(key), "'" + key + "' must be a mapping");
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof MappingNode mapping)) {
                throw wrong(item, "every item of '" + key + "' must be a mapping");
            }
            maps.add(new YamlMap(file, mapping));
        }
        return maps;
    }

    /** A list of texts, or one text alone. */
    List<String> texts(String key) {
        if (required(key) instanceof ScalarNode single) {
            return List.of(single.getValue());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            texts.add(scalar(item, "an item of '" + key + "'"));
        }
        return texts;
    }

    private List<Node> items(String key) {
        if (required(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(required(key), "'" + key + "' must be a list");
    }

    /** A text in both languages. */
    LocalizedText localized(String key) {
        YamlMap both = map(key).only(Set.of("zh", "en"));
        return new LocalizedText(both.text("zh"), both.text("en"));
    }

    /** Where a field's value stands. */
    Place place(String key) {
        return place(required(key));
    }

    /** Where the text of a field begins, so that a position within it can be told. */
    Place textPlace(String key) {
        Node value = required(key);
        boolean quoted = value instanceof ScalarNode scalar && !scalar.isPlain();
        return place(value).right(quoted ? 1 : 0);
    }

    Place start() {
        return place(node);
    }

    private Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw wrong(node, "the field '" + key + "' is missing");
        }
        return value;
    }

    private String scalar(Node value, String what) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(value, what + " must be a text");
    }

    private ModelFileException wrong(Node at, String what) {
        return new ModelFileException(place(at), what);
    }

    private Place place(Node at) {
        return new Place(
                file, at.getStartMark().getLine() + 1, at.getStartMark().getColumn() + 1);
    }
}
