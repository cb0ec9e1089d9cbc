package io.sanse.model.backtest;

import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problems;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.library.ModelReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which models are tried against which.
 *
 * @param tried all models, the versions to try among them
 * @param other what they are compared with; the same set when there is nothing to compare
 * @param reported ids of the models to tell about
 */
public record Plan(ModelSet tried, ModelSet other, List<String> reported) {
    /**
     * A model's text.
     *
     * @param file its name, for problems
     * @param yaml its content
     */
    public record Source(String file, String yaml) {}

    /**
     * @param live the models of the library
     * @param versions to try, instead of or beside the live ones
     * @param against to compare with, likewise; empty: the live ones
     * @param ids of live models to tell about when there are no versions; empty: all
     * @throws ModelFileException when a text is wrong or a model is there twice
     * @throws IllegalArgumentException when there is no live model of an id
     */
    public static Plan of(ModelSet live, List<Source> versions, List<Source> against, List<String> ids) {
        Problems problems = new Problems();
        List<Model> tried = read(versions, problems);
        List<Model> other = read(against, problems);
        problems.end();
        ModelSet present = ModelCompiler.compiled(live);
        ModelSet triedSet = tried.isEmpty() ? present : ModelCompiler.compiled(Library.with(present, tried));
        ModelSet otherSet = other.isEmpty() ? present : ModelCompiler.compiled(Library.with(present, other));
        Set<String> reported = new LinkedHashSet<>();
        Stream.of(tried, other).flatMap(List::stream).map(Model::id).forEach(reported::add);
        if (reported.isEmpty()) {
            reported.addAll(ids.isEmpty() ? idsOf(live) : known(ids, live));
        }
        return new Plan(triedSet, otherSet, List.copyOf(reported));
    }

    /** The versions that are told about. */
    public List<PlayedVersion> versions() {
        return reported(tried);
    }

    /** What they are compared with; none when there is nothing to compare. */
    public List<PlayedVersion> against() {
        return other == tried ? List.of() : reported(other);
    }

    private List<PlayedVersion> reported(ModelSet set) {
        return set.models().stream()
                .filter(model -> reported.contains(model.id()))
                .map(model -> new PlayedVersion(model.id(), model.head().version()))
                .toList();
    }

    private static List<Model> read(List<Source> sources, Problems problems) {
        List<Model> models = new ArrayList<>();
        for (Source source : sources) {
            Model model = problems.tried(() -> ModelReader.read(source.file(), source.yaml()));
            boolean twice =
                    model != null && models.stream().anyMatch(one -> one.id().equals(model.id()));
            problems.check(() -> {
                if (twice) {
                    throw new ModelFileException(
                            Place.start(source.file()), "the model " + model.id() + " is given twice");
                }
            });
            models.add(model);
        }
        return models;
    }

    private static List<String> idsOf(ModelSet live) {
        return live.models().stream().map(Model::id).toList();
    }

    private static List<String> known(List<String> ids, ModelSet live) {
        for (String id : ids) {
            if (!idsOf(live).contains(id)) {
                throw new IllegalArgumentException("there is no model '" + id + "'");
            }
        }
        return ids;
    }
}
