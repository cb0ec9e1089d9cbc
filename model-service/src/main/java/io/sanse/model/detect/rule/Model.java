package io.sanse.model.detect.rule;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A detection model (预警模型) as its YAML says.
 *
 * @param head what it is
 * @param operator finds the situations that it judges
 * @param parameters its thresholds
 * @param levels first match wins; at least one
 * @param score 0–100
 * @param aggravations what makes it graver
 * @param text one sentence for people
 * @param remit where it judges and whether its words count
 * @param overrides where its parameters differ
 * @param silences when and where it says nothing
 */
public record Model(
        Head head,
        Operator operator,
        Parameters parameters,
        List<LevelRule> levels,
        Expression<Long> score,
        List<AggravationRule> aggravations,
        Sentence text,
        Remit remit,
        Overrides overrides,
        List<ModelSilence> silences) {
    /** Between id and version in the name of a shadow; no id has it. */
    private static final char SHADOW_MARK = '@';

    public Model {
        levels = List.copyOf(levels);
        aggravations = List.copyOf(aggravations);
        silences = List.copyOf(silences);
    }

    /**
     * What a model is.
     *
     * @param id kebab case
     * @param version one more at each change
     * @param module {@code manifest}, {@code enterprise}, {@code vehicle}, {@code air} …
     * @param name for people
     * @param description what it finds, for people
     * @param source its YAML
     */
    public record Head(
            String id, int version, String module, LocalizedText name, LocalizedText description, String source) {}

    public String id() {
        return head.id();
    }

    /** The same, judging elsewhere or otherwise. */
    public Model with(Remit other) {
        return new Model(head, operator, parameters, levels, score, aggravations, text, other, overrides, silences);
    }

    /** The same, its expressions evaluated otherwise. */
    public Model with(
            List<LevelRule> otherLevels, Expression<Long> otherScore, List<AggravationRule> otherAggravations) {
        return new Model(
                head,
                operator,
                parameters,
                otherLevels,
                otherScore,
                otherAggravations,
                text,
                remit,
                overrides,
                silences);
    }

    /** The same, its situations found otherwise. */
    public Model with(Operator other) {
        Overrides found = overrides.map(variant -> variant.with(other));
        return new Model(head, other, parameters, levels, score, aggravations, text, remit, found, silences);
    }

    /** The same, other values in its texts and in what its operator is asked; its expressions know the old ones still. */
    public Model with(Parameters other) {
        return new Model(head, operator, other, levels, score, aggravations, text, remit, overrides, silences);
    }

    /** The same with parameters that differ in places. */
    public Model with(Overrides other) {
        return new Model(head, operator, parameters, levels, score, aggravations, text, remit, other, silences);
    }

    /** The same, saying nothing now and then. */
    public Model with(List<ModelSilence> others) {
        return new Model(head, operator, parameters, levels, score, aggravations, text, remit, overrides, others);
    }

    /** Whether what begins with a moment is not told. */
    boolean keepsSilentOn(Subject subject, Snapshot first, World world) {
        for (ModelSilence silence : silences) {
            if (silence.covers(subject, first, world)) {
                return true;
            }
        }
        return false;
    }

    /** Itself with each set of parameters by which it may judge something of a subject. */
    public List<Model> judging(Subject subject) {
        return overrides.isEmpty() ? List.of(this) : overrides.of(subject);
    }

    /** Itself with each set of parameters that it has. */
    public Stream<Model> variants() {
        return overrides.isEmpty() ? Stream.of(this) : overrides.variants().stream();
    }

    /** Itself with these parameters; as it is when it knows no others. */
    public Model asked(Parameters known) {
        return variants()
                .filter(variant -> variant.parameters() == known)
                .findFirst()
                .orElse(this);
    }

    /** Itself with the parameters by which it judges a moment: those of the narrowest scopes in which that lies. */
    public Model judge(Subject subject, Snapshot moment, World world) {
        return overrides.isEmpty() ? this : overrides.judge(subject, moment.finding(), world);
    }

    /** The name that its words carry: its id; a shadow's has the version behind it, so that its words never meet those of the version that counts. */
    public String signature() {
        return remit.shadow() ? head.id() + SHADOW_MARK + head.version() : head.id();
    }

    /** Whether a word with this signature is a shadow's. */
    public static boolean isShadow(String signature) {
        return signature.indexOf(SHADOW_MARK) >= 0;
    }

    /** The model's id in a signature. */
    public static String idOf(String signature) {
        return isShadow(signature) ? signature.substring(0, signature.indexOf(SHADOW_MARK)) : signature;
    }

    /** The score of a moment with these values, 0–100. */
    public int scoreOf(Map<String, Object> values) {
        return (int) Math.max(0, Math.min(100, score.of(values)));
    }

    /** What makes a moment with these values graver. */
    public Set<Aggravation> aggravationsOf(Map<String, Object> values) {
        Set<Aggravation> found = EnumSet.noneOf(Aggravation.class);
        for (AggravationRule rule : aggravations) {
            if (rule.when().of(values)) {
                found.add(rule.aggravation());
            }
        }
        return found;
    }

    /** The mildest level that it finds. */
    public Level baseLevel() {
        return levels.stream().map(LevelRule::level).min(Level::compareTo).orElseThrow();
    }
}
