package io.sanse.model.file;

import io.sanse.contract.LocalizedText;
import io.sanse.model.detect.parameter.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows where each of its parts stands. Every getter throws {@link ModelFileException} when the part is missing or something else. */
public final class YamlMap {
    private final YamlText source;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(YamlText source, MappingNode node) {
        this.source = source;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "the field '" + key + "' is given twice");
            }
        }
    }

    /** @param file its name, for problems */
    public static YamlMap parse(String file, String text) {
        YamlText source = new YamlText(file, text);
        Node root = source.compose();
        if (root instanceof MappingNode mapping) {
            return new YamlMap(source, mapping);
        }
        throw new ModelFileException(
                Place.start(file), root == null ? "the file is empty" : "the file must be a mapping");
    }

    /** Refuses every field that is not named. */
    public YamlMap only(Set<String> known) {
        List<Problem> unknown = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (!known.contains(key)) {
                String what = "unknown field '" + key + "'; known are " + String.join(", ", sorted(known));
                unknown.add(new Problem(source.place(tuple.getKeyNode()), what));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ModelFileException(unknown);
        }
        return this;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public String text(String key) {
        return scalar(required(key), "'" + key + "'");
    }

    /** A text that a function understands; its {@link IllegalArgumentException} is told with the place. */
    public <T> T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new ModelFileException(place(key), "'" + key + "': " + refused.getMessage(), refused);
        }
    }

    public int integer(String key) {
        return parsed(key, text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException notWhole) {
                throw new IllegalArgumentException("'" + text + "' is not a whole number", notWhole);
            }
        });
    }

    public double number(String key) {
        return parsed(key, Decimal::parse);
    }

    /** A list of numbers. */
    public List<Double> numbers(String key) {
        return lines(key).stream()
                .map(item -> {
                    try {
                        return Decimal.parse(item.text());
                    } catch (IllegalArgumentException notANumber) {
                        throw new ModelFileException(item.place(), notANumber.getMessage(), notANumber);
                    }
                })
                .toList();
    }

    /** @return the text, or something else when the field is absent */
    public String textOr(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** True or false; false when the field is absent. */
    public boolean flag(String key) {
        return has(key)
                && parsed(key, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
                });
    }

    /** The mappings that a field names, or none when it is absent. */
    public Map<String, YamlMap> named(String key) {
        Map<String, YamlMap> named = new LinkedHashMap<>();
        if (has(key)) {
            YamlMap block = map(key);
            block.keys().forEach(name -> named.put(name, block.map(name)));
        }
        return named;
    }

    public YamlMap map(String key) {
        if (required(key) instanceof MappingNode mapping) {
            return new YamlMap(source, mapping);
        }
        throw wrong(required(key), "'" + key + "' must be a mapping");
    }

    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof MappingNode mapping)) {
                throw wrong(item, "every item of '" + key + "' must be a mapping");
            }
            maps.add(new YamlMap(source, mapping));
        }
        return maps;
    }

    /** A list of texts, or one text alone. */
    public List<String> texts(String key) {
        return lines(key).stream().map(Line::text).toList();
    }

    /** The same with their places. */
    public List<Line> lines(String key) {
        if (required(key) instanceof ScalarNode single) {
            return List.of(new Line(source.place(single), single.getValue()));
        }
        List<Line> lines = new ArrayList<>();
        for (Node item : items(key)) {
            lines.add(new Line(source.place(item), scalar(item, "an item of '" + key + "'")));
        }
        return lines;
    }

    private List<Node> items(String key) {
        if (required(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(required(key), "'" + key + "' must be a list");
    }

    /** A text in both languages; in neither it may be empty. */
    public LocalizedText localized(String key) {
        YamlMap both = map(key).only(Set.of("zh", "en"));
        return new LocalizedText(both.words("zh"), both.words("en"));
    }

    /** A text that says something. */
    public String words(String key) {
        return parsed(key, text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("is empty");
            }
            return text;
        });
    }

    /** Where a field's value stands. */
    public Place place(String key) {
        return source.place(required(key));
    }

    /**
     * Where a character of a field's text stands, whichever way it is quoted or folded.
     *
     * @param offset in characters from the text's beginning
     */
    public Place within(String key, int offset) {
        return required(key) instanceof ScalarNode scalar ? source.within(scalar, offset) : place(key);
    }

    /** Where the name of a field stands. */
    public Place keyPlace(String key) {
        return node.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .filter(name ->
                        name instanceof ScalarNode scalar && scalar.getValue().equals(key))
                .findFirst()
                .map(source::place)
                .orElseGet(this::start);
    }

    public Place start() {
        return source.place(node);
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
        return new ModelFileException(source.place(at), what);
    }
}
