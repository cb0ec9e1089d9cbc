package io.sanse.model.library;

import io.sanse.contract.WorkingCalendar;
import io.sanse.model.detect.BacklogRule;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.time.OutageRule;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.parameter.ParameterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The library of models on the class path. A new model is one file, its table of cases beside it, and one line here. */
public final class Library {
    /** Every model, by module and id. */
    static final List<String> MODELS = List.of(
            "manifest/manifest-overdue",
            "manifest/manifest-weight-gap",
            "enterprise/enterprise-storage-overdue",
            "vehicle/vehicle-suspicious-stop",
            "vehicle/vehicle-position-silent",
            "air/air-local-rise",
            "vehicle/restricted-zone-passage",
            "vehicle/convoy",
            "vehicle/over-stay",
            "air/sensor-untrustworthy",
            "air/air-night-emission",
            "water/water-exceedance",
            "vehicle/vehicle-cloned-plate",
            "vehicle/vehicle-load-vanished",
            "enterprise/enterprise-over-capacity",
            "manifest/manifest-overlap",
            "manifest/manifest-number-twice",
            "manifest/manifest-ghost",
            "vehicle/vehicle-cross-boundary",
            "mine/mine-unweighed",
            "enterprise/enterprise-ledger-gap",
            "forest/forest-intrusion",
            "chemical/chemical-imbalance",
            "chemical/chemical-inspection-missed",
            "air/open-burning",
            "manifest/manifest-route-deviation",
            "mine/mine-over-permit",
            "enterprise/enterprise-under-declared",
            "person/person-unqualified",
            "vehicle/vehicle-unregistered",
            "person/repeat-offender",
            "enterprise/repeat-offender-enterprise",
            "person/person-accumulated",
            "enterprise/enterprise-accumulated",
            "vehicle/vehicle-accumulated",
            "clue/clue-cluster",
            "person/person-record-linked",
            "person/person-linked-vehicles",
            "enterprise/enterprise-linked-vehicles");

    private static final String DERIVATION = "library/derivation.yaml";
    private static final String CALENDAR = "policy/calendar.yaml";
    private static final String TRACE_BACK = "library/trace-back.yaml";
    private static final String ROUTE_LEARNING = "library/route-learning.yaml";

    private Library() {}

    /** What models are about: each is a folder of theirs. */
    static SortedSet<String> modules() {
        return MODELS.stream()
                .map(model -> model.substring(0, model.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws ModelFileException when a file is wrong; its message names file, line and column */
    public static ModelSet load() {
        return set(models());
    }

    /**
     * The library with a model that takes the place of the one with its id, or comes on top.
     *
     * @throws ModelFileException as {@link #load}
     */
    public static ModelSet with(Model model) {
        return with(load(), List.of(model));
    }

    /** A library with models that take the places of those with their ids, or come on top. */
    public static ModelSet with(ModelSet library, List<Model> versions) {
        List<Model> models = new ArrayList<>(library.models());
        for (Model version : versions) {
            int known = models.stream().map(Model::id).toList().indexOf(version.id());
            if (known < 0) {
                models.add(version);
            } else {
                models.set(known, version);
            }
        }
        return set(models);
    }

    /**
     * The parameters of trace-backs.
     *
     * @throws ModelFileException as {@link #load}
     */
    public static Parameters traceBack() {
        return parameters(TRACE_BACK, text(TRACE_BACK));
    }

    /**
     * The parameters by which routes are learnt.
     *
     * @throws ModelFileException as {@link #load}
     */
    public static Parameters routeLearning() {
        return parameters(ROUTE_LEARNING, text(ROUTE_LEARNING));
    }

    private static Parameters parameters(String file, String text) {
        return ParameterReader.read(YamlMap.parse(file, text).only(Set.of("parameters")), "parameters");
    }

    /**
     * A library with models judged by other versions than its own.
     *
     * @param library everything else that decides
     * @param versions of some models, by id: none when a model is retired, several when they judge in different districts or on probation
     * @throws ModelFileException as {@link #load}
     */
    public static ModelSet released(ModelSet library, Map<String, List<Model>> versions) {
        List<Model> models = new ArrayList<>();
        library.models().stream()
                .filter(model -> !versions.containsKey(model.id()))
                .forEach(models::add);
        versions.values().forEach(models::addAll);
        return set(models);
    }

    private static List<Model> models() {
        List<Model> models = MODELS.stream()
                .map(name -> "library/" + name + ".yaml")
                .map(file -> ModelReader.read(file, text(file)))
                .toList();
        checkNames(models);
        return models;
    }

    private static ModelSet set(List<Model> models) {
        return of(models, Basis.own());
    }

    /**
     * What all models stand on.
     *
     * @param derivation text of the derivation's parameters
     * @param calendar text of the working calendar
     */
    public record Basis(String derivation, String calendar) {
        /** The one that ships with the platform. */
        public static Basis own() {
            return new Basis(text(DERIVATION), text(CALENDAR));
        }
    }

    /**
     * Models on a basis of their own.
     *
     * @throws ModelFileException when a text of the basis is wrong
     */
    public static ModelSet of(List<Model> models, Basis basis) {
        Parameters derivation = parameters(DERIVATION, basis.derivation());
        WorkingCalendar calendar = CalendarReader.read(CALENDAR, basis.calendar());
        OutageRule outages = new OutageRule(derivation.ms("outage"), derivation.ms("intakeOutage"));
        BacklogRule backlog = new BacklogRule(derivation.ms("backlogPast"), derivation.ms("backlogPatience"));
        return new ModelSet(models, TrackDerivation.of(derivation, models), outages, backlog, calendar);
    }

    private static void checkNames(List<Model> models) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < MODELS.size(); i++) {
            Model.Head head = models.get(i).head();
            if (!MODELS.get(i).equals(head.module() + '/' + head.id()) || !seen.add(head.id())) {
                throw new ModelFileException(
                        Place.start("library/" + MODELS.get(i) + ".yaml"),
                        "the file must be named after its module and its id, which is used once");
            }
        }
    }

    static String text(String file) {
        try (InputStream stream = Library.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new ModelFileException(Place.start(file), "the file is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
