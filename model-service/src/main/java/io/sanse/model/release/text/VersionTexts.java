package io.sanse.model.release.text;

import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.VersionProposal;
import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.CaseVerdict;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.ModelSilence;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problem;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.library.ModelReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads versions and plays their cases. Blocks while it works. */
public final class VersionTexts {
    private static final String TEXT = "text";
    private static final String CASES = "cases";

    private final ModelSet library;
    private final TableLimits limits;

    /** @param library the models that ship with the platform */
    public VersionTexts(ModelSet library) {
        this(library, TableLimits.PLATFORM);
    }

    VersionTexts(ModelSet library, TableLimits limits) {
        this.library = library;
        this.limits = limits;
    }

    /**
     * A proposal that can be read.
     *
     * @param version its number
     * @param shipped number of the version that ships with the platform, 0 when there is none
     */
    public record Draft(int version, int shipped) {}

    /**
     * What a gate needs to know of a version's text.
     *
     * @param readsPersons whether it reads what is registered of persons; of a text that cannot be read any more it is taken for granted
     * @param looksBack how far back it looks at most, in any place
     * @param silences when it says nothing
     */
    public record Scope(boolean readsPersons, Duration looksBack, List<ModelSilence> silences) {}

    public Scope scope(ModelVersion version) {
        try {
            Model model = ModelReader.published(TEXT, version.text());
            Duration looksBack = model.variants()
                    .map(variant -> variant.operator().looksBack(variant.parameters()))
                    .max(Duration::compareTo)
                    .orElseThrow();
            return new Scope(model.operator().readsPersons(), looksBack, model.silences());
        } catch (RuntimeException unreadable) {
            return new Scope(true, Duration.ZERO, List.of());
        }
    }

    /** Why nothing can judge by a published version any more, or null. */
    public String unreadable(ModelVersion version) {
        try {
            ModelReader.published(TEXT, version.text());
            return null;
        } catch (ModelFileException wrong) {
            return wrong.problems().get(0).toString();
        } catch (RuntimeException defect) {
            return defect.toString();
        }
    }

    /** Fails with {@link ServiceError#REJECTED} when this release would not take the text from its author any more. */
    public void requireWritable(ModelVersion version) {
        written(() -> ModelReader.read(TEXT, version.text()));
    }

    /** Whether a version names times in which it says nothing; what cannot be read any more does not. */
    public boolean keepsSilent(ModelVersion version) {
        try {
            return ModelReader.hasSilences(version.text());
        } catch (ModelFileException unreadable) {
            return false;
        }
    }

    /** A version as people see it: what the gate of one that reads persons has counted is not told before two people have published it. */
    public ModelVersion shown(ModelVersion version) {
        boolean secret = version.effectiveAt() == null
                && version.gate() != null
                && !version.gate().loads().isEmpty()
                && scope(version).readsPersons();
        return secret ? version.withGate(version.gate().withoutFigures()) : version;
    }

    /** The version of a model that ships with the platform, or null. */
    public Version shipped(String model) {
        return library.models().stream()
                .filter(one -> one.id().equals(model))
                .map(one -> new Version(one.head().version(), one.head().source()))
                .findFirst()
                .orElse(null);
    }

    /** Fails with {@link ServiceError#REJECTED} when text or cases cannot be read. */
    public Draft draft(VersionProposal proposal) {
        Model model = written(() -> ModelReader.read(TEXT, proposal.text()));
        cases(proposal.cases());
        if (!model.id().equals(proposal.model())) {
            throw ServiceError.REJECTED.exception("the text is of the model " + model.id());
        }
        Version shipped = shipped(proposal.model());
        return new Draft(model.head().version(), shipped == null ? 0 : shipped.number());
    }

    private List<ModelCase> cases(String table) {
        List<ModelCase> cases = written(() -> CaseTable.read(CASES, table));
        limits.requireCases(cases.size());
        return cases;
    }

    /** What somebody has written; every problem of it is told with its line and column. */
    private static <T> T written(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ModelFileException wrong) {
            JsonArray problems = new JsonArray();
            wrong.problems().forEach(problem -> problems.add(json(problem)));
            throw ServiceError.REJECTED.exception(
                    wrong.problems().get(0).toString(), new JsonObject().put("problems", problems));
        }
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject()
                .put("model", problem.place().file())
                .put("line", problem.place().line())
                .put("column", problem.place().column())
                .put("what", problem.what());
    }

    /** What the version's cases give, compiled as it will judge. Fails with {@link ServiceError#REJECTED} when text or cases cannot be read. */
    public TestReport test(ModelVersion version) {
        Model model = ModelCompiler.compiled(written(() -> ModelReader.read(TEXT, version.text())))
                .model();
        CasePlayer player = new CasePlayer(Library.released(library, Map.of(model.id(), List.of(model))), model);
        List<String> differences = new ArrayList<>();
        List<ModelCase> cases = cases(version.cases());
        cases.forEach(one -> {
            try {
                CaseVerdict verdict = player.judge(one);
                verdict.differences().forEach(difference -> differences.add(one.name() + ": " + difference));
            } catch (ModelFileException notUnderstood) {
                differences.add(one.name() + ": " + notUnderstood.getMessage());
            }
            limits.requireObservations(player.observations());
        });
        return new TestReport(cases.size(), differences);
    }
}
