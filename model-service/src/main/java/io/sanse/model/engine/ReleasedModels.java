package io.sanse.model.engine;

import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.model.detect.ModelCourse;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Remit;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.library.ModelReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models as all stream threads of this node see them: the library, and what the topic {@code models} puts in the place of its versions, each from its moment on. */
public final class ReleasedModels implements ModelCourse {
    /** The models from a moment on, ms. */
    private static final Logger LOG = LoggerFactory.getLogger(ReleasedModels.class);

    private record Span(long from, ModelSet models) {}

    private volatile ModelSet library;
    private final Map<String, ModelAssignment> assignments = new TreeMap<>();
    private final Map<Version, Model> known = new HashMap<>();
    private final Set<Version> unreadable = new HashSet<>();
    private volatile List<Span> spans;

    /** @param library what judges where nothing else is assigned */
    public ReleasedModels(ModelSet library) {
        this.library = library;
        this.spans = List.of(new Span(Long.MIN_VALUE, library));
    }

    /** Compiles the expressions of the library; until then the interpreter says the same, more slowly. Takes half a second of CPU. */
    public synchronized void compile() {
        library = ModelCompiler.compiled(library);
        spans = spans();
    }

    @Override
    public ModelSet at(long heardUntil) {
        List<Span> present = spans;
        int last = present.size() - 1;
        while (last > 0 && present.get(last).from() > heardUntil) {
            last--;
        }
        return present.get(last).models();
    }

    /** What judges at a moment wherever nothing is on trial, ms. */
    public ModelSet live(long heardUntil) {
        Map<String, List<Model>> live = new TreeMap<>();
        ModelSet all = at(heardUntil);
        all.models().stream().map(Model::id).forEach(id -> live.put(id, new ArrayList<>()));
        all.models().stream()
                .filter(model -> !model.remit().shadow() && model.remit().only().isEmpty())
                .forEach(model -> live.get(model.id()).add(model.with(Remit.EVERYWHERE)));
        return Library.released(library, live);
    }

    /** Which versions of a model judge, and when. In the place of one that this software cannot read any more judges what ships, and nothing in the place of a canary or shadow. */
    public synchronized void put(ModelAssignment assignment) {
        ModelAssignment before = assignments.get(assignment.model());
        if (before != null && before.revision() >= assignment.revision()) {
            return;
        }
        assignment.turns().forEach(turn -> read(assignment.model(), turn));
        assignments.put(assignment.model(), assignment);
        spans = spans();
    }

    /** How many of the versions that were published last nothing can judge by. */
    public synchronized long unreadable() {
        return assignments.values().stream()
                .map(ReleasedModels::last)
                .flatMap(turn -> versions(turn).stream())
                .filter(unreadable::contains)
                .count();
    }

    private static Turn last(ModelAssignment assignment) {
        return assignment.turns().get(assignment.turns().size() - 1);
    }

    private void read(String model, Turn turn) {
        for (Version version : versions(turn)) {
            if (!known.containsKey(version) && !unreadable.contains(version)) {
                read(model, version);
            }
        }
    }

    /** Whatever is wrong with one version, a defect of its reader too, it is no other's affair. */
    private void read(String model, Version version) {
        String name = model + " version " + version.number();
        try {
            known.put(
                    version,
                    ModelCompiler.compiled(ModelReader.published(name, version.text()))
                            .model());
        } catch (RuntimeException failure) {
            unreadable.add(version);
            LOG.error("{} can be read no longer and does not judge", name, failure);
        }
    }

    private static List<Version> versions(Turn turn) {
        List<Version> versions = new ArrayList<>();
        versions.add(turn.live());
        versions.add(turn.canary() == null ? null : turn.canary().version());
        versions.add(turn.shadow());
        versions.removeIf(none -> none == null);
        return versions;
    }

    private List<Span> spans() {
        Set<Instant> moments = new TreeSet<>();
        assignments.values().forEach(one -> one.turns().forEach(turn -> moments.add(turn.effectiveAt())));
        List<Span> made = new ArrayList<>();
        made.add(new Span(Long.MIN_VALUE, library));
        moments.forEach(moment -> made.add(new Span(moment.toEpochMilli(), models(moment))));
        return List.copyOf(made);
    }

    private ModelSet models(Instant moment) {
        Map<String, List<Model>> versions = new TreeMap<>();
        assignments.forEach((id, assignment) -> assignment.turns().stream()
                .filter(turn -> !turn.effectiveAt().isAfter(moment))
                .reduce((earlier, later) -> later)
                .ifPresent(turn -> versions.put(id, judging(id, turn))));
        return Library.released(library, versions);
    }

    private List<Model> judging(String id, Turn turn) {
        List<Model> judging = new ArrayList<>();
        Model canary = turn.canary() == null ? null : known.get(turn.canary().version());
        Set<String> districts = canary == null ? Set.of() : turn.canary().districts();
        Model live = turn.live() == null ? null : known.getOrDefault(turn.live(), shipped(id));
        if (live != null) {
            judging.add(live.with(new Remit(Set.of(), districts, false)));
        }
        if (canary != null) {
            judging.add(canary.with(new Remit(districts, Set.of(), false)));
        }
        Model shadow = turn.shadow() == null ? null : known.get(turn.shadow());
        if (shadow != null) {
            judging.add(shadow.with(Remit.SHADOW));
        }
        return judging;
    }

    /** The version that ships, or null. */
    private Model shipped(String id) {
        return library.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
